/** Hundreds of answers through the real service and the real sending half, past a server that breaks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSmtp } from '../../electron/service/connectors/email/smtp/smtp.ts';
import { carryOut } from '../../electron/service/usecases/carry-out.ts';
import type { Inbox } from '../../electron/service/usecases/inbox.ts';
import { lookForLost, recoverOutbox } from '../../electron/service/usecases/look-for-lost.ts';
import type { NewEvent } from '../../shared/domain/event.ts';
import type { OutboxItem, OutboxState } from '../../shared/domain/outbox/types.ts';
import { mailWorld, type MailWorld } from '../support/mail-world.ts';
import { OUR_ADDRESS, ScriptedMailbox, SETTINGS } from '../support/scripted-mailbox.ts';
import { seededRandom, type SeededRandom } from '../support/seeded-random.ts';
import { selfSigned } from '../support/self-signed.ts';
import {
  startSmtpPeer,
  type PeerDeed,
  type PeerStep,
  type SmtpPeer,
} from '../support/smtp-peer.ts';

/** Together with the runs of `mail-kill.test.ts`: more than five hundred. */
const RUNS = 470;
/** All runs share a server that has short patience with a peer that says nothing. */
const LIMITS = { connectMs: 2_000, greetingMs: 80, replyMs: 80, finalReplyMs: 80 };

type Trouble = readonly [step: PeerStep, deed: PeerDeed];

/** A server that hangs up or lies at each step of a talk, for now, for ever, or without a word. */
const TROUBLES: readonly [Trouble, ...Trouble[]] = [
  ['CONNECT', 'drop'],
  ['CONNECT', '421 4.3.2 closing'],
  ['CONNECT', '554 5.7.1 no service'],
  ['EHLO', 'drop'],
  ['EHLO', 'hang'],
  ['AUTH', '454 4.7.0 later'],
  ['AUTH', '535 5.7.8 no'],
  ['MAIL', 'drop'],
  ['MAIL', '451 4.3.0 later'],
  ['MAIL', '552 5.2.2 sender is full'],
  ['RCPT', 'drop'],
  ['RCPT', '450 4.2.1 greylisted'],
  ['RCPT', '550 5.1.1 no such user'],
  ['RCPT', '552 5.2.2 mailbox full'],
  ['DATA', 'drop'],
  ['DATA', '451 4.3.0 later'],
  ['DATA', '554 5.5.1 no'],
  ['CONTENT', 'drop'],
  ['CONTENT', 'hang'],
  ['DOT', 'drop'],
  ['DOT', 'hang'],
  ['DOT', 'take_and_drop'],
  ['DOT', 'take_and_drop'],
  ['DOT', '451 4.3.0 later'],
  ['DOT', '554 5.6.0 no'],
  ['DOT', 'take_and_close'],
];

/** The commits at which the service dies in the middle of a delivery. */
const DEATHS: readonly [OutboxState, ...OutboxState[]] = [
  'sending',
  'sent',
  'deferred',
  'rejected',
  'unknown',
  'reconciling',
];

class Death extends Error {}

/** What is planned for one answer: a trouble per attempt, and where the service dies once. */
interface Run {
  readonly troubles: (Trouble | null)[];
  death: { readonly at: OutboxState; readonly after: boolean } | null;
}

function planRun(random: SeededRandom): Run {
  const count = random.below(4);
  const troubles = Array.from({ length: count }, () =>
    random.chance(0.8) ? random.pick(TROUBLES) : null,
  );
  const death = random.chance(0.4) ? { at: random.pick(DEATHS), after: random.chance(0.5) } : null;
  return { troubles, death };
}

/** The same inbox, whose disk takes the process with it once. */
function mortal(inbox: Inbox, run: Run): Inbox {
  const dies = (events: readonly NewEvent[]): boolean =>
    events.some((event) => event.kind === 'reply.state' && event.payload.state === run.death?.at);
  const append: Inbox['store']['append'] = (events) => {
    const { death } = run;
    if (death === null || !dies(events)) return inbox.store.append(events);
    run.death = null;
    if (death.after) inbox.store.append(events);
    throw new Death();
  };
  return { ...inbox, store: { ...inbox.store, append } };
}

const isOnItsWay = ({ state }: OutboxItem): boolean =>
  state !== 'sent' && state !== 'rejected' && state !== 'needs_human';

