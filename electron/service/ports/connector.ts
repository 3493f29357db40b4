import type {
  Channel,
  Context,
  ConversationKind,
} from '../../../shared/domain/conversation/types.ts';
import type { CompleteListing, ObservedMessage } from '../../../shared/domain/ingest/types.ts';
import type { SourceId } from '../../../shared/domain/source/types.ts';
import type { AppError, ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { ActionRequest, ActionState, Delivered } from './action.ts';
import type { CallMeter } from './call-meter.ts';
import type { TokenReport } from './token.ts';

/** What a connector needs to know of an account. The token is handed over per call, never kept. */
export interface RemoteAccount {
  readonly accountId: string;
  /** The page's id, the mailbox's address. */
  readonly externalId: string;
  /** Where the platform's interface is; loopback in practice and tests. */
  readonly baseUrl: string;
  readonly token: string;
  /** Hears of every call; left out where nobody counts. */
  readonly onCall?: CallMeter;
}

export type { CompleteListing, ObservedMessage };

/** An item that could not be read; the rest goes on. `detail` names the place, never the text. */
export interface SetAside {
  readonly externalId: string | null;
  readonly reason: ErrorCode;
  readonly detail: string;
}

/** What a complete listing of a post's comments saw: where nothing moved, nothing is listed again. */
export interface PostMark {
  readonly updatedAtMs: number;
  readonly count: number;
}

/** One step of a read; steps come as the answers arrive, so that long reads show progress. */
export interface ReadStep {
  readonly contexts: readonly Context[];
  readonly messages: readonly ObservedMessage[];
  readonly setAside: readonly SetAside[];
  /** What was read to its end. What such a listing lacks is not gone yet: see `gone`. */
  readonly complete: readonly CompleteListing[];
  /**
   * Platform ids of messages and posts of which the platform, asked for them alone, says that they
   * are not there (the token being alive). Everything below them is gone with them.
   */
  readonly gone: readonly string[];
  /** Posts that have been read to their end; kept at once, so that a read that breaks can go on. */
  readonly posts: ReadonlyMap<string, PostMark>;
  /** The platform's usage figure after this step, 0–100, or null. */
  readonly usagePercent: number | null;
  /** A part that could not be read to its end (a broken page of one post); the read goes on. */
  readonly failures: readonly { readonly rootExternalId: string; readonly error: AppError }[];
}

/** Which source is read, and how far. */
export interface ReadPlan {
  readonly source: Exclude<SourceId, 'mail'>;
  /**
   * `index`: the newest posts and what moved on them. `deep_index`: all posts, and what moved on
   * them (finds a comment on an old post). `complete`: everything to the end (finds edits too).
   */
  readonly depth: 'index' | 'deep_index' | 'complete';
  /** Per post: what the last complete listing saw, to skip posts where nothing moved. */
  readonly knownPosts: ReadonlyMap<string, PostMark>;
  /** Posts that an earlier part of this same complete read has read: left out where nothing moved. */
  readonly alreadyRead: ReadonlyMap<string, PostMark>;
  /** Posts below which somebody waits: of what moved, they are read first. */
  readonly urgent: ReadonlySet<string>;
  /** `false`: what stands below the page's own posts is left alone. Left out: it is read. */
  readonly withComments?: boolean;
  readonly signal: AbortSignal;
}

/** How a read ended. `complete`: every listing was read to its end. */
export interface ReadEnd {
  readonly complete: boolean;
  /** Per post, as this read saw it; goes into the next plan. */
  readonly posts: ReadonlyMap<string, PostMark>;
}

/** The page behind a token. */
export interface Identity {
  readonly externalId: string;
  readonly name: string;
}

/**
 * What became of a delivery. `not_sent`: certainly not delivered, safe to try again.
 * `unknown`: perhaps delivered, never resent by itself.
 */
export type DeliveryFailure =
  | { readonly outcome: 'not_sent'; readonly error: AppError; readonly retryAfterMs: number | null }
  | { readonly outcome: 'rejected'; readonly error: AppError }
  | { readonly outcome: 'unknown'; readonly error: AppError };

/** A message that is asked for by itself. */
export interface ItemRef {
  readonly externalId: string;
  readonly parentExternalId: string | null;
  readonly conversation: ThreadRef;
}

/** A thread as the platform knows it. */
export interface ThreadRef {
  readonly externalId: string;
  readonly kind: ConversationKind;
  readonly contextExternalId: string | null;
  readonly channel: Channel;
  readonly source: SourceId;
}

/** A channel. Connectors see neither the store nor each other. */
export interface Connector {
  readonly channel: Channel;
  identify(account: RemoteAccount): Promise<Result<Identity, AppError>>;
  /** Yields steps; returns how it ended. Fails as a whole only when nothing can go on (token, offline). */
  read(
    account: RemoteAccount,
    plan: ReadPlan,
  ): AsyncGenerator<ReadStep, Result<ReadEnd, AppError>, undefined>;
  /** Reads one thread anew: before a reply, on opening, and to reconcile. */
  readThread(
    account: RemoteAccount,
    thread: ThreadRef,
    signal: AbortSignal,
  ): Promise<Result<ReadStep, AppError>>;
  /**
   * Asks for single messages, many at once: how they read now, and which of them are gone. Those of
   * which the answer says neither are a failure in the step.
   */
  readItems(
    account: RemoteAccount,
    items: readonly ItemRef[],
    signal: AbortSignal,
  ): Promise<Result<ReadStep, AppError>>;
  /** Says what the token is worth: whose it is, how long it lives, what it may do. */
  inspect(account: RemoteAccount, signal: AbortSignal): Promise<Result<TokenReport, AppError>>;
  /** Does one thing at the platform, once; never repeats by itself. */
  act(
    account: RemoteAccount,
    request: ActionRequest,
    signal: AbortSignal,
  ): Promise<Result<Delivered, DeliveryFailure>>;
  /** Looks whether the platform already stands as an action wanted it; never for spoken ones. */
  actionState(
    account: RemoteAccount,
    request: ActionRequest,
    signal: AbortSignal,
  ): Promise<Result<ActionState, AppError>>;
}
