import type {
  MailAddressView,
  MailDraftView,
  MailLanguage,
  MailView,
  SignatureView,
} from '../../shared/contract/mail-schemas.ts';
import type { ConversationDetail, MessageView } from '../../shared/contract/schemas.ts';
import { addressFault } from '../../shared/domain/mail/address.ts';
import { MAX_MAIL_FILE_BYTES, MAX_MAIL_FILES } from '../../shared/domain/mail/files.ts';
import { mailLanguageOf } from '../../shared/domain/mail/language.ts';
import { answerable } from '../../shared/domain/mail/reply.ts';
import { forwardSubject } from '../../shared/domain/mail/subject.ts';
import type { Draft } from './drafts.ts';
import type { MailHabits, MailWriting } from './mail-writing.ts';

/** What keeps a mail from being sent. */
export type MailObstacle =
  | 'nobody'
  | 'no_recipient'
  | 'bad_address'
  | 'file_loading'
  | 'file_failed'
  | 'files_too_many'
  | 'files_too_large';

type MailFile = MailView['attachments'][number];

/** A mail as it would leave now. */
export interface MailNow {
  readonly kind: MailWriting['kind'];
  /** The mail that is answered or passed on. */
  readonly target: MessageView;
  readonly from: MailAddressView | null;
  readonly to: readonly MailAddressView[];
  readonly cc: readonly MailAddressView[];
  readonly subject: string;
  /** Who else got the mail that is answered. */
  readonly others: readonly MailAddressView[];
  /** The files of a mail that is passed on, and whether they go along. */
  readonly passedOn: readonly { readonly file: MailFile; readonly goes: boolean }[];
  readonly bytes: number;
  readonly count: number;
  /** Null: none. */
  readonly signature: SignatureView | null;
  readonly signatures: readonly SignatureView[];
  readonly quote: boolean;
  readonly obstacle: MailObstacle | null;
}

/** Returns the mail that a draft would become; null where the conversation holds none. */
export function mailNow(
  detail: ConversationDetail | undefined,
  draft: Pick<Draft, 'mail' | 'replyTo'>,
  habits: MailHabits,
): MailNow | null {
  if (detail?.summary.kind !== 'email') return null;
  const chosen = detail.messages.find(({ id, mail }) => id === draft.replyTo && mail !== null);
  const target = chosen ?? answerable(detail.messages);
  const answered = target?.mail ?? null;
  if (target === undefined || answered === null) return null;
  const writing = draft.mail;
  const passedOn = passedOnOf(answered, writing);
  const along = passedOn.filter(({ goes }) => goes).map(({ file }) => file.size);
  const own = writing.files.map(({ bytes }) => bytes);
  const bytes = [...along, ...own].reduce((sum, size) => sum + size, 0);
  const signatures = habits.signatures.filter(({ teamId }) => teamId === detail.summary.teamId);
  const parts = {
    ...envelopeOf(answered, writing),
    bytes,
    count: along.length + own.length,
  };
  return {
    kind: writing.kind,
    target,
    from: answered.reply?.from ?? null,
    others: answered.reply?.others ?? [],
    passedOn,
    signatures,
    signature: signatureOf(writing, signatures, mailLanguageOf(target.text) ?? habits.language),
    quote: writing.kind === 'forward' || (writing.quote ?? habits.quote),
    ...parts,
    obstacle: obstacleOf(answered, writing, parts),
  };
}

function envelopeOf(mail: MailView, { kind, to, cc, subject }: MailWriting) {
  const { reply } = mail;
  const isForward = kind === 'forward';
  return {
    to: to ?? (isForward ? [] : (reply?.to ?? [])),
    cc: cc ?? (kind === 'reply_all' ? (reply?.others ?? []) : []),
    subject: subject ?? (isForward ? forwardSubject(mail.subject) : (reply?.subject ?? '')),
  };
}

function passedOnOf(mail: MailView, { kind, forwarded }: MailWriting): MailNow['passedOn'] {
  if (kind !== 'forward') return [];
  return mail.attachments.map((file) => ({
    file,
    goes: forwarded === null || forwarded.includes(file.index),
  }));
}

function signatureOf(
  { signature }: MailWriting,
  signatures: readonly SignatureView[],
  usual: MailLanguage,
): SignatureView | null {
  if (signature === 'none') return null;
  const wanted = signatures.find(({ language }) => language === (signature ?? usual));
  // As usual: better the one in the other language than nobody's name.
  return wanted ?? (signature === null ? (signatures[0] ?? null) : null);
}

function obstacleOf(
  { reply }: MailView,
  { kind, files }: MailWriting,
  parts: Pick<MailNow, 'to' | 'cc' | 'bytes' | 'count'>,
): MailObstacle | null {
  const { to, cc, bytes, count } = parts;
  if (kind !== 'forward' && reply === null) return 'nobody';
  if ([...to, ...cc].some(({ address }) => addressFault(address) !== null)) return 'bad_address';
  if (to.length === 0) return 'no_recipient';
  if (count > MAX_MAIL_FILES) return 'files_too_many';
  if (bytes > MAX_MAIL_FILE_BYTES) return 'files_too_large';
  if (files.some(({ error }) => error !== null)) return 'file_failed';
  return files.some(({ id }) => id === null) ? 'file_loading' : null;
}

/** Returns the mail as the service takes it, or keeps it. */
export function mailDraftOf(now: MailNow, { mail }: Pick<Draft, 'mail'>): MailDraftView {
  return {
    kind: mail.kind,
    targetExternalId: now.target.externalId,
    to: mail.to === null ? null : [...mail.to],
    cc: mail.cc === null ? null : [...mail.cc],
    subject: mail.subject,
    files: mail.files.flatMap(({ id, name, bytes }) => (id === null ? [] : [{ id, name, bytes }])),
    signature: now.signature?.language ?? null,
    quote: now.quote,
    forwarded: mail.forwarded === null ? null : [...mail.forwarded],
  };
}

const PROMISES =
  /\b(?:allegat[oiae]|in allegato|allego|alleghiamo|attached|attachments?|enclosed)\b/i;

/** Whether the text speaks of a file while none goes along. */
export const missesFile = (text: string, { count }: Pick<MailNow, 'count'>): boolean =>
  count === 0 && PROMISES.test(text);
