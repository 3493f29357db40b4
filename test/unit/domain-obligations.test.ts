import { describe, expect, test } from 'vitest';
import { projectConversation } from '../../shared/domain/conversation/project.ts';
import type { DomainEvent } from '../../shared/domain/event.ts';
import { compileRules } from '../../shared/domain/sla/rules.ts';
import { MINUTE_MS, START_MS, minute, threadFacts } from '../support/thread-facts.ts';

const rules = compileRules([], []);
type Facts = ReturnType<typeof threadFacts>;

const minutesAt = (ms: number): number => (ms - START_MS) / MINUTE_MS;

/** What is owed, one line each: who since when, how it ended and when, by which message. */
function owed(events: readonly DomainEvent[]): readonly string[] {
  return projectConversation(events, rules).obligations.map(
    ({ id, person, startedAtMs, ending, endedAtMs, answeredBy }) => {
      const end = endedAtMs === null ? 'open' : `${ending ?? '?'} ${minutesAt(endedAtMs)}`;
      return `${person} ${id} ${minutesAt(startedAtMs)} ${end}${answeredBy === null ? '' : ` ${answeredBy}`}`;
    },
  );
}

const owedAfter = (tell: (facts: Facts) => void): readonly string[] => {
  const facts = threadFacts();
  tell(facts);
  return owed(facts.events);
};

type Story = readonly [string, (facts: Facts) => void, readonly string[]];

const endings: readonly Story[] = [
  ['waits until somebody answers', (f) => f.luisa(1, 'a'), ['luisa a 1 open']],
  [
    'the first public brand message answers it',
    (f) => [f.luisa(1, 'a'), f.brand(5, 'b')],
    ['luisa a 1 answered 5 b'],
  ],
  [
    'a private message to that customer answers it',
    (f) => [f.luisa(1, 'a'), f.brand(5, 'b', { visibility: 'private', addressees: ['luisa'] })],
    ['luisa a 1 answered 5 b'],
  ],
  [
    'a private message to somebody else does not',
    (f) => [f.luisa(1, 'a'), f.brand(5, 'b', { visibility: 'private', addressees: ['marco'] })],
    ['luisa a 1 open'],
  ],
  [
    'a private message that names nobody goes to the starter alone',
    (f) => [f.luisa(1, 'a'), f.marco(2, 'm'), f.brand(5, 'b', { visibility: 'private' })],
    ['luisa a 1 answered 5 b', 'marco m 2 open'],
  ],
  [
    'an automatic acknowledgement never answers',
    (f) => [f.luisa(1, 'a'), f.brand(1, 'b', { source: 'automation' })],
    ['luisa a 1 open'],
  ],
  [
    'a brand message that nobody can see answers nobody',
    (f) => [f.luisa(1, 'a'), f.brand(5, 'b', { presence: 'hidden' })],
    ['luisa a 1 open'],
  ],
  [
    'an answer that is deleted later was an answer',
    (f) => [f.luisa(1, 'a'), f.brand(5, 'b'), f.presence(9, 'b', 'gone')],
    ['luisa a 1 answered 5 b'],
  ],
  [
    'a mail that did not arrive was no answer, whenever that came out; the next one is',
    (f) => [
      f.luisa(1, 'a'),
      f.brand(5, 'b'),
      f.brand(7, 'c'),
      f.add(6, 'message.bounced', { messageId: 'b', recipients: [] }),
    ],
    ['luisa a 1 answered 7 c'],
  ],
  [
    'a mail that reached one of two answered that one',
    (f) => [
      f.luisa(1, 'a'),
      f.marco(2, 'm'),
      f.brand(5, 'b', { visibility: 'private', addressees: ['luisa', 'marco'] }),
      f.add(6, 'message.bounced', {
        messageId: 'b',
        recipients: [{ address: 'Luisa', action: 'failed', status: null, diagnostic: null }],
      }),
    ],
    ['luisa a 1 open', 'marco m 2 answered 5 b'],
  ],
  [
    'an internal note is no answer',
    (f) => [f.luisa(1, 'a'), f.add(2, 'note.added', { noteId: 'n', text: 'Chiamato' })],
    ['luisa a 1 open'],
  ],
  [
    'somebody says that no answer is needed',
    (f) => [f.luisa(1, 'a'), f.noAnswerNeeded(7)],
    ['luisa a 1 no_answer_needed 7'],
  ],
  ['closed without an answer', (f) => [f.luisa(1, 'a'), f.close(7)], ['luisa a 1 closed 7']],
  [
    'the customer deletes it',
    (f) => [f.luisa(1, 'a'), f.presence(7, 'a', 'gone')],
    ['luisa a 1 deleted 7'],
  ],
  ['we hide it', (f) => [f.luisa(1, 'a'), f.presence(7, 'a', 'hidden')], ['luisa a 1 hidden 7']],
  [
    'hidden before it was ever read, it is counted apart',
    (f) => f.luisa(1, 'a', 'Spam', { presence: 'hidden' }),
    ['luisa a 1 hidden 1'],
  ],
  [
    'deleted after the answer, it stays answered',
    (f) => [f.luisa(1, 'a'), f.brand(5, 'b'), f.presence(7, 'a', 'gone')],
    ['luisa a 1 answered 5 b'],
  ],
];