describe.each([
  ['files what it sends', true],
  ['files nothing', false],
])('where the server %s', (_how, filesSent) => {
  let peer: SmtpPeer;
  let run: Run = { troubles: [], death: null };
  let trouble: Trouble | null = null;
  const box = new ScriptedMailbox();
  const smtp = createSmtp({ limits: LIMITS });
  let copies = 0;

  const deed = (step: PeerStep): PeerDeed | null => {
    if (step === 'CONNECT') trouble = run.troubles.shift() ?? null;
    return trouble?.[0] === step ? trouble[1] : null;
  };

  beforeAll(async () => {
    const certificate = selfSigned('IP:127.0.0.1');
    peer = await startSmtpPeer({ security: 'none', certificate, deed });
  });
  afterAll(() => peer.close());

  const idsDelivered = (): readonly string[] =>
    peer.delivered.map((mail) => /^message-id: <([^>]+)>/im.exec(mail)?.[1] ?? '');

  const opened = (): Promise<MailWorld> => {
    const connector = {
      ...box.connector,
      test: () => Promise.resolve({ ok: true, folders: [], filesSent } as const),
      compose: smtp.compose,
      send: smtp.send,
    };
    return mailWorld(connector, { ...SETTINGS, smtp: peer.server });
  };

  /** A server that files by itself shows in Sent what it delivered. */
  function fileDelivered(world: MailWorld): void {
    if (!filesSent) return;
    for (const messageId of idsDelivered().slice(copies)) {
      box.arrive({
        from: OUR_ADDRESS,
        to: ['anna@c.example'],
        messageId,
        atMs: world.clock.now(),
        folder: 'Sent',
      });
      copies += 1;
    }
  }

  /** Moves it once, as the outbox loop does; a death is followed by a start. */
  async function move(world: MailWorld, item: OutboxItem): Promise<OutboxItem> {
    const inbox = world.inbox();
    const stored = (): OutboxItem => inbox.store.outboxItem(item.id) ?? item;
    world.clock.setWall(Math.max(world.clock.now(), stored().notBeforeMs));
    const { signal } = new AbortController();
    const act = stored().state === 'unknown' ? lookForLost : carryOut;
    try {
      await act(mortal(inbox, run), item.id, signal);
    } catch (cause) {
      if (!(cause instanceof Death)) throw cause;
      recoverOutbox(inbox);
    }
    fileDelivered(world);
    return stored();
  }

  async function play(world: MailWorld, seed: number): Promise<string | null> {
    run = { troubles: [], death: null };
    box.arrive({
      from: 'anna@c.example',
      messageId: `q${seed}@c`,
      subject: `Domanda ${seed}`,
      atMs: world.clock.now(),
    });
    await world.sync();
    const [known] = world.inbox().store.knownMessages(world.account.id, [`mid:q${seed}@c`]);
    const conversationId = known?.conversationId ?? '';
    run = planRun(seededRandom(seed * 31 + (filesSent ? 1 : 2)));
    const planned = JSON.stringify(run);
    let item = await world.reply({ conversationId, text: `Risposta ${seed}` });
    for (let moves = 0; moves < 40 && isOnItsWay(item); moves += 1) item = await move(world, item);
    run = { troubles: [], death: null };
    await world.sync();
    const finding = findingOf(world, item);
    return finding === null ? null : `${seed}: ${finding} after ${planned}`;
  }

  /** What is wrong with how an answer ended; null: nothing. */
  function findingOf(world: MailWorld, { id, mail, conversationId }: OutboxItem): string | null {
    const item = world.inbox().store.outboxItem(id);
    const delivered = idsDelivered().filter((one) => one === mail?.messageId).length;
    const shown = (world.inbox().store.conversation(conversationId)?.messages ?? []).filter(
      ({ authorKind }) => authorKind === 'brand',
    ).length;
    if (delivered > 1) return `delivered ${delivered} times`;
    const filed = box.filed.filter((one) => one === mail?.messageId).length;
    switch (item?.state) {
      case 'sent':
        if (delivered !== 1) return 'told as sent, and never delivered';
        if (filed !== (filesSent ? 0 : 1)) return `filed ${filed} times`;
        return shown === 1 ? null : `shown ${shown} times`;
      case 'needs_human':
        return item.reason === null || shown > 0 ? 'asks without a reason, or is shown' : null;
      case 'rejected':
        return delivered > 0 || item.reason === null ? 'refused, and delivered' : null;
      default:
        return `stays ${item?.state ?? 'nowhere'}`;
    }
  }

  test('each answer arrives once, or waits for a person, or is refused with its reason', async () => {
    const world = await opened();
    const findings: string[] = [];
    for (let seed = 0; seed < RUNS / 2; seed += 1) {
      const finding = await play(world, seed);
      if (finding !== null) findings.push(finding);
    }
    expect(findings).toEqual([]);
    const ends = new Set(
      world.conversations().flatMap(({ outbox }) => outbox.map(({ state }) => state)),
    );
    expect([...ends].toSorted()).toEqual(['needs_human', 'rejected', 'sent']);
    expect(world.inbox().store.rebuildCheck().findings).toEqual([]);
  }, 120_000);
});
