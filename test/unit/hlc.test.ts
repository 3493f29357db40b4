import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareHlc,
  formatHlc,
  HLC_ZERO,
  hlcNode,
  MAX_AHEAD_MS,
  parseHlc,
  receiveHlc,
  sendHlc,
  type Hlc,
} from '../../shared/domain/hlc.ts';

const clock = fc.record({
  ms: fc.integer({ min: 0, max: 8_640_000_000_000_000 }),
  counter: fc.integer({ min: 0, max: 99_999 }),
});
const NOW = 1_700_000_000_000;

describe('hybrid logical clock', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(clock, (value) => {
        expect(parseHlc(formatHlc(value, hlcNode('anna')))).toEqual({
          ...value,
          node: '000000000000anna',
        });
      }),
    );
  });

  it('sorts as text as it sorts as a clock', () => {
    fc.assert(
      fc.property(clock, clock, (a, b) => {
        const [left, right] = [formatHlc(a, hlcNode('n')), formatHlc(b, hlcNode('n'))];
        expect(Math.sign(compareHlc(a, b))).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
    );
  });

  it('never goes back, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 * NOW }), { maxLength: 50 }), (walls) => {
        let last: Hlc = HLC_ZERO;
        for (const wallMs of walls) {
          const next = sendHlc(last, wallMs);
          expect(compareHlc(next, last)).toBeGreaterThan(0);
          expect(next.ms).toBeGreaterThanOrEqual(wallMs);
          last = next;
        }
      }),
    );
  });

  it('goes on in the next millisecond when the counter is used up', () => {
    expect(sendHlc({ ms: NOW, counter: 99_999 }, NOW)).toEqual({ ms: NOW + 1, counter: 0 });
  });

  it('is later than both after a foreign fact arrived', () => {
    const last = { ms: NOW, counter: 3 };
    const foreign = { ms: NOW + 10, counter: 7 };
    expect(receiveHlc(last, foreign, NOW)).toEqual({ ms: NOW + 10, counter: 8 });
    expect(receiveHlc(foreign, last, NOW)).toEqual({ ms: NOW + 10, counter: 8 });
    expect(receiveHlc(last, foreign, NOW + 20)).toEqual({ ms: NOW + 20, counter: 0 });
  });

  it('does not believe a clock more than a minute ahead', () => {
    const wrong = { ms: NOW + 86_400_000, counter: 0 };
    expect(receiveHlc(HLC_ZERO, wrong, NOW)).toEqual({ ms: NOW + MAX_AHEAD_MS, counter: 1 });
  });

  it.each([
    ['Anna-PC.local', '00000annapclocal'],
    ['', '0000000000000000'],
    ['0190f0a1-7000-7000-8000-abcdefabcdef', '8000abcdefabcdef'],
  ])('writes the node %j in sixteen letters and digits', (node, text) => {
    expect(hlcNode(node)).toBe(text);
  });

  it.each(['', '1:2:3', `${'1'.repeat(16)}:00000:UPPERCASE0000000`])(
    'takes %j for no clock',
    (text) => {
      expect(parseHlc(text)).toBeNull();
    },
  );
});
