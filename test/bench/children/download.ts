/** Fetches what a first sync fetched, in the same order, and parses it: nothing else. */
import { readFileSync } from 'node:fs';
import type { Downloaded, SentRequest } from '../processes.ts';

const [file = '', token = ''] = process.argv.slice(2);
const requests = JSON.parse(readFileSync(file, 'utf8')) as readonly SentRequest[];
let bytes = 0;
const startedAt = performance.now();
const startedCpu = process.cpuUsage();
for (const { url, method, body } of requests) {
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  const form = body === null ? {} : { body: new URLSearchParams(body) };
  const answer = await fetch(url, { method, headers, ...form });
  const text = await answer.text();
  bytes += text.length;
  JSON.parse(text);
}
const { user, system } = process.cpuUsage(startedCpu);
const downloaded: Downloaded = {
  elapsedMs: performance.now() - startedAt,
  cpuMs: (user + system) / 1_000,
  bytes,
};
console.log(JSON.stringify(downloaded));
