import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import type {
  Author,
  Context,
  Message,
  Note,
} from '../../../../shared/domain/conversation/types.ts';
import type { MailAddress, MailFacts } from '../../../../shared/domain/mail/types.ts';
import { oneLine } from '../../../../shared/domain/text.ts';
import type { OutgoingMail } from '../../ports/mail.ts';
import type { AccountRow } from '../../ports/store.ts';

/** What of a conversation becomes a mail of its own. */
export type Told =
  | { readonly kind: 'context'; readonly context: Context }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'note'; readonly note: Note };

/** The surroundings that give a mail its addresses, its subject and its thread. */
export interface Surroundings {
  readonly conversation: ConversationProjection;
  readonly context: Context | null;
  readonly account: AccountRow;
  /** What an internal note is called, in the person's language. */
  readonly noteWord: string;
}

/** Nobody's domain (RFC 2606): what is written to it goes nowhere. */
const NOWHERE = 'riscontro.invalid';
const TITLE_UNITS = 80;

export const toldAtMs = (told: Told): number =>
  told.kind === 'context'
    ? told.context.createdAtMs
    : told.kind === 'note'
      ? told.note.createdAtMs
      : told.message.createdAtMs;

/** Returns who said it, as a mail names them. */
export function writerOf(told: Told, { account, conversation }: Surroundings): MailAddress {
  if (told.kind === 'note') return agent(told.note.author);
  if (told.kind === 'context') return addressOf(told.context.author, account, conversation);
  const { author, authorKind, mail } = told.message;
  const own = account.mailbox?.addresses[0];
  if (authorKind === 'brand' && own !== undefined) return own;
  if (mail !== undefined && author.externalId !== null) {
    return { name: author.name, address: author.externalId };
  }
  return addressOf(author, account, conversation);
}

/**
 * Returns a mail that says what was said elsewhere, or of which the bytes are not kept: when, by whom,
 * to whom, below what. Places without addresses get ones at which nobody is.
 */
export function toldMail(told: Told, around: Surroundings): OutgoingMail {
  const mail = told.kind === 'message' ? (told.message.mail ?? null) : null;
  const thread = mail === null ? threadOf(told, around) : mailThread(mail);
  return {
    messageId: mail?.messageId ?? idOf(told, around),
    from: writerOf(told, around),
    to: mail === null ? readersOf(told, around) : mail.to,
    cc: mail?.cc ?? [],
    subject: mail === null ? subjectOf(told, around) : mail.subject,
    text: textOf(told),
    dateMs: toldAtMs(told),
    attachments: [],
    ...thread,
  };
}

type Thread = Pick<OutgoingMail, 'inReplyTo' | 'references'>;

/** Ours name themselves, too: an answer to them may name either of their ids. */
function mailThread({ references, messageId }: MailFacts): Thread {
  const others = references.filter((id) => id !== messageId);
  return { inReplyTo: others.at(-1) ?? null, references: others };
}

function threadOf(told: Told, around: Surroundings): Thread {
  const { conversation, context } = around;
  const [first] = conversation.messages;
  const roots: Told[] = [
    ...(context === null ? [] : [{ kind: 'context', context } as const]),
    ...(first === undefined ? [] : [{ kind: 'message', message: first } as const]),
  ];
  const above = parentOf(told, around);
  const ids = [...roots, ...(above === null ? [] : [above])].map((one) => idOf(one, around));
  const references = [...new Set(ids)].filter((id) => id !== idOf(told, around));
  if (told.kind === 'context') return { inReplyTo: null, references: [] };
  const isFirst = told.kind === 'message' && told.message.id === first?.id;
  const own = isFirst ? references.slice(0, context === null ? 0 : 1) : references;
  return { inReplyTo: own.at(-1) ?? null, references: own };
}

function parentOf(told: Told, { conversation }: Surroundings): Told | null {
  if (told.kind !== 'message' || told.message.parentExternalId === null) return null;
  const parent = conversation.messages.find(
    ({ externalId }) => externalId === told.message.parentExternalId,
  );
  return parent === undefined ? null : { kind: 'message', message: parent };
}

function idOf(told: Told, { conversation }: Surroundings): string {
  if (told.kind === 'context') return `context.${conversation.row.id}@${NOWHERE}`;
  if (told.kind === 'note') return `${told.note.id}@${NOWHERE}`;
  return told.message.mail?.messageId ?? `${told.message.id}@${NOWHERE}`;
}

/** Customers write to us, we write to who began it; notes stay among us. */
function readersOf(told: Told, around: Surroundings): readonly MailAddress[] {
  const { account, conversation } = around;
  const us: Author = { externalId: account.externalId, name: account.name };
  const isOurs =
    told.kind === 'context' || (told.kind === 'message' && told.message.authorKind === 'brand');
  const reader = isOurs && told.kind === 'message' ? conversation.row.starter : us;
  return [account.mailbox?.addresses[0] ?? addressOf(reader, account, conversation)];
}

function subjectOf(told: Told, { conversation, context, noteWord }: Surroundings): string {
  const [first] = conversation.messages;
  const title = first?.mail?.subject ?? oneLine(context?.text ?? first?.text ?? '', TITLE_UNITS);
  if (told.kind === 'note') return `${noteWord}: ${title}`;
  const begins =
    context === null ? told.kind === 'message' && told.message.id === first?.id : false;
  return begins || told.kind === 'context' ? title : `Re: ${title}`;
}

function textOf(told: Told): string {
  if (told.kind === 'context') return told.context.text;
  if (told.kind === 'note') return told.note.text;
  const { text, attachments } = told.message;
  const files = attachments.flatMap(({ title, url }) => {
    const line = [title, url].filter((part) => part !== null && part !== '').join(' ');
    return line === '' ? [] : [`[${line}]`];
  });
  return [text, ...(files.length === 0 ? [] : [files.join('\n')])].join('\n\n');
}

const addressOf = (
  { externalId, name }: Author,
  account: AccountRow,
  { row }: ConversationProjection,
): MailAddress => ({
  name: name ?? (externalId === account.externalId ? account.name : null),
  address: `${row.channel}.${localPart(externalId)}@${NOWHERE}`,
});

const agent = (actor: string): MailAddress => {
  const name = actor.replace(/^agent:/, '');
  return { name, address: `agent.${localPart(name)}@${NOWHERE}` };
};

/** Whatever it is, as the first part of an address. */
const localPart = (text: string | null): string =>
  (text ?? '')
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40) || 'unknown';
