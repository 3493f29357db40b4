import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { createFacebookConnector } from '../../electron/service/connectors/facebook/facebook-connector.ts';
import type { ActionRequest } from '../../electron/service/ports/action.ts';
import type { RemoteAccount } from '../../electron/service/ports/connector.ts';
import {
  startPracticePage,
  type Fault,
  type PracticePage,
  type WorldSource,
} from '../../electron/service/practice/index.ts';
import { NOW, readAll, threadRef } from '../support/facebook-reads.ts';

let page: PracticePage | null = null;

afterEach(async () => {
  await page?.close();
  page = null;
});

const RECORDED: WorldSource = {
  kind: 'recorded',
  file: fileURLToPath(
    new URL('../support/fixtures/facebook/restfb/v2_1__feed-got.json', import.meta.url),
  ),
};
const replyUnder = (targetExternalId: string): ActionRequest => ({
  action: 'reply',
  channel: 'facebook',
  targetExternalId,
  text: 'Eccoci!',
  image: null,
});
const INVENTED: WorldSource = { kind: 'seed', seed: 1, lively: false };

async function open(world: WorldSource, faults: readonly Fault[] = []): Promise<RemoteAccount> {
  const started = await startPracticePage({
    port: 0,
    world,
    clock: { now: () => NOW },
    journalFile: null,
    faults,
  });
  page = started;
  return {
    accountId: 'account-1',
    externalId: started.pageId,
    baseUrl: started.url,
    token: started.token,
  };
}

const connector = createFacebookConnector({
  clock: { now: () => NOW },
  limits: { totalMs: 5_000 },
});
const never = new AbortController().signal;

describe('the practice page', () => {
  test('of the recorded wall gives 25 visitor posts and 73 messages, read twice the same', async () => {
    const account = await open(RECORDED);
    const { all, end } = await readAll(account);
    const kinds = new Set(all.messages.map((message) => message.conversationKind));
    expect([all.messages.length, [...kinds], all.setAside]).toEqual([73, ['visitor_post'], []]);
    expect(new Set(all.messages.map((message) => message.conversationExternalId)).size).toBe(25);
    expect(end).toMatchObject({ ok: true, value: { complete: true } });
    expect((await readAll(account)).all.messages).toEqual(all.messages);
  });

  test('of an invented company is read to its end: every comment has its thread', async () => {
    const { all, end } = await readAll(await open(INVENTED));
    const starters = new Set(all.messages.map((message) => message.externalId));
    const orphans = all.messages.filter((one) => !starters.has(one.conversationExternalId));
    expect(orphans).toEqual([]);
    expect(starters.size).toBe(all.messages.length);
    expect(new Set(all.messages.map((message) => message.conversationKind))).toEqual(
      new Set(['comment', 'visitor_post', 'mention']),
    );
    expect(end).toMatchObject({ ok: true, value: { complete: true } });
  }, 60_000);

  test('is asked for nothing but its index and mentions when nothing moved', async () => {
    const account = await open(INVENTED);
    const first = await readAll(account, { depth: 'index' });
    const before = page?.stats.requests ?? 0;
    const knownPosts = first.end.ok ? first.end.value.posts : new Map();
    const again = await readAll(account, { depth: 'index', knownPosts });
    expect((page?.stats.requests ?? 0) - before).toBeLessThanOrEqual(2);
    expect(again.all.complete).toEqual([]);
  }, 60_000);

  test('a reply stands in the thread afterwards, as the page’s own', async () => {
    const account = await open(RECORDED);
    const [post] = (await readAll(account, { depth: 'index' })).all.messages;
    const parentExternalId = post?.externalId ?? '';
    const sent = await connector.act(account, replyUnder(parentExternalId), never);
    const thread = await connector.readThread(
      account,
      threadRef(parentExternalId, 'visitor_post'),
      never,
    );
    const ours = thread.ok ? thread.value.messages.filter((message) => message.byBrand) : [];
    expect(ours).toMatchObject([
      {
        externalId: sent.ok ? sent.value.externalId : '',
        text: 'Eccoci!',
        conversationExternalId: parentExternalId,
      },
    ]);
  });

  test('that accepts a reply and hangs up leaves it unknown, and there', async () => {
    const account = await open(RECORDED, [{ kind: 'accept_then_drop', method: 'POST' }]);
    const [post] = (await readAll(account, { depth: 'index' })).all.messages;
    const parentExternalId = post?.externalId ?? '';
    const sent = await connector.act(account, replyUnder(parentExternalId), never);
    expect(sent).toMatchObject({ ok: false, error: { outcome: 'unknown' } });
    const thread = await connector.readThread(
      account,
      threadRef(parentExternalId, 'visitor_post'),
      never,
    );
    expect(thread.ok && thread.value.messages.filter((one) => one.byBrand)).toHaveLength(1);
  });

  test('knows its token', async () => {
    const account = await open(RECORDED);
    expect(await connector.identify(account)).toMatchObject({
      ok: true,
      value: { externalId: account.externalId },
    });
    expect(await connector.identify({ ...account, token: 'WRONG' })).toMatchObject({
      ok: false,
      error: { code: 'token_dead' },
    });
  });

  test.each([
    ['html', 'not_json'],
    ['status500', 'server_error'],
    ['empty', 'empty_answer'],
    ['half_json', 'cut_answer'],
    ['cut', 'cut_answer'],
    ['drop', 'cut_answer'],
  ] as const)('that answers %s says %s', async (kind, code) => {
    const account = await open(RECORDED, [{ kind }]);
    expect((await readAll(account)).end).toMatchObject({ ok: false, error: { code } });
  });

  test('whose feed goes round in circles keeps what it gave', async () => {
    const account = await open(RECORDED, [
      { kind: 'endless_cursor', pathPrefix: '/74133697733/feed', count: 0 },
    ]);
    const { all, end } = await readAll(account);
    expect(all.failures).toMatchObject([{ error: { code: 'endless_paging' } }]);
    expect(all.messages.length).toBeGreaterThanOrEqual(25);
    expect(end).toMatchObject({ ok: true, value: { complete: false } });
  });
});

