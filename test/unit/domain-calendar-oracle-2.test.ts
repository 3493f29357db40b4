import { describe, expect, test } from 'vitest';
import { agreementIn, MINUTES, ZONES } from '../support/oracle-cases.ts';

/** Half of the zones; the other half has a file, and so a core, of its own. */
const zones = ZONES.filter((_, index) => index % 2 === 1);

/** RISCONTRO_ORACLE=10 looks at ten times as many calendars. */
const more = Number(process.env['RISCONTRO_ORACLE'] ?? 1);

describe('the table agrees with a walk from minute to minute around every change of 2000–2040', () => {
  let all = 0;

  test.each(zones)('in %s', { timeout: 120_000 * more }, (zone) => {
    const { cases, differences } = agreementIn(zone, {
      seed: 2026,
      calendars: 10 * more,
      everyChange: 1,
      others: 40,
      instants: 3,
      fineness: MINUTES,
    });
    all += cases;
    expect(differences).toEqual([]);
  });

  test('in fifty thousand cases', () => expect(all).toBeGreaterThanOrEqual(50_000));
});
