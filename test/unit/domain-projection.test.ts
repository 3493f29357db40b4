import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectConversation } from '../../shared/domain/conversation/project.ts';
import type { DomainEvent, EventPayloads } from '../../shared/domain/event.ts';
import { compileRules } from '../../shared/domain/sla/rules.ts';
import { minute, threadFacts } from '../support/thread-facts.ts';

const rules = compileRules([], []);
const project = (events: readonly DomainEvent[]) => projectConversation(events, rules);

const reply = (
  state: EventPayloads['reply.state']['state'],
  more: Partial<EventPayloads['reply.state']> = {},
): EventPayloads['reply.state'] => ({
  outboxId: 'o',
  state,
  attempt: 1,
  reason: null,
  externalId: null,
  notBeforeMs: null,
  ...more,
});
const queued: EventPayloads['reply.queued'] = {
  outboxId: 'o',
  parentExternalId: 'x-root',
  text: 'Eccoci',
  notBeforeMs: minute(3),
  seenThroughMs: minute(1),
  closeAfter: false,
};

/** A thread in which everything happens at least once. */
function longStory(): readonly DomainEvent[] {
  const facts = threadFacts('visitor_post');
  facts.luisa(1, 'a', 'Non funziona', { externalId: 'x-root' });
  facts.marco(2, 'm');
  facts.add(2, 'note.added', { noteId: 'n', text: 'Cliente storica' });
  facts.add(3, 'conversation.assigned', { assignee: 'Anna' });
  facts.add(3, 'reply.queued', queued);
  facts.add(4, 'reply.state', reply('sending'));
  facts.add(4, 'reply.state', reply('sent', { externalId: 'x-b' }));
  facts.brand(4, 'b', { source: 'riscontro', addressees: ['luisa'] });
  facts.add(5, 'message.edited', { messageId: 'a', text: 'Non funziona più' });
  facts.luisa(6, 'c', 'Grazie!');
  facts.presence(7, 'm', 'hidden');
  facts.undo(9, facts.close(8));
  facts.add(10, 'conversation.handed_over', { teamId: 'communication', note: 'Vostro' });
  facts.luisa(11, 'd', 'Ma quando?');
  facts.presence(12, 'c', 'gone');
  return facts.events;
}

