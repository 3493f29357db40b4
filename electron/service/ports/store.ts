import type {
  ConversationProjection,
  ConversationRow,
  ProjectionRules,
} from '../../../shared/domain/conversation/projection.ts';
import type { Channel, Context } from '../../../shared/domain/conversation/types.ts';
import type { StagedImage } from '../../../shared/domain/action/image.ts';
import type { PlatformState } from '../../../shared/domain/action/types.ts';
import type { DomainEvent, NewEvent } from '../../../shared/domain/event.ts';
import type { CalendarDefinition } from '../../../shared/domain/calendar/types.ts';
import type { KnownConversation, KnownMessage } from '../../../shared/domain/ingest/types.ts';
import type { Obligation } from '../../../shared/domain/obligation/types.ts';
import type { OutboxItem, OutboxState } from '../../../shared/domain/outbox/types.ts';
import type { MailboxSettings, MailDraft } from '../../../shared/domain/mail/types.ts';
import type { SlaPolicy } from '../../../shared/domain/sla/types.ts';
import type { SourceId } from '../../../shared/domain/source/types.ts';
import type { InboxFilter, View } from '../../../shared/contract/schemas.ts';
import type { AppError, ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { CallNote } from './call-meter.ts';
import type { ItemRef, SetAside, ThreadRef } from './connector.ts';
import type { CustomerReads } from './customer-store.ts';
import type { MailMarks, MailReads, MailWrites, NewReport } from './mail-store.ts';
import type { TokenReport, TokenTrouble } from './token.ts';

/** What one append changed. */
export interface AppendResult {
  readonly events: readonly DomainEvent[];
  readonly conversationIds: readonly string[];
  readonly accountIds: readonly string[];
  readonly settings: boolean;
}

export interface AccountRow {
  readonly id: string;
  readonly channel: Channel;
  readonly externalId: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly teamId: string;
  readonly practice: boolean;
  /** Sources that somebody does not want to be read. */
  readonly switchedOff: ReadonlySet<SourceId>;
  /** The Meta app through whose login it was connected; null: a pasted token. */
  readonly appId: string | null;
  /** How its mailbox is reached; null: it has none. */
  readonly mailbox: MailboxSettings | null;
}

export interface TeamRow {
  readonly id: string;
  readonly name: string;
  readonly mark: 'circle' | 'diamond';
}

export type { KnownConversation, KnownMessage };

/** What the store keeps of the source of an account: what it was read to. Local, no event. */
export interface SourceState {
  readonly accountId: string;
  readonly source: SourceId;
  /** Everything that happened up to here is known; null: never read to its end. */
  readonly completeThroughMs: number | null;
  readonly lastAttemptAtMs: number | null;
  /** When all of it was last read to its end, edits and what vanished included. */
  readonly wholeAtMs: number | null;
  readonly error: AppError | null;
}

/** What an account's token is worth, as the platform last said. Local, no event. */
export interface TokenState extends TokenReport {
  readonly accountId: string;
  readonly checkedAtMs: number;
  /** Why it does not work any more; null while it does. */
  readonly trouble: TokenTrouble | null;
}

/** Calls of one purpose within the five minutes from `slotMs` on. */
export interface CallTally {
  readonly purpose: CallNote['purpose'];
  readonly slotMs: number;
  readonly calls: number;
}

/** The state of an account's reading. Local to this machine: not a fact about the world, no event. */
export interface AccountHealth {
  readonly accountId: string;
  readonly lastReadAtMs: number | null;
  readonly lastAttemptAtMs: number | null;
  readonly error: AppError | null;
  readonly usagePercent: number | null;
  /** The platform asked to be left alone until then. */
  readonly heldUntilMs: number | null;
}

/** A stretch of a source that was not read in time. */
export interface Gap {
  readonly accountId: string;
  readonly source: SourceId;
  readonly fromMs: number;
  /** Null while it lasts. */
  readonly toMs: number | null;
  readonly reason: ErrorCode;
  /** When a later complete read made it good; null: what happened in it is not known. */
  readonly filledAtMs: number | null;
}

export interface SetAsideRow extends SetAside {
  readonly id: number;
  readonly accountId: string;
  readonly atMs: number;
}

export interface Draft {
  readonly text: string;
  readonly mode: 'public' | 'private' | 'note';
  readonly savedAtMs: number;
  /** Null: it is no mail, or nothing of its envelope was touched. */
  readonly mail: MailDraft | null;
}

export interface PageCursor {
  readonly sort: number;
  readonly id: string;
}

export interface InboxQuery {
  readonly view: View;
  readonly filter: InboxFilter;
  readonly cursor: PageCursor | null;
  readonly limit: number;
  readonly nowMs: number;
}

/** A row of a list with the local marks beside it. */
export interface InboxRow extends ConversationRow {
  readonly unread: boolean;
  readonly hasDraft: boolean;
  readonly outbox: OutboxState | null;
  /** A gap of its account overlaps the life of its open obligation. */
  readonly uncertain: boolean;
}

export interface InboxCounts {
  readonly views: Readonly<Record<View, number>>;
  readonly teams: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly groups: Readonly<Record<'overdue' | 'hour' | 'today' | 'later', number>>;
}

/** Obligations of a period, for figures. */
export interface ObligationQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly teamId?: string;
  readonly accountId?: string;
}

