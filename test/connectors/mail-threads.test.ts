import { describe, expect, test } from 'vitest';
import type { ConversationProjection } from '../../shared/domain/conversation/projection.ts';
import type { QueuedMail } from '../../shared/domain/mail/types.ts';
import { mailWorld, type MailWorld } from '../support/mail-world.ts';
import {
  OUR_ADDRESS,
  ScriptedMailbox,
  SETTINGS,
  type ToldMail,
} from '../support/scripted-mailbox.ts';
import { START_MS } from '../support/service.ts';

const ANNA = 'anna@cliente.example';
const minute = (count: number): number => START_MS - 3_600_000 + count * 60_000;

async function worldWith(
  ...mails: readonly ToldMail[]
): Promise<{ box: ScriptedMailbox; world: MailWorld }> {
  const box = new ScriptedMailbox();
  for (const mail of mails) box.arrive(mail);
  const world = await mailWorld(box.connector, SETTINGS);
  await world.sync();
  return { box, world };
}

/** One line each: who wrote what kind of message, in the order of the thread. */
const told = ({ messages }: ConversationProjection): readonly string[] =>
  messages.map(({ authorKind, externalId }) => `${authorKind} ${externalId ?? '-'}`);

const ASKED: ToldMail = { from: ANNA, messageId: 'a1@c', subject: 'Fibra ferma', atMs: minute(0) };

describe('a mail becomes a conversation', () => {
  test('its writer waits for an answer, in private, on the channel of mail', async () => {
    const { world } = await worldWith(ASKED);
    const [conversation] = world.conversations();
    expect(conversation?.row).toMatchObject({
      channel: 'email',
      kind: 'email',
      source: 'mail',
      status: 'pending',
      starter: { externalId: ANNA },
      pendingSinceMs: minute(0),
    });
    expect(conversation?.messages[0]).toMatchObject({
      visibility: 'private',
      mail: { subject: 'Fibra ferma' },
    });
  });

  test.each([
    ['its subject', 'ferma fib'],
    ['its writer', ANNA],
    ['who got it beside us', 'studio'],
    ['words of several of these', 'tecnico ferma anna neri'],
  ])('it is found by %s', async (_what, text) => {
    const others = ['neri@studio.example'];
    const { world } = await worldWith({ ...ASKED, cc: others }, { from: 'b@b.example', atMs: 1 });
    const query = { view: 'all', cursor: null, limit: 10, nowMs: world.clock.now() } as const;
    const { rows } = world.inbox().store.page({ ...query, filter: { text } });
    expect(rows.map(({ subject }) => subject)).toEqual(['Fibra ferma']);
  });

  test('a copy in another folder, and reading again, change nothing', async () => {
    const { box, world } = await worldWith(ASKED, { ...ASKED, folder: 'Sent' });
    const before = world.inbox().store.lastEventSeq();
    await world.sync('complete');
    box.arrive({ ...ASKED, folder: 'Sent' });
    await world.sync();
    expect(world.inbox().store.lastEventSeq()).toBe(before);
    expect(world.conversations().map(told)).toEqual([['customer mid:a1@c']]);
    expect(world.inbox().store.mailPlaces(world.account.id, 'mid:a1@c')).toHaveLength(3);
  });

  test('answers stand in its thread, whoever wrote them first', async () => {
    const { world } = await worldWith(
      ASKED,
      {
        from: OUR_ADDRESS,
        to: [ANNA],
        messageId: 'b1@o',
        inReplyTo: ['a1@c'],
        atMs: minute(5),
        folder: 'Sent',
      },
      {
        from: ANNA,
        messageId: 'a2@c',
        references: ['a1@c', 'b1@o'],
        atMs: minute(9),
        text: 'Non va ancora, perché?',
      },
    );
    const [conversation] = world.conversations();
    expect(world.conversations().map(told)).toEqual([
      ['customer mid:a1@c', 'brand mid:b1@o', 'customer mid:a2@c'],
    ]);
    expect(conversation?.obligations.map(({ ending, endedAtMs }) => [ending, endedAtMs])).toEqual([
      ['answered', minute(5)],
      [null, null],
    ]);
  });

  test('what a later mail answered is put before it, though it is read last', async () => {
    const { box, world } = await worldWith({
      from: ANNA,
      messageId: 'a2@c',
      references: ['a1@c'],
      atMs: minute(9),
    });
    box.arrive(ASKED);
    await world.sync();
    expect(world.conversations().map(told)).toEqual([['customer mid:a1@c', 'customer mid:a2@c']]);
  });

  test('the same subject alone begins a thread of its own', async () => {
    const { world } = await worldWith(ASKED, {
      ...ASKED,
      messageId: 'x1@c',
      subject: 'Re: Fibra ferma',
      atMs: minute(3),
    });
    expect(world.conversations()).toHaveLength(2);
  });

  test('a stranger who names a thread gets one of their own, which says so', async () => {
    const { world } = await worldWith(ASKED, {
      from: 'x@evil.example',
      messageId: 'e1@e',
      inReplyTo: ['a1@c'],
      atMs: minute(4),
    });
    const claims = world.conversations().map(({ messages }) => messages[0]?.mail?.claims);
    expect(claims).toEqual(['mid:a1@c', null]);
  });

  test('what a machine wrote is kept and owed nothing', async () => {
    const { world } = await worldWith(
      { ...ASKED, class: { kind: 'list', why: 'List-Id' } },
      { ...ASKED, messageId: 'o1@c', class: { kind: 'automatic', why: 'Auto-Submitted' } },
    );
    expect(world.conversations().map(({ row }) => row.status)).toEqual(['waiting', 'waiting']);
    expect(world.conversations().flatMap(told).toSorted()).toEqual([
      'system mid:a1@c',
      'system mid:o1@c',
    ]);
  });

  test('the facts alone give the same rows', async () => {
    const { world } = await worldWith(ASKED);
    expect(world.inbox().store.rebuildCheck()).toEqual({ ok: true, findings: [] });
  });

  test('the mail itself is on disk, byte by byte', async () => {
    const { world } = await worldWith(ASKED);
    const rawId = world.conversations()[0]?.messages[0]?.mail?.rawId ?? '';
    const raw = await world.inbox().rawMails.load(rawId);
    expect(Buffer.from(raw ?? []).toString()).toContain('Fibra ferma');
  });
});

