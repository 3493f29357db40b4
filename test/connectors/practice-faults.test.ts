import { describe, expect, test } from 'vitest';
import { startPage, type GraphList, type PageUnderTest } from '../support/practice-client.ts';

const still = { world: { kind: 'seed' as const, seed: 1, lively: false } };

/** The plain answer of a feed, as it came over the wire. */
async function raw({ page }: PageUnderTest, path = `${page.pageId}/feed?limit=2`) {
  const address = `${page.url}/${path}${path.includes('?') ? '&' : '?'}access_token=${page.token}`;
  const response = await fetch(address);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('faults on request', () => {
  test.each([
    ['html', 200, /^<!DOCTYPE html>/],
    ['status500', 500, /^<!DOCTYPE html>/],
    ['empty', 200, /^$/],
    ['half_json', 200, /^\{"data":.*[^}]$/s],
  ] as const)('%s is met once, then all is well', async (kind, status, text) => {
    const under = await startPage({ ...still, faults: [{ kind }] });
    const met = await raw(under);
    expect([met.status, text.test(met.text)]).toEqual([status, true]);
    expect(() => JSON.parse(met.text) as unknown).toThrow();
    expect(JSON.parse((await raw(under)).text)).toHaveProperty('data');
  });

  test.each(['cut', 'drop'] as const)('%s breaks the connection', async (kind) => {
    const under = await startPage({ ...still, faults: [{ kind }] });
    await expect(raw(under)).rejects.toThrow();
    expect((await raw(under)).status).toBe(200);
  });

  test('an endless cursor leads back to itself, an empty page only once', async () => {
    const under = await startPage(still);
    await under.control('POST', 'faults', [
      { kind: 'empty_page' },
      { kind: 'endless_cursor', count: 0 },
    ]);
    const first = JSON.parse((await raw(under)).text) as GraphList;
    expect([first.data, typeof first.paging?.next]).toEqual([[], 'string']);
    const next = first.paging?.next ?? '';
    const second = (await (await fetch(next)).json()) as GraphList;
    expect(second.data).toHaveLength(2);
    expect(second.paging?.next).toBe(next);
    await under.control('DELETE', 'faults');
    const third = (await (await fetch(next)).json()) as GraphList;
    expect(third.paging?.next).not.toBe(next);
  });

  test('an error carries the wanted code, and a throttle tells when to come back', async () => {
    const fault = { kind: 'error', code: 80_001, regainMinutes: 12, pathPrefix: '/me' } as const;
    const under = await startPage({ ...still, faults: [fault] });
    expect((await raw(under)).status).toBe(200);
    const met = await raw(under, 'me');
    expect(JSON.parse(met.text)).toMatchObject({ error: { code: 80_001 } });
    expect(met.headers.get('x-business-use-case-usage')).toContain(
      '"estimated_time_to_regain_access":12',
    );
  });

  test('accepted, then dropped: the comment is there although no answer came', async () => {
    const under = await startPage(still);
    const [post] = (await under.get(`${under.page.pageId}/posts?limit=1&fields=id`)).data;
    const path = `${post?.id ?? ''}/comments`;
    await under.control('POST', 'faults', { kind: 'accept_then_drop', method: 'POST' });
    await expect(under.send('POST', path, { message: 'Eccomi' })).rejects.toThrow();
    const { data } = await under.get(`${path}?filter=stream&order=reverse_chronological`);
    expect(data[0]?.message).toBe('Eccomi');
  });

  test('what is no fault is refused', async () => {
    const under = await startPage(still);
    for (const wrong of [{ kind: 'fire' }, { kind: 'html', count: -1 }, 'html', null]) {
      expect(await under.control('POST', 'faults', wrong)).toMatchObject({ error: { code: 100 } });
    }
    expect(await under.control('GET', 'faults')).toEqual({ data: [] });
  });
});

describe('control', () => {
  test('a customer writes now, and the state lists comments by parent', async () => {
    const under = await startPage(still);
    const [post] = (await under.get(`${under.page.pageId}/posts?limit=1&fields=id`)).data;
    const parent = post?.id ?? '';
    const form = { parent, message: 'Mi sentite?', name: 'Ada Prova' };
    const { id } = await under.control<{ id: string }>('POST', 'comment', form);
    const state = await under.control<{
      commentsByParent: Record<string, readonly { id: string; byPage: boolean }[]>;
    }>('GET', `state?parent=${parent}`);
    expect(state.commentsByParent[parent]?.find((one) => one.id === id)).toMatchObject({
      byPage: false,
      message: 'Mi sentite?',
      from: { name: 'Ada Prova' },
      visible: true,
    });
  });

  test('the clock is moved only where that was allowed', async () => {
    const under = await startPage();
    const before = under.clock.now();
    await under.control('POST', 'advance', { ms: 60_000 });
    expect(under.clock.now() - before).toBe(60_000);
    expect(await under.control('POST', 'advance', { ms: -5 })).toMatchObject({ error: {} });
  });
});