export interface CheckReport {
  readonly ok: boolean;
  /** One line per finding, for `doctor`; empty when all is well. */
  readonly findings: readonly string[];
}

/**
 * The workspace's memory. Reading never changes it; writing is one `BEGIN IMMEDIATE` transaction:
 * events and everything made from them, or nothing. Throws AppFailure (`disk_full`,
 * `workspace_read_only`, `workspace_damaged`) when the disk does.
 */
export interface ReadableStore extends MailReads, CustomerReads {
  account(id: string): AccountRow | null;
  accounts(): readonly AccountRow[];
  teams(): readonly TeamRow[];
  policy(): SlaPolicy;
  calendar(): CalendarDefinition;
  rules(): ProjectionRules;
  health(accountId: string): AccountHealth;
  /** Stretches that overlap the period, newest first. */
  gaps(accountId: string | null, fromMs: number, toMs: number): readonly Gap[];
  /** Of the sources that were ever tried. */
  sourceStates(accountId: string): readonly SourceState[];
  tokenState(accountId: string): TokenState | null;
  /** Calls since `fromMs`, by purpose and slot. */
  calls(accountId: string, fromMs: number): readonly CallTally[];
  /** Threads as their platform knows them, by conversation id. */
  threads(conversationIds: readonly string[]): ReadonlyMap<string, ThreadRef>;
  /** Public messages that wait for an answer, the one that is due first first. */
  waitingItems(accountId: string, limit: number): readonly ItemRef[];
  /** Platform ids of posts below which somebody waits, visitor posts themselves included. */
  waitingPosts(accountId: string): ReadonlySet<string>;
  /** What the platform last said of messages beyond their words; those unknown are left out. */
  platformStates(
    accountId: string,
    externalIds: readonly string[],
  ): ReadonlyMap<string, PlatformState>;
  setAside(accountId: string): readonly SetAsideRow[];
  accountCounts(accountId: string): {
    readonly conversations: number;
    readonly messages: number;
    readonly setAside: number;
  };

  knownMessages(accountId: string, externalIds: readonly string[]): readonly KnownMessage[];
  knownConversations(
    accountId: string,
    externalIds: readonly string[],
  ): readonly KnownConversation[];
  knownContexts(accountId: string, externalIds: readonly string[]): readonly Context[];
  /**
   * All messages that are not gone below a post (its conversations' context), or of the conversation
   * with that id (a visitor post with its comments, a top-level comment with its replies).
   */
  messagesUnder(accountId: string, rootExternalId: string): readonly KnownMessage[];
  knownPosts(
    accountId: string,
  ): ReadonlyMap<string, { readonly updatedAtMs: number; readonly count: number }>;

