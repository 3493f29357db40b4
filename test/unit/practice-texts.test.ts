import { describe, expect, test } from 'vitest';
import * as customer from '../../electron/service/practice/text/common/customer.ts';
import * as pageWords from '../../electron/service/practice/text/common/page.ts';
import { expand } from '../../electron/service/practice/text/grammar.ts';
import { sectorFor } from '../../electron/service/practice/text/sectors.ts';
import { createSlots } from '../../electron/service/practice/text/slots.ts';
import { createRandom } from '../../electron/service/practice/world/random.ts';

/** Slots that the speaker brings along. */
const SPEAKER = ['o', 'first', 'friend', 'friend2', 'starter'];

/** All texts inside a nested structure. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('the grammar of texts', () => {
  test.each([
    ['Ciao [a|a], bene.', 'Ciao a, bene.'],
    ['[Uno [due|due]|Uno due] e {x}', 'Uno due e X'],
    ['detto fatto. poi altro', 'Detto fatto. Poi altro'],
    ['[|] spazi   doppi .', 'Spazi doppi.'],
  ])('%s reads %s', (template, expected) => {
    expect(expand(template, createRandom('t'), () => 'X')).toBe(expected);
  });

  test.each([1, 2, 3])(
    'every sentence of company %i can be said, whole and without traces',
    (seed) => {
      const sector = sectorFor(seed);
      const random = createRandom(`texts/${String(seed)}`);
      const templates = [...textsIn(sector.topics), ...textsIn(sector.outage.angles)];
      const common = [...textsIn({ ...customer }), ...textsIn({ ...pageWords })];
      const all = [...templates, ...textsIn(sector.posts), ...textsIn(sector.english), ...common];
      for (const template of [...all, ...textsIn(sector.praise)]) {
        for (let round = 0; round < 4; round += 1) {
          const slots = createSlots({ random, sector, atMs: Date.parse('2026-03-08T10:00:00Z') });
          const said = expand(template, random, (name) =>
            SPEAKER.includes(name) ? 'Ada' : slots(name),
          );
          expect(said, template).not.toMatch(/[[\]{}|]|undefined|\.\?|\?\.| {2}/);
        }
      }
    },
  );

  test('a company has far more than a hundred sentences of its own', () => {
    for (const seed of [1, 2, 3]) {
      expect(new Set(textsIn(sectorFor(seed).topics)).size).toBeGreaterThan(150);
    }
  });

  test('the same street stays the same within a conversation, a numbered one is another draw', () => {
    const random = createRandom('slots');
    const slots = createSlots({ random, sector: sectorFor(1), atMs: 0 });
    expect(slots('ticket')).toBe(slots('ticket'));
    expect(slots('ticket2')).not.toBe(slots('ticket'));
    expect(() => slots('nothing')).toThrow('nothing');
  });
});
