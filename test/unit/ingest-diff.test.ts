import { describe, expect, test } from 'vitest';
import { newFacts, type Ingest } from '../../shared/domain/ingest/diff.ts';
import { suspectsOf } from '../../shared/domain/ingest/vanished.ts';
import type {
  KnownFacts,
  KnownMessage,
  ObservedMessage,
  ObservedStep,
} from '../../shared/domain/ingest/types.ts';
import type { Context } from '../../shared/domain/conversation/types.ts';
import type { NewEvent } from '../../shared/domain/event.ts';

const PAGE = { id: 'account-1', channel: 'facebook', externalId: 'page' } as const;
const NOW = 9_000_000;
const ANNA = { externalId: 'anna', name: 'Anna' };
const BRUNO = { externalId: 'bruno', name: 'Bruno' };
const NOBODY = { externalId: null, name: null };

const comment = (over: Partial<ObservedMessage> = {}): ObservedMessage => ({
  externalId: 'c1',
  conversationExternalId: 'c1',
  conversationKind: 'comment',
  contextExternalId: 'post-1',
  parentExternalId: null,
  author: ANNA,
  byBrand: false,
  text: 'Quando torna la linea?',
  createdAtMs: 1_000,
  permalink: 'https://example.test/c1',
  hidden: false,
  attachments: [],
  addressees: [],
  ...over,
});

const reply = (over: Partial<ObservedMessage> = {}): ObservedMessage =>
  comment({ externalId: 'r1', parentExternalId: 'c1', createdAtMs: 2_000, ...over });

const post: Context = {
  externalId: 'post-1',
  author: { externalId: 'page', name: 'Pagina' },
  text: 'Novità',
  createdAtMs: 500,
  permalink: null,
  reactionCount: 100,
  commentCount: 10,
  shareCount: 0,
};

const nothing: KnownFacts = { messages: [], conversations: [], contexts: [], under: new Map() };

const knownOf = (over: Partial<KnownMessage> = {}): KnownMessage => ({
  messageId: 'm-1',
  conversationId: 'conv-1',
  externalId: 'c1',
  text: 'Quando torna la linea?',
  presence: 'visible',
  observedAtMs: 5_000,
  ...over,
});

const NOTHING_READ: ObservedStep = { contexts: [], messages: [], complete: [], gone: [] };

function read(step: Partial<ObservedStep>, known: Partial<KnownFacts> = {}): readonly NewEvent[] {
  let count = 0;
  const ingest: Ingest = {
    step: { ...NOTHING_READ, ...step },
    known: { ...nothing, ...known },
    account: PAGE,
    actor: 'connector:facebook',
    nowMs: NOW,
    newId: () => `id-${++count}`,
    teamFor: (kind) => (kind === 'mention' ? 'comunicazione' : 'customer-care'),
  };
  return newFacts(ingest);
}

const kinds = (facts: readonly NewEvent[]): readonly string[] => facts.map((fact) => fact.kind);

const authorKinds = (facts: readonly NewEvent[]): readonly string[] =>
  facts.flatMap((fact) => (fact.kind === 'message.observed' ? [fact.payload.authorKind] : []));

/** What a store would know after these facts. */
function afterwards(facts: readonly NewEvent[]): KnownFacts {
  const messages: KnownMessage[] = [];
  const conversations: KnownFacts['conversations'][number][] = [];
  const contexts: Context[] = [];
  for (const fact of facts) {
    if (fact.kind === 'context.observed') contexts.push(fact.payload);
    if (fact.conversationId === null) continue;
    const conversationId = fact.conversationId;
    if (fact.kind === 'conversation.opened') {
      const { externalId, starter } = fact.payload;
      conversations.push({ conversationId, externalId, starterExternalId: starter.externalId });
    }
    if (fact.kind === 'message.observed' && fact.payload.externalId !== null) {
      const { messageId, externalId, text, presence } = fact.payload;
      messages.push({ messageId, conversationId, externalId, text, presence, observedAtMs: NOW });
    }
  }
  return { messages, conversations, contexts, under: new Map([['post-1', messages]]) };
}

