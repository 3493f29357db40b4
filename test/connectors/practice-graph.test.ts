import { describe, expect, test } from 'vitest';
import {
  sharePage,
  startPage,
  type GraphList,
  type GraphObject,
} from '../support/practice-client.ts';

const still = { world: { kind: 'seed' as const, seed: 1, lively: false } };
const shared = await sharePage(still);

const count = (post: GraphObject): number => post.comments?.summary?.total_count ?? 0;
const times = (list: readonly GraphObject[]): readonly string[] =>
  list.map((one) => String(one.created_time));

/** The own post with most comments: its list is ranked. */
async function busiestPost(
  get: <T = GraphList>(path: string) => Promise<T>,
  pageId: string,
): Promise<GraphObject> {
  const fields = 'id,message,comments.filter(stream).limit(0).summary(true)';
  const { data } = await get(`${pageId}/posts?limit=100&fields=${fields}`);
  const [busiest] = data.toSorted((a, b) => count(b) - count(a));
  if (busiest === undefined) throw new Error('The page has no posts');
  return busiest;
}

describe('reading', () => {
  test('gives the asked fields and the id, nothing else', async () => {
    const { page, get } = shared;
    const [post] = (await get(`${page.pageId}/posts?limit=1&fields=from{name}`)).data;
    expect(post).toEqual({ id: expect.any(String), from: { name: 'Ondalta', id: page.pageId } });
    const bare = await get<GraphObject>(page.pageId);
    expect(bare).toEqual({ id: page.pageId, name: 'Ondalta' });
  });

  test('a comment has no updated_time; asking for it is an error like any unknown field', async () => {
    const { page, get } = shared;
    const post = await busiestPost(get, page.pageId);
    const answer = await get<object>(`${post.id}/comments?fields=id,updated_time`);
    expect(answer).toMatchObject({ error: { code: 100, type: 'OAuthException' } });
  });

  test('the feed is newest first, and a post is as new as its newest comment', async () => {
    const { page, get, all } = shared;
    const feed = await all(`${page.pageId}/feed?limit=100&fields=created_time,updated_time`);
    const created = feed.map((post) => String(post.created_time));
    expect(created).toEqual(created.toSorted().toReversed());
    const post = await busiestPost(get, page.pageId);
    const comments = await all(`${post.id}/comments?filter=stream&limit=100&fields=created_time`);
    const newest = comments
      .map((comment) => String(comment.created_time))
      .toSorted()
      .at(-1);
    expect(feed.find((one) => one.id === post.id)?.updated_time).toBe(newest);
  });

  test('feed is all of posts, visitor_posts and tagged', async () => {
    const { page, all } = shared;
    const ids = async (edge: string): Promise<readonly string[]> =>
      (await all(`${page.pageId}/${edge}?limit=100&fields=id`)).map((post) => post.id);
    const parts = [await ids('posts'), await ids('visitor_posts'), await ids('tagged')].flat();
    expect((await ids('feed')).toSorted()).toEqual(parts.toSorted());
    expect(await ids('published_posts')).toEqual(await ids('posts'));
  });

  test('many comments are ranked whatever was asked; the stream is in order of time', async () => {
    const { page, get, all } = shared;
    const { id } = await busiestPost(get, page.pageId);
    const path = `${id}/comments?limit=100&summary=true&fields=created_time,parent{id}`;
    const ranked = await get(`${path}&order=chronological`);
    const stream = await get(`${path}&filter=stream`);
    const reversed = await get(`${path}&filter=stream&order=reverse_chronological`);
    expect(ranked.summary?.order).toBe('ranked');
    expect(times(ranked.data)).not.toEqual(times(ranked.data).toSorted());
    expect(ranked.data.some((one) => one.parent !== undefined)).toBe(false);
    expect(stream.summary?.order).toBe('chronological');
    expect(times(stream.data)).toEqual(times(stream.data).toSorted());
    expect(times(reversed.data)).toEqual(times(reversed.data).toSorted().toReversed());
    expect(stream.data.some((one) => one.parent !== undefined)).toBe(true);
    expect(await all(`${id}/comments?limit=3`)).toHaveLength(ranked.data.length);
  });

  test('since leaves out what is older', async () => {
    const { page, get } = shared;
    const { id } = await busiestPost(get, page.pageId);
    const stream = await get(`${id}/comments?filter=stream&limit=100&fields=created_time`);
    const middle = String(stream.data[Math.floor(stream.data.length / 2)]?.created_time);
    const path = `${id}/comments?filter=stream&limit=100&fields=created_time`;
    const seconds = Date.parse(middle) / 1000;
    const later = await get(`${path}&since=${String(seconds)}`);
    const written = await get(`${path}&since=${encodeURIComponent(middle)}`);
    expect(later.data).toEqual(stream.data.filter((one) => String(one.created_time) >= middle));
    expect(written.data).toEqual(later.data);
  });

  test('an embedded list is the first page; its next leads to the rest', async () => {
    const { page, get, all } = shared;
    const { id } = await busiestPost(get, page.pageId);
    const fields = 'comments.limit(4).filter(stream){message}';
    const post = await get<GraphObject>(`${id}?fields=${fields}`);
    const next = post.comments?.paging?.next ?? '';
    expect(post.comments?.data).toHaveLength(4);
    const rest = await all(next.slice(page.url.length + 1));
    const whole = await all(`${id}/comments?filter=stream&limit=100&fields=message`);
    expect([...(post.comments?.data ?? []), ...rest]).toEqual(whole);
  });

  test('several ids at once give a map', async () => {
    const { page, get } = shared;
    const { data } = await get(`${page.pageId}/feed?limit=3&fields=id`);
    const ids = data.map((post) => post.id);
    const map = await get<Record<string, GraphObject>>(`?ids=${ids.join(',')}&fields=created_time`);
    expect(Object.keys(map).toSorted()).toEqual(ids.toSorted());
  });

  test('every answer tells the usage', async () => {
    const { page } = shared;
    const { headers } = await fetch(`${page.url}/me?access_token=${page.token}`);
    const business = JSON.parse(headers.get('x-business-use-case-usage') ?? '{}') as object;
    expect(business).toMatchObject({ [page.pageId]: [{ type: 'pages', call_count: 1 }] });
    expect(JSON.parse(headers.get('x-app-usage') ?? '{}')).toHaveProperty('total_time');
    const before = page.stats.requests;
    await fetch(`${page.url}/me?access_token=${page.token}`);
    expect(page.stats.requests).toBe(before + 1);
  });
});

