/** Opens the service on an empty workspace, connects a mailbox and measures its first read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmailConnector } from '../../../electron/service/connectors/email/email-connector.ts';
import { connectMailbox } from '../../../electron/service/usecases/mail/connect-mailbox.ts';
import { syncMailbox } from '../../../electron/service/usecases/mail/sync-mailbox.ts';
import { createService, type Service } from '../../../electron/service/wire.ts';
import type { MailSynced, ServedMailbox } from '../processes.ts';

const box = JSON.parse(process.argv[2] ?? '') as ServedMailbox;
const { signal } = new AbortController();

/** Only its reading is measured: there is no server for sending. */
const mail = {
  ...createEmailConnector(),
  test: () => Promise.resolve({ ok: true, folders: [], filesSent: false } as const),
};

function open(profileDir: string): Service {
  const opened = createService({
    profileDir,
    program: 'cli',
    logger: {
      info: () => {},
      warn: () => {},
      error: (_, cause) => {
        throw cause;
      },
    },
    keychain: null,
    jobs: { sync: false, outbox: false },
    caretaker: false,
    mail,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function connect({ inbox }: Service): Promise<string> {
  const server = { host: box.host, port: box.port, security: 'none', user: box.user } as const;
  const settings = {
    imap: server,
    smtp: server,
    addresses: [{ name: null, address: box.user }],
    folders: ['INBOX'],
    sentFolder: null,
    filesSent: false,
  };
  const secret = { kind: 'password', password: box.password } as const;
  const connected = await connectMailbox(inbox, { settings, secret }, signal);
  if (!connected.ok) throw new Error(connected.error.error.code);
  return connected.value.id;
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

async function measure(service: Service): Promise<MailSynced> {
  const accountId = await connect(service);
  const startedAt = performance.now();
  const startedCpuMs = cpuMs();
  const read = await syncMailbox(service.inbox, accountId, { depth: 'complete', signal });
  const elapsedMs = performance.now() - startedAt;
  if (!read.ok) throw new Error(read.error.code);
  const { messages } = service.inbox.store.accountCounts(accountId);
  if (messages !== box.mails) throw new Error(`${messages} of ${box.mails} mails are kept.`);
  return {
    elapsedMs,
    cpuMs: cpuMs() - startedCpuMs,
    peakMib: process.resourceUsage().maxRSS / 1_024,
  };
}

const profileDir = mkdtempSync(join(tmpdir(), 'riscontro-bench-'));
const service = open(profileDir);
try {
  await service.begin();
  console.log(JSON.stringify(await measure(service)));
} finally {
  await service.close();
  rmSync(profileDir, { recursive: true, force: true });
}