describe('new things', () => {
  test('a comment opens its conversation and is a message of it', () => {
    expect(read({ messages: [comment()] })).toEqual([
      {
        kind: 'conversation.opened',
        actor: 'connector:facebook',
        accountId: 'account-1',
        conversationId: 'id-1',
        happenedAtMs: 1_000,
        payload: {
          channel: 'facebook',
          kind: 'comment',
          externalId: 'c1',
          contextExternalId: 'post-1',
          starter: ANNA,
          teamId: 'customer-care',
          permalink: 'https://example.test/c1',
          source: 'comments',
        },
      },
      {
        kind: 'message.observed',
        actor: 'connector:facebook',
        accountId: 'account-1',
        conversationId: 'id-1',
        happenedAtMs: 1_000,
        payload: {
          messageId: 'id-2',
          externalId: 'c1',
          parentExternalId: null,
          author: ANNA,
          authorKind: 'customer',
          text: 'Quando torna la linea?',
          createdAtMs: 1_000,
          visibility: 'public',
          source: null,
          presence: 'visible',
          attachments: [],
          permalink: 'https://example.test/c1',
          addressees: [],
        },
      },
    ]);
  });

  test('reading the same twice gives nothing the second time', () => {
    const step = {
      contexts: [post],
      messages: [comment(), reply({ author: BRUNO })],
      complete: [{ rootExternalId: 'post-1', seen: ['c1', 'r1'], startedAtMs: NOW }],
    };
    const first = read(step);
    expect(kinds(first)).toEqual([
      'context.observed',
      'conversation.opened',
      'message.observed',
      'message.observed',
    ]);
    expect(read(step, afterwards(first))).toEqual([]);
  });

  test('an item that one step holds twice counts once', () => {
    expect(read({ messages: [comment(), comment()] })).toHaveLength(2);
  });

  test('a reply that stands before its comment is sorted after it', () => {
    const facts = read({ messages: [reply(), comment()] });
    expect(kinds(facts)).toEqual(['conversation.opened', 'message.observed', 'message.observed']);
    expect(facts[0]?.happenedAtMs).toBe(1_000);
  });

  test('a reply whose comment was never read opens the thread under the comment’s id', () => {
    const facts = read({ messages: [reply({ author: BRUNO })] });
    expect(facts[0]).toMatchObject({
      kind: 'conversation.opened',
      payload: { externalId: 'c1', starter: NOBODY, permalink: null },
    });
    expect(authorKinds(facts)).toEqual(['other']);
    const later = read({ messages: [comment()] }, afterwards(facts));
    expect(kinds(later)).toEqual(['message.observed']);
    expect(authorKinds(later)).toEqual(['customer']);
  });

  test('a mention goes to the team for mentions', () => {
    const facts = read({ messages: [comment({ conversationKind: 'mention' })] });
    expect(facts[0]).toMatchObject({ payload: { teamId: 'comunicazione' } });
  });

  test('a comment that is hidden already is observed as hidden', () => {
    expect(read({ messages: [comment({ hidden: true })] })[1]).toMatchObject({
      payload: { presence: 'hidden' },
    });
  });
});

const written = (over: Partial<ObservedMessage> = {}): ObservedMessage =>
  comment({
    externalId: 'm1',
    conversationExternalId: 't1',
    conversationKind: 'direct_message',
    contextExternalId: null,
    addressees: ['page'],
    ...over,
  });
const ours = written({
  externalId: 'm2',
  byBrand: true,
  author: { externalId: 'page', name: 'Pagina' },
  addressees: ['anna'],
  createdAtMs: 2_000,
});

describe('a private conversation', () => {
  test('is the person’s, also where the page’s word is listed first', () => {
    const facts = read({ messages: [ours, written()] });
    expect(facts[0]).toMatchObject({ kind: 'conversation.opened', payload: { starter: ANNA } });
    expect(authorKinds(facts)).toEqual(['customer', 'brand']);
  });

  test('that the page began is with the one it writes to', () => {
    const facts = read({ messages: [ours] });
    const starter = { externalId: 'anna', name: null };
    expect(facts[0]).toMatchObject({ kind: 'conversation.opened', payload: { starter } });
    const later = read({ messages: [written()] }, afterwards(facts));
    expect(authorKinds(later)).toEqual(['customer']);
  });
});

describe('who speaks', () => {
  const thread = [{ conversationId: 'conv-1', externalId: 'c1', starterExternalId: 'anna' }];
  const nameless = [{ conversationId: 'conv-1', externalId: 'c1', starterExternalId: null }];
  const ours = [{ conversationId: 'conv-1', externalId: 'c1', starterExternalId: 'page' }];

  test.each([
    ['the page is the brand', reply({ byBrand: true }), thread, 'brand'],
    ['the starter is the customer', reply(), thread, 'customer'],
    ['a third person is another', reply({ author: BRUNO }), thread, 'other'],
    ['a nameless one in a named thread is another', reply({ author: NOBODY }), thread, 'other'],
    ['a nameless one may be the nameless starter', reply({ author: NOBODY }), nameless, 'customer'],
    ['a named one in a nameless thread is another', reply(), nameless, 'other'],
    ['whoever answers the page’s own comment is a customer', reply(), ours, 'customer'],
  ])('%s', (_rule, message, conversations, kind) => {
    expect(authorKinds(read({ messages: [message] }, { conversations }))).toEqual([kind]);
  });

  test('a comment without an author is still a customer’s', () => {
    expect(authorKinds(read({ messages: [comment({ author: NOBODY })] }))).toEqual(['customer']);
  });

  test('a brand message that is not known here was written on the platform', () => {
    const facts = read({ messages: [reply({ byBrand: true })] }, { conversations: thread });
    expect(facts[0]).toMatchObject({ payload: { source: 'native' } });
  });
});

