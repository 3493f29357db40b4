/** Runs the real service on a real workspace and dies where its plan says. Told by the kill test. */
import { writeSync } from 'node:fs';
import type { ConversationProjection } from '../../shared/domain/conversation/projection.ts';
import type { NewEvent } from '../../shared/domain/event.ts';
import type { Connector } from '../../electron/service/ports/connector.ts';
import type { PageCursor, WritableStore } from '../../electron/service/ports/store.ts';
import { uuidIds } from '../../electron/service/system/uuid-ids.ts';
import { addAccount } from '../../electron/service/usecases/accounts.ts';
import type { Inbox } from '../../electron/service/usecases/inbox.ts';
import { isMoving } from '../../electron/service/usecases/outbox-queue.ts';
import { actOnMessage } from '../../electron/service/usecases/act-on-message.ts';
import { queueReply } from '../../electron/service/usecases/queue-reply.ts';
import { syncSource } from '../../electron/service/usecases/sync-source.ts';
import { createService } from '../../electron/service/wire.ts';
import { fastClock } from './fast-clock.ts';
import type { KillPlan, Stage, Wish } from './outbox-kill-plan.ts';

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
    if (event.kind === 'reply.queued' || event.kind === 'action.queued') return 'queued';
    if (event.kind === 'reply.state' || event.kind === 'action.state') return event.payload.state;
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
  const read = await syncSource(inbox, accountId, {
    source: 'posts',
    depth: 'complete',
    signal,
  });
  if (!read.ok) throw new Error(read.error.code);
}

/** Every conversation, page by page. */
function everyConversation(inbox: Inbox): readonly ConversationProjection[] {
  const found: ConversationProjection[] = [];
  let cursor: PageCursor | null = null;
  do {
    const query = { view: 'all', filter: {}, cursor, limit: 200, nowMs: clock.now() } as const;
    const page = inbox.store.page(query);
    found.push(...page.rows.flatMap((row) => inbox.store.conversation(row.id) ?? []));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

/** Puts a wish into the outbox; what it says afterwards is that it was accepted. */
function ask(inbox: Inbox, { action, target, text }: Wish): void {
  for (const { row, messages } of everyConversation(inbox)) {
    const message = messages.find((one) => one.externalId === target);
    if (message === undefined) continue;
    const common = { conversationId: row.id, text };
    const isWords = action === 'reply' || action === 'private_reply';
    const queued = isWords
      ? queueReply(inbox, {
          ...common,
          parentExternalId: target,
          visibility: action === 'reply' ? 'public' : 'private',
          seenThroughMs: clock.now(),
          closeAfter: false,
        })
      : actOnMessage(inbox, { ...common, messageId: message.id, action, confirmed: true });
    if (!queued.ok) throw new Error(queued.error.code);
    say({ accepted: { action, target, text } });
    return;
  }
  throw new Error('The comment was not read.');
}

async function run(): Promise<void> {
  const service = createService({
    profileDir: plan.profileDir,
    program: 'cli',
    logger: quiet,
    keychain: null,
    clock,
    ids: uuidIds,
    wait: () => Promise.resolve(),
    caretaker: false,
    jobs: { sync: plan.sync, outbox: true },
    undoMs: 0,
    around: { store: watchedStore, connector: watchedConnector },
  });
  if (!service.ok) throw new Error(service.error.code);
  await service.value.begin();
  const { inbox } = service.value;
  const accountId = await connect(inbox);
  await atRest(inbox);
  await readAll(inbox, accountId);
  if (plan.killAt === 'any_instant') setTimeout(die, plan.killAfterMs);
  for (const wish of plan.wishes) ask(inbox, wish);
  await atRest(inbox);
  say({ stands: howItStands(everyConversation(inbox)) });
  await service.value.close();
}

const howItStands = (conversations: readonly ConversationProjection[]): object => ({
  items: conversations.flatMap(({ outbox }) =>
    outbox.map(({ action, targetExternalId: target, text, state }) => ({
      action,
      target,
      text,
      state,
    })),
  ),
  messages: conversations.flatMap(({ messages }) =>
    messages.flatMap(({ externalId }) => externalId ?? []),
  ),
});

await run();
