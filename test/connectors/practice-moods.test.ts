import { describe, expect, test } from 'vitest';
import { startPage, type PageUnderTest } from '../support/practice-client.ts';
import type { Fault } from '../../electron/service/practice/index.ts';

/** A still page with one fault, and where comments go. */
async function moody(...faults: readonly Fault[]) {
  const under = await startPage({ world: { kind: 'empty' }, faults });
  const parent = under.page.control.snapshot().posts[0]?.id ?? '';
  return { under, parent, path: `${parent}/comments` };
}

const texts = async ({ get }: PageUnderTest, path: string): Promise<readonly unknown[]> =>
  (await get(`${path}?filter=stream`)).data.map((one) => one.message);

describe('a share of the calls', () => {
  test('fails, and the seed decides which', async () => {
    const fault = { kind: 'error', code: 2, rate: 0.3, seed: 5, count: 0 } as const;
    const run = async (): Promise<readonly boolean[]> => {
      const { under } = await moody(fault);
      const failed: boolean[] = [];
      for (let call = 0; call < 60; call += 1) {
        failed.push('error' in (await under.get<object>('me')));
      }
      return failed;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    expect(first.filter(Boolean).length).toBeGreaterThan(8);
    expect(first.filter(Boolean).length).toBeLessThan(30);
  });
});

describe('a write', () => {
  test.each([
    [{ kind: 'accept_then_error' }, 500, { code: 2 }],
    [{ kind: 'accept_then_error', code: 1 }, 500, { code: 1 }],
    [{ kind: 'accept_then_error', code: 2, status: 503 }, 503, { code: 2 }],
  ] as const)('that meets %o happens although the answer is %i', async (fault, status, error) => {
    const { under, path } = await moody({ ...fault, method: 'POST' });
    const sent = await under.send('POST', path, { message: 'Eccomi' });
    expect(sent).toMatchObject({ status, body: { error } });
    expect(await texts(under, path)).toEqual(['Eccomi']);
  });

  test('may happen twice', async () => {
    const { under, path } = await moody({ kind: 'duplicate', method: 'POST' });
    await under.send('POST', path, { message: 'Eccomi' });
    expect(await texts(under, path)).toEqual(['Eccomi', 'Eccomi']);
  });

  test.each([
    [{ lagReads: 2 }, [[], [], ['Eccomi']]],
    [{ lagMs: 1500 }, [[], [], ['Eccomi']]],
  ])('that lags by %o shows later, in lists and by its id', async (lag, expected) => {
    const { under, path } = await moody({ kind: 'lagging', method: 'POST', ...lag });
    const { body } = await under.send('POST', path, { message: 'Eccomi' });
    const id = String(body['id']);
    expect(await under.get<object>(id)).toMatchObject({ error: { error_subcode: 33 } });
    const seen: (readonly unknown[])[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      seen.push(await texts(under, path));
      under.clock.move(1000);
    }
    expect(seen).toEqual(expected);
    expect(await under.get<object>(id)).toMatchObject({ id });
  });

  test.each([-90_000, 90_000])(
    'is dated %i ms off by a skewed clock, and there at once',
    async (skewMs) => {
      const { under, path } = await moody({ kind: 'skew', skewMs, count: 0 });
      await under.send('POST', path, { message: 'Eccomi' });
      const [written] = (await under.get(path)).data;
      expect(Date.parse(String(written?.created_time)) - under.clock.now()).toBe(skewMs);
    },
  );
});

describe('a list', () => {
  test('may hold an item twice', async () => {
    const { under, parent, path } = await moody({ kind: 'duplicates', pathSuffix: '/comments' });
    for (const text of ['uno', 'due']) under.page.control.writeComment({ parent, text });
    expect(await texts(under, path)).toEqual(['uno', 'due', 'uno']);
    expect(await texts(under, path)).toEqual(['uno', 'due']);
  });

  test('may be ranked, whatever was asked and however short', async () => {
    const { under, path } = await moody({ kind: 'ranked', count: 0 });
    const list = await under.get(`${path}?filter=stream&order=chronological&summary=true`);
    expect(list.summary?.order).toBe('ranked');
  });
});

describe('the usage', () => {
  test('is told as it was set, until it is counted again', async () => {
    const { under } = await moody();
    const headers = async (path = 'me') => {
      const address = `${under.page.url}/${path}?access_token=${under.page.token}`;
      const business = (await fetch(address)).headers.get('x-business-use-case-usage') ?? '';
      return (JSON.parse(business) as Record<string, unknown[]>)[under.page.pageId]?.[0];
    };
    const set = { call_count: 91, total_time: 40, estimated_time_to_regain_access: 7 };
    await under.control('POST', 'usage', set);
    for (let call = 0; call < 2; call += 1) {
      expect(await headers()).toMatchObject({ type: 'pages', ...set });
    }
    await under.control('DELETE', 'usage');
    expect(await headers(`${under.page.pageId}/conversations`)).toMatchObject({
      type: 'messenger',
      call_count: 1,
    });
  });
});