describe('changes', () => {
  test('another text is an edit, from when it was noticed', () => {
    const facts = read({ messages: [comment({ text: 'Risolto' })] }, { messages: [knownOf()] });
    expect(facts).toEqual([
      {
        kind: 'message.edited',
        actor: 'connector:facebook',
        accountId: 'account-1',
        conversationId: 'conv-1',
        happenedAtMs: NOW,
        payload: { messageId: 'm-1', text: 'Risolto' },
      },
    ]);
  });

  test.each([
    ['space at the ends', 'Perché? ', 'Perché?'],
    ['line ends', 'a\r\nb', 'a\nb'],
    ['decomposed letters', 'Perche\u0301?', 'Perché?'],
  ])('%s alone are no edit', (_what, before, now) => {
    const known = { messages: [knownOf({ text: before })] };
    expect(read({ messages: [comment({ text: now })] }, known)).toEqual([]);
  });

  test.each([
    ['visible', true, 'hidden'],
    ['hidden', false, 'visible'],
    ['gone', false, 'visible'],
    ['gone', true, 'hidden'],
  ] as const)('what was %s and is read with hidden=%s is now %s', (before, hidden, presence) => {
    const facts = read(
      { messages: [comment({ hidden })] },
      { messages: [knownOf({ presence: before })] },
    );
    expect(facts).toMatchObject([
      { kind: 'message.presence', happenedAtMs: NOW, payload: { messageId: 'm-1', presence } },
    ]);
  });

  test('what a complete listing did not see is a suspect, and no fact', () => {
    const complete = [{ rootExternalId: 'post-1', seen: ['c1'], startedAtMs: 6_000 }];
    const missed = knownOf({ messageId: 'm-2', externalId: 'c2' });
    const under = new Map([['post-1', [knownOf(), missed]]]);
    expect(read({ complete }, { under })).toEqual([]);
    expect(suspectsOf({ ...NOTHING_READ, complete }, under)).toEqual([missed]);
  });

  const listing = { rootExternalId: 'post-1', seen: [], startedAtMs: 6_000 };

  test.each<[string, Partial<KnownMessage>, Partial<ObservedStep>]>([
    ['recorded while the listing was under way', { observedAtMs: 6_001 }, {}],
    ['gone already', { presence: 'gone' }, {}],
    ['shown by the same step', {}, { messages: [comment()] }],
    ['said to be gone by the same step', {}, { gone: ['c1'] }],
    ['below a post that is said to be gone', {}, { gone: ['post-1'] }],
  ])('no suspect is what was %s', (_what, over, step) => {
    const under = new Map([['post-1', [knownOf(over)]]]);
    expect(suspectsOf({ ...NOTHING_READ, complete: [listing], ...step }, under)).toEqual([]);
  });

  test('what the platform says is gone goes with all below it, each once', () => {
    const root = knownOf();
    const answer = knownOf({ messageId: 'm-2', externalId: 'r1' });
    const earlier = knownOf({ messageId: 'm-3', externalId: 'r2', presence: 'gone' });
    const known = { messages: [root], under: new Map([['c1', [root, answer, earlier]]]) };
    expect(read({ gone: ['c1', 'unknown'] }, known)).toMatchObject([
      { kind: 'message.presence', happenedAtMs: NOW, payload: { messageId: 'm-1' } },
      { kind: 'message.presence', payload: { messageId: 'm-2', presence: 'gone' } },
    ]);
  });

  test('what a step shows is not gone with the post above it', () => {
    const known = { messages: [knownOf()], under: new Map([['post-1', [knownOf()]]]) };
    expect(read({ messages: [comment()], gone: ['post-1'] }, known)).toEqual([]);
  });
});

describe('where a conversation comes from', () => {
  test.each<[string, Partial<ObservedMessage>, object]>([
    ['the channel of the account', {}, { channel: 'facebook', source: 'comments' }],
    ['the source it was read from', { source: 'ads' }, { channel: 'facebook', source: 'ads' }],
    [
      'another channel of the same account',
      { channel: 'instagram' },
      { channel: 'instagram', source: 'instagram' },
    ],
    [
      'a private conversation',
      { channel: 'messenger', conversationKind: 'direct_message', visibility: 'private' },
      { channel: 'messenger', kind: 'direct_message', source: 'messenger' },
    ],
  ])('%s', (_what, over, opened) => {
    expect(read({ messages: [comment(over)] })).toMatchObject([
      { kind: 'conversation.opened', payload: opened },
      { kind: 'message.observed', payload: { visibility: over.visibility ?? 'public' } },
    ]);
  });
});

describe('contexts', () => {
  test.each([
    ['the same', {}, 0],
    ['other words', { text: 'Altro' }, 1],
    ['another link', { permalink: 'https://example.test/p' }, 1],
    ['nine reactions more on a hundred', { reactionCount: 109 }, 0],
    ['a tenth more', { reactionCount: 112 }, 1],
    ['the first share', { shareCount: 1 }, 1],
    ['a figure that was not read', { commentCount: null }, 0],
  ])('%s: %o gives %i facts', (_what, change, count) => {
    expect(read({ contexts: [{ ...post, ...change }] }, { contexts: [post] })).toHaveLength(count);
  });
});
