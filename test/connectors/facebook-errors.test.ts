import { describe, expect, test } from 'vitest';
import {
  asksForLess,
  faultIn,
  mayPass,
  readError,
  writeError,
} from '../../electron/service/connectors/facebook/graph-errors.ts';

type Details = Readonly<Record<string, string | number>>;
type Row = [code: number, subcode: number | null, read: string, write: string, details?: Details];

const HALF_AN_HOUR = { retryAfterMs: 1_800_000 };

/** What each code means for a read, and for a write (outcome and code). */
const ROWS: readonly Row[] = [
  [1, null, 'server_error', 'unknown unknown_outcome'],
  [1, 1965014, 'server_error', 'unknown unknown_outcome'],
  [2, null, 'server_error', 'unknown unknown_outcome'],
  [1705, null, 'server_error', 'unknown unknown_outcome'],
  [4, null, 'throttled', 'not_sent throttled'],
  [17, null, 'throttled', 'not_sent throttled'],
  [32, null, 'throttled', 'not_sent throttled'],
  [341, null, 'throttled', 'not_sent throttled'],
  [613, null, 'throttled', 'not_sent throttled'],
  [613, 1996, 'throttled', 'not_sent throttled'],
  [80001, null, 'throttled', 'not_sent throttled'],
  [80002, null, 'throttled', 'not_sent throttled'],
  [80006, null, 'throttled', 'not_sent throttled'],
  [368, null, 'blocked', 'rejected blocked', HALF_AN_HOUR],
  [368, 1390008, 'blocked', 'rejected blocked', HALF_AN_HOUR],
  [506, null, 'refused', 'unknown duplicate'],
  [101, null, 'token_dead', 'not_sent token_dead'],
  [102, null, 'token_dead', 'not_sent token_dead'],
  [190, null, 'token_dead', 'not_sent token_dead'],
  [190, 458, 'token_dead', 'not_sent token_dead', { trouble: 'app_removed' }],
  [190, 459, 'token_dead', 'not_sent token_dead', { trouble: 'checkpoint' }],
  [190, 464, 'token_dead', 'not_sent token_dead', { trouble: 'checkpoint' }],
  [190, 460, 'token_dead', 'not_sent token_dead', { trouble: 'password_changed' }],
  [102, 463, 'token_dead', 'not_sent token_dead', { trouble: 'expired' }],
  [190, 463, 'token_dead', 'not_sent token_dead', { trouble: 'expired' }],
  [190, 467, 'token_dead', 'not_sent token_dead', { trouble: 'invalid' }],
  [190, 492, 'token_dead', 'not_sent token_dead', { trouble: 'role_lost' }],
  [190, 999, 'token_dead', 'not_sent token_dead'],
  [3, null, 'permission_missing', 'rejected permission_missing'],
  [10, null, 'permission_missing', 'rejected permission_missing'],
  [200, null, 'permission_missing', 'rejected permission_missing'],
  [299, null, 'permission_missing', 'rejected permission_missing'],
  [
    283,
    null,
    'permission_missing',
    'rejected permission_missing',
    { permission: 'pages_read_user_content' },
  ],
  [230, null, 'permission_missing', 'rejected refused', { permission: 'pages_messaging' }],
  [210, null, 'refused', 'rejected refused'],
  [551, null, 'refused', 'rejected refused'],
  [10, 2018278, 'permission_missing', 'rejected window_closed'],
  [10, 2534022, 'permission_missing', 'rejected window_closed'],
  [10900, null, 'refused', 'rejected already_replied'],
  [10901, null, 'refused', 'rejected refused'],
  [10902, null, 'refused', 'rejected refused'],
  [10903, null, 'refused', 'rejected refused'],
  [12, null, 'source_unavailable', 'rejected refused'],
  [100, null, 'refused', 'rejected refused'],
  [100, 33, 'object_gone', 'rejected object_gone'],
  [100, 2018001, 'refused', 'rejected refused'],
  [2500, null, 'refused', 'rejected refused'],
  [3001, null, 'refused', 'rejected refused'],
  [987654, null, 'refused', 'unknown unknown_outcome'],
];

describe('what an error of Graph means', () => {
  test.each(ROWS)('code %i, subcode %s: %s for a read, %s for a write', (...row: Row) => {
    const [code, subcode, read, write, more] = row;
    const words = { message: 'The words say something else', type: 'OAuthException' };
    const fault = faultIn({ error: { ...words, code, error_subcode: subcode } });
    if (fault === null) throw new Error('No fault.');
    const details = {
      graphCode: code,
      ...(subcode === null ? {} : { graphSubcode: subcode }),
      ...more,
    };
    const written = writeError(fault);
    expect([readError(fault), `${written.outcome} ${written.error.code}`]).toEqual([
      { code: read, details },
      write,
    ]);
    expect(written.error.details).toEqual(details);
  });

  test.each([
    [1, null, true, true],
    [1, 99, false, true],
    [2, null, false, true],
    [1705, null, false, false],
    [4, null, false, false],
    [190, null, false, false],
  ])('code %i (%s): asks for less %s, may pass %s', (code, subcode, less, passing) => {
    const fault = { code, subcode };
    expect([asksForLess(fault), mayPass(fault)]).toEqual([less, passing]);
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'error'],
    ['an error without a code', { error: { message: 'x' } }],
    ['a code that is a word', { error: { code: '190' } }],
  ])('%s is no fault', (_what, body) => {
    expect(faultIn(body)).toBeNull();
  });
});
