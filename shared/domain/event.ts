import type {
  Attachment,
  Author,
  AuthorKind,
  Channel,
  Context,
  ConversationKind,
  MessageSource,
  Presence,
  Visibility,
} from './conversation/types.ts';
import type { StagedImage } from './action/image.ts';
import type { OutboxAction } from './action/types.ts';
import type { OutboxState } from './outbox/types.ts';
import type {
  BouncedRecipient,
  MailboxSettings,
  MailFacts,
  QueuedMail,
  Signature,
} from './mail/types.ts';
import type { SourceId } from './source/types.ts';
import type { Person } from './customer/types.ts';
import type { CalendarDefinition } from './calendar/types.ts';
import type { SlaPolicy } from './sla/types.ts';

/** The facts of Riscontro, by kind. Events are the truth; every other table is made from them. */
export interface EventPayloads {
  'account.added': {
    readonly channel: Channel;
    readonly externalId: string;
    readonly name: string;
    readonly baseUrl: string;
    readonly teamId: string;
    readonly practice: boolean;
  };
  'account.changed': {
    readonly name?: string;
    readonly baseUrl?: string;
    readonly teamId?: string;
    /** Sources switched on or off; those not named stay as they are. All are on at first. */
    readonly sources?: Readonly<Partial<Record<SourceId, boolean>>>;
    /** The Meta app through whose login the account was connected; null: a pasted token. */
    readonly appId?: string | null;
  };
  /** How the account's mailbox is read and written, from now on. */
  'mailbox.set': MailboxSettings;
  'account.removed': Readonly<Record<string, never>>;
  'team.set': {
    readonly teamId: string;
    readonly name: string;
    readonly mark: 'circle' | 'diamond';
  };
  /** What stands below a team's answers from now on; an empty text: nothing. */
  'signature.set': Signature;
  /** Takes effect at `happenedAtMs`: obligations that start later follow it. */
  'policy.set': SlaPolicy;
  'calendar.set': CalendarDefinition;
  'context.observed': Context;
  'conversation.opened': {
    readonly channel: Channel;
    readonly kind: ConversationKind;
    readonly externalId: string;
    readonly contextExternalId: string | null;
    readonly starter: Author;
    readonly teamId: string;
    readonly permalink: string | null;
    /** What it is read from; absent in older facts: `usualSource` of its channel and kind. */
    readonly source?: SourceId;
  };
  'message.observed': {
    readonly messageId: string;
    readonly externalId: string | null;
    readonly parentExternalId: string | null;
    readonly author: Author;
    readonly authorKind: AuthorKind;
    readonly text: string;
    readonly createdAtMs: number;
    readonly visibility: Visibility;
    readonly source: MessageSource | null;
    readonly presence: Presence;
    readonly attachments: readonly Attachment[];
    readonly permalink: string | null;
    /** Platform ids of people whom a brand message tags or privately addresses. */
    readonly addressees: readonly string[];
    /** Left out: it is no mail. */
    readonly mail?: MailFacts;
  };
  /** A mail of ours did not reach somebody: as far as waiting goes, it answered nobody. */
  'message.bounced': {
    readonly messageId: string;
    readonly recipients: readonly BouncedRecipient[];
  };
  'message.edited': { readonly messageId: string; readonly text: string };
  'message.presence': { readonly messageId: string; readonly presence: Presence };
  'note.added': { readonly noteId: string; readonly text: string };
  'conversation.assigned': { readonly assignee: string | null };
  'conversation.handed_over': { readonly teamId: string; readonly note: string | null };
  'conversation.no_answer_needed': Readonly<Record<string, never>>;
  'conversation.closed': Readonly<Record<string, never>>;
  'conversation.reopened': Readonly<Record<string, never>>;
  /** Takes back an earlier `no_answer_needed`, `closed`, `handed_over` or `assigned` as if it never was. */
  'conversation.undone': { readonly opId: string };
  'reply.queued': {
    readonly outboxId: string;
    readonly parentExternalId: string;
    readonly text: string;
    readonly notBeforeMs: number;
    /** The newest message the writer had seen; a newer one stops the sending and asks. */
    readonly seenThroughMs: number;
    readonly closeAfter: boolean;
    /** Left out: public. Private: to the author of the message it answers. */
    readonly visibility?: Visibility;
    readonly image?: StagedImage | null;
    /** Left out: it is no mail. */
    readonly mail?: QueuedMail;
  };
  'reply.state': OutboxMove;
  /** Anything else that is to be done at the platform: it puts no new words before anybody. */
  'action.queued': {
    readonly outboxId: string;
    readonly action: OutboxAction;
    /** The message; of `block` and `unblock`: the person. */
    readonly targetExternalId: string;
    /** The new words of an edit; else empty. */
    readonly text: string;
    readonly notBeforeMs: number;
  };
  'action.state': OutboxMove;
  /** Somebody says that these are one customer; whoever was linked to one of them is it, too. */
  'person.linked': { readonly people: readonly Person[] };
  /** This one is another customer than those that it was linked to; they stay together. */
  'person.unlinked': { readonly person: Person };
  /** Takes back an earlier `linked` or `unlinked` as if it never was. */
  'person.undone': { readonly opId: string };
}

/** Where something in the outbox came to stand. */
export interface OutboxMove {
  readonly outboxId: string;
  readonly state: OutboxState;
  readonly attempt: number;
  readonly reason: string | null;
  readonly externalId: string | null;
  readonly notBeforeMs: number | null;
  /** Of a mail, with its first attempt: under which name its bytes are kept beside the database. */
  readonly rawId?: string;
}

export type EventKind = keyof EventPayloads;

/** Who made a fact: `agent:<name>`, `connector:<channel>`, `system`. */
export type Actor = string;

/** One appended fact. Sorted by `happenedAtMs`, then `opId`, a projection is a function of them. */
export type DomainEvent<K extends EventKind = EventKind> = {
  [Kind in K]: {
    /** UUIDv7. */
    readonly opId: string;
    /** Hybrid logical clock, `ms:counter:node`, each part of fixed width: sorts as text. */
    readonly hlc: string;
    readonly actor: Actor;
    readonly kind: Kind;
    readonly accountId: string | null;
    readonly conversationId: string | null;
    readonly happenedAtMs: number;
    readonly observedAtMs: number;
    readonly payload: EventPayloads[Kind];
  };
}[K];

/** A fact before the store stamps it with `opId`, `hlc` and `observedAtMs`. */
export type NewEvent<K extends EventKind = EventKind> = {
  [Kind in K]: {
    readonly kind: Kind;
    readonly actor: Actor;
    readonly accountId: string | null;
    readonly conversationId: string | null;
    readonly happenedAtMs: number;
    readonly payload: EventPayloads[Kind];
  };
}[K];

/** Orders facts by the time they happened, then by `opId`. */
export const compareEvents = (a: DomainEvent, b: DomainEvent): number =>
  a.happenedAtMs - b.happenedAtMs || (a.opId < b.opId ? -1 : a.opId > b.opId ? 1 : 0);
