import { describe, expect, it } from 'vitest';
import { searchExpression } from '../../electron/service/store/queries/search.ts';
import { ACCOUNT, accountAdded, NOW_MS, someConversations, workspace } from '../support/store.ts';

/** A store with one conversation that says `text`, and the ids that a search finds. */
function saying(text: string, author = 'Zoë Brambilla') {
  const store = workspace().open();
  store.append([accountAdded(), ...someConversations(5, 12).flat()]);
  const [facts = []] = someConversations(1, 40);
  const opened = facts[0];
  const said = facts.find((fact) => fact.kind === 'message.observed');
  if (opened === undefined || said === undefined) throw new Error('no message');
  const payload = { ...said.payload, text, author: { externalId: 'z', name: author } };
  store.append([opened, { ...said, payload }]);
  const id = opened.conversationId ?? '';
  const finds = (words: string): boolean => {
    const filter = { text: words };
    const { rows, total } = store.page({
      view: 'all',
      filter,
      cursor: null,
      limit: 50,
      nowMs: NOW_MS,
    });
    expect(total).toBe(rows.length);
    return rows.some((row) => row.id === id);
  };
  return { store, id, messageId: said.payload.messageId, finds };
}

describe('full text', () => {
  it.each([
    ['a word', 'disdetta'],
    ['the beginning of a word', 'disd'],
    ['without its accents', 'perche'],
    ['with its accents, whatever the case', 'PERCHÉ'],
    ['words in any order', 'perche disdetta'],
    ['an elision as it is written', "l'altroieri"],
    ['the author', 'zoe bramb'],
    ['signs of the query language as plain text', 'disdetta" OR NEAR('],
  ])('finds %s', (_what, words) => {
    const { finds } = saying("La disdetta l'altroieri: perché nessuno? NEAR or");
    expect(finds(words)).toBe(true);
  });

  it.each([
    ['a word that is not there', 'xyzzy'],
    ['words of which one is not there', 'disdetta xyzzy'],
    ['the end of a word', 'sdetta'],
    ['signs without a letter', '"*()'],
    ['an emoji alone', '😀'],
  ])('does not find %s', (_what, words) => {
    expect(saying('La disdetta di ieri 😀').finds(words)).toBe(false);
  });

  it('forgets the earlier text of an edited message and finds the new one', () => {
    const { store, id, messageId, finds } = saying('La disdetta');
    store.append([
      {
        kind: 'message.edited',
        actor: 'connector:facebook',
        accountId: ACCOUNT,
        conversationId: id,
        happenedAtMs: NOW_MS,
        payload: { messageId, text: 'Il rinnovo anticipato' },
      },
    ]);
    expect([finds('disdetta'), finds('anticipato')]).toEqual([false, true]);
    expect(store.check()).toEqual({ ok: true, findings: [] });
  });

  it('takes 8,000 emoji, bidi marks and markup as text', () => {
    const text = `${'😀'.repeat(8_000)} \u202Eevil\u202C <script>alert(1)</script> fine`;
    expect(saying(text).finds('fine')).toBe(true);
  });

  it('quotes every word', () => {
    expect(searchExpression('a "b" NOT c\0d*')).toBe('"a" """b"""* "NOT"* "c" "d*"*');
  });
});
