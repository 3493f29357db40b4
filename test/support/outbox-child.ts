/** Runs the real service on a real workspace and dies where its plan says. Told by the kill test. */
import { writeSync } from 'node:fs';
import type { NewEvent } from '../../shared/domain/event.ts';
import type { Connector } from '../../electron/service/ports/connector.ts';
import type { WritableStore } from '../../electron/service/ports/store.ts';
import { uuidIds } from '../../electron/service/system/uuid-ids.ts';
import { addAccount } from '../../electron/service/usecases/accounts.ts';
import type { Inbox } from '../../electron/service/usecases/inbox.ts';
import { isMoving } from '../../electron/service/usecases/outbox-queue.ts';
import { queueReply } from '../../electron/service/usecases/queue-reply.ts';
import { syncAccount } from '../../electron/service/usecases/sync-account.ts';
import { createService } from '../../electron/service/wire.ts';
import { fastClock } from './fast-clock.ts';
import type { KillPlan, Stage } from './outbox-kill-plan.ts';

const plan = JSON.parse(process.argv[2] ?? '') as KillPlan;
const clock = fastClock(plan.epochMs, plan.factor);
const quiet = { info: () => {}, warn: () => {}, error: report };

function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

function report(event: string, cause: unknown): void {
  say({ bug: event, cause: String(cause) });
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
  // The signal may take a moment; nothing more must happen until it comes.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

function reach(stage: Stage): void {
  if (plan.killAt === stage) die();
}

/** The stage that a commit stands for, or null. */
function stageOf(events: readonly NewEvent[]): string | null {
  for (const event of events) {
    if (event.kind === 'reply.queued') return 'queued';
    if (event.kind === 'reply.state') return event.payload.state;
  }
  return null;
}

function watch<T>(events: readonly NewEvent[], commitThem: () => T): T {
  const stage = stageOf(events);
  if (stage !== null) reach(`before_${stage}` as Stage);
  const result = commitThem();
  if (stage !== null) reach(`after_${stage}` as Stage);
  return result;
}

function watchedStore(store: WritableStore): WritableStore {
  return {
    ...store,
    append: (events) => watch(events, () => store.append(events)),
    appendRead: (events, local) => watch(events, () => store.appendRead(events, local)),
  };
}

function watchedConnector(connector: Connector): Connector {
  return {
    ...connector,
    readThread: async (...call) => {
      reach('before_thread_read');
      const read = await connector.readThread(...call);
      reach('after_thread_read');
      return read;
    },
    act: async (...call) => {
      if (plan.killAt === 'post_under_way') setTimeout(die, plan.killAfterMs);
      const delivered = await connector.act(...call);
      reach('after_post');
      return delivered;
    },
  };
}

/** Resolves when nothing moves by itself any more. */
function atRest(inbox: Inbox): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!inbox.store.outboxOpen().some(isMoving)) resolve();
    };
    inbox.changes.listen(look);
    look();
  });
}

async function connect(inbox: Inbox): Promise<string> {
  const [known] = inbox.store.accounts();
  if (known !== undefined) return known.id;
  const { pageId: externalId, token, url: baseUrl } = plan.page;
  const added = await addAccount(inbox, {
    channel: 'facebook',
    externalId,
    token,
    baseUrl,
    practice: false,
  });
  if (!added.ok) throw new Error(added.error.code);
  return added.value.id;
}

async function readAll(inbox: Inbox, accountId: string): Promise<void> {
  const signal = new AbortController().signal;
  const read = await syncAccount(inbox, accountId, { depth: 'complete', signal });
  if (!read.ok) throw new Error(read.error.code);
}

function everyConversation(inbox: Inbox): readonly string[] {
  const query = { view: 'all', filter: {}, cursor: null, limit: 200 } as const;
  const { rows } = inbox.store.page({ ...query, nowMs: clock.now() });
  return rows.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1)).map((row) => row.id);
}

async function run(): Promise<void> {
  const service = createService({
    profileDir: plan.profileDir,
    program: 'cli',
    logger: quiet,
    keychain: null,
    clock,
    ids: uuidIds,
    caretaker: false,
    jobs: { sync: plan.sync, outbox: true },
    undoMs: 0,
    around: { store: watchedStore, connector: watchedConnector },
  });
  if (!service.ok) throw new Error(service.error.code);
  await service.value.begin();
  const { inbox } = service.value;
  const accountId = await connect(inbox);
  let ids = everyConversation(inbox);
  if (ids.length === 0) {
    await readAll(inbox, accountId);
    ids = everyConversation(inbox);
  }
  await atRest(inbox);
  if (plan.text !== null) {
    const conversationId = ids[plan.conversation % ids.length] ?? '';
    const reply = {
      conversationId,
      text: plan.text,
      seenThroughMs: clock.now(),
      closeAfter: false,
    };
    const queued = queueReply(inbox, reply);
    if (!queued.ok) throw new Error(queued.error.code);
    say({ accepted: plan.text });
    await atRest(inbox);
  } else await readAll(inbox, accountId);
  say({ stands: howItStands(inbox, ids) });
  await service.value.close();
}

function howItStands(inbox: Inbox, ids: readonly string[]): object {
  const conversations = ids.flatMap((id) => inbox.store.conversation(id) ?? []);
  return {
    replies: conversations.flatMap(({ outbox }) =>
      outbox.map(({ text, state, attempt }) => ({ text, state, attempt })),
    ),
    messages: conversations.flatMap(({ messages }) =>
      messages
        .filter((message) => message.authorKind === 'brand')
        .map(({ text, externalId, presence }) => ({ text, externalId, presence })),
    ),
  };
}

await run();
