import { CONTRACT_VERSION } from '../../shared/contract/version.ts';
import { isDefinedError } from '@orpc/client';
import { expect, test } from 'vitest';
import { appError } from '../../shared/kernel/app-error.ts';
import { err } from '../../shared/kernel/result.ts';
import { clientOf, connectPage } from '../support/page-client.ts';
import { testWorld, until } from '../support/service.ts';

/** The failure of a call, as a page sees it. */
async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (cause) {
    if (cause instanceof Error && isDefinedError(cause)) return (cause as { data: unknown }).data;
    throw cause;
  }
  return null;
}

test('a page lists, opens, answers and sees the figures through its port', async () => {
  const world = await testWorld({ undoMs: 0 });
  const client = clientOf(world);
  const hello = await client.system.hello({ contractVersion: CONTRACT_VERSION });
  expect(hello).toMatchObject({
    contractVersion: CONTRACT_VERSION,
    online: true,
    teams: [{ id: 'care' }, {}],
  });
  const window = { view: 'to_answer', filter: {}, cursor: null, limit: 10 } as const;
  const page = await client.inbox.page(window);
  expect(page).toMatchObject({ total: 25 });
  expect(page.rows).toHaveLength(10);
  const next = await client.inbox.page({ ...window, cursor: page.nextCursor });
  expect(next.rows.map((row) => row.id)).not.toContain(page.rows[0]?.id);
  const id = page.rows[0]?.id ?? '';
  const opened = await client.conversation.get({ id });
  expect(opened).toMatchObject({ summary: { id, status: 'pending' }, draft: null });
  expect(opened.explanation?.intervals.length).toBeGreaterThan(0);
  await client.conversation.saveDraft({ id, text: 'Buong', mode: 'public' });
  expect(await client.inbox.rows({ ids: [id, 'gone'] })).toMatchObject([{ id, hasDraft: true }]);
  const done = await client.conversation.noAnswerNeeded({ id });
  expect((await client.inbox.page(window)).total).toBe(24);
  await client.conversation.undo({ id, opId: done.opId });
  expect((await client.inbox.page(window)).total).toBe(25);
  const settings = await client.settings.get();
  await client.settings.setPolicy(settings.policy);
  expect(await client.settings.get()).toMatchObject({ policy: settings.policy });
});

test('changes arrive at every page, and stop with its port', async () => {
  const world = await testWorld({ undoMs: 0 });
  const client = clientOf(world);
  const stop = new AbortController();
  const changes = await client.system.changes(undefined, { signal: stop.signal });
  const id = world.rows()[0]?.id ?? '';
  await client.conversation.assign({ id, assignee: 'Anna' });
  expect(await changes.next()).toEqual({
    done: false,
    value: { type: 'conversations', ids: [id], arrivedIds: [] },
  });
  await changes.return?.();
  await until(world.clock, () => world.inbox().changes.listeners === 0);
});

test('what makes no sense is bad input, not a bug', async () => {
  const client = clientOf(await testWorld());
  expect(await failureOf(client.conversation.get({ id: '' }))).toEqual({ code: 'bad_input' });
  expect(await failureOf(client.conversation.get({ id: 'no-such' }))).toEqual({
    code: 'not_found',
  });
});

test('a workspace that does not open fails every call with its reason', async () => {
  const client = connectPage(err(appError('workspace_newer', { version: 90 })));
  const reason = { code: 'workspace_newer', details: { version: 90 } };
  expect(await failureOf(client.system.hello({ contractVersion: CONTRACT_VERSION }))).toEqual(
    reason,
  );
  expect(await failureOf(client.accounts.list())).toEqual(reason);
});