describe('a projection', () => {
  test('names a private thread’s person once they have written themselves', () => {
    const facts = threadFacts('direct_message');
    facts.luisa(1, 'a', 'Buongiorno');
    const unnamed = facts.events.map((event) =>
      event.kind === 'conversation.opened'
        ? { ...event, payload: { ...event.payload, starter: { externalId: 'luisa', name: null } } }
        : event,
    );
    expect(project(unnamed).row.starter).toEqual({ externalId: 'luisa', name: 'Luisa' });
  });

  test('does not depend on the order in which facts arrive', () => {
    const events = longStory();
    const expected = project(events);
    fc.assert(
      fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), (shuffled) => {
        expect(project(shuffled)).toEqual(expected);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('is the same when every fact is read twice', () => {
    const events = longStory();
    expect(project([...events, ...events])).toEqual(project(events));
  });

  test('leaves the facts as they are', () => {
    const events = longStory();
    const before = structuredClone(events);
    project(events);
    expect(events).toEqual(before);
  });

  test('without an opening fact is a bug', () => {
    expect(() => project([])).toThrow('conversation.opened');
  });
});

test('a row says what a list needs', () => {
  expect(project(longStory()).row).toEqual({
    id: 'thread',
    accountId: 'page',
    channel: 'facebook',
    kind: 'visitor_post',
    source: 'posts',
    externalId: 'x-root',
    contextExternalId: 'x-post',
    permalink: null,
    starter: { externalId: 'luisa', name: 'Luisa' },
    teamId: 'communication',
    assignee: 'Anna',
    status: 'pending',
    snippet: 'Ma quando?',
    subject: null,
    snippetOurs: false,
    tag: 'question',
    messageCount: 4,
    openedAtMs: minute(0),
    lastMessageAtMs: minute(11),
    obligationId: 'd',
    pendingSinceMs: minute(11),
    warnAtMs: minute(191),
    dueAtMs: minute(311),
    answeredAtMs: minute(4),
    answeredInMs: 3 * 60_000,
  });
});

test('a row shows the obligation that is due first', () => {
  const facts = threadFacts();
  facts.luisa(1, 'a');
  facts.marco(2, 'm');
  expect(project(facts.events).row.obligationId).toBe('a');
  facts.brand(3, 'b', { addressees: ['luisa'] });
  expect(project(facts.events).row).toMatchObject({ obligationId: 'm', status: 'pending' });
});

describe('the status', () => {
  test.each<readonly [string, string, (facts: ReturnType<typeof threadFacts>) => void]>([
    ['waiting', 'nothing was said', () => {}],
    ['pending', 'somebody waits', (f) => f.luisa(1, 'a')],
    ['waiting', 'we answered', (f) => [f.luisa(1, 'a'), f.brand(2, 'b')]],
    ['closed', 'closed', (f) => [f.luisa(1, 'a'), f.brand(2, 'b'), f.close(3)]],
    [
      'closed',
      'thanks after the close',
      (f) => [f.luisa(1, 'a'), f.brand(2, 'b'), f.close(3), f.luisa(4, 'c', 'Grazie!')],
    ],
    [
      'pending',
      'a question after the close',
      (f) => [f.luisa(1, 'a'), f.brand(2, 'b'), f.close(3), f.luisa(4, 'c', 'Ma come?')],
    ],
    ['waiting', 'no answer needed', (f) => [f.luisa(1, 'a'), f.noAnswerNeeded(2)]],
    ['waiting', 'reopened', (f) => [f.brand(1, 'b'), f.close(2), f.reopen(3)]],
  ])('is %s: %s', (expected, _, tell) => {
    const facts = threadFacts();
    tell(facts);
    expect(project(facts.events).row.status).toBe(expected);
  });
});

describe('messages', () => {
  test('an edit keeps the text before; the same text again is no edit', () => {
    const facts = threadFacts();
    facts.luisa(1, 'a', 'Uno');
    facts.add(2, 'message.edited', { messageId: 'a', text: 'Due' });
    facts.add(3, 'message.edited', { messageId: 'a', text: 'Due' });
    facts.add(4, 'message.edited', { messageId: 'a', text: 'Tre' });
    expect(project(facts.events).messages[0]).toMatchObject({
      text: 'Tre',
      versions: [
        { text: 'Uno', untilMs: minute(2) },
        { text: 'Due', untilMs: minute(4) },
      ],
    });
  });

  test('what went stays as a tombstone, and the row shows what can be seen', () => {
    const facts = threadFacts();
    facts.luisa(1, 'a', 'Uno');
    facts.luisa(2, 'b', 'Due');
    facts.presence(3, 'b', 'gone');
    const { messages, row } = project(facts.events);
    expect(messages.map(({ presence, presenceAtMs }) => [presence, presenceAtMs])).toEqual([
      ['visible', null],
      ['gone', minute(3)],
    ]);
    expect([row.snippet, row.messageCount]).toEqual(['Uno', 1]);
  });

  test('a brand message names those whom it answered', () => {
    const facts = threadFacts();
    facts.luisa(1, 'a');
    facts.marco(2, 'm');
    facts.brand(3, 'b');
    facts.brand(4, 'c');
    expect(project(facts.events).messages.map(({ answered }) => answered)).toEqual([
      [],
      [],
      ['Luisa', 'Marco'],
      [],
    ]);
  });

  test('our reply, read from the page before we knew its id, stays one message and ours', () => {
    const facts = threadFacts();
    facts.luisa(1, 'a');
    facts.brand(3, 'read', { externalId: 'x-same' });
    facts.brand(3, 'sent', { externalId: 'x-same', source: 'riscontro' });
    facts.presence(5, 'sent', 'gone');
    const { messages } = project(facts.events);
    expect(messages.map(({ id, source, presence }) => [id, source, presence])).toEqual([
      ['a', null, 'visible'],
      ['read', 'riscontro', 'gone'],
    ]);
  });
});

describe('replies on their way', () => {
  test('follow their states by the logical clock, even when the wall clock jumps back', () => {
    const facts = threadFacts();
    facts.add(3, 'reply.queued', queued);
    facts.add(9, 'reply.state', reply('sending'));
    facts.add(5, 'reply.state', reply('sent', { externalId: 'x-b' }));
    expect(project(facts.events).outbox).toEqual([
      {
        id: 'o',
        conversationId: 'thread',
        accountId: 'page',
        action: 'reply',
        targetExternalId: 'x-root',
        text: 'Eccoci',
        image: null,
        rawId: null,
        mail: null,
        state: 'sent',
        attempt: 1,
        reason: null,
        externalId: 'x-b',
        queuedAtMs: minute(3),
        notBeforeMs: minute(3),
        seenThroughMs: minute(1),
        closeAfter: false,
        sentAtMs: minute(9),
        changedAtMs: minute(5),
      },
    ]);
  });

  test('invent no message', () => {
    const facts = threadFacts();
    facts.add(3, 'reply.queued', queued);
    facts.add(4, 'reply.state', reply('sent', { externalId: 'x-b' }));
    expect(project(facts.events).messages).toEqual([]);
  });

  test('are told in the history only when they stopped', () => {
    const facts = threadFacts();
    facts.add(3, 'reply.queued', queued);
    facts.add(4, 'reply.state', reply('sending'));
    facts.add(5, 'reply.state', reply('rejected', { reason: 'blocked' }));
    expect(project(facts.events).activities).toMatchObject([
      { kind: 'reply_failed', atMs: minute(5), detail: 'blocked' },
    ]);
  });
});

test('history tells what people did, and nothing that was undone', () => {
  expect(project(longStory()).activities.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['assigned', 'Anna'],
    ['handed_over', 'communication'],
  ]);
});

test('a thread of 5,000 messages by 1,000 people is read in one go', () => {
  const facts = threadFacts();
  for (let i = 0; i < 5_000; i += 1) {
    const id = `person-${i % 1_000}`;
    if (i % 10 === 9) facts.brand(i, `m${i}`);
    else facts.marco(i, `m${i}`, 'Quando?', { author: { externalId: id, name: id } });
  }
  const { messages, obligations } = project(facts.events);
  expect([messages.length, obligations.length]).toEqual([5_000, 4_500]);
});
