import { createHash, randomBytes } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { AppFailure, type AppError } from '../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Wait } from './connectors/_shared/wait.ts';
import { createEmailConnector } from './connectors/email/email-connector.ts';
import { mailReader } from './connectors/email/parse/mail-reader.ts';
import { createMailTokens } from './connectors/email/oauth/tokens.ts';
import { systemResolver } from './connectors/email/discover.ts';
import { createMailSetup } from './connectors/email/setup.ts';
import { createFacebookConnector } from './connectors/facebook/facebook-connector.ts';
import { createFacebookLogin } from './connectors/facebook/login.ts';
import { makeJobs, type Jobs, type JobsOptions } from './jobs/index.ts';
import { serviceLife, type Life } from './life.ts';
import type { Clock, Ids } from './ports/clock.ts';
import type { Connector } from './ports/connector.ts';
import type { Logger } from './ports/logger.ts';
import type { MailConnector } from './ports/mail.ts';
import type { MailSetup } from './ports/mail-setup.ts';
import type { LoginWindow } from './ports/login.ts';
import type { WritableStore } from './ports/store.ts';
import { practiceHost } from './practice-host.ts';
import { backupName, listBackups } from './store/backup.ts';
import { openStore, type OpenedStore } from './store/open-store.ts';
import { outboxFiles } from './system/outbox-files.ts';
import { outboxImages } from './system/outbox-images.ts';
import { openSecrets, type Keychain } from './system/secrets.ts';
import { pictureFetcher } from './system/picture-fetcher.ts';
import { mailArchive } from './system/mail-archive/read-archive.ts';
import { rawMails } from './system/raw-mails.ts';
import { fileSaver } from './system/save-file.ts';
import { systemClock } from './system/system-clock.ts';
import { uuidIds } from './system/uuid-ids.ts';
import { lockWorkspace, type LockOptions, type WorkspaceLock } from './system/workspace-lock.ts';
import { CallCounter } from './usecases/call-counter.ts';
import { ChangeHub } from './usecases/changes.ts';
import type { Inbox } from './usecases/inbox.ts';
import { keepMailSecret, loadMailSecret } from './usecases/mail/mailbox-secrets.ts';
import { Network } from './usecases/network.ts';
import { Uploads } from './usecases/mail/uploads.ts';
import { PendingLogins } from './usecases/pending-logins.ts';
import { hasPractice, type PracticeHost } from './usecases/practice.ts';
import { noteRecovery } from './usecases/recovery.ts';
import { recoverOutbox } from './usecases/look-for-lost.ts';
import { dropOrphanedFiles } from './usecases/mail/stage-file.ts';
import { dropOrphanedImages } from './usecases/stage-image.ts';
import { ReplyHolds } from './usecases/reply-holds.ts';
import { Turns } from './usecases/turns.ts';

/** How a service is put together; what is left out is what the machine has. */
export interface WireOptions {
  readonly profileDir: string;
  readonly program: LockOptions['program'];
  readonly logger: Logger;
  /** The shell's keychain; null where there is none. */
  readonly keychain: Keychain | null;
  /** The shell's way to let a person log in; left out where there is no window. */
  readonly loginWindow?: LoginWindow | null;
  readonly jobs: JobsOptions;
  /** Opens the practice workspace: with a page of its own, connected. */
  readonly practice?: boolean;
  /** Talks to the sources: a practice page that belongs to the workspace is started. Default: as `jobs.sync`. */
  readonly online?: boolean;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly random?: () => number;
  /** How mailboxes are talked to; default: over IMAP and SMTP. */
  readonly mail?: MailConnector;
  readonly mailSetup?: MailSetup;
  /** Shows an address in the person's browser; null where there is none. */
  readonly openBrowser?: ((url: string) => Promise<boolean>) | null;
  /** Where files are saved that somebody wants to have; default: a folder in the workspace's. */
  readonly downloadsDir?: string;
  /** How pauses between two calls of a platform are waited for; default: on the machine's clock. */
  readonly wait?: Wait;
  /** Default 8 s (domain.md §5). */
  readonly undoMs?: number;
  /** False for short-lived programs: no check and no backup beside the work. */
  readonly caretaker?: boolean;
  /** Lets an observer stand between the use cases and what they use. */
  readonly around?: {
    readonly store?: (store: WritableStore) => WritableStore;
    readonly connector?: (connector: Connector) => Connector;
  };
}

/** An open workspace. Its calls are answered at once; what goes on by itself waits for `begin`. */
export interface Service extends Life {
  readonly inbox: Inbox;
  readonly practice: PracticeHost;
  /** What was lost at opening and what was done about it; null after an ordinary one. */
  readonly recovered: OpenedStore['recovered'];
  readonly jobs: Jobs;
}

const UNDO_MS = 8_000;

/**
 * Opens a workspace. Errors: `workspace_locked`, and those of opening the store
 * (`workspace_newer`, `workspace_damaged`, `workspace_read_only`, `disk_full`, …).
 */
