import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startPage } from '../support/practice-client.ts';

const empty = { world: { kind: 'empty' as const } };

interface State {
  readonly posts: readonly {
    readonly id: string;
    readonly kind: string;
    readonly message: string;
  }[];
  readonly commentsByParent: Readonly<Record<string, readonly Record<string, unknown>[]>>;
  readonly conversations: readonly { readonly messages: readonly { readonly text: string }[] }[];
  readonly requestsByEdge: Readonly<Record<string, number>>;
}

describe('the control over HTTP', () => {
  test('does what people and the platform do, and tells all of it', async () => {
    const { control, page, get } = await startPage(empty);
    const did = (verb: string, form: object) => control<{ id: string }>('POST', verb, form);
    const { id: parent } = await did('post', { kind: 'own', message: 'Novità' });
    const { id: visitor } = await did('visitor', { message: 'Buongiorno', name: 'Ada Prova' });
    const { id: mention } = await did('mention', { message: 'Bravi @Vuota' });
    const { id } = await did('comment', { parent, message: 'Quanto costa?' });
    const { id: own } = await did('own', { parent: id, message: 'Nove euro' });
    await did('message', { message: 'Salve', author: '77', name: 'Pio Prova' });
    await did('edit', { id, message: 'Quanto costa oggi?' });
    await did('like', { id, more: 3 });
    await did('hide', { id });
    await did('delete', { id: own });
    await get(`${parent}/comments`);

    const state = await control<State>('GET', 'state');
    const kinds = new Map(state.posts.map((post) => [post.id, post.kind]));
    expect([parent, visitor, mention].map((post) => kinds.get(post))).toEqual([
      'own',
      'visitor',
      'mention',
    ]);
    expect(state.commentsByParent[parent]?.[0]).toMatchObject({
      message: 'Quanto costa oggi?',
      hidden: true,
      likes: 3,
      visible: true,
    });
    expect(state.commentsByParent[id]?.[0]).toMatchObject({ byPage: true, visible: false });
    expect(state.conversations[0]?.messages[0]?.text).toBe('Salve');
    expect(state.requestsByEdge['GET {id}/comments']).toBe(1);

    await did('unhide', { id });
    await did('restore', { id: own });
    const { data } = await get(
      `${parent}/comments?filter=stream&fields=is_hidden,message,like_count`,
    );
    expect(data).toEqual([
      { id, is_hidden: false, message: 'Quanto costa oggi?', like_count: 3 },
      { id: own, is_hidden: false, message: 'Nove euro', like_count: 0 },
    ]);
    expect(
      (await get(`${page.pageId}/feed?limit=2&fields=id`)).data.map((post) => post.id),
    ).toEqual(expect.arrayContaining([visitor]));
  });

  test.each([
    ['comment', { message: 'x' }],
    ['comment', { parent: '1_2', message: 'x' }],
    ['own', { parent: '1_2', message: 'x' }],
    ['message', {}],
    ['post', { kind: 'story', message: 'x' }],
    ['hide', { id: '1_2' }],
    ['token', { token: 'other', subcode: 460 }],
    ['nothing', {}],
  ])('refuses %s with %o', async (verb, form) => {
    const { control } = await startPage(empty);
    expect(await control('POST', verb, form)).toMatchObject({ error: { code: 100 } });
  });
});

describe('the control without HTTP', () => {
  test('is remembered by the journal like every other write', async () => {
    const journalFile = join(mkdtempSync(join(tmpdir(), 'practice-')), 'journal.jsonl');
    const first = await startPage({ ...empty, journalFile });
    const { control } = first.page;
    const post = control.writePost({ kind: 'reel', text: 'Guardate' });
    const comment = control.writeComment({ parent: post, text: 'Bello', photo: true });
    control.message({ text: 'Salve', platform: 'instagram' });
    control.remove(comment);
    control.restore(comment);
    const before = control.snapshot();
    await first.page.close();
    const second = await startPage({ ...empty, journalFile });
    expect(second.page.control.snapshot()).toEqual(before);
  });

  test('throws for an id that was never there', async () => {
    const { page } = await startPage(empty);
    expect(() => page.control.edit('1_2', 'x')).toThrow(RangeError);
  });
});

describe('a world of many comments', () => {
  test('has as many as were asked for, each once, and pages through them in order', async () => {
    const world = { kind: 'bulk' as const, seed: 3, posts: 2, comments: 1500 };
    const { page, all } = await startPage({ world });
    const posts = await all(`${page.pageId}/feed?limit=100&fields=id`);
    const lists = await Promise.all(
      posts.map(({ id }) => all(`${id}/comments?filter=stream&limit=100&fields=id,created_time`)),
    );
    for (const list of lists) {
      const times = list.map((one) => String(one.created_time));
      expect(times).toEqual(times.toSorted());
    }
    expect(posts).toHaveLength(2);
    expect(new Set(lists.flat().map(({ id }) => id)).size).toBe(1500);
    expect(page.control.snapshot().comments.some(({ byPage }) => byPage)).toBe(true);
  });
});
