import { describe, expect, test } from 'vitest';
import { sharePage, startPage, type GraphObject } from '../support/practice-client.ts';

const still = { world: { kind: 'seed' as const, seed: 1, lively: false } };
const shared = await sharePage(still);
const { page, get, all } = shared;

interface BatchAnswer {
  readonly code: number;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  readonly body: string;
}

async function batch(
  calls: unknown,
  more: Record<string, string> = {},
): Promise<readonly (BatchAnswer | null)[]> {
  const form = { batch: JSON.stringify(calls), access_token: page.token, ...more };
  const body = new URLSearchParams(form);
  return (await (await fetch(`${page.url}/`, { method: 'POST', body })).json()) as BatchAnswer[];
}

describe('a batch', () => {
  test('answers each call in its place, refused ones too, and each counts', async () => {
    const before = page.stats.requests;
    const answers = await batch([
      { method: 'GET', relative_url: `${page.pageId}?fields=name` },
      { method: 'GET', relative_url: 'v26.0/1_2/comments' },
    ]);
    expect(answers.map((one) => one?.code)).toEqual([200, 400]);
    expect(JSON.parse(answers[0]?.body ?? '')).toEqual({ id: page.pageId, name: 'Ondalta' });
    expect(JSON.parse(answers[1]?.body ?? '')).toMatchObject({ error: { code: 100 } });
    expect(answers[0]?.headers?.map(({ name }) => name)).toContain('X-App-Usage');
    expect(page.stats.requests).toBe(before + 2);
  });

  test('writes too, and leaves headers out when asked', async () => {
    const [post] = (await get(`${page.pageId}/posts?limit=1&fields=id`)).data;
    const [written] = await batch(
      [{ method: 'POST', relative_url: `${post?.id ?? ''}/comments`, body: 'message=Dal%20mazzo' }],
      { include_headers: 'false' },
    );
    const { id } = JSON.parse(written?.body ?? '') as GraphObject;
    expect(written).toEqual({ code: 200, body: JSON.stringify({ id }) });
    expect(await get<GraphObject>(`${id}?fields=message`)).toMatchObject({ message: 'Dal mazzo' });
  });

  test('of more than fifty calls, or of none that can be read, is refused with code 100', async () => {
    const calls = Array.from({ length: 51 }, () => ({ method: 'GET', relative_url: 'me' }));
    for (const wrong of [calls, 'me', { method: 'GET' }]) {
      expect(await batch(wrong)).toMatchObject({ error: { code: 100 } });
    }
  });

  test('has null where a call got no answer', async () => {
    const under = await startPage({ ...still, faults: [{ kind: 'drop', method: 'GET' }] });
    const calls = ['me', 'me'].map((relative_url) => ({ method: 'GET', relative_url }));
    const { body } = await under.send('POST', '', { batch: JSON.stringify(calls) });
    expect(body).toEqual([null, expect.objectContaining({ code: 200 })]);
  });
});

describe('sources besides the feed', () => {
  test.each([
    ['ads_posts', 'id,message,created_time,is_inline_created,promotion_status', 'comments'],
    ['video_reels', 'id,description,created_time,permalink_url', 'comments'],
  ])('%s are own posts with comments that are not in the feed', async (edge, fields) => {
    const places = await all(
      `${page.pageId}/${edge}?limit=2&fields=${fields},comments.limit(0).summary(true)`,
    );
    const feed = new Set(
      (await all(`${page.pageId}/feed?limit=100&fields=id`)).map(({ id }) => id),
    );
    expect(places.length).toBeGreaterThanOrEqual(3);
    expect(places.some(({ id }) => feed.has(id))).toBe(false);
    const comments = await Promise.all(
      places.map(({ id }) => get(`${id}/comments?filter=stream&fields=id,message,from,parent{id}`)),
    );
    const found = comments.flatMap(({ data }) => data);
    expect(found.length).toBeGreaterThan(5);
    expect(found.every(({ id }) => /^\d+_\d+$/.test(id))).toBe(true);
  });

  test('an ad says that it is one; a Reel has no updated_time', async () => {
    const [ad] = (await get(`${page.pageId}/ads_posts?fields=is_inline_created,promotion_status`))
      .data;
    expect(ad).toMatchObject({ is_inline_created: true, promotion_status: 'active' });
    expect(await get<object>(`${page.pageId}/video_reels?fields=updated_time`)).toMatchObject({
      error: { code: 100 },
    });
  });

  test('reviews are gone since v22: code 12', async () => {
    expect(await get<object>(`${page.pageId}/ratings`)).toMatchObject({ error: { code: 12 } });
  });
});

const account = async (): Promise<string> => {
  const field = 'instagram_business_account{id,username}';
  const own = await get<GraphObject>(`${page.pageId}?fields=${field}`);
  const linked = own['instagram_business_account'] as { id: string; username: string };
  expect(linked).toEqual({ id: expect.stringMatching(/^17/), username: 'ondalta' });
  return linked.id;
};
const media = async (): Promise<readonly GraphObject[]> =>
  all(`${await account()}/media?limit=2&fields=id,caption,comments_count,timestamp,media_type`);

describe('Instagram', () => {
  test('its pictures come newest first, its comments by username, replies below', async () => {
    const pictures = await media();
    const times = pictures.map((one) => String(one['timestamp']));
    expect(times).toEqual(times.toSorted().toReversed());
    const fields = 'id,text,timestamp,username,from,hidden,like_count,replies{id,text,parent_id}';
    const lists = await Promise.all(
      pictures.map(({ id }) => all(`${id}/comments?limit=3&fields=${fields}`)),
    );
    const comments = lists.flat();
    expect(comments.length).toBeGreaterThan(5);
    expect(comments.every((one) => typeof one['text'] === 'string')).toBe(true);
    const replies = comments.flatMap((one) =>
      ((one['replies'] as { data: GraphObject[] } | undefined)?.data ?? []).map((reply) => ({
        of: one.id,
        parent: reply['parent_id'],
      })),
    );
    expect(replies.length).toBeGreaterThan(0);
    expect(replies.every(({ of, parent }) => of === parent)).toBe(true);
  });

  test('a comment is answered, hidden, shown and deleted', async () => {
    const pictures = await media();
    const busy = pictures.find((one) => Number(one['comments_count']) > 0);
    const [first] = (await get(`${busy?.id ?? ''}/comments?fields=id`)).data;
    const id = first?.id ?? '';
    const answered = await shared.send('POST', `${id}/replies`, { message: 'Ciao!' });
    const read = () => get<GraphObject>(`${id}?fields=hidden,replies{text,username}`);
    expect(answered.status).toBe(200);
    expect(JSON.stringify((await read())['replies'])).toContain('Ciao!');
    for (const hide of ['true', 'false']) {
      expect((await shared.send('POST', id, { hide })).body).toEqual({ success: true });
      expect((await read())['hidden']).toBe(hide === 'true');
    }
    expect((await shared.send('DELETE', id)).body).toEqual({ success: true });
    expect(await read()).toMatchObject({ error: { code: 100, error_subcode: 33 } });
  });
});
