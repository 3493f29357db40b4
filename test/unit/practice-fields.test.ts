import { describe, expect, test } from 'vitest';
import { fieldsText, parseFields } from '../../electron/service/practice/http/fields.ts';
import { entriesOf, windowOf } from '../../electron/service/practice/http/window.ts';

describe('field expansion', () => {
  test.each([
    '',
    'id',
    'id,from{id,name}',
    'comments.limit(25).summary(true){message,from{id},comments.filter(stream).limit(0)}',
    'posts.order(chronological){comments{comments{id}}}',
  ])('%s is understood, and written back the same', (text) => {
    const parsed = parseFields(text);
    expect(parsed.ok && fieldsText(parsed.value)).toBe(text);
  });

  test.each([
    ['id,', 3],
    ['id,{', 3],
    ['from{id', 7],
    ['from}', 4],
    ['comments.limit(5', 15],
    ['a b}', 2],
    ['à', 0],
  ])('%s makes no sense from character %i on', (text, at) => {
    expect(parseFields(text)).toEqual({ ok: false, error: { at } });
  });
});

describe('a window of a list', () => {
  const letters = [...'abcdefg'].map((letter, seq) => ({ letter, seq }));
  const entries = entriesOf(letters, ({ seq }) => -seq).map((entry) => ({
    ...entry,
    item: entry.item.letter,
  }));
  const cut = (limit: number, after: string | null = null, before: string | null = null) =>
    windowOf(entries, { limit, after, before });

  test('goes through the list by its cursors, there and back', () => {
    const first = cut(3);
    const second = cut(3, first?.after);
    const third = cut(3, second?.after);
    expect([first?.items, second?.items, third?.items]).toEqual([
      ['g', 'f', 'e'],
      ['d', 'c', 'b'],
      ['a'],
    ]);
    expect([first?.hasNext, third?.hasNext, third?.hasPrevious]).toEqual([true, false, true]);
    expect(cut(3, null, second?.before)?.items).toEqual(['g', 'f', 'e']);
  });

  test('of nothing is empty and has no cursors', () => {
    expect(cut(0)).toMatchObject({ items: [], after: null, hasNext: false });
    expect(windowOf([], { limit: 5, after: null, before: null })).toMatchObject({ items: [] });
  });

  test('is refused for a cursor that nobody gave out', () => {
    expect(cut(3, 'rubbish')).toBeNull();
  });
});