const blocks: readonly Story[] = [
  [
    'several messages in a row: the clock stays at the oldest',
    (f) => [f.luisa(1, 'a'), f.luisa(3, 'b'), f.brand(5, 'c')],
    ['luisa a 1 answered 5 c'],
  ],
  [
    'two brand messages in a row: the first ends it',
    (f) => [f.luisa(1, 'a'), f.brand(5, 'b'), f.brand(6, 'c')],
    ['luisa a 1 answered 5 b'],
  ],
  [
    'question and answer in the same second: answered, whichever was read first',
    (f) => [f.brand(1, 'b'), f.luisa(1, 'a')],
    ['luisa a 1 answered 1 b'],
  ],
  [
    'a later message is a new obligation',
    (f) => [f.luisa(1, 'a'), f.brand(5, 'b'), f.luisa(8, 'c')],
    ['luisa a 1 answered 5 b', 'luisa c 8 open'],
  ],
  [
    'thanks after the answer owe nothing',
    (f) => [f.luisa(1, 'a'), f.brand(5, 'b'), f.luisa(8, 'c', 'Grazie mille! 👍')],
    ['luisa a 1 answered 5 b'],
  ],
  ['thanks before any answer do', (f) => f.luisa(1, 'a', 'Grazie!'), ['luisa a 1 open']],
  [
    'the opening message goes and a later one waits: on from the later one',
    (f) => [f.luisa(1, 'a'), f.luisa(3, 'b'), f.presence(4, 'a', 'gone'), f.brand(9, 'c')],
    ['luisa b 3 answered 9 c'],
  ],
  [
    'all of a block go: ended by the last that went',
    (f) => [
      f.luisa(1, 'a'),
      f.luisa(3, 'b'),
      f.presence(4, 'a', 'gone'),
      f.presence(6, 'b', 'hidden'),
    ],
    ['luisa b 3 hidden 6'],
  ],
  [
    'written again after deleting: two stretches',
    (f) => [f.luisa(1, 'a'), f.presence(4, 'a', 'gone'), f.luisa(6, 'b')],
    ['luisa a 1 deleted 4', 'luisa b 6 open'],
  ],
  [
    'hidden by mistake and shown again: as if nothing had been',
    (f) => [f.luisa(1, 'a'), f.presence(4, 'a', 'hidden'), f.presence(6, 'a', 'visible')],
    ['luisa a 1 open'],
  ],
  [
    'shown again after we answered: it stays as it was',
    (f) => [
      f.luisa(1, 'a'),
      f.presence(4, 'a', 'hidden'),
      f.brand(5, 'b'),
      f.presence(6, 'a', 'visible'),
    ],
    ['luisa a 1 hidden 4'],
  ],
  [
    'a deletion dated before its message (two clocks) still counts',
    (f) => [f.presence(0, 'a', 'gone'), f.luisa(1, 'a')],
    ['luisa a 1 deleted 1'],
  ],
  [
    'an edit moves no start',
    (f) => [f.luisa(1, 'a'), f.add(4, 'message.edited', { messageId: 'a', text: 'Ancora!' })],
    ['luisa a 1 open'],
  ],
  [
    'a conversation that the brand opened owes nothing until a customer writes',
    (f) => [f.brand(1, 'b'), f.luisa(4, 'a', 'Ho una domanda')],
    ['luisa a 4 open'],
  ],
  ['nobody wrote: nothing is owed', () => [], []],
  [
    'a system line owes nothing',
    (f) => f.luisa(1, 'a', 'Luisa si è unita', { authorKind: 'system' }),
    [],
  ],
];

