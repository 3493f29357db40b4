import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ParsedMail, ParseMail } from '../../../ports/mail.ts';
import { headEnd } from './charsets.ts';
import { parseMail } from './parse-mail.ts';
import type { MailBatch } from './parse-thread.ts';

/** Fewer mails at once are taken apart here: starting a thread takes longer. */
const LEAST_MAILS = 8;
/** The thread ends after so long without work: it holds some 60 MB. */
const IDLE_MS = 5_000;
/**
 * What a thread may hold: the largest mail takes some 200 MB while it is taken apart. What is young is
 * looked through often: it is nearly all gone by then, and would else grow to three times as much.
 */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

interface Job {
  readonly raw: Uint8Array;
  readonly done: (parsed: ParsedMail) => void;
}

/**
 * Returns a parser that takes many mails apart in a thread of its own, so that they arrive, are taken
 * apart and are stored at the same time (decision 0128). A mail at which the thread dies is read by its
 * head alone; the others of its batch as ever.
 */
export function parseBeside(openThread: () => Worker = openParser): ParseMail {
  const batches: (readonly Job[])[] = [];
  let waiting: Job[] = [];
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;

  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length < LEAST_MAILS && thread === null) for (const job of batch) void parseHere(job);
    else send(batch);
  };

  const send = (batch: readonly Job[]): void => {
    clearTimeout(idle);
    thread ??= start();
    batches.push(batch);
    const mails = inOne(batch);
    thread.postMessage(mails, [mails.bytes.buffer]);
  };

  const start = (): Worker => {
    const worker = openThread();
    worker.unref();
    worker.on('message', (parsed: readonly ParsedMail[]) => {
      const batch = batches.shift() ?? [];
      for (const [index, job] of batch.entries()) {
        const one = parsed[index];
        if (one !== undefined) job.done(one);
      }
      if (batches.length === 0) idle = setTimeout(() => void worker.terminate(), IDLE_MS).unref();
    });
    worker.on('error', () => {});
    worker.on('exit', () => {
      if (thread !== worker) return;
      thread = null;
      clearTimeout(idle);
      retry(batches.splice(0));
    });
    return worker;
  };

  /** One by one: nobody knows which mail it was. */
  const retry = ([first = [], ...others]: readonly (readonly Job[])[]): void => {
    const [alone] = first;
    if (first.length === 1 && alone !== undefined) void parseHead(alone);
    else for (const job of first) send([job]);
    for (const batch of others) send(batch);
  };

  return (raw) =>
    new Promise((done) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ raw, done });
    });
}

async function parseHere({ raw, done }: Job): Promise<void> {
  done(await parseMail(raw));
}

const parseHead = ({ raw, done }: Job): Promise<void> =>
  parseHere({ raw: raw.subarray(0, headEnd(raw)), done });

function inOne(batch: readonly Job[]): MailBatch {
  const lengths = batch.map(({ raw }) => raw.byteLength);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let from = 0;
  for (const { raw } of batch) {
    bytes.set(raw, from);
    from += raw.byteLength;
  }
  return { bytes, lengths };
}

/** In the bundle the thread's program lies beside the service's; from an archive only its text can be read. */
function openParser(): Worker {
  const options = { resourceLimits: LIMITS };
  const source = new URL('./parse-thread.ts', import.meta.url);
  if (import.meta.url.endsWith('.ts')) return new Worker(source, options);
  const program = readFileSync(new URL('../parser/index.cjs', import.meta.url), 'utf8');
  return new Worker(program, { ...options, eval: true });
}