/** An answer of ours in a mailbox whose answers carry marks. */
async function marked() {
  const box = new ScriptedMailbox();
  box.arrive({ ...ASKED, serverThreadId: 't1' });
  const world = await mailWorld(box.connector, {
    ...SETTINGS,
    plusAddress: true,
    subjectTag: true,
  });
  await world.sync();
  const conversationId = world.conversations()[0]?.row.id ?? '';
  const item = await world.reply({ conversationId, text: 'Mandiamo un tecnico domani.' });
  await world.move(item);
  return { box, world, mail: item.mail };
}

describe('what leads a mail home where no Message-ID does', () => {
  const later = { messageId: 'n1@c', subject: 'Altro', atMs: START_MS + 3_600_000 };

  test('an answer of ours asks to be answered at an address with a mark, and names it', async () => {
    const { mail } = await marked();
    expect(mail?.replyTo?.address).toMatch(/^aiuto\+[0-9a-z]{6}@ondalta\.example$/);
    expect(mail?.subject).toMatch(/^Re: Fibra ferma \[#[0-9A-Z]{6}\]$/);
  });

  test.each<[string, (mail: QueuedMail) => Partial<ToldMail>]>([
    ['the mark in its address', ({ replyTo }) => ({ to: [replyTo?.address ?? ''] })],
    ['its server’s thread', () => ({ serverThreadId: 't1' })],
    ['the mark in its subject', ({ subject }) => ({ subject })],
  ])('its writer’s mail comes home, a stranger’s claims to: by %s', async (_by, by) => {
    const { box, world, mail } = await marked();
    if (mail === null) throw new Error('no mail');
    box.arrive({ from: ANNA, ...later, ...by(mail) });
    await world.sync();
    expect(world.conversations()).toHaveLength(1);
    box.arrive({ from: 'x@evil.example', ...later, messageId: 'e2@e', ...by(mail) });
    await world.sync();
    const claims = world.conversations().flatMap(({ messages }) => messages[0]?.mail?.claims ?? []);
    expect(claims).toEqual(['mid:a1@c']);
    expect(world.conversations()).toHaveLength(2);
    expect(world.inbox().store.rebuildCheck().findings).toEqual([]);
  });
});

describe('a group whose address is ours', () => {
  const trace = { originalId: null, lists: ['aiuto.ondalta.example'], originalFrom: null };
  const list = { kind: 'list', why: 'List-Id' } as const;

  test('passes on what people write: they wait for an answer', async () => {
    const { world } = await worldWith({ ...ASKED, trace, class: list });
    expect(world.conversations()[0]?.row).toMatchObject({
      status: 'pending',
      starter: { externalId: ANNA },
    });
  });

  test('and is not who wrote it, although it puts itself into From', async () => {
    const originalFrom = { name: 'Anna', address: ANNA };
    const { world } = await worldWith({
      ...ASKED,
      from: OUR_ADDRESS,
      trace: { ...trace, originalFrom },
      class: list,
    });
    expect(world.conversations()[0]?.row).toMatchObject({
      status: 'pending',
      starter: { externalId: ANNA },
    });
  });

  test('is not any list that writes to our address', async () => {
    const { world } = await worldWith({
      ...ASKED,
      trace: { ...trace, lists: ['news.shop.example'] },
      class: list,
    });
    expect(world.conversations()[0]?.row.status).toBe('waiting');
  });
});

/** One conversation, and an answer to it in the outbox. */
async function answered(fate: ScriptedMailbox['fate'] = 'accepted') {
  const { box, world } = await worldWith(ASKED);
  const conversationId = world.conversations()[0]?.row.id ?? '';
  box.fate = fate;
  const item = await world.reply({ conversationId, text: 'Mandiamo un tecnico domani.' });
  return { box, world, item, conversationId, state: () => world.conversations()[0] };
}

describe('an answer by mail', () => {
  test('ends the waiting, tied to what it answers, once', async () => {
    const { box, world, item, state } = await answered();
    expect((await world.move(item)).state).toBe('sent');
    expect(item.mail).toMatchObject({
      to: [{ address: ANNA }],
      from: { address: OUR_ADDRESS },
      subject: 'Re: Fibra ferma',
      inReplyTo: 'a1@c',
      references: ['a1@c'],
    });
    expect(box.sent).toEqual([item.mail?.messageId]);
    expect(state()?.row.status).toBe('waiting');
    // Its copy in Sent is no second answer.
    box.arrive({
      from: OUR_ADDRESS,
      to: [ANNA],
      messageId: item.mail?.messageId ?? '',
      inReplyTo: ['a1@c'],
      atMs: world.clock.now(),
      folder: 'Sent',
    });
    await world.sync();
    expect(state()?.messages).toHaveLength(2);
  });

  test('that bounces answered nobody, since ever; a delay changes nothing', async () => {
    const { box, world, item, state } = await answered();
    await world.move(item);
    const report = (action: 'failed' | 'delayed') => ({
      kind: 'bounce' as const,
      why: 'multipart/report',
      report: {
        originalMessageId: item.mail?.messageId ?? null,
        envelopeId: null,
        recipients: [{ address: ANNA, action, status: '5.1.1', diagnostic: 'User unknown' }],
      },
    });
    box.arrive({
      from: 'mailer-daemon@c',
      messageId: 'd1@c',
      class: report('delayed'),
      atMs: world.clock.now(),
    });
    await world.sync();
    expect(state()?.row.status).toBe('waiting');
    box.arrive({
      from: 'mailer-daemon@c',
      messageId: 'd2@c',
      class: report('failed'),
      atMs: world.clock.now(),
    });
    await world.sync();
    expect(state()?.row).toMatchObject({ status: 'pending', pendingSinceMs: minute(0) });
    expect(state()?.messages.at(-1)?.bounced).toEqual([report('failed').report.recipients[0]]);
    expect(world.conversations()).toHaveLength(1);
    expect(world.inbox().store.rebuildCheck().findings).toEqual([]);
  });

  test('whose outcome nobody heard of is looked for, never sent again', async () => {
    const { box, world, item } = await answered('lost');
    expect((await world.move(item)).state).toBe('unknown');
    box.arrive({
      from: OUR_ADDRESS,
      to: [ANNA],
      messageId: item.mail?.messageId ?? '',
      inReplyTo: ['a1@c'],
      atMs: world.clock.now(),
      folder: 'Sent',
    });
    expect((await world.move(item)).state).toBe('sent');
    expect(box.sent).toHaveLength(1);
  });

  test('that is nowhere to be found is a person’s to decide', async () => {
    const { box, world, item } = await answered('dropped');
    let state = (await world.move(item)).state;
    for (let looks = 0; looks < 10 && state === 'unknown'; looks += 1)
      state = (await world.move(item)).state;
    expect([state, box.sent.length]).toEqual(['needs_human', 0]);
  });

  test.each<[ScriptedMailbox['fate'], string]>([
    ['refused', 'rejected'],
    ['later', 'deferred'],
  ])('that the server takes not (%s) is %s', async (fate, state) => {
    const { world, item } = await answered(fate);
    expect((await world.move(item)).state).toBe(state);
  });

  test('stops when the customer wrote again meanwhile', async () => {
    const { box, world, item } = await answered();
    box.arrive({
      from: ANNA,
      messageId: 'a2@c',
      inReplyTo: ['a1@c'],
      atMs: world.clock.now() + 1_000,
    });
    expect(await world.move(item)).toMatchObject({
      state: 'needs_human',
      reason: 'new_message_arrived',
    });
    expect(box.sent).toEqual([]);
  });
});