const crowds: readonly Story[] = [
  [
    'an answer that names nobody answers everyone waiting',
    (f) => [f.luisa(1, 'a'), f.marco(2, 'm'), f.brand(5, 'b')],
    ['luisa a 1 answered 5 b', 'marco m 2 answered 5 b'],
  ],
  [
    'an answer that tags one answers that one',
    (f) => [f.luisa(1, 'a'), f.marco(2, 'm'), f.brand(5, 'b', { addressees: ['marco'] })],
    ['luisa a 1 open', 'marco m 2 answered 5 b'],
  ],
  [
    'one open obligation per person, however much they write',
    (f) => [f.luisa(1, 'a'), f.marco(2, 'm'), f.luisa(3, 'c'), f.marco(4, 'd', 'Perché?')],
    ['luisa a 1 open', 'marco m 2 open'],
  ],
  [
    'a third person who neither asks nor complains owes us nothing',
    (f) => [f.luisa(1, 'a'), f.marco(2, 'm', 'Io vado al mare')],
    ['luisa a 1 open'],
  ],
  [
    'a third person who asks somebody in the thread does not ask us',
    (f) => [f.luisa(1, 'a'), f.marco(2, 'm', 'Luisa, ma quando?', { addressees: ['luisa'] })],
    ['luisa a 1 open'],
  ],
  [
    'a tag of somebody unknown may mean the person whose id is withheld',
    (f) => [
      f.luisa(1, 'a', 'Aiuto', { author: { externalId: null, name: null } }),
      f.brand(5, 'b', { addressees: ['somebody'] }),
    ],
    ['thread a 1 answered 5 b'],
  ],
  [
    'people without an id are told apart by name',
    (f) => [
      f.luisa(1, 'a', 'Aiuto', { author: { externalId: null, name: 'Ugo' } }),
      f.luisa(2, 'b', 'Aiuto', { author: { externalId: null, name: 'Ida' } }),
    ],
    ['Ugo a 1 open', 'Ida b 2 open'],
  ],
];

const decisions: readonly Story[] = [
  [
    'undone: as if it never was',
    (f) => [f.luisa(1, 'a'), f.undo(9, f.noAnswerNeeded(7)), f.brand(12, 'b')],
    ['luisa a 1 answered 12 b'],
  ],
  [
    'undoing a close gives the obligation back',
    (f) => [f.luisa(1, 'a'), f.undo(9, f.close(7))],
    ['luisa a 1 open'],
  ],
  [
    'reopened: waits since the beginning',
    (f) => [f.luisa(1, 'a'), f.close(7), f.reopen(9)],
    ['luisa a 1 open'],
  ],
  [
    'reopened after writing again: the oldest is the start',
    (f) => [f.luisa(1, 'a'), f.noAnswerNeeded(7), f.luisa(8, 'b', 'Allora?'), f.reopen(9)],
    ['luisa a 1 open'],
  ],
  [
    'reopening gives thanks a claim',
    (f) => [f.luisa(1, 'a'), f.brand(5, 'b'), f.luisa(8, 'c', 'Grazie!'), f.reopen(9)],
    ['luisa a 1 answered 5 b', 'luisa c 8 open'],
  ],
  [
    'reopening when the last word is ours owes nothing',
    (f) => [f.luisa(1, 'a'), f.brand(5, 'b'), f.close(6), f.reopen(9)],
    ['luisa a 1 answered 5 b'],
  ],
  [
    'reopening brings back nobody who was answered meanwhile',
    (f) => [f.luisa(1, 'a'), f.close(7), f.brand(8, 'b'), f.reopen(9)],
    ['luisa a 1 closed 7'],
  ],
  [
    'a decision covers only what had been read by then',
    (f) => [f.luisa(1, 'a'), f.close(7), f.luisa(6, 'b', 'Aspettate', { seenAt: 8 })],
    ['luisa a 1 closed 7', 'luisa b 6 open'],
  ],
  [
    'a new message after the close is a new obligation',
    (f) => [f.luisa(1, 'a'), f.close(7), f.luisa(8, 'b', 'Allora?')],
    ['luisa a 1 closed 7', 'luisa b 8 open'],
  ],
];