export function createService(options: WireOptions): Result<Service, AppError> {
  const clock = options.clock ?? systemClock;
  const ids = options.ids ?? uuidIds;
  const { profileDir, program, logger } = options;
  const lock = lockWorkspace({ dir: profileDir, program, clock, ids });
  if (!lock.ok) return lock;
  const changes = new ChangeHub();
  const damage = { found: false };
  const store = openStore({
    profileDir,
    ids,
    clock,
    node: machineName(profileDir),
    logger,
    caretaker: options.caretaker ?? true,
    onDamage: () => {
      damage.found = true;
      // Pages ask the service anew how it stands.
      changes.publish({ type: 'settings' });
    },
  });
  if (!store.ok) {
    lock.value.release();
    return err(store.error);
  }
  try {
    const opened = { clock, ids, lock: lock.value, store: store.value, changes, damage };
    return ok(openService(options, opened));
  } catch (cause) {
    store.value.close();
    lock.value.release();
    // The disk refused the first commit: a reason to show, not a crash to repeat.
    if (cause instanceof AppFailure) return err(cause.error);
    throw cause;
  }
}

interface Opened {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly lock: WorkspaceLock;
  readonly store: OpenedStore;
  readonly changes: ChangeHub;
  readonly damage: Inbox['damage'];
}

function openService(options: WireOptions, opened: Opened): Service {
  const inbox = assemble(options, opened);
  const { recovered } = opened.store;
  if (recovered !== null) noteRecovery(inbox, recovered);
  // Before anything is read or sent: what the last run left half done is in doubt.
  recoverOutbox(inbox);
  // After a loss the outbox may not know yet what it needs.
  if (recovered === null) dropOrphans(inbox);
  const practice = practiceHost(options.profileDir, opened.clock);
  const jobs = makeJobs(inbox, options.jobs);
  const talks = options.online ?? options.jobs.sync;
  const life = serviceLife({
    inbox,
    jobs,
    practice,
    needsPractice: options.practice === true || (talks && hasPractice(inbox)),
    closeWorkspace: () => {
      inbox.login.pending.close();
      inbox.mailLogins.close();
      inbox.uploads.close();
      opened.store.close();
      opened.lock.release();
    },
  });
  return { inbox, practice, recovered, jobs, ...life };
}

function dropOrphans(inbox: Inbox): void {
  for (const drop of [dropOrphanedImages, dropOrphanedFiles]) {
    drop(inbox).catch((cause: unknown) => inbox.logger.error('outbox.files_stay', cause));
  }
}

function assemble(options: WireOptions, opened: Opened): Inbox {
  const { clock, ids, store, changes, damage } = opened;
  const { profileDir, logger, keychain, around = {} } = options;
  const waiting = options.wait === undefined ? {} : { wait: options.wait };
  const facebook = createFacebookConnector({ clock, ...waiting });
  const backups = join(profileDir, 'backups');
  const secrets = openSecrets({
    file: join(profileDir, 'secrets.json'),
    keychain,
    clock,
    logger,
  });
  return {
    store: around.store?.(store) ?? store,
    connectors: new Map([['facebook', around.connector?.(facebook) ?? facebook]]),
    secrets,
    clock,
    ids,
    logger,
    random: options.random ?? Math.random,
    changes,
    damage,
    network: new Network(clock),
    turns: new Turns(),
    reading: new Map(),
    brokenOff: new Map(),
    readingNow: new Map(),
    nextReads: new Map(),
    calls: new CallCounter(clock),
    holds: new ReplyHolds(),
    outboxFiles: outboxFiles(join(profileDir, 'outbox-files'), ids),
    images: outboxImages(join(profileDir, 'outbox-images'), ids),
    mail: options.mail ?? createEmailConnector(),
    mailTokens: createMailTokens({
      load: (id) => loadMailSecret(secrets, id),
      keep: (id, secret) => keepMailSecret(secrets, id, secret),
      now: () => clock.now(),
    }),
    mailSetup:
      options.mailSetup ??
      createMailSetup({
        resolver: systemResolver(),
        openBrowser: options.openBrowser ?? null,
        now: () => clock.now(),
      }),
    mailLogins: new PendingLogins(clock, ids),
    uploads: new Uploads(clock, ids),
    downloadsDir: options.downloadsDir ?? join(profileDir, 'downloads'),
    rawMails: rawMails(join(profileDir, 'mails')),
    mailArchive: mailArchive(),
    mailReader,
    files: fileSaver(),
    pictures: pictureFetcher(),
    login: {
      connector: createFacebookLogin(waiting),
      window: options.loginWindow ?? null,
      pending: new PendingLogins(clock, ids),
      newState: () => randomBytes(32).toString('base64url'),
    },
    backups: {
      fileFor: (atMs) => join(backups, backupName(atMs)),
      newestAtMs: () => listBackups(backups)[0]?.atMs ?? null,
    },
    undoMs: options.undoMs ?? UNDO_MS,
    defaultAgentName: userName(),
  };
}

/** A name that is the same at each start and another on another machine; tells nothing of either. */
const machineName = (profileDir: string): string =>
  createHash('sha256').update(`${hostname()}\0${profileDir}`).digest('hex').slice(0, 16);

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some containers have no user for this process.
    return 'agent';
  }
}