describe('every source of the practice page', () => {
  test.each([
    ['posts', 'facebook', ['comments', 'mentions', 'posts']],
    ['visitor_posts', 'facebook', ['visitor_posts']],
    ['mentions', 'facebook', ['mentions']],
    ['ads', 'facebook', ['ads']],
    ['reels', 'facebook', ['reels']],
    ['messenger', 'messenger', ['messenger']],
    ['instagram', 'instagram', ['instagram']],
  ] as const)(
    '%s is read to its end, and says where it comes from',
    async (source, ...said) => {
      const [channel, sources] = said;
      const { all, end } = await readAll(await open(INVENTED), { source, depth: 'index' });
      const found = new Set(all.messages.map((message) => message.source));
      expect([...found].toSorted()).toEqual(sources);
      expect(new Set(all.messages.map((message) => message.channel))).toEqual(new Set([channel]));
      expect(all.messages.some((message) => message.byBrand)).toBe(true);
      expect([all.setAside, all.failures]).toEqual([[], []]);
      expect(end).toMatchObject({ ok: true, value: { complete: true } });
    },
    60_000,
  );

  test('reviews are not there', async () => {
    const { end } = await readAll(await open(INVENTED), { source: 'reviews' });
    expect(end).toMatchObject({ ok: false, error: { code: 'source_unavailable' } });
  });

  test('a thread of each channel is read by itself, and its messages in a batch', async () => {
    const account = await open(INVENTED);
    for (const source of ['messenger', 'instagram', 'reels'] as const) {
      const { all } = await readAll(account, { source, depth: 'index' });
      const [first] = all.messages;
      if (first?.channel === undefined) throw new Error('Nothing was read.');
      const { conversationExternalId, conversationKind, contextExternalId, channel } = first;
      const ref = threadRef(conversationExternalId, conversationKind, contextExternalId);
      const conversation = { ...ref, channel, source };
      const whole = all.messages.filter(
        (one) => one.conversationExternalId === conversationExternalId,
      );
      const ids = whole.map((one) => one.externalId);
      const thread = await connector.readThread(account, conversation, never);
      const items = whole.map(({ externalId, parentExternalId }) => ({
        externalId,
        parentExternalId,
        conversation,
      }));
      const batch = await connector.readItems(account, items, never);
      for (const read of [thread, batch]) {
        const again = read.ok ? read.value.messages.map((one) => one.externalId) : [];
        expect(again.toSorted()).toEqual(ids.toSorted());
      }
    }
  }, 60_000);

  test('its token is the page’s own, with all permissions and the linked account', async () => {
    const report = await connector.inspect(await open(INVENTED), never);
    expect(report).toMatchObject({
      ok: true,
      value: { kind: 'page', expiresAtMs: null, instagram: { externalId: expect.any(String) } },
    });
    expect(report.ok && report.value.scopes).toContain('pages_messaging');
  });
});
