import { externalIdOf } from '../../../../shared/domain/mail/identity.ts';
import { receivedAtMs } from '../../../../shared/domain/mail/looks-like-mail.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { ArchivedMail, UnreadableMail } from '../../ports/mail-archive.ts';
import type { FoundMail } from '../../ports/mail.ts';
import type { AccountRow } from '../../ports/store.ts';
import { attempt, type Inbox } from '../inbox.ts';
import { closeOldSilence } from './close-old-silence.ts';
import { ingestMails } from './ingest-mails.ts';

/** Mails to be brought into a mailbox. */
export interface MailImport {
  readonly accountId: string;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** What is older and still waits is kept as the past: nobody is asked to answer it. Default: 14 days. */
  readonly keepOpenDays?: number;
  /** Stops between two mails; what was imported stays, and importing again goes on. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly mails: number;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** What an import came to. */
export interface ImportReport {
  /** Mails that were read, those known already included. */
  readonly mails: number;
  /** Those that were not here before. */
  readonly imported: number;
  /** Conversations whose customers wait no longer, because it was too long ago. */
  readonly closed: number;
  /** What could not be read, and why: the first thousand. */
  readonly unreadable: readonly Omit<UnreadableMail, 'kind'>[];
  readonly unreadableCount: number;
  /** It was stopped before the end. */
  readonly stopped: boolean;
}

/** As in decision 0091. */
const KEEP_OPEN_DAYS = 14;
const DAY_MS = 86_400_000;
/** One transaction holds so much: a click never waits longer for it. */
const STEP_MAILS = 50;
const STEP_BYTES = 4 * 2 ** 20;
const MOST_TOLD = 1_000;

/** A mail with the name under which it will be known. */
interface Named {
  readonly found: FoundMail;
  readonly externalId: string;
}

interface Run {
  readonly inbox: Inbox;
  readonly account: AccountRow;
  /** When what was imported before came in, by platform id: what is too old to wait is closed at the end. */
  readonly old: Map<string, number>;
  readonly oldBeforeMs: number;
  imported: number;
}

/**
 * Brings mails from files into a mailbox as if they had been read there: the same threads, the same
 * classes, each mail once however often it is imported. Nothing is sent, nothing counts as news, and no
 * folder's reading moves. Errors: `not_found` (no such mailbox), `disk_full`, `workspace_read_only`.
 */
export async function importMails(
  inbox: Inbox,
  wanted: MailImport,
): Promise<Result<ImportReport, AppError>> {
  const account = inbox.store.account(wanted.accountId);
  if (account === null || account.mailbox === null) return err(appError('not_found'));
  const days = wanted.keepOpenDays ?? KEEP_OPEN_DAYS;
  const oldBeforeMs = inbox.clock.now() - days * DAY_MS;
  const run: Run = { inbox, account, old: new Map(), oldBeforeMs, imported: 0 };
  const done = await attempt(() => readAll(run, wanted));
  // Whatever stopped it: what came in must not wait as if it were new.
  const closed = await attempt(() => closeOldSilence(inbox, account.id, run.old));
  inbox.changes.publish({ type: 'accounts', ids: [account.id] });
  if (!done.ok) return done;
  if (!done.value.ok) return done.value;
  if (!closed.ok) return closed;
  return ok({
    ...done.value.value,
    imported: run.imported,
    closed: closed.value,
    stopped: wanted.signal.aborted,
  });
}

type Read = Pick<ImportReport, 'mails' | 'unreadable' | 'unreadableCount'>;

async function readAll(
  run: Run,
  { paths, signal, onProgress }: MailImport,
): Promise<Result<Read, AppError>> {
  const { mailArchive } = run.inbox;
  const totalBytes = await mailArchive.weigh(paths);
  const unreadable: Omit<UnreadableMail, 'kind'>[] = [];
  let unreadableCount = 0;
  let mails = 0;
  let step: ArchivedMail[] = [];
  for await (const { doneBytes, ...found } of mailArchive.read(paths, signal)) {
    if (found.kind === 'unreadable') {
      unreadableCount += 1;
      const { place, error } = found;
      if (unreadable.length < MOST_TOLD) unreadable.push({ place, error });
      continue;
    }
    mails += 1;
    step.push(found);
    if (!isFull(step)) continue;
    const kept = await ingest(run, step);
    if (!kept.ok) return kept;
    step = [];
    onProgress?.({ mails, doneBytes, totalBytes });
  }
  const kept = await ingest(run, step);
  return kept.ok ? ok({ mails, unreadable, unreadableCount }) : kept;
}

const isFull = (step: readonly ArchivedMail[]): boolean =>
  step.length >= STEP_MAILS || step.reduce((bytes, { raw }) => bytes + raw.length, 0) >= STEP_BYTES;

/** Commits what of a step is new, when the account is free for it. */
async function ingest(run: Run, step: readonly ArchivedMail[]): Promise<Result<void, AppError>> {
  const { inbox, account } = run;
  const named = new Map<string, Named>();
  for (const mail of step) {
    const one = await taken(inbox, mail);
    if (!named.has(one.externalId)) named.set(one.externalId, one);
  }
  for (const [id, { found }] of named) {
    if (found.receivedAtMs < run.oldBeforeMs) run.old.set(id, found.receivedAtMs);
  }
  return inbox.turns.run(account.id, async () => {
    const known = inbox.store.knownMessages(account.id, [...named.keys()]);
    for (const { externalId } of known) named.delete(externalId);
    const found = [...named.values()].map((one) => one.found);
    if (found.length === 0) return ok(undefined);
    const kept = await ingestMails(
      inbox,
      account,
      { found, vanished: [], setAside: found.flatMap(({ parsed }) => parsed.notes), mark: null },
      false,
    );
    if (!kept.ok) return kept;
    run.imported += found.length;
    return ok(undefined);
  });
}

async function taken(inbox: Inbox, mail: ArchivedMail): Promise<Named> {
  const { parsed } = await inbox.mailReader.open(mail.raw);
  const digest = inbox.rawMails.idOf(mail.raw);
  const nowMs = inbox.clock.now();
  const toldMs = receivedAtMs(mail.raw) ?? parsed.head.dateMs ?? mail.deliveredAtMs ?? nowMs;
  const found: FoundMail = {
    // Read by nobody where the mail is whole; of one that is not, its head tells it apart.
    place: { folder: 'import', uidValidity: digest, uid: 0 },
    raw: mail.whole ? mail.raw : null,
    parsed: mail.whole ? parsed : { ...parsed, text: '', html: null },
    receivedAtMs: Math.min(toldMs, nowMs),
    size: mail.size,
    serverThreadId: null,
  };
  const name = mail.whole ? digest : `import/${digest}/0`;
  return { found, externalId: externalIdOf(parsed.head, name) };
}
