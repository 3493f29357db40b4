import type { FetchMessageObject, FetchQueryObject } from 'imapflow';
import type { FoundMail, MailPlace } from '../../../ports/mail.ts';
import type { SetAside } from '../../../ports/connector.ts';
import { ahead } from './ahead.ts';
import { isRefusal } from './errors.ts';
import { parseLarge } from './large-mail.ts';
import { HEAD_BYTES, type ImapLimits } from './limits.ts';
import type { OpenFolder } from './open-folder.ts';

/** Some mails of a list of UIDs, in its order. */
export interface MailBatch {
  readonly found: readonly FoundMail[];
  readonly setAside: readonly SetAside[];
  /** The last UID that is dealt with; those before it in the list are too. */
  readonly lastUid: number;
  /** How many UIDs of the list are dealt with. */
  readonly done: number;
}

const OVERVIEW: FetchQueryObject = { flags: true, size: true, internalDate: true, threadId: true };
/** How often a step may grow to twice as many mails. */
const GROWTHS = 2;

/** Mails that are here but not taken apart yet. */
interface Fetched {
  readonly overviews: readonly FetchMessageObject[];
  /** By UID; a mail that is too large, or that the server cannot give, is missing. */
  readonly sources: ReadonlyMap<number, Uint8Array>;
  readonly lastUid: number;
  readonly done: number;
}

/**
 * Fetches mails in the order of `uids`, so many at once as the limits allow, and marks none as read.
 * What is not there any more, or is marked as deleted, is left out. The next are fetched while some are
 * taken apart.
 */
export async function* fetchMails(
  folder: OpenFolder,
  uids: readonly number[],
): AsyncGenerator<MailBatch, void, undefined> {
  // Whoever ends early closes the line, and with it what is still asked for.
  for await (const fetched of ahead(fetchParts(folder, uids), { count: 1, stop: () => {} })) {
    const { lastUid, done } = fetched;
    yield { ...(await takenApart(folder, fetched)), lastUid, done };
  }
}

async function* fetchParts(
  folder: OpenFolder,
  uids: readonly number[],
): AsyncGenerator<Fetched, void, undefined> {
  let { stepMails } = folder.limits;
  const mostMails = stepMails * 2 ** GROWTHS;
  for (let from = 0; from < uids.length;) {
    const chunk = uids.slice(from, from + stepMails);
    const overviews = new Map<number, FetchMessageObject>();
    for (const one of await folder.client.fetchAll(chunk.join(','), OVERVIEW, { uid: true })) {
      overviews.set(one.uid, one);
    }
    for (const part of inParts(chunk, overviews, folder.limits)) {
      from += part.length;
      const wanted = part.flatMap((uid) => overviews.get(uid) ?? []).filter(isThere);
      yield {
        overviews: wanted,
        sources: await fetchSources(
          folder,
          wanted.filter((one) => !isLarge(folder, one)).map(({ uid }) => uid),
        ),
        lastUid: part.at(-1) ?? 0,
        done: from,
      };
    }
    stepMails = Math.min(stepMails * 2, mostMails);
  }
}

export const isDeleted = ({ flags }: Pick<FetchMessageObject, 'flags'>): boolean =>
  flags?.has('\\Deleted') === true;

const isThere = (overview: FetchMessageObject): boolean => !isDeleted(overview);

/** Cuts a list so that no part has more bytes than a step may hold. */
function inParts(
  uids: readonly number[],
  overviews: ReadonlyMap<number, FetchMessageObject>,
  limits: ImapLimits,
): readonly (readonly number[])[] {
  const parts: number[][] = [];
  let bytes = Infinity;
  for (const uid of uids) {
    const size = overviews.get(uid)?.size ?? 0;
    const cost = size > limits.mailBytes ? HEAD_BYTES : size;
    const last = parts.at(-1);
    if (last !== undefined && bytes + cost <= limits.stepBytes) {
      last.push(uid);
      bytes += cost;
    } else {
      parts.push([uid]);
      bytes = cost;
    }
  }
  return parts;
}

const isLarge = ({ limits }: OpenFolder, { size = 0 }: FetchMessageObject): boolean =>
  size > limits.mailBytes;

async function takenApart(
  folder: OpenFolder,
  { overviews, sources }: Fetched,
): Promise<Pick<MailBatch, 'found' | 'setAside'>> {
  const found: FoundMail[] = [];
  const setAside: SetAside[] = [];
  // All at once: the parser may take several apart at the same time.
  const mails = await Promise.all(
    overviews.map((overview) => mailOf(folder, overview, sources.get(overview.uid))),
  );
  for (const mail of mails) {
    if ('reason' in mail) setAside.push(mail);
    else {
      found.push(mail);
      setAside.push(...mail.parsed.notes.map((note) => noteAt(mail.place, note)));
    }
  }
  return { found, setAside };
}

/** Fetches whole mails by UID; a mail that the server cannot give is missing. */
async function fetchSources(
  folder: OpenFolder,
  uids: readonly number[],
): Promise<ReadonlyMap<number, Uint8Array>> {
  const sources = new Map<number, Uint8Array>();
  if (uids.length === 0) return sources;
  // A server that is wrong about a size sends one byte more than is taken, not everything.
  const query = { source: { start: 0, maxLength: folder.limits.mailBytes + 1 } };
  try {
    for (const one of await folder.client.fetchAll(uids.join(','), query, { uid: true })) {
      if (one.source !== undefined) sources.set(one.uid, one.source);
    }
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    if (uids.length === 1) return sources;
    // One that it cannot read spoils the answer for all: each by itself.
    for (const uid of uids) {
      for (const [key, source] of await fetchSources(folder, [uid])) sources.set(key, source);
    }
  }
  return sources;
}

async function mailOf(
  folder: OpenFolder,
  overview: FetchMessageObject,
  source: Uint8Array | undefined,
): Promise<FoundMail | SetAside> {
  const { mailBytes } = folder.limits;
  const { uid, size = source?.byteLength ?? 0 } = overview;
  const place: MailPlace = { folder: folder.path, uidValidity: folder.uidValidity, uid };
  const whole = source !== undefined && source.byteLength <= mailBytes;
  const isTooLarge = size > mailBytes || (source !== undefined && !whole);
  const parsed = whole
    ? await folder.parseMail(source)
    : isTooLarge
      ? await parseLarge(folder, uid)
      : null;
  if (parsed === null) return aside(place, 'item_bad_shape');
  const receivedAtMs = instantOf(overview.internalDate) ?? parsed.head.dateMs;
  if (receivedAtMs === null) return aside(place, 'item_bad_date');
  const raw = whole ? source : null;
  return {
    place,
    raw,
    parsed,
    receivedAtMs,
    size: Math.max(size, source?.byteLength ?? 0),
    serverThreadId: overview.threadId ?? null,
  };
}

const aside = ({ folder, uid }: MailPlace, reason: SetAside['reason']): SetAside => ({
  externalId: null,
  reason,
  detail: `${folder}/${uid}`,
});

/** What was cut from a mail that is read all the same. */
const noteAt = ({ folder, uid }: MailPlace, note: SetAside): SetAside => ({
  ...note,
  detail: `${folder}/${uid}: ${note.detail}`,
});

/** UTC milliseconds of when the server got a mail, or null where it says nothing that is a date. */
function instantOf(date: Date | string | undefined): number | null {
  const instant = date instanceof Date ? date.getTime() : Number.NaN;
  return Number.isFinite(instant) ? instant : null;
}
