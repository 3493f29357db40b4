import { separatorAt, type Separator } from './separator.ts';
import { Stretch } from './stretch.ts';

/** A mail of an mbox. */
export interface MboxMail {
  /** Of one that is too large, its beginning. */
  readonly raw: Uint8Array;
  readonly whole: boolean;
  readonly size: number;
  readonly deliveredAtMs: number | null;
  /** Bytes of the file up to its end. */
  readonly doneBytes: number;
}

/** Bytes: what is kept of a mail, and of the beginning of a larger one. */
export interface MboxLimits {
  readonly mail: number;
  readonly head: number;
}

const NEWLINE_FROM = Buffer.from('\nFrom ');
/** Looked back and ahead at a separator: two lines and the empty ones before. */
const OVERLAP = 4_096;

/** Where a mail ends, and what begins there; null: the file ends with it. */
interface End {
  readonly at: number;
  readonly next: Separator | null;
  /** Its length was declared and holds: nothing in it was escaped, nothing stands after it. */
  readonly counted: boolean;
}

/**
 * Takes an mbox apart while it streams: mboxo, mboxrd, mboxcl and mboxcl2, LF or CRLF. A declared
 * length counts where a separator or the end of the file follows it; `>From ` becomes `From ` again
 * except where mails are told apart by their length alone. Yields nothing where no separator begins
 * the file.
 */
export async function* mboxMails(
  chunks: AsyncIterable<Uint8Array>,
  limits: MboxLimits,
): AsyncGenerator<MboxMail> {
  const source = new Source(chunks);
  await source.fill(OVERLAP);
  let separator: Separator | null = begin(source);
  while (separator !== null) {
    const { deliveredAtMs } = separator;
    source.take(separator.next);
    const mail = await readMail(source, limits);
    if (mail === null) return;
    yield { ...mail.mail, deliveredAtMs, doneBytes: source.taken };
    separator = mail.next;
  }
}

const begin = (source: Source): Separator | null => {
  const found = separatorAt(source.bytes, 0, source.ended);
  return typeof found === 'string' ? null : found;
};

/** Chunks as one stretch, of which the beginning is taken away bit by bit. */
class Source {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #stretch = new Stretch();
  ended = false;
  taken = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  get bytes(): Buffer {
    return this.#stretch.bytes;
  }

  async more(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done === true) this.ended = true;
    else this.#stretch.add(value);
  }

  async fill(count: number): Promise<void> {
    while (!this.ended && this.bytes.length < count) await this.more();
  }

  take(count: number): void {
    this.taken += Math.min(count, this.bytes.length);
    this.#stretch.drop(count);
  }
}

type Taken = Omit<MboxMail, 'deliveredAtMs' | 'doneBytes'>;

async function readMail(
  source: Source,
  limits: MboxLimits,
): Promise<{ readonly mail: Taken; readonly next: Separator | null } | null> {
  const counted = await countedEnd(source, limits);
  const end = counted ?? (await soughtEnd(source, limits));
  if (end === null) return skipped(source, limits);
  const raw = Buffer.from(contentOf(source.bytes.subarray(0, end.at), end.counted));
  source.take(end.at);
  return {
    mail: { raw, whole: true, size: raw.length },
    next: shifted(end),
  };
}

/** The separator as it lies once the mail before it was taken away. */
const shifted = ({ at, next }: End): Separator | null =>
  next === null ? null : { ...next, next: next.next - at };

/** The end that the mail's own `Content-Length` declares; null: it declares none, or not truly. */
async function countedEnd(source: Source, limits: MboxLimits): Promise<End | null> {
  await source.fill(limits.head);
  const bodyAt = bodyOf(source.bytes);
  const length = bodyAt === null ? null : declaredLength(source.bytes.subarray(0, bodyAt));
  if (bodyAt === null || length === null || bodyAt + length > limits.mail) return null;
  const at = bodyAt + length;
  await source.fill(at + OVERLAP);
  const { bytes, ended } = source;
  if (at > bytes.length) return null;
  let nextAt = at;
  for (let lines = 0; lines < 2; lines += 1) nextAt = afterNewline(bytes, nextAt);
  if (nextAt === bytes.length && ended) return { at: nextAt, next: null, counted: true };
  const next = separatorAt(bytes, nextAt, ended);
  return typeof next === 'string' ? null : { at: nextAt, next, counted: true };
}

