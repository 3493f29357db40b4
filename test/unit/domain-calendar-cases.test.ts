import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runFile } from '../support/cases/read.ts';

const own = fileURLToPath(new URL('../support/fixtures/sla/calendar-cases.json', import.meta.url));
const shared = fileURLToPath(
  new URL('../../../shared/data/sla/calendar-cases.json', import.meta.url),
);

describe('what the peers say of working time', () => {
  const outcomes = runFile(own);

  test('no case is missing', () => expect(outcomes).toHaveLength(341));

  test.each(outcomes)('$name', ({ failure }) => {
    expect(failure).toBeNull();
  });

  test.skipIf(!existsSync(shared))('in the form in which the cases were gathered, too', () => {
    const failures = runFile(shared).filter(({ failure }) => failure !== null);
    expect(failures).toEqual([]);
  });
});
