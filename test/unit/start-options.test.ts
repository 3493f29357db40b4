import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { startArguments } from '../../build/scripts/start-options.ts';

test('paths are made absolute, because the application starts in another folder', () => {
  expect(startArguments(['--demo', '--profile', 'a', '--screenshot=b.png'])).toEqual([
    '--demo',
    `--profile=${resolve('a')}`,
    `--screenshot=${resolve('b.png')}`,
  ]);
});

test('choices are handed on', () => {
  expect(startArguments(['--host', 'child', '--lang', 'it'])).toEqual([
    '--host=child',
    '--lang=it',
  ]);
});

test.each([
  ['an unknown option', ['--fast']],
  ['a stray word', ['demo']],
  ['a choice that is none', ['--host', 'cloud']],
  ['a missing value', ['--profile']],
  ['an empty path', ['--profile=']],
])('%s is bad usage', (_what, words) => {
  expect(startArguments(words)).toBeUndefined();
});