const afterNewline = (bytes: Buffer, at: number): number => {
  if (bytes[at] === 0x0a) return at + 1;
  return bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? at + 2 : at;
};

/** Where the body begins; null: there is none in what is here. */
function bodyOf(bytes: Buffer): number | null {
  const lf = bytes.indexOf('\n\n');
  const crlf = bytes.indexOf('\n\r\n');
  if (lf === -1 && crlf === -1) return null;
  return lf !== -1 && (crlf === -1 || lf < crlf) ? lf + 2 : crlf + 3;
}

function declaredLength(head: Buffer): number | null {
  const found = /^Content-Length[ \t]*:[ \t]*(\d{1,12})[ \t]*\r?$/im.exec(head.toString('latin1'));
  return found === null ? null : Number(found[1]);
}

/** The next separator, or the end of the file; null: the mail is larger than is kept. */
async function soughtEnd(source: Source, limits: MboxLimits): Promise<End | null> {
  let from = 0;
  for (;;) {
    const { bytes, ended } = source;
    const found = bytes.indexOf(NEWLINE_FROM, from);
    const next = found === -1 ? 'no' : separatorAt(bytes, found + 1, ended);
    if (typeof next !== 'string') return { at: found + 1, next, counted: false };
    if (found !== -1 && next === 'no') from = found + 1;
    else if (ended) return { at: bytes.length, next: null, counted: false };
    else {
      if (found === -1) from = Math.max(from, bytes.length - NEWLINE_FROM.length);
      if (bytes.length > limits.mail) return null;
      await source.more();
    }
  }
}

/** Goes over the rest of a mail that is too large; keeps its beginning. */
async function skipped(
  source: Source,
  limits: MboxLimits,
): Promise<{ readonly mail: Taken; readonly next: Separator | null }> {
  const raw = Buffer.from(source.bytes.subarray(0, limits.head));
  const before = source.taken;
  for (;;) {
    const end = await soughtEnd(source, { ...limits, mail: 2 * OVERLAP });
    if (end !== null) {
      source.take(end.at);
      return { mail: { raw, whole: false, size: source.taken - before }, next: shifted(end) };
    }
    source.take(Math.max(0, source.bytes.length - OVERLAP));
  }
}

/**
 * A counted mail holds unescaped lines where its dialect escapes none: then what looks escaped is the
 * writer's own. Otherwise the empty line before the separator is not the mail's.
 */
function contentOf(bytes: Buffer, counted: boolean): Buffer {
  const bodyAt = bodyOf(bytes) ?? bytes.length;
  const length = counted ? declaredLength(bytes.subarray(0, bodyAt)) : null;
  const content = length === null ? withoutLastLine(bytes) : bytes.subarray(0, bodyAt + length);
  const isPlain = counted && content.indexOf(NEWLINE_FROM, bodyAt) !== -1;
  return isPlain ? content : unescaped(content, bodyAt);
}

function withoutLastLine(bytes: Buffer): Buffer {
  const end = bytes.length;
  if (bytes[end - 1] !== 0x0a) return bytes;
  if (bytes[end - 2] === 0x0a) return bytes.subarray(0, end - 1);
  const isCrlf = bytes[end - 2] === 0x0d && bytes[end - 3] === 0x0a;
  return isCrlf ? bytes.subarray(0, end - 2) : bytes;
}

function unescaped(content: Buffer, bodyAt: number): Buffer {
  if (content.indexOf('>From ', bodyAt) === -1) return content;
  const body = content.toString('latin1', bodyAt).replaceAll(/^>(>*From )/gm, '$1');
  return Buffer.concat([content.subarray(0, bodyAt), Buffer.from(body, 'latin1')]);
}
