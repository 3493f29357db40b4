import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, oneLine } from '../../shared/domain/text.ts';

describe('one line', () => {
  test.each([
    ['short', 'short'],
    [' a\n\n b\tc\u2028d\u0000e ', 'a b c d e'],
    ['to\u202Etxt.exe\u2066\u200F', 'totxt.exe'],
    ['\uD83D broken', '\uFFFD broken'],
    ['', ''],
    ['12345678901', '123456789…'],
    ['1234567 901', '1234567 9…'],
    ['12345678 01', '12345678…'],
    ['12345678👨‍👩‍👧', '12345678…'],
    ['1234567é́́́x', '1234567…'],
    ['👍👍👍👍👍', '👍👍👍👍👍'],
    ['👍👍👍👍👍👍', '👍👍👍👍…'],
    ['<script>alert(1)', '<script>a…'],
  ])('%j in ten is %j', (text, expected) => expect(oneLine(text, 10)).toBe(expected));

  test('one endless character is cut between code points', () => {
    const zalgo = `e${'\u0301'.repeat(50)}`;
    expect(oneLine(zalgo, 10)).toBe(`e${'\u0301'.repeat(8)}…`);
  });

  test('never exceeds its length, holds no break and no half character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (text, max) => {
          const line = oneLine(text, max);
          expect(line.length).toBeLessThanOrEqual(max);
          expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202E]|\p{Surrogate}/u);
          expect(oneLine(line, max)).toBe(line);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });

  test('reads only the beginning of 8,000 emoji', () => {
    expect(oneLine('🧡'.repeat(8_000), 160)).toBe(`${'🧡'.repeat(79)}…`);
  });
});

test('texts count as the same when composed, trimmed and with one kind of line end', () => {
  expect(canonicalText(' perche\u0301\r\nno ')).toBe('perché\nno');
});
