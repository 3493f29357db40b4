import { expect, test } from 'vitest';
import { ChangeHub, FoldedChanges, type Change } from '../../electron/service/usecases/changes.ts';

const conversations = (ids: string[], arrivedIds: string[] = []): Change => ({
  type: 'conversations',
  ids,
  arrivedIds,
});

test('what a slow page has not read yet is folded into one record per type', () => {
  const waiting = new FoldedChanges();
  waiting.add(conversations(['a', 'b'], ['a']));
  waiting.add({ type: 'accounts', ids: ['x'] });
  waiting.add(conversations(['b', 'c'], ['c']));
  waiting.add({ type: 'accounts', ids: ['x', 'y'] });
  expect([waiting.take(), waiting.take(), waiting.take()]).toEqual([
    { type: 'accounts', ids: ['x', 'y'] },
    conversations(['a', 'b', 'c'], ['a', 'c']),
    null,
  ]);
});

test('so many changed rows that asking anew is cheaper become one word', () => {
  const waiting = new FoldedChanges();
  waiting.add(conversations(Array.from({ length: 501 }, (_, index) => String(index))));
  waiting.add({ type: 'settings' });
  expect([waiting.take(), waiting.take(), waiting.take()]).toEqual([
    { type: 'everything' },
    { type: 'settings' },
    null,
  ]);
});

test('a stream yields what happened before it was first read', async () => {
  const hub = new ChangeHub();
  const stop = new AbortController();
  const stream = hub.stream(stop.signal);
  hub.publish({ type: 'settings' });
  expect(await stream.next()).toEqual({ done: false, value: { type: 'settings' } });
  const waiting = stream.next();
  hub.publish(conversations(['a']));
  expect(await waiting).toEqual({ done: false, value: conversations(['a']) });
});

test('a stream that is called off ends and listens no more', async () => {
  const hub = new ChangeHub();
  const stop = new AbortController();
  const stream = hub.stream(stop.signal);
  const waiting = stream.next();
  stop.abort();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(hub.listeners).toBe(0);
});

test('a stream that is asked for by a page that has gone does not listen at all', async () => {
  const hub = new ChangeHub();
  const stream = hub.stream(AbortSignal.abort());
  expect(hub.listeners).toBe(0);
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test('a stream that was never read leaves no listener behind', () => {
  const hub = new ChangeHub();
  const stop = new AbortController();
  hub.stream(stop.signal);
  stop.abort();
  expect(hub.listeners).toBe(0);
});