describe('writing', () => {
  test('a reply appears below its comment; one to a nested reply goes to the top-level comment', async () => {
    const { page, get, send } = shared;
    const { id } = await busiestPost(get, page.pageId);
    const [top] = (await get(`${id}/comments?limit=1`)).data;
    const first = await send('POST', `${top?.id ?? ''}/comments`, { message: 'Ciao!' });
    const firstId = String(first.body['id']);
    const second = await send('POST', `${firstId}/comments`, { message: 'E ancora.' });
    expect(first).toMatchObject({ status: 200, body: { id: firstId } });
    expect(firstId).toMatch(new RegExp(`^${id.split('_')[1] ?? ''}_\\d+$`));
    const nested = await get<GraphObject>(`${String(second.body['id'])}?fields=parent{id},message`);
    expect(nested).toMatchObject({ message: 'E ancora.', parent: { id: top?.id } });
    expect((await get(`${firstId}/comments`)).data).toEqual([]);
  });

  test('fields asked along with a reply come with it', async () => {
    const { page, get, send } = shared;
    const { id } = await busiestPost(get, page.pageId);
    const form = { message: 'Eccoci', fields: 'created_time,permalink_url' };
    const { body } = await send('POST', `${id}/comments`, form);
    expect(body).toMatchObject({ created_time: '2026-11-18T11:00:00+0000' });
    const thread = await (await fetch(String(body['permalink_url']))).text();
    expect(thread).toContain('Eccoci');
  });

  test.each([
    ['nothing', ''],
    ['spaces', '  \n '],
    ['8,001 signs', 'a'.repeat(8001)],
  ])('a reply of %s is refused with code 100', async (_, message) => {
    const { page, get, send } = shared;
    const { id } = await busiestPost(get, page.pageId);
    const answer = await send('POST', `${id}/comments`, { message });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  });

  test('own comments are edited, others hidden, each is deleted and liked', async () => {
    const { page, get, send } = shared;
    const { id } = await busiestPost(get, page.pageId);
    const [other] = (await get(`${id}/comments?limit=1`)).data;
    const otherId = other?.id ?? '';
    const own = String((await send('POST', `${otherId}/comments`, { message: 'uno' })).body['id']);
    const read = (of: string) => get<GraphObject>(`${of}?fields=message,is_hidden,user_likes`);

    expect((await send('POST', own, { message: 'due' })).body).toEqual({ success: true });
    expect((await send('POST', otherId, { is_hidden: 'true' })).body).toEqual({ success: true });
    expect((await send('POST', `${otherId}/likes`)).body).toEqual({ success: true });
    expect(await read(own)).toMatchObject({ message: 'due', is_hidden: false });
    expect(await read(otherId)).toMatchObject({ is_hidden: true, user_likes: true });
    expect(await send('POST', `${otherId}/likes`)).toMatchObject({ status: 400 });
    expect(await send('POST', own, { is_hidden: 'true' })).toMatchObject({ status: 400 });
    expect(await send('POST', otherId, { message: 'x' })).toMatchObject({ status: 400 });

    expect((await send('DELETE', otherId)).body).toEqual({ success: true });
    for (const gone of [own, otherId]) {
      expect(await read(gone)).toMatchObject({ error: { code: 100, error_subcode: 33 } });
    }
  });
});

