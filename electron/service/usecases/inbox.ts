import type { SourceId } from '../../../shared/domain/source/types.ts';
import type { MailSecret } from '../../../shared/domain/mail/types.ts';
import type { Channel } from '../../../shared/domain/conversation/types.ts';
import type { Actor, NewEvent } from '../../../shared/domain/event.ts';
import { appError, AppFailure, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { BackupFolder } from '../ports/backup-folder.ts';
import type { Clock, Ids } from '../ports/clock.ts';
import type { Connector, PostMark, RemoteAccount } from '../ports/connector.ts';
import type { MailConnector } from '../ports/mail.ts';
import type { FileSaver } from '../ports/file-saver.ts';
import type { MailArchive } from '../ports/mail-archive.ts';
import type { MailReader } from '../ports/mail-reader.ts';
import type { PictureFetcher } from '../ports/picture-fetcher.ts';
import type { MailSetup, MailTokens } from '../ports/mail-setup.ts';
import type { RawMails } from '../ports/raw-mails.ts';
import type { OutboxImages } from '../ports/images.ts';
import type { Logger } from '../ports/logger.ts';
import type { StagedFiles } from '../ports/staged-files.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { AccountRow, AppendResult, WritableStore } from '../ports/store.ts';
import type { CallCounter } from './call-counter.ts';
import { publishAppend, type ChangeHub } from './changes.ts';
import { dropSettledImages } from './settled-images.ts';
import type { Network } from './network.ts';
import type { LoginParts } from './login-parts.ts';
import type { Uploads } from './mail/uploads.ts';
import type { PendingLogins } from './pending-logins.ts';
import type { ReplyHolds } from './reply-holds.ts';
import type { Turns } from './turns.ts';

/** Everything the use cases work with: one per open workspace. */
export interface Inbox {
  readonly store: WritableStore;
  readonly connectors: ReadonlyMap<Channel, Connector>;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** 0 ≤ r < 1, for jitter only. */
  readonly random: () => number;
  readonly changes: ChangeHub;
  readonly network: Network;
  /** One request at a time per account: reads and replies take turns, step by step. */
  readonly turns: Turns;
  /** Accounts being read to the end, with the items so far. */
  readonly reading: Map<string, number>;
  /** Complete reads that broke off: what they had read by then, per account. */
  readonly brokenOff: Map<string, ReadonlyMap<string, PostMark>>;
  /** Accounts of which a source is read at present, and which. */
  readonly readingNow: Map<string, SourceId>;
  /** When each source of each account is read next, by its loop. */
  readonly nextReads: Map<string, ReadonlyMap<SourceId, number>>;
  readonly calls: CallCounter;
  readonly holds: ReplyHolds;
  /** Connecting by a person's login. */
  readonly login: LoginParts;
  readonly backups: BackupFolder;
  readonly images: OutboxImages;
  /** Files that are to go with mails. */
  readonly outboxFiles: StagedFiles;
  /** The e-mail channel. */
  readonly mail: MailConnector;
  /** What mailboxes are entered with. */
  readonly mailTokens: MailTokens;
  readonly mailSetup: MailSetup;
  /** Logins at mailboxes whose mailbox is not connected yet. */
  readonly mailLogins: PendingLogins<MailSecret>;
  /** Files for mails on their way from the page. */
  readonly uploads: Uploads;
  /** Where files are saved that somebody wants to have. */
  readonly downloadsDir: string;
  /** Mails as they came. */
  readonly rawMails: RawMails;
  /** Mails in files of the person's own. */
  readonly mailArchive: MailArchive;
  readonly mailReader: MailReader;
  /** Where files of mails are saved. */
  readonly files: FileSaver;
  /** Pictures that mails name. */
  readonly pictures: PictureFetcher;
  /** Whether the store met damage since it was opened; the next opening repairs it. */
  readonly damage: { readonly found: boolean };
  /** How long a reply can be taken back before it leaves. */
  readonly undoMs: number;
  /** Who works here until they say another name. */
  readonly defaultAgentName: string;
}

const AGENT_NAME = 'agent.name';

/** Returns the name under which this workspace's person acts. */
export const agentName = (inbox: Inbox): string =>
  inbox.store.localSetting(AGENT_NAME) ?? inbox.defaultAgentName;

/** Keeps the name; it goes into later facts only. */
export function setAgentName(inbox: Inbox, name: string): void {
  inbox.store.setLocalSetting(AGENT_NAME, name);
  inbox.changes.publish({ type: 'settings' });
}

/** The person, as an event names its maker. */
export const agentActor = (inbox: Inbox): Actor => `agent:${agentName(inbox)}`;

/** Commits facts, then announces them. Throws AppFailure when the disk refuses. */
export function commit(inbox: Inbox, events: readonly NewEvent[]): AppendResult {
  const result = inbox.store.append(events);
  publishAppend(inbox.changes, result);
  dropSettledImages(inbox, result.events);
  return result;
}

/** Returns the account with its token and its connector. Errors: `not_found`, `secret_missing`, `secret_sealed`. */
export async function reach(inbox: Inbox, accountId: string): Promise<Result<Reached, AppError>> {
  const account = inbox.store.account(accountId);
  const connector = account === null ? undefined : inbox.connectors.get(account.channel);
  if (account === null || connector === undefined) return err(appError('not_found'));
  const token = await inbox.secrets.get(tokenName(accountId));
  if (!token.ok) return token;
  const { externalId, baseUrl } = account;
  return ok({
    account,
    connector,
    remote: {
      accountId,
      externalId,
      baseUrl,
      token: token.value,
      onCall: inbox.calls.meterOf(accountId),
    },
  });
}

/** An account that can be talked to. */
export interface Reached {
  readonly account: AccountRow;
  readonly connector: Connector;
  readonly remote: RemoteAccount;
}

/** The name of an account's token among the secrets. */
export const tokenName = (accountId: string): string => `account/${accountId}/token`;

/** The name of a Meta app's secret among the secrets. */
export const appSecretName = (appId: string): string => `app/${appId}/secret`;

/** Runs `task`; what it throws as AppFailure comes back as a value, bugs go on as throws. */
export async function attempt<T>(task: () => Promise<T> | T): Promise<Result<T, AppError>> {
  try {
    return ok(await task());
  } catch (cause) {
    if (cause instanceof AppFailure) return err(cause.error);
    throw cause;
  }
}
