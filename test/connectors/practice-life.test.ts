import { appendFileSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startPage, type GraphObject, type PageUnderTest } from '../support/practice-client.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ANSWER =
  'Buongiorno, ci scusiamo per il disagio: abbiamo controllato e il tecnico passa domani mattina.';

const newJournal = (): string => join(mkdtempSync(join(tmpdir(), 'practice-')), 'journal.jsonl');

/** Own posts with comments, and their top-level comments. */
async function threads({ page, get }: PageUnderTest): Promise<readonly GraphObject[]> {
  const fields = 'id,comments.limit(100){id,from,comments{id,from}}';
  const { data } = await get(`${page.pageId}/posts?limit=12&fields=${fields}`);
  return data.flatMap((post) => post.comments?.data ?? []);
}

/** How many comments are to be seen by now. */
const countComments = async ({ control }: PageUnderTest): Promise<number> =>
  (await control<{ counts: { comments: number } }>('GET', 'state?parent=none')).counts.comments;

/** The newest posts with all their comments. */
const newest = async ({ page, get }: PageUnderTest): Promise<readonly GraphObject[]> => {
  const fields = 'message,updated_time,comments.filter(stream).limit(100){message,from,is_hidden}';
  return (await get(`${page.pageId}/feed?limit=40&fields=${fields}`)).data;
};

/** Answers a dozen comments of a new page; returns what came back within three minutes. */
const reactions = async (): Promise<readonly string[]> => {
  const under = await startPage();
  const tops = (await threads(under)).filter(
    (top) => top.from !== undefined && top.comments === undefined,
  );
  const chosen = tops.slice(0, 12);
  for (const top of chosen) await under.send('POST', `${top.id}/comments`, { message: ANSWER });
  const below = async (): Promise<readonly GraphObject[]> => {
    const lists = chosen.map((top) => under.get(`${top.id}/comments?fields=message,from`));
    return (await Promise.all(lists)).flatMap((list) => list.data);
  };
  under.clock.move(19_000);
  expect(await below()).toHaveLength(chosen.length);
  under.clock.move(3 * MINUTE_MS);
  const others = (await below()).filter((one) => one.from?.id !== under.page.pageId);
  expect(others.length).toBeGreaterThan(chosen.length / 2);
  return others.map((one) => `${one.id} ${String(one.message)}`);
};

describe('time on the page', () => {
  test('brings new comments while it passes', async () => {
    const under = await startPage();
    const before = await countComments(under);
    under.clock.move(15 * MINUTE_MS);
    const quarter = await countComments(under);
    expect(quarter - before).toBeGreaterThan(5);
    under.clock.move(DAY_MS);
    expect(await countComments(under)).toBeGreaterThan(quarter);
  });

  test('paging visits everything that was there exactly once while more arrives', async () => {
    const under = await startPage();
    const fields = 'fields=id&limit=9';
    const { id } = (await under.get(`${under.page.pageId}/posts?limit=1&fields=id`)).data[0] ?? {};
    for (const path of [
      `${under.page.pageId}/feed?${fields}`,
      `${String(id)}/comments?${fields}`,
    ]) {
      const before = (await under.all(path)).map((item) => item.id);
      const during = (await under.all(path, () => under.clock.move(MINUTE_MS))).map(
        (item) => item.id,
      );
      expect(new Set(during).size).toBe(during.length);
      expect(during).toEqual(expect.arrayContaining(before));
    }
  });

  test('most people react to an answer within 20 seconds to 3 minutes, the same each time', async () => {
    expect(await reactions()).toEqual(await reactions());
  });
});

describe('the journal', () => {
  test('keeps replies, edits, hides and deletions over a restart, at the same world', async () => {
    const journalFile = newJournal();
    const first = await startPage({ journalFile });
    const [one, two, three] = await threads(first);
    const reply = await first.send('POST', `${one?.id ?? ''}/comments`, { message: ANSWER });
    const replyId = String(reply.body['id']);
    await first.send('POST', replyId, { message: 'Meglio così.' });
    await first.send('POST', two?.id ?? '', { is_hidden: 'true' });
    await first.send('DELETE', three?.id ?? '');
    first.clock.move(5 * MINUTE_MS);
    const before = await newest(first);
    await first.page.close();

    const second = await startPage({ journalFile });
    second.clock.move(5 * MINUTE_MS);
    expect(await newest(second)).toEqual(before);
    expect(await second.get(replyId)).toMatchObject({ message: 'Meglio così.' });
    expect(await second.get(`${two?.id ?? ''}?fields=is_hidden`)).toMatchObject({
      is_hidden: true,
    });
    expect(await second.get(three?.id ?? '')).toMatchObject({ error: { code: 100 } });
  });

  test('forgives a last line that a crash has torn, and goes on after it', async () => {
    const journalFile = newJournal();
    const first = await startPage({ journalFile });
    const [top] = await threads(first);
    await first.send('POST', `${top?.id ?? ''}/comments`, { message: ANSWER });
    await first.page.close();
    appendFileSync(journalFile, '{"op":"comment","id":"half');

    const second = await startPage({ journalFile });
    await second.send('POST', `${top?.id ?? ''}/comments`, { message: 'Di nuovo.' });
    await second.page.close();
    const third = await startPage({ journalFile });
    const texts = (await third.get(`${top?.id ?? ''}/comments?fields=message`)).data.map(
      (one) => one.message,
    );
    expect(texts).toEqual(expect.arrayContaining([ANSWER, 'Di nuovo.']));
    expect(readFileSync(journalFile, 'utf8')).not.toContain('half');
  });

  test('of another world is moved aside, not deleted', async () => {
    const journalFile = newJournal();
    const first = await startPage({ journalFile });
    await first.page.close();
    const second = await startPage({ journalFile, world: { kind: 'seed', seed: 2 } });
    await second.page.close();
    const files = readdirSync(join(journalFile, '..'));
    expect(files).toHaveLength(2);
    expect(files.some((file) => file.endsWith('.old'))).toBe(true);
  });

  test('three days later the same world has gone on; after a year it has caught up a week', async () => {
    const journalFile = newJournal();
    const first = await startPage({ journalFile });
    const before = await countComments(first);
    await first.page.close();
    const later = { now: () => first.clock.now() + 3 * DAY_MS };
    const second = await startPage({ journalFile, clock: later });
    expect((await countComments(second)) - before).toBeGreaterThan(20);
    await second.page.close();

    const yearLater = { now: () => first.clock.now() + 365 * DAY_MS };
    const third = await startPage({ journalFile, clock: yearLater });
    const caughtUp = await countComments(third);
    await third.page.close();
    const fourth = await startPage({ journalFile, clock: yearLater });
    expect(await countComments(fourth)).toBe(caughtUp);
    expect(caughtUp - before).toBeLessThan(300);
  });
});