describe.each([
  ['how an obligation ends', endings],
  ['blocks of messages', blocks],
  ['several people in a thread', crowds],
  ['decisions', decisions],
])('%s', (_, stories) => {
  test.each(stories)('%s', (_name, tell, expected) => {
    expect(owedAfter(tell)).toEqual(expected);
  });
});

const metricsAfter = (tell: (facts: Facts) => void): readonly string[] => {
  const facts = threadFacts();
  tell(facts);
  return projectConversation(facts.events, rules).obligations.map(({ metric }) => metric);
};

describe('what an obligation carries', () => {
  test.each<readonly [string, (facts: Facts) => void, readonly string[]]>([
    [
      'the first is the first response, each later one the next',
      (f) => [f.luisa(1, 'a'), f.brand(2, 'b'), f.luisa(3, 'c', 'E poi?')],
      ['first_response', 'next_response'],
    ],
    [
      'of two who wait together one is the first',
      (f) => [f.luisa(1, 'a'), f.marco(2, 'm')],
      ['first_response', 'next_response'],
    ],
    [
      'what needed no answer was not the first response',
      (f) => [f.luisa(1, 'a'), f.noAnswerNeeded(2), f.luisa(3, 'c', 'Aiuto')],
      ['first_response', 'first_response'],
    ],
    [
      'what was closed unanswered was',
      (f) => [f.luisa(1, 'a'), f.close(2), f.luisa(3, 'c', 'Aiuto')],
      ['first_response', 'next_response'],
    ],
  ])('metric: %s', (_name, tell, expected) => expect(metricsAfter(tell)).toEqual(expected));

  test('the team that had it when it started, its deadline, and its working time', () => {
    const facts = threadFacts('visitor_post');
    facts.luisa(1, 'a', 'Aiuto', { externalId: 'x-root' });
    facts.add(2, 'conversation.handed_over', { teamId: 'communication', note: null });
    facts.brand(301, 'b');
    facts.luisa(302, 'c', 'E poi?');
    const { obligations } = projectConversation(facts.events, rules);
    expect(obligations).toEqual([
      {
        id: 'a',
        conversationId: 'thread',
        accountId: 'page',
        teamId: 'care',
        metric: 'first_response',
        person: 'luisa',
        startedAtMs: minute(1),
        wallPost: true,
        endedAtMs: minute(301),
        ending: 'answered',
        answeredBy: 'b',
        policyVersion: 1,
        dueAtMs: minute(301),
        warnAtMs: minute(181),
        businessMs: 240 * MINUTE_MS,
      },
      {
        id: 'c',
        conversationId: 'thread',
        accountId: 'page',
        teamId: 'communication',
        metric: 'next_response',
        person: 'luisa',
        startedAtMs: minute(302),
        wallPost: false,
        endedAtMs: null,
        ending: null,
        answeredBy: null,
        policyVersion: 1,
        dueAtMs: minute(24 * 60 + 2),
        warnAtMs: minute(482),
        businessMs: null,
      },
    ]);
  });
});
