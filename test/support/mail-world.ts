import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ConversationProjection } from '../../shared/domain/conversation/projection.ts';
import type { OutboxItem } from '../../shared/domain/outbox/types.ts';
import type { MailConnector } from '../../electron/service/ports/mail.ts';
import type { MailSetup } from '../../electron/service/ports/mail-setup.ts';
import type { AccountRow } from '../../electron/service/ports/store.ts';
import { carryOut } from '../../electron/service/usecases/carry-out.ts';
import type { Inbox } from '../../electron/service/usecases/inbox.ts';
import { lookForLost } from '../../electron/service/usecases/look-for-lost.ts';
import { connectMailbox } from '../../electron/service/usecases/mail/connect-mailbox.ts';
import type { NewMail } from '../../electron/service/usecases/mail/new-mail.ts';
import { queueMail } from '../../electron/service/usecases/mail/queue-mail.ts';
import { syncMailbox } from '../../electron/service/usecases/mail/sync-mailbox.ts';
import type { MailboxSettings } from '../../shared/domain/mail/types.ts';
import { createService, type Service } from '../../electron/service/wire.ts';
import { manualClock, type ManualClock } from './manual-clock.ts';
import { seededRandom } from './seeded-random.ts';
import { allRows, START_MS } from './service.ts';

/** A mail as a test writes it: a reply, unless it says otherwise. */
export type WrittenMail = Pick<NewMail, 'conversationId' | 'text'> & Partial<NewMail>;

/** A real service on a real workspace with one mailbox, and a clock that tests move. */
export interface MailWorld {
  readonly clock: ManualClock;
  readonly account: AccountRow;
  readonly profileDir: string;
  service(): Service;
  inbox(): Inbox;
  sync(depth?: 'news' | 'complete'): Promise<void>;
  /** Every conversation, newest first. */
  conversations(): readonly ConversationProjection[];
  reply(mail: WrittenMail): Promise<OutboxItem>;
  /** Sends it, or looks what became of it; returns where it stands then. */
  move(item: OutboxItem): Promise<OutboxItem>;
}

export interface MailWorldOptions {
  readonly password?: string;
  readonly startMs?: number;
  /** In the place of name servers and the person's browser. */
  readonly setup?: MailSetup;
}

/** Opens a workspace and connects the mailbox; nothing is read yet. Everything ends with the test. */
export async function mailWorld(
  mail: MailConnector,
  settings: MailboxSettings,
  { password = 'segreta', startMs = START_MS, setup }: MailWorldOptions = {},
): Promise<MailWorld> {
  const profileDir = mkdtempSync(join(tmpdir(), 'riscontro-mail-'));
  const clock = manualClock(startMs);
  const random = seededRandom(1);
  const service = createService({
    profileDir,
    program: 'cli',
    logger: {
      info: () => {},
      warn: () => {},
      error: (_event, cause) => {
        throw cause;
      },
    },
    keychain: null,
    jobs: { sync: false, outbox: false },
    caretaker: false,
    clock,
    ids: { next: () => random.uuid(clock.now()) },
    random: () => random.next(),
    mail,
    ...(setup === undefined ? {} : { mailSetup: setup }),
  });
  if (!service.ok) throw new Error(`The service does not open: ${service.error.code}`);
  await service.value.begin();
  onTestFinished(async () => {
    await service.value.close();
    rmSync(profileDir, { recursive: true, force: true });
  });
  const { inbox } = service.value;
  const { signal } = new AbortController();
  const secret = { kind: 'password', password } as const;
  const connected = await connectMailbox(inbox, { settings, secret }, signal);
  if (!connected.ok) throw new Error(connected.error.error.code);
  const account = connected.value;
  const stored = (item: OutboxItem): OutboxItem => inbox.store.outboxItem(item.id) ?? item;
  return {
    clock,
    account,
    profileDir,
    service: () => service.value,
    inbox: () => inbox,
    sync: async (depth = 'news') => {
      const read = await syncMailbox(inbox, account.id, { depth, signal });
      if (!read.ok) throw new Error(read.error.code);
    },
    conversations: () => allRows(inbox).flatMap(({ id }) => inbox.store.conversation(id) ?? []),
    reply: async (wanted) => {
      const queued = await queueMail(inbox, {
        kind: 'reply',
        closeAfter: false,
        seenThroughMs: clock.now(),
        ...wanted,
      });
      if (!queued.ok) throw new Error(queued.error.code);
      return queued.value;
    },
    move: async (item) => {
      clock.setWall(Math.max(clock.now(), stored(item).notBeforeMs));
      if (stored(item).state === 'unknown') await lookForLost(inbox, item.id, signal);
      else await carryOut(inbox, item.id, signal);
      return stored(item);
    },
  };
}