  page(query: InboxQuery): {
    readonly rows: readonly InboxRow[];
    readonly nextCursor: PageCursor | null;
    readonly total: number;
  };
  rows(ids: readonly string[], nowMs: number): readonly InboxRow[];
  counts(nowMs: number, endOfDayMs: number): InboxCounts;
  conversation(id: string): ConversationProjection | null;
  conversationEvents(id: string): readonly DomainEvent[];
  /** The conversation in which a message stands, by its own id; null: there is no such message. */
  conversationOfMessage(messageId: string): string | null;
  context(accountId: string, externalId: string): Context | null;
  /** The id of the private conversation with a person, the newest one; null: none is known. */
  privateConversation(accountId: string, personExternalId: string): string | null;
  draft(conversationId: string): Draft | null;
  obligations(query: ObligationQuery): readonly Obligation[];

  outboxItem(id: string): OutboxItem | null;
  /** Everything not yet settled, oldest first. */
  outboxOpen(): readonly OutboxItem[];
  /** Pictures of everything that has neither arrived nor been dropped. */
  outboxImages(): readonly StagedImage[];
  /** Ids of the files of every mail that has neither left nor been dropped, and of drafts. */
  neededFiles(): ReadonlySet<string>;
  /** Those of these platform ids that are already bound to words of ours. */
  boundReplyIds(accountId: string, externalIds: readonly string[]): readonly string[];
  localSetting(key: string): string | null;
  lastEventSeq(): number;
}

/** The one writer. */
export interface WritableStore extends ReadableStore, MailWrites {
  append(events: readonly NewEvent[]): AppendResult;
  /** Events and local marks of one read step in one transaction. */
  appendRead(
    events: readonly NewEvent[],
    local: {
      readonly accountId: string;
      readonly setAside: readonly SetAside[];
      readonly posts: ReadonlyMap<string, { readonly updatedAtMs: number; readonly count: number }>;
      readonly states?: ReadonlyMap<string, PlatformState>;
      readonly calls?: readonly CallTally[];
      readonly mail?: MailMarks;
      readonly reports?: readonly NewReport[];
    },
  ): AppendResult;
  setHealth(health: AccountHealth): void;
  setSourceState(state: SourceState): void;
  setTokenState(state: TokenState): void;
  /** Adds calls to what is counted; forgets what is older than two days. */
  addCalls(accountId: string, calls: readonly CallTally[]): void;
  /** Changes what is known of one message, such as a like of ours that went through. */
  setPlatformState(accountId: string, externalId: string, change: Partial<PlatformState>): void;
  /** Opens a stretch; one of the same source that is open goes on with its own reason. */
  openGap(gap: Omit<Gap, 'toMs' | 'filledAtMs'>): void;
  /** Ends the open stretch of a source at `atMs`; what happened in it stays unknown. */
  closeGap(accountId: string, source: SourceId, atMs: number): void;
  /** A complete read at `atMs` made good all that was missed of a source. */
  fillGaps(accountId: string, source: SourceId, atMs: number): void;
  /** Several local changes in one transaction. */
  together(work: () => void): void;
  saveDraft(conversationId: string, draft: Draft | null): void;
  markRead(conversationId: string, unread: boolean): void;
  setLocalSetting(key: string, value: string): void;
  /** Makes every projection anew from the events, in one transaction. */
  rebuild(onProgress?: (done: number, total: number) => void): void;
  /** Makes them beside the living ones and compares row by row; changes nothing. */
  rebuildCheck(onProgress?: (done: number, total: number) => void): CheckReport;
  /** `VACUUM INTO` a temporary file, checked, then renamed. Returns its size in bytes. */
  backup(file: string): number;
  /** Quick, foreign-key and full-text checks. */
  check(): CheckReport;
  close(): void;
}
