import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import {
  forwardBelow,
  quoteBelow,
  type QuotedMail,
  type QuoteFor,
} from '../../../../shared/domain/mail/compose-quote.ts';
import { addressFault } from '../../../../shared/domain/mail/address.ts';
import { filesRefused } from '../../../../shared/domain/mail/files.ts';
import { forwardEnvelope, replyEnvelope } from '../../../../shared/domain/mail/reply.ts';
import type { MailAddress, QueuedMail, StagedFile } from '../../../../shared/domain/mail/types.ts';
import { taggedSubject } from '../../../../shared/domain/mail/subject.ts';
import { conversationTag, plusAddress } from '../../../../shared/domain/mail/tag.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { abilityError } from '../ability-error.ts';
import type { Inbox } from '../inbox.ts';
import type { NewMail } from './new-mail.ts';

type Message = ConversationProjection['messages'][number];

/** What an envelope is made of. */
export interface EnvelopeParts {
  readonly target: Message;
  readonly wanted: NewMail;
  readonly outboxId: string;
  readonly files: readonly StagedFile[];
}

/**
 * Returns the envelope of a mail that somebody wants to send, with its files and what stands below its
 * text. Errors: `not_allowed` (nobody to write to), `bad_input` (an address, with its `field`),
 * `files_too_many`, `files_too_large`.
 */
export function mailEnvelope(
  inbox: Inbox,
  { row }: ConversationProjection,
  { target, wanted, outboxId, files }: EnvelopeParts,
): Result<QueuedMail, AppError> {
  const tooMuch = filesRefused(files);
  if (tooMuch !== null) return err(tooMuch);
  const settings = inbox.store.account(row.accountId)?.mailbox ?? null;
  const ours = settings?.addresses ?? [];
  const parts = { ours, toAll: wanted.kind === 'reply_all', token: outboxId };
  const usual =
    wanted.kind === 'forward' ? forwardEnvelope(target, parts) : replyEnvelope(target, parts);
  if (usual === null) return err(abilityError('no_author'));
  const { to = usual.to, cc = usual.cc, subject = usual.subject } = wanted;
  if (to.length === 0 || !to.every(isAddress)) return err(appError('bad_input', { field: 'to' }));
  if (!cc.every(isAddress)) return err(appError('bad_input', { field: 'cc' }));
  const below = belowText(inbox, target, wanted);
  const tag = conversationTag(row.id);
  return ok({
    ...usual,
    to,
    cc,
    subject: settings?.subjectTag === true ? taggedSubject(subject, tag) : subject,
    ...(settings?.plusAddress === true ? { replyTo: plusAddress(usual.from, tag) } : {}),
    ...(files.length === 0 ? {} : { files }),
    ...(below === '' ? {} : { below, belowFrom: belowFrom(wanted) }),
  });
}

const isAddress = ({ address }: MailAddress): boolean => addressFault(address) === null;

const belowFrom = ({ signature, quote }: NewMail): NonNullable<QueuedMail['belowFrom']> => ({
  signature: signature?.language ?? null,
  quote: quote !== undefined,
});

/** The signature, then the mail that is quoted or passed on. */
function belowText({ store }: Inbox, target: Message, wanted: NewMail): string {
  const reader: QuoteFor = wanted.quote ?? { language: 'it', timeZone: store.calendar().zone };
  const signature = (wanted.signature?.text ?? '').trim();
  const quoted =
    wanted.kind === 'forward'
      ? forwardBelow({ ...quotedMail(target), ...headOf(target) }, reader)
      : wanted.quote === undefined
        ? ''
        : quoteBelow(quotedMail(target), reader);
  return [signature === '' ? '' : `-- \n${signature}`, quoted]
    .filter((part) => part !== '')
    .join('\n\n');
}

const quotedMail = ({ author, createdAtMs, text }: Message): QuotedMail => ({
  author: author.externalId === null ? null : { name: author.name, address: author.externalId },
  sentAtMs: createdAtMs,
  text,
});

const headOf = ({ mail }: Message) => ({
  subject: mail?.subject ?? '',
  to: mail?.to ?? [],
  cc: mail?.cc ?? [],
});
