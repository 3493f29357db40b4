import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runFile } from '../support/cases/read.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const shared = path('../../../shared/data/sla/peer-scenarios.json');

/** Stories in which a peer's answer breaks a rule of ours; each has its reason in decision 0132. */
const DIFFERENT = ['chatwoot-06'];

describe('what the peers say of clocks', () => {
  const outcomes = runFile(path('../support/fixtures/sla/peer-scenarios.json'));

  test('no story is missing', () => expect(outcomes).toHaveLength(60));

  test.each(outcomes)('$name', ({ failure }) => {
    expect(failure).toBeNull();
  });

  test.skipIf(!existsSync(shared))(
    'as they were gathered, but for those where our rule differs',
    () => {
      const failing = runFile(shared).flatMap(({ name, failure }) =>
        failure === null ? [] : [name],
      );
      expect(failing).toEqual(DIFFERENT);
    },
  );
});
