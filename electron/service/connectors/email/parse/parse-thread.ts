/** A thread that takes mails apart beside the service: see `parse-beside.ts`. */
import { parentPort } from 'node:worker_threads';
import type { ParsedMail } from '../../../ports/mail.ts';
import { parseMail } from './parse-mail.ts';

/** Mails one behind the other: handed over as they are, without a copy. */
export interface MailBatch {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
}

/** Taking one apart waits now and then for what it decodes; each holds its decoders meanwhile. */
const AT_ONCE = 2;

async function parseAll({ bytes, lengths }: MailBatch): Promise<readonly ParsedMail[]> {
  const parsed: ParsedMail[] = [];
  const left = lengths.entries();
  let from = 0;
  const work = async (): Promise<void> => {
    for (const [index, length] of left) {
      from += length;
      parsed[index] = await parseMail(bytes.subarray(from - length, from));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return parsed;
}

parentPort?.on('message', (batch: MailBatch) => {
  void parseAll(batch).then((parsed) => parentPort?.postMessage(parsed));
});
