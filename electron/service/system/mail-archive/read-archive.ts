import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { looksLikeMail } from '../../../../shared/domain/mail/looks-like-mail.ts';
import { appError } from '../../../../shared/kernel/app-error.ts';
import type { ArchivedMail, MailArchive, UnreadableMail } from '../../ports/mail-archive.ts';
import { mboxMails, type MboxLimits } from './mbox.ts';
import { separatorAt } from './separator.ts';
import { fileError, mailFiles, type MailFile } from './walk.ts';

/** As much as is fetched from a server. */
const LIMITS: MboxLimits = { mail: 25 * 2 ** 20, head: 256 * 2 ** 10 };
const CHUNK_BYTES = 512 * 1024;
/** So much tells an mbox from a mail. */
const BEGINNING_BYTES = 4_096;

type Step = ArchivedMail | UnreadableMail;
type Told = Step & { readonly doneBytes: number };

/** Returns what reads mails from files and folders. `limits`: for tests. */
export const mailArchive = (limits: MboxLimits = LIMITS): MailArchive => ({
  weigh: async (paths) => {
    let bytes = 0;
    for (const path of paths) {
      for await (const found of mailFiles(path)) if (found.kind === 'file') bytes += found.size;
    }
    return bytes;
  },
  read: (paths, signal) => readAll(paths, signal, limits),
});

async function* readAll(
  paths: readonly string[],
  signal: AbortSignal,
  limits: MboxLimits,
): AsyncGenerator<Told> {
  let before = 0;
  for (const path of paths) {
    for await (const found of mailFiles(path)) {
      if (signal.aborted) return;
      if (found.kind === 'unreadable') {
        yield { ...found, doneBytes: before };
        continue;
      }
      for await (const step of readFile(found, limits)) {
        if (signal.aborted) return;
        yield { ...step, doneBytes: before + step.doneBytes };
      }
      before += found.size;
    }
  }
}

/** Reads one file; what goes wrong half way is told once, and what was read stands. */
async function* readFile(file: MailFile, limits: MboxLimits): AsyncGenerator<Told> {
  const { path, size } = file;
  try {
    const beginning = await firstBytes(path, BEGINNING_BYTES);
    if (isMbox(beginning)) yield* readMbox(file, limits);
    else yield { ...(await readSingle(file, limits)), doneBytes: size };
  } catch (cause) {
    yield { kind: 'unreadable', place: path, error: fileError(cause), doneBytes: size };
  }
}

const isMbox = (beginning: Buffer): boolean =>
  typeof separatorAt(beginning, 0, beginning.length < BEGINNING_BYTES) !== 'string';

async function* readMbox({ path }: MailFile, limits: MboxLimits): AsyncGenerator<Told> {
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  let number = 0;
  try {
    for await (const { doneBytes, ...mail } of mboxMails(stream, limits)) {
      number += 1;
      yield { ...checked({ kind: 'mail', place: `${path}#${number}`, ...mail }), doneBytes };
    }
  } finally {
    stream.destroy();
  }
}

async function readSingle(
  { path, size, changedAtMs }: MailFile,
  limits: MboxLimits,
): Promise<Step> {
  const whole = size <= limits.mail;
  const raw = withoutMark(await firstBytes(path, whole ? size : limits.head));
  return checked({ kind: 'mail', place: path, raw, whole, size, deliveredAtMs: changedAtMs });
}

/** The mark that some editors put before a text is no part of a mail. */
const withoutMark = (raw: Buffer): Buffer =>
  raw.toString('latin1', 0, 3) === '\u00EF\u00BB\u00BF' ? raw.subarray(3) : raw;

const checked = (mail: ArchivedMail): Step =>
  looksLikeMail(mail.raw)
    ? mail
    : { kind: 'unreadable', place: mail.place, error: appError('item_bad_shape') };

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(count);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, filled, count - filled, filled);
      filled += bytesRead;
      if (bytesRead === 0 || filled === count) return bytes.subarray(0, filled);
    }
  } finally {
    await file.close();
  }
}
