import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { formatWhen, formatStep } from '../../renderer/lib/format/date.ts';
import { formatBytes, formatNumber, formatPercent } from '../../renderer/lib/format/number.ts';
import { en } from '../../renderer/lib/i18n/en/index.ts';
import { errorText } from '../../renderer/lib/i18n/error-text.ts';
import { setLanguage, t } from '../../renderer/lib/i18n/i18n.ts';
import { it as italian } from '../../renderer/lib/i18n/it/index.ts';
import { clip } from '../../renderer/lib/text/clip.ts';
import { initials } from '../../renderer/lib/text/initials.ts';
import { matchWord } from '../../renderer/features/palette/match.ts';
import { ERROR_CODES } from '../../shared/kernel/app-error.ts';

/** The names of a message's placeholders, plural branches included. */
function placeholders(message: string): readonly string[] {
  const names = new Set<string>();
  const collect = (tokens: readonly unknown[]): void => {
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      const [name, , choices] = token as readonly unknown[];
      if (typeof name === 'string' && name !== '#') names.add(name);
      if (typeof choices !== 'object' || choices === null) continue;
      for (const branch of Object.values(choices)) if (Array.isArray(branch)) collect(branch);
    }
  };
  collect(compileMessageOrThrow(message));
  return [...names].toSorted();
}

const pairs = Object.entries(italian).map(
  ([id, words]) => [id, words, (en as Readonly<Record<string, string>>)[id] ?? ''] as const,
);

describe('the words of both languages', () => {
  test('every text compiles and asks for the same values in both', () => {
    const different = pairs.filter(
      ([, first, second]) => placeholders(first).join() !== placeholders(second).join(),
    );
    expect(different).toEqual([]);
  });

  test('no text shouts', () => {
    expect(pairs.filter(([, first, second]) => /!/u.test(first + second))).toEqual([]);
  });

  test('every failure has words in both, what happened and then the way out', () => {
    for (const language of ['it', 'en'] as const) {
      setLanguage(language);
      const short = ERROR_CODES.filter((code) => errorText(t, code).split(/[.:] /u).length < 2);
      expect(short).toEqual([]);
    }
    setLanguage('it');
  });

  test('plurals follow the language of the moment', () => {
    expect(t('inbox.arrivals', { n: 1 })).toBe('1 nuova');
    expect(t('inbox.arrivals', { n: 3 })).toBe('3 nuove');
    setLanguage('en');
    expect(t('inbox.toAnswer', { n: 1 })).toBe('1 conversation to answer');
    setLanguage('it');
  });
});

const at = (day: number, hour: number, year = 2026): number =>
  new Date(year, 10, day, hour, 57).getTime();

describe('numbers and times', () => {
  test('four digits are grouped in both languages', () => {
    expect(formatNumber(1_284)).toBe('1.284');
    expect(formatPercent(0.925)).toBe('93%');
    expect(formatBytes(10_000_000)).toBe('10 MB');
    setLanguage('en');
    expect(formatNumber(1_284)).toBe('1,284');
    setLanguage('it');
  });

  test('a time is as short as it stays clear', () => {
    const now = at(23, 12);
    expect(formatWhen(at(23, 8), now)).toBe('08:57');
    expect(formatWhen(at(20, 14), now)).toBe('ven 14:57');
    expect(formatWhen(at(2, 10), now)).toBe('2 nov');
    expect(formatStep(at(2, 10), now)).toBe('2 nov 10:57');
    expect(formatStep(at(2, 10, 2024), now)).toBe('02/11/24 10:57');
  });
});

describe('what strangers wrote', () => {
  test('a long text is cut by characters and lines, never within a sign', () => {
    expect(clip('ciao', 100)).toEqual({ shown: 'ciao', hiddenCharacters: 0 });
    const many = '😀'.repeat(10);
    expect(clip(many, 5)).toEqual({ shown: '😀😀', hiddenCharacters: 16 });
    expect(clip('\n'.repeat(1_000), 600).shown).toHaveLength(10);
  });

  test.each([
    ['Giulia R.', 'GR'],
    ['Francesca Maria Santangelo-Piccolomini', 'FP'],
    ['𝒳avier', '𝒳'],
    ['  ', '?'],
    ['👋 Marta', 'M'],
  ])('the initials of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe('the palette’s search', () => {
  test.each([
    ['Passa a Comunicazione', 'pas', ['', 'Pas', 'sa a Comunicazione']],
    ['Vai all’elenco', 'elenco', ['Vai all’', 'elenco', '']],
    ['Perché questa scadenza?', 'PERCHE', ['', 'Perché', ' questa scadenza?']],
  ] as const)('%s is found by %s', (text, wanted, parts) => {
    const match = matchWord(text, wanted);
    expect(match && [match.before, match.found, match.after]).toEqual(parts);
  });

  test('the middle of a word does not count', () => {
    expect(matchWord('Riapri', 'apri')).toBeNull();
  });
});
