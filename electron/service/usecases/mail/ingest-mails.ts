import { asWritten } from '../../../../shared/domain/mail/own-list.ts';
import { marksOf } from '../../../../shared/domain/mail/tag.ts';
import type { MailAddress } from '../../../../shared/domain/mail/types.ts';
import { foldText } from '../../../../shared/domain/mail/fold.ts';
import {
  participantsOf,
  placeMail,
  tiesOf,
  type KnownMailThread,
} from '../../../../shared/domain/mail/place.ts';
import type { ObservedMessage } from '../../../../shared/domain/ingest/types.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { ok, type Result } from '../../../../shared/kernel/result.ts';
import type { FoundMail, MailStep } from '../../ports/mail.ts';
import type { AccountRow } from '../../ports/store.ts';
import type { Inbox } from '../inbox.ts';
import { ingestStep } from '../ingest-step.ts';
import { applyReports } from './apply-reports.ts';
import { mailNames, type MailName } from './own-names.ts';
import { mailMessage } from './mail-message.ts';

/** A step of a read. Null mark: its mails lie in no folder of the mailbox, and no reading moves on. */
export interface MailsToIngest extends Pick<MailStep, 'found' | 'vanished' | 'setAside'> {
  readonly mark: MailStep['mark'] | null;
}

/** A mail with the names under which it is known. */
interface Kept extends MailName {
  readonly found: FoundMail;
  readonly rawId: string | null;
}

/**
 * Commits what a step of a read brought, with its mark, in one transaction. The mails themselves are
 * on disk before: a fact never names one that is not there. Bounces and complaints mark what they are
 * about and are no messages. Returns how many facts were new. Errors: `disk_full`, `workspace_read_only`.
 */
export async function ingestMails(
  inbox: Inbox,
  account: AccountRow,
  step: MailsToIngest,
  arrivals: boolean,
): Promise<Result<number, AppError>> {
  const ours = account.mailbox?.addresses ?? [];
  const mails = step.found.map((one) => ({ ...one, parsed: asWritten(one.parsed, ours) }));
  const kept = await keep(inbox, account, mails);
  if (!kept.ok) return kept;
  const messages = threaded(inbox, account, kept.value.filter(isMessage));
  const ingested = ingestStep(
    inbox,
    account,
    {
      contexts: [],
      messages,
      setAside: step.setAside,
      complete: [],
      gone: [],
      posts: new Map(),
      usagePercent: null,
      failures: [],
    },
    {
      arrivals,
      also: {
        reports: reportsIn(mails),
        mail:
          step.mark === null
            ? null
            : {
                mark: step.mark,
                placed: kept.value.map(({ found, externalId }) => ({
                  uid: found.place.uid,
                  externalId,
                })),
                gone: step.vanished,
                atMs: inbox.clock.now(),
              },
      },
    },
  );
  applyReports(inbox, account);
  return ok(ingested.events);
}

/** Also one that was applied and lies in another folder: it says nothing new then. */
const reportsIn = (mails: readonly FoundMail[]) =>
  mails.flatMap(({ parsed, receivedAtMs }) =>
    parsed.class.kind === 'bounce' ? [{ report: parsed.class.report, receivedAtMs }] : [],
  );

/** Puts mails on the disk that are to be messages; of one that is known the first copy stays. */
async function keep(
  inbox: Inbox,
  account: AccountRow,
  mails: readonly FoundMail[],
): Promise<Result<readonly Kept[], AppError>> {
  const { store, rawMails } = inbox;
  const nameOf = mailNames(inbox, account, mails);
  const named = mails.map((found) => {
    const { raw, place } = found;
    const at = `${place.folder}/${place.uidValidity}/${place.uid}`;
    return { found, ...nameOf(found, raw === null ? at : rawMails.idOf(raw)) };
  });
  const ids = new Set(named.map(({ externalId }) => externalId));
  const known = new Set(
    store.knownMessages(account.id, [...ids]).map(({ externalId }) => externalId),
  );
  const raws = named.flatMap((one) => {
    const { raw } = one.found;
    return raw === null || known.has(one.externalId) || !isMessage(one) ? [] : [{ one, raw }];
  });
  const kept = await rawMails.keepAll(raws.map(({ raw }) => raw));
  if (!kept.ok) return kept;
  const rawIds = new Map(raws.map(({ one }, index) => [one.found, kept.value[index] ?? null]));
  return ok(named.map((one) => ({ ...one, rawId: rawIds.get(one.found) ?? null })));
}

const isMessage = ({ found }: Pick<Kept, 'found'>): boolean =>
  found.parsed.class.kind !== 'bounce' && found.parsed.class.kind !== 'feedback';

/** Sorts mails into their conversations, the oldest first: what they answer is known by then. */
function threaded(
  { store }: Inbox,
  account: AccountRow,
  mails: readonly Kept[],
): readonly ObservedMessage[] {
  const ours = account.mailbox?.addresses ?? [];
  const sorted = mails.toSorted((a, b) => a.found.receivedAtMs - b.found.receivedAtMs);
  const ties = [...new Set(sorted.flatMap(({ found }) => tiesOf(found.parsed.head)))];
  const marksOfAll = sorted.flatMap((mail) => marksIn(mail, ours));
  const threads = new Map([
    ...store.mailThreads(account.id, ties),
    ...store.markedThreads(account.id, [...new Set(marksOfAll)]),
  ]);
  return sorted.map((mail) => {
    const { head, text } = mail.found.parsed;
    const { thread, claims } = placeMail(head, threads, ours, marksIn(mail, ours));
    const own = thread ?? opened(mail);
    const message = mailMessage(mail.found, {
      externalId: mail.externalId,
      outboxId: mail.outboxId,
      conversationExternalId: own.externalId,
      claims: claims === null ? null : claims.externalId,
      rawId: mail.rawId,
      visible: foldText(text).visible,
      ours,
      account,
    });
    note(threads, own, mail, claims !== null);
    return message;
  });
}

const marksIn = ({ found }: Kept, ours: readonly MailAddress[]): readonly string[] =>
  marksOf(found.parsed.head, found.serverThreadId, ours);

const opened = ({ externalId }: Kept): KnownMailThread => ({
  conversationId: '',
  externalId,
  participants: new Set(),
});

/** What comes later in this step may answer this mail. A stranger's claim ties nothing to the thread it names. */
function note(
  threads: Map<string, KnownMailThread>,
  thread: KnownMailThread,
  { found }: Kept,
  isClaim: boolean,
): void {
  const { head } = found.parsed;
  const server = found.serverThreadId === null ? [] : [`server:${found.serverThreadId}`];
  const participants = new Set([...thread.participants, ...participantsOf(head)]);
  const grown = { ...thread, participants };
  const own = head.messageId === null ? [] : [head.messageId];
  for (const id of isClaim ? own : [...own, ...head.references, ...head.inReplyTo, ...server]) {
    const known = threads.get(id);
    if (known === undefined || known.externalId === thread.externalId) threads.set(id, grown);
  }
}
