import type { Message } from '../../shared/domain/conversation/types.ts';
import type { OutboxItem } from '../../shared/domain/outbox/types.ts';
import type { ReadSource } from '../../shared/domain/source/plan.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { SnapshotItem } from '../../electron/service/practice/index.ts';
import { actOnMessage, type WantedAction } from '../../electron/service/usecases/act-on-message.ts';
import { carryOut } from '../../electron/service/usecases/carry-out.ts';
import { lookForLost } from '../../electron/service/usecases/look-for-lost.ts';
import { queueReply, type NewReply } from '../../electron/service/usecases/queue-reply.ts';
import type { WireOptions } from '../../electron/service/wire.ts';
import { syncSource } from '../../electron/service/usecases/sync-source.ts';
import { testWorld, type TestWorld } from './service.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A comment of a customer below a post of the page, as both sides know it. */
export interface Commented {
  readonly conversationId: string;
  readonly messageId: string;
  readonly externalId: string;
}

/** A service beside a page below whose post somebody commented. */
export interface OutboxWorld extends TestWorld {
  /** Somebody comments below a new post of the page, and that is read. */
  comment(text?: string, from?: Person): Promise<Commented>;
  /** Reads what moved in one source. Throws what it fails with. */
  readSource(source: ReadSource): Promise<void>;
  /** Somebody writes privately, and that is read. */
  write(text?: string, from?: Person): Promise<Commented>;
  /** Queues something new to be said; by default publicly, to that comment. */
  say(to: Commented, text: string, more?: Partial<NewReply>): OutboxItem;
  /** Queues an action on the comment itself, or on another message of its thread. */
  act(to: Commented, action: WantedAction['action'], more?: Partial<WantedAction>): OutboxItem;
  tryAct(
    to: Commented,
    action: WantedAction['action'],
    more?: Partial<WantedAction>,
  ): Result<OutboxItem, AppError>;
  send(item: OutboxItem): Promise<OutboxItem>;
  look(item: OutboxItem): Promise<OutboxItem>;
  stored(item: OutboxItem): OutboxItem;
  messages(conversationId: string): readonly Message[];
  /** How an item stands at the page. */
  atPage(externalId: string): SnapshotItem | undefined;
}

const signal = new AbortController().signal;

function value<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Starts service and page; nothing waits for an undo window unless `undoMs` says so. */
export async function outboxWorld(options: Partial<WireOptions> = {}): Promise<OutboxWorld> {
  const world = await testWorld({ undoMs: 0, ...options });
  const { control } = world.page;
  const messages = (id: string): readonly Message[] =>
    world.inbox().store.conversation(id)?.messages ?? [];
  const stored = (item: OutboxItem): OutboxItem => world.inbox().store.outboxItem(item.id) ?? item;
  const tryAct: OutboxWorld['tryAct'] = ({ conversationId, messageId }, action, more) =>
    actOnMessage(world.inbox(), { conversationId, messageId, action, ...more });
  const readSource: OutboxWorld['readSource'] = async (source) => {
    const options = { source, depth: 'deep_index', signal } as const;
    value(await syncSource(world.inbox(), world.account.id, options));
  };
  const find = async (source: ReadSource, externalId: string): Promise<Commented> => {
    await readSource(source);
    for (const { id } of world.rows()) {
      const message = messages(id).find((one) => one.externalId === externalId);
      if (message !== undefined) return { conversationId: id, messageId: message.id, externalId };
    }
    throw new Error(`What ${externalId} says was not read.`);
  };
  return {
    ...world,
    readSource,
    write: (text = 'Mi aiutate?', from) =>
      find('messenger', control.message({ text, ...(from === undefined ? {} : { from }) })),
    comment: (text = 'A che ora aprite?', from) => {
      const parent = control.writePost({ kind: 'own', text: 'Nuovi orari' });
      const by = from === undefined ? {} : { from };
      return find('posts', control.writeComment({ parent, text, ...by }));
    },
    say: ({ conversationId }, text, more) =>
      value(
        queueReply(world.inbox(), {
          conversationId,
          text,
          seenThroughMs: world.clock.now(),
          closeAfter: false,
          ...more,
        }),
      ),
    act: (to, action, more) => value(tryAct(to, action, more)),
    tryAct,
    send: async (item) => {
      await carryOut(world.inbox(), item.id, signal);
      return stored(item);
    },
    look: async (item) => {
      world.clock.setWall(Math.max(world.clock.now(), stored(item).notBeforeMs));
      await lookForLost(world.inbox(), item.id, signal);
      return stored(item);
    },
    stored,
    messages,
    atPage: (externalId) => {
      const { comments, posts } = control.snapshot();
      return [...comments, ...posts].find((one) => one.id === externalId);
    },
  };
}
