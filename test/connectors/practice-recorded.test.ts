import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  RECORDED_FILE,
  startPage,
  type GraphList,
  type GraphObject,
} from '../support/practice-client.ts';

const recorded = { world: { kind: 'recorded' as const, file: RECORDED_FILE } };
const COMMENTS = 'comments.filter(stream).limit(0).summary(true)';

/** Writes a recording of my own making and opens it. */
function startWith(data: readonly unknown[]) {
  const file = join(mkdtempSync(join(tmpdir(), 'practice-')), 'feed.json');
  writeFileSync(file, JSON.stringify({ data }));
  return startPage({ world: { kind: 'recorded', file } });
}

describe('a recorded wall', () => {
  test('has its 25 visitor posts in the recorded order, all of them by visitors', async () => {
    const { page, all, get } = await startPage(recorded);
    const { data } = JSON.parse(readFileSync(RECORDED_FILE, 'utf8')) as GraphList;
    const feed = await all(`${page.pageId}/feed?limit=7&fields=id,message,from,created_time,type`);
    const bare = data.map(({ likes: _likes, comments: _comments, ...post }) => post);
    expect(page.pageId).toBe('74133697733');
    expect(feed).toEqual(bare);
    expect((await get(`${page.pageId}/posts`)).data).toEqual([]);
    expect((await get(`${page.pageId}/visitor_posts?limit=100`)).data).toHaveLength(25);
  });

  test('has its 48 comments and nothing else, whatever the summary counts', async () => {
    const { page, all, get } = await startPage(recorded);
    const posts = await all(`${page.pageId}/feed?fields=id,${COMMENTS}`);
    const counted = posts.map((post) => post.comments?.summary?.total_count ?? 0);
    const comments: GraphObject[] = [];
    for (const post of posts) {
      comments.push(...(await all(`${post.id}/comments?filter=stream&limit=10`)));
    }
    expect(comments).toHaveLength(48);
    expect(Math.max(...counted)).toBe(664);
    const largest = posts[counted.indexOf(664)]?.id ?? '';
    const whole = await get(`${largest}/comments?limit=100&summary=true`);
    expect(whole.summary).toMatchObject({ order: 'ranked', total_count: 664 });
    expect([whole.data.length, whole.paging?.next]).toEqual([25, undefined]);
  });

  test('never hands out an address that leads outside', async () => {
    const { page } = await startPage(recorded);
    const fields = 'id,message,likes,comments{id,message,from}';
    const address = `${page.url}/${page.pageId}/feed?limit=5&fields=${fields}`;
    const body = await (await fetch(`${address}&access_token=${page.token}`)).text();
    expect(body).not.toContain('graph.facebook.com');
  });

  test('stands still, and holds exactly the one reply that was written', async () => {
    const { page, clock, get, send, all } = await startPage(recorded);
    const [post] = (await get(`${page.pageId}/feed?fields=id,${COMMENTS}&limit=100`)).data.filter(
      (one) => one.comments?.summary?.total_count === 1,
    );
    const { body } = await send('POST', `${post?.id ?? ''}/comments`, { message: 'Thank you!' });
    clock.move(86_400_000);
    const comments = await all(`${post?.id ?? ''}/comments?filter=stream&fields=message,from`);
    expect(comments.map((comment) => comment.id)).toContain(body['id']);
    expect(comments.at(-1)).toMatchObject({ message: 'Thank you!', from: { id: page.pageId } });
    expect(comments).toHaveLength(2);
  });

  test('serves broken items as they are', async () => {
    const good = { id: '77_1', message: 'Ciao', created_time: '2026-01-02T03:04:05+0000' };
    const broken = [null, 'text', 7, { message: 'no id' }, { id: 5 }, ['list']];
    const odd = {
      id: '77_2',
      message: 12,
      created_time: 'yesterday',
      from: 'me',
      comments: 'none',
    };
    const { page, get } = await startWith([good, ...broken, odd]);
    const feed = await get(
      `${page.pageId}/feed?fields=id,message,created_time,from,updated_time,comments`,
    );
    expect(page.pageId).toBe('77');
    expect(feed.data.slice(1, -1)).toEqual(broken);
    expect(feed.data[0]).toEqual({ ...good, updated_time: good.created_time });
    expect(feed.data.at(-1)).toMatchObject(odd);
  });

  test('serves broken comments and far-off dates as they are', async () => {
    const data = [
      { id: '77_1_1', created_time: '1969-07-20T20:17:40+0000', message: 'moon' },
      { id: '77_1_2', created_time: '2099-01-01T00:00:00+0000', message: '‮right to left' },
      { message: 'no id' },
      null,
    ];
    const { get } = await startWith([{ id: '77_1', message: 'x', comments: { data } }]);
    const fields = 'message,created_time';
    const listed = await get(`77_1/comments?filter=stream&fields=${fields}`);
    expect(new Set(listed.data)).toEqual(new Set(data));
    const embedded = await get<GraphObject>(`77_1?fields=comments{${fields}}`);
    expect(new Set(embedded.comments?.data)).toEqual(new Set(data));
  });
});
