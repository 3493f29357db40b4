/** Opens the service on an empty workspace, connects pages and measures itself while it reads them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addAccount } from '../../../electron/service/usecases/accounts.ts';
import { createService, type Service } from '../../../electron/service/wire.ts';
import { fastClock } from '../../support/fast-clock.ts';
import type { SentRequest, ServedPage, ServiceMeasured, ServiceWanted } from '../processes.ts';

const LOOK_EVERY_MS = 50;

const wanted = JSON.parse(process.argv[2] ?? '') as ServiceWanted;
const clock = fastClock(wanted.epochMs, wanted.factor);
const sent: SentRequest[] = [];

/** Notes what is asked for: the download beside it asks for the same. */
function noteRequests(): void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const body = init?.body instanceof URLSearchParams ? init.body.toString() : null;
    const url = input instanceof Request ? input.url : String(input);
    sent.push({ url, method: init?.method ?? 'GET', body });
    return real(input, init);
  };
}

function open(profileDir: string): Service {
  const quiet = {
    info: () => {},
    warn: () => {},
    error: (_: string, cause: unknown) => {
      throw cause;
    },
  };
  const opened = createService({
    profileDir,
    program: 'cli',
    logger: quiet,
    keychain: null,
    jobs: { sync: true, outbox: true },
    caretaker: false,
    clock,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function connect({ inbox }: Service, page: ServedPage): Promise<string> {
  const { url: baseUrl, pageId: externalId, token } = page;
  const account = { channel: 'facebook', externalId, token, baseUrl, practice: false } as const;
  const added = await addAccount(inbox, account);
  if (!added.ok) throw new Error(added.error.code);
  return added.value.id;
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

async function readAll({ inbox }: Service, ids: readonly string[]): Promise<void> {
  const isRead = (id: string, index: number): boolean =>
    inbox.store.accountCounts(id).messages >= (wanted.pages[index]?.comments ?? 0);
  while (!ids.every(isRead)) await pause(LOOK_EVERY_MS);
}

async function measure(service: Service): Promise<ServiceMeasured> {
  const ids: string[] = [];
  for (const page of wanted.pages) ids.push(await connect(service, page));
  const startedAt = performance.now();
  const startedCpuMs = cpuMs();
  await service.begin();
  await readAll(service, ids);
  const firstReadMs = performance.now() - startedAt;
  const firstReadCpuMs = cpuMs() - startedCpuMs;
  writeFileSync(wanted.requestsFile, JSON.stringify(sent));
  if (wanted.steadyMs > 0) await pause(SETTLE_MS / wanted.factor);
  const before = { cpuMs: cpuMs(), requests: sent.length };
  await pause(wanted.steadyMs / wanted.factor);
  return {
    firstReadMs,
    firstReadCpuMs,
    steadyCpuMs: cpuMs() - before.cpuMs,
    steadyRequests: sent.length - before.requests,
    peakMib: process.resourceUsage().maxRSS / 1_024,
  };
}

/** What a first read leaves to be done: the sources that come after it. */
const SETTLE_MS = 3 * 60_000;

noteRequests();
const profileDir = mkdtempSync(join(tmpdir(), 'riscontro-bench-'));
const service = open(profileDir);
try {
  console.log(JSON.stringify(await measure(service)));
} finally {
  await service.close();
  rmSync(profileDir, { recursive: true, force: true });
}
