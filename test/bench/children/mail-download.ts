/** Fetches every mail of an inbox with imapflow alone, newest first, and looks at none. */
import { ImapFlow } from 'imapflow';
import type { Downloaded, ServedMailbox } from '../processes.ts';

/** Mails a question: beyond it nothing gets faster, below it round trips show. */
const AT_ONCE = 500;

const box = JSON.parse(process.argv[2] ?? '') as ServedMailbox;
const client = new ImapFlow({
  host: box.host,
  port: box.port,
  secure: false,
  doSTARTTLS: false,
  logger: false,
  disableAutoIdle: true,
  disableCompression: true,
  auth: { user: box.user, pass: box.password },
});
let bytes = 0;
let mails = 0;
const startedAt = performance.now();
const startedCpu = process.cpuUsage();
await client.connect();
await client.mailboxOpen('INBOX', { readOnly: true });
const found = await client.search({ uid: '1:*', deleted: false }, { uid: true });
const uids = Array.isArray(found) ? found.toSorted((a, b) => b - a) : [];
const wanted = { flags: true, size: true, internalDate: true, threadId: true, source: true };
for (let from = 0; from < uids.length; from += AT_ONCE) {
  const range = uids.slice(from, from + AT_ONCE).join(',');
  for await (const { source } of client.fetch(range, wanted, { uid: true })) {
    bytes += source?.byteLength ?? 0;
    mails += 1;
  }
}
client.close();
const { user, system } = process.cpuUsage(startedCpu);
if (mails !== box.mails) throw new Error(`${mails} of ${box.mails} mails came.`);
const downloaded: Downloaded = {
  elapsedMs: performance.now() - startedAt,
  cpuMs: (user + system) / 1_000,
  bytes,
};
console.log(JSON.stringify(downloaded));
