import { textLimit } from '../../../../shared/domain/action/limits.ts';
import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import { filesRefused } from '../../../../shared/domain/mail/files.ts';
import { personIdOf } from '../../../../shared/domain/mail/identity.ts';
import { answerable } from '../../../../shared/domain/mail/reply.ts';
import type { QueuedMail } from '../../../../shared/domain/mail/types.ts';
import type { OutboxItem } from '../../../../shared/domain/outbox/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { agentActor, type Inbox } from '../inbox.ts';
import { queueItem, sameOnItsWay } from '../queue-item.ts';
import { mailEnvelope } from './mail-envelope.ts';
import type { NewMail } from './new-mail.ts';
import { forwardedFiles, stagedFiles } from './stage-file.ts';

/**
 * Commits a mail to the outbox, its envelope and its Message-ID with it. The same words said again
 * while they are on their way are the mail that is there already. Errors: `not_found` (conversation or
 * message), `text_empty`, `text_too_long` (with `limit`), `not_allowed` (nobody to write to),
 * `bad_input` (an address), `file_missing`, `mail_missing` (what is passed on is not here
 * with its files), `files_too_many`, `files_too_large` (with `limit`),
 * `disk_full`.
 */
export async function queueMail(
  inbox: Inbox,
  wanted: NewMail,
): Promise<Result<OutboxItem, AppError>> {
  const refused = textRefused(wanted);
  if (refused !== null) return err(refused);
  const files = await filesOf(inbox, wanted);
  if (!files.ok) return files;
  // From here on nothing waits: what is read is what is committed.
  const found = findTarget(inbox, wanted);
  if (!found.ok) return found;
  const { conversation, target } = found.value;
  const outboxId = inbox.ids.next();
  const parts = { target, wanted, outboxId, files: files.value };
  const envelope = mailEnvelope(inbox, conversation, parts);
  if (!envelope.ok) return envelope;
  const item =
    sameMailOnItsWay(inbox, wanted, target.externalId, envelope.value) ??
    accept(inbox, conversation, wanted, {
      outboxId,
      parentExternalId: target.externalId,
      mail: envelope.value,
    });
  inbox.store.saveDraft(wanted.conversationId, null);
  return ok(item);
}

function textRefused({ kind, text }: NewMail): AppError | null {
  const limit = textLimit('email', 'message');
  if (text.trim() === '' && kind !== 'forward') return appError('text_empty');
  return text.length > limit ? appError('text_too_long', { limit }) : null;
}

type Message = ConversationProjection['messages'][number];

interface Target {
  readonly conversation: ConversationProjection;
  readonly target: Message & { readonly externalId: string };
}

function findTarget(
  { store }: Inbox,
  { conversationId, parentExternalId }: NewMail,
): Result<Target, AppError> {
  const conversation = store.conversation(conversationId);
  const found =
    parentExternalId === undefined
      ? answerable(conversation?.messages ?? [])
      : conversation?.messages.find(({ externalId }) => externalId === parentExternalId);
  if (conversation === null || found === undefined) return err(appError('not_found'));
  const { externalId } = found;
  if (externalId === null) return err(appError('not_found'));
  return ok({ conversation, target: { ...found, externalId } });
}

async function filesOf(
  inbox: Inbox,
  wanted: NewMail,
): Promise<Result<NonNullable<QueuedMail['files']>, AppError>> {
  const own = await stagedFiles(inbox, wanted.attachments ?? []);
  if (!own.ok || wanted.kind !== 'forward') return own;
  const found = findTarget(inbox, wanted);
  if (!found.ok) return found;
  const { mail } = found.value.target;
  const indexes = wanted.forwarded ?? (mail?.attachments ?? []).map(({ index }) => index);
  const refused = filesRefused([
    ...own.value,
    ...indexes.map((index) => ({
      bytes: mail?.attachments.find((one) => one.index === index)?.size ?? 0,
    })),
  ]);
  if (refused !== null) return err(refused);
  const along = await forwardedFiles(inbox, mail, indexes);
  return along.ok ? ok([...own.value, ...along.value]) : along;
}

const sameKey = ({ to, cc, subject, files = [] }: QueuedMail): string =>
  JSON.stringify([
    to.map(personIdOf),
    cc.map(personIdOf),
    subject,
    files.map(({ name, bytes }) => [name, bytes]),
  ]);

/** Files are staged anew each time somebody presses again: by name and size they are the same. */
function sameMailOnItsWay(
  inbox: Inbox,
  { conversationId, text }: NewMail,
  targetExternalId: string,
  envelope: QueuedMail,
): OutboxItem | undefined {
  const same = sameOnItsWay(inbox, {
    conversationId,
    text,
    targetExternalId,
    action: 'message',
    image: null,
  });
  const mail = same?.mail ?? null;
  return mail !== null && sameKey(mail) === sameKey(envelope) ? same : undefined;
}

function accept(
  inbox: Inbox,
  { row }: ConversationProjection,
  wanted: NewMail,
  fixed: {
    readonly outboxId: string;
    readonly parentExternalId: string;
    readonly mail: QueuedMail;
  },
): OutboxItem {
  const nowMs = inbox.clock.now();
  return queueItem(inbox, fixed.outboxId, [
    {
      kind: 'reply.queued',
      actor: agentActor(inbox),
      accountId: row.accountId,
      conversationId: row.id,
      happenedAtMs: nowMs,
      payload: {
        ...fixed,
        text: wanted.text,
        notBeforeMs: nowMs + (wanted.undoMs ?? inbox.undoMs),
        seenThroughMs: wanted.seenThroughMs,
        closeAfter: wanted.closeAfter,
        visibility: 'private',
      },
    },
  ]);
}

/** Everybody whom a mail of ours names, as people. */
export const addresseesOf = ({ to, cc }: QueuedMail): readonly string[] =>
  [...to, ...cc].map(personIdOf);