describe('errors', () => {
  test('a missing or wrong token is code 190', async () => {
    const { page } = shared;
    const missing = await fetch(`${page.url}/${page.pageId}`);
    const wrong = await fetch(`${page.url}/${page.pageId}?access_token=other`);
    const header = { authorization: `Bearer ${page.token}` };
    const right = await fetch(`${page.url}/${page.pageId}`, { headers: header });
    expect([missing.status, wrong.status, right.status]).toEqual([400, 401, 200]);
    expect(await wrong.json()).toEqual({
      error: {
        message: expect.any(String),
        type: 'OAuthException',
        code: 190,
        fbtrace_id: expect.stringMatching(/^A/),
      },
    });
  });

  test.each([
    ['a/b', 100],
    ['1_2/comments', 100],
    ['PAGE/feed?limit=-1', 100],
    ['PAGE/feed?after=rubbish', 100],
    ['PAGE/feed?since=someday', 100],
    ['PAGE/feed?fields=id,{', 2500],
    ['PAGE/ratings', 12],
    ['PAGE/nothing', 2500],
    ['?ids=', 100],
    ['debug_token', 100],
  ])('%s gives code %i', async (path, code) => {
    const { page, get } = shared;
    expect(await get<object>(path.replace('PAGE', page.pageId))).toMatchObject({ error: { code } });
  });

  test('a web page or a rebound name is turned away', async () => {
    const { page } = shared;
    const origin = { headers: { origin: 'https://elsewhere.example' } };
    expect((await fetch(`${page.url}/me?access_token=${page.token}`, origin)).status).toBe(403);
  });

  test('a taken port is replaced by a free one', async () => {
    const first = await startPage(still);
    const port = Number(new URL(first.page.url).port);
    const second = await startPage({ ...still, port });
    expect(new URL(second.page.url).port).not.toBe(String(port));
    expect(await second.get(second.page.pageId)).toMatchObject({ name: 'Ondalta' });
  });
});
