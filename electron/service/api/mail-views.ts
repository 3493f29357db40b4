import type {
  FoundServersView,
  MailBodyView,
  MailboxView,
  MailDraftView,
  MailView,
  QueuedMailView,
  ReplyEnvelopeView,
} from '../../../shared/contract/mail-schemas.ts';
import type { Message } from '../../../shared/domain/conversation/types.ts';
import { replyEnvelope } from '../../../shared/domain/mail/reply.ts';
import { forwardSubject } from '../../../shared/domain/mail/subject.ts';
import type {
  MailAddress,
  MailboxSettings,
  MailDraft,
  QueuedMail,
} from '../../../shared/domain/mail/types.ts';
import type { UnfiledMails } from '../ports/mail-store.ts';
import type { FoundServers } from '../ports/mail-setup.ts';
import type { ReadMail } from '../usecases/mail/read-mail.ts';
import type { MailsAround } from '../usecases/mail/mails-around.ts';

/** Mails and mailboxes as the contract shows them. */

/** Returns what a message carries because it is a mail; null where it is none. */
export function mailView(message: Message, around: MailsAround): MailView | null {
  const { mail, bounced = [] } = message;
  if (mail === undefined) return null;
  const { subject, to, cc, kind, size, attachments, rawId, html, folded, claims } = mail;
  return {
    subject,
    to: [...to],
    cc: [...cc],
    kind,
    size,
    attachments: attachments.map(({ contentId: _, ...file }) => file),
    whole: rawId !== null,
    html,
    folded,
    claims: claims === null ? null : { conversationId: around.conversationOf(claims) },
    bounced: bounced.map(({ address, status, diagnostic }) => ({ address, status, diagnostic })),
    reply: envelopeView(message, around.ours),
  };
}

function envelopeView(message: Message, ours: readonly MailAddress[]): ReplyEnvelopeView | null {
  const envelope = replyEnvelope(message, { ours, toAll: true, token: 'view' });
  if (envelope === null) return null;
  const { from, to, cc, subject } = envelope;
  const bare = message.mail?.subject ?? '';
  return { from, to: [...to], others: [...cc], subject, forwardSubject: forwardSubject(bare) };
}

export const queuedMailView = ({ to, cc, subject, files = [] }: QueuedMail): QueuedMailView => ({
  to: [...to],
  cc: [...cc],
  subject,
  files: files.map(({ name, bytes }) => ({ name, bytes })),
});

export const bodyView = ({ attachments: _, inline, missing, ...body }: ReadMail): MailBodyView => ({
  ...body,
  inline: [...inline],
  missing: missing === null ? null : { ...missing },
});

export const mailDraftView = ({
  to,
  cc,
  files,
  forwarded,
  ...draft
}: MailDraft): MailDraftView => ({
  ...draft,
  forwarded: forwarded === null ? null : [...forwarded],
  to: to === null ? null : [...to],
  cc: cc === null ? null : [...cc],
  files: [...files],
});

/** What is known of a mailbox beside its settings. */
export interface MailboxState {
  readonly hasSecret: boolean;
  readonly unfiled: UnfiledMails | null;
}

export const mailboxView = (
  { imap, smtp, addresses, folders, plusAddress, subjectTag, login, ...settings }: MailboxSettings,
  { hasSecret, unfiled }: MailboxState,
): MailboxView => ({
  ...settings,
  imap,
  smtp,
  addresses: [...addresses],
  folders: [...folders],
  plusAddress: plusAddress ?? false,
  subjectTag: subjectTag ?? false,
  login: hasSecret ? (login ?? null) : null,
  unfiled: unfiled === null ? null : { count: unfiled.count, error: { ...unfiled.error } },
});

export const foundServersView = ({
  filesSent: _,
  logins,
  ...found
}: FoundServers): FoundServersView => ({ ...found, logins: [...logins] });
