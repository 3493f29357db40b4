import { expect, test } from 'vitest';
import type { Connector } from '../../electron/service/ports/connector.ts';
import { refreshThread } from '../../electron/service/usecases/refresh-thread.ts';
import type { Message } from '../../shared/domain/conversation/types.ts';
import { testWorld, type TestWorld } from '../support/service.ts';

const EMPTY_PAGE = { kind: 'empty' } as const;

/** A page with one post, one question below it and a second customer's word below that. */
async function asked(around?: { readonly connector: (one: Connector) => Connector }) {
  const world = await testWorld(around === undefined ? {} : { around }, EMPTY_PAGE);
  const { control } = world.page;
  const parent = control.writePost({ kind: 'own', text: 'Novità' });
  const question = control.writeComment({ parent, text: 'Quando torna la linea?' });
  const more = control.writeComment({ parent: question, text: 'Anche da me manca.' });
  world.clock.advance(60_000);
  await world.sync('index');
  return { world, control, question, more };
}

function message(world: TestWorld, externalId: string): Message | undefined {
  const { store } = world.inbox();
  const [known] = store.knownMessages(world.account.id, [externalId]);
  return store
    .conversation(known?.conversationId ?? '')
    ?.messages.find((one) => one.externalId === externalId);
}

test('a comment that was taken away is a tombstone after the platform said so, and comes back with its words', async () => {
  const { world, control, question, more } = await asked();
  control.remove(question);
  world.clock.advance(60_000);
  await world.sync('index');
  expect([message(world, question), message(world, more)]).toMatchObject([
    { presence: 'gone', text: 'Quando torna la linea?' },
    { presence: 'gone' },
  ]);
  expect(world.rows()[0]).toMatchObject({ status: 'waiting', messageCount: 0 });
  control.restore(question);
  world.clock.advance(60_000);
  await world.sync('complete');
  expect([message(world, question), message(world, more)]).toMatchObject([
    { presence: 'visible' },
    { presence: 'visible' },
  ]);
  expect(world.rows()[0]).toMatchObject({ status: 'pending', messageCount: 2 });
});

test('a listing that leaves a comment out takes nothing away while the platform shows it by itself', async () => {
  const hidden = { id: '' };
  const { world, question } = await asked({
    connector: (one) => ({
      ...one,
      async *read(account, plan) {
        const steps = one.read(account, plan);
        for (;;) {
          const step = await steps.next();
          if (step.done === true) return step.value;
          yield {
            ...step.value,
            messages: step.value.messages.filter(({ externalId }) => externalId !== hidden.id),
            complete: step.value.complete.map((listing) => ({
              ...listing,
              seen: listing.seen.filter((id) => id !== hidden.id),
            })),
          };
        }
      },
    }),
  });
  hidden.id = question;
  world.clock.advance(60_000);
  await world.sync('complete');
  expect(message(world, question)).toMatchObject({ presence: 'visible' });
});

test('where the platform cannot be asked, nothing is gone and the post is listed again', async () => {
  const { world, control, question } = await asked();
  control.remove(question);
  world.clock.advance(60_000);
  await world.fault({ kind: 'half_json', method: 'POST', count: 1 });
  expect(await world.sync('index')).toMatchObject({ complete: false });
  expect(message(world, question)).toMatchObject({ presence: 'visible' });
  world.clock.advance(60_000);
  expect(await world.sync('index')).toMatchObject({ complete: true });
  expect(message(world, question)).toMatchObject({ presence: 'gone' });
});

test('an edit and a hiding are read anew where somebody waits; the first words are kept', async () => {
  const { world, control, question } = await asked();
  control.edit(question, 'Quando torna la fibra?');
  control.hide(question);
  world.clock.advance(60_000);
  const id = world.rows()[0]?.id ?? '';
  await refreshThread(world.inbox(), id, new AbortController().signal);
  expect(message(world, question)).toMatchObject({
    text: 'Quando torna la fibra?',
    presence: 'hidden',
    versions: [{ text: 'Quando torna la linea?' }],
  });
});

test('likes that moved are no fact, and are shown all the same', async () => {
  const { world, control, question } = await asked();
  const { store, changes } = world.inbox();
  const likes = () =>
    store.platformStates(world.account.id, [question]).get(question)?.likeCount ?? null;
  const shown: string[] = [];
  changes.listen((change) => {
    if (change.type === 'conversations') shown.push(...change.ids);
  });
  const before = [likes(), store.lastEventSeq()];
  control.like(question, 3);
  world.clock.advance(60_000);
  await world.sync('complete');
  expect([before, likes(), store.lastEventSeq()]).toEqual([[0, before[1]], 3, before[1]]);
  expect(shown).toContain(world.rows()[0]?.id);
});

test('a private question is answered by a private answer of the page', async () => {
  const world = await testWorld({}, EMPTY_PAGE);
  world.page.control.message({ text: 'Mi potete richiamare?' });
  world.clock.advance(60_000);
  await world.sync('index');
  expect(world.rows()[0]).toMatchObject({
    channel: 'messenger',
    kind: 'direct_message',
    source: 'messenger',
    status: 'pending',
  });
});
