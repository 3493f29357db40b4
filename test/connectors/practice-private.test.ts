import { describe, expect, test } from 'vitest';
import { startPage, type GraphObject, type PageUnderTest } from '../support/practice-client.ts';

const HOUR_MS = 3_600_000;
const empty = { world: { kind: 'empty' as const } };

interface Conversation extends GraphObject {
  readonly participants: {
    readonly data: readonly { readonly id: string; readonly name: string }[];
  };
  readonly unread_count: number;
}

const FIELDS = 'id,updated_time,unread_count,message_count,participants,can_reply,snippet,link';

const conversations = async ({ page, get }: PageUnderTest, more = ''): Promise<Conversation[]> => {
  const { data } = await get<{ data: Conversation[] }>(
    `${page.pageId}/conversations?platform=messenger&fields=${FIELDS}${more}`,
  );
  return data;
};

/** Sends a private message as JSON; status and body. */
async function send({ page }: PageUnderTest, sent: object) {
  const response = await fetch(`${page.url}/${page.pageId}/messages?access_token=${page.token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A page where somebody commented and somebody wrote privately. */
async function prepared() {
  const under = await startPage(empty);
  const { control } = under.page;
  const [post] = control.snapshot().posts;
  const parent = post?.id ?? '';
  const comment = control.writeComment({ parent, text: 'Quando riapre?' });
  const own = control.ownReply({ parent, text: 'Domani.' });
  control.message({ text: 'Salve', from: { id: '42', name: 'Ada Prova' } });
  const [thread] = await conversations(under);
  return { under, comment, own, thread, psid: thread?.participants.data[0]?.id ?? '' };
}

const windowClosed = { error: { code: 10, error_subcode: 2018278 } };

describe('conversations', () => {
  test('come with the one that moved last in front, cut into pages', async () => {
    const under = await startPage({ world: { kind: 'seed', seed: 1, lively: false } });
    const found = await under.all(
      `${under.page.pageId}/conversations?platform=messenger&limit=3&fields=${FIELDS}`,
    );
    const times = found.map((one) => String(one.updated_time));
    expect(found.length).toBeGreaterThanOrEqual(6);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(found.some((one) => one['unread_count'] === 0)).toBe(true);
    const other = await under.all(`${under.page.pageId}/conversations?platform=instagram`);
    expect(other.length).toBeGreaterThanOrEqual(1);
    const fields = 'id,created_time,from,to,message,attachments,sticker';
    const lists = await Promise.all(
      found.map(({ id }) => under.all(`${id}/messages?limit=1&fields=${fields}`)),
    );
    const all = lists.flat();
    expect(all.every((one) => one.from !== undefined)).toBe(true);
    const mute = all.filter((one) => one.message === '');
    expect(mute.length).toBeGreaterThan(0);
    expect(mute.every((one) => one['attachments'] !== undefined)).toBe(true);
    const [newest] = lists[0] ?? [];
    expect(await under.get<GraphObject>(`${newest?.id ?? ''}?fields=message`)).toMatchObject({
      message: newest?.message,
    });
  });

  test('name people by another id than comments do', async () => {
    const { psid } = await prepared();
    expect(psid).toMatch(/^24\d{14}$/);
  });
});

describe('a private message', () => {
  test('within 24 hours arrives, and the conversation is read', async () => {
    const { under, psid, thread } = await prepared();
    const sent = await send(under, { recipient: { id: psid }, message: { text: 'Buongiorno' } });
    expect(sent).toMatchObject({ status: 200, body: { recipient_id: psid } });
    expect(thread?.unread_count).toBe(1);
    expect((await conversations(under))[0]).toMatchObject({
      unread_count: 0,
      message_count: 2,
      snippet: 'Buongiorno',
    });
  });

  test.each([
    [25, {}, windowClosed],
    [
      25,
      { tag: 'HUMAN_AGENT', messaging_type: 'MESSAGE_TAG' },
      { recipient_id: expect.any(String) },
    ],
    [169, { tag: 'HUMAN_AGENT', messaging_type: 'MESSAGE_TAG' }, windowClosed],
  ])('after %i hours with %o answers %o', async (hours, more, expected) => {
    const { under, psid } = await prepared();
    under.clock.move(hours * HOUR_MS);
    const sent = await send(under, { recipient: { id: psid }, message: { text: 'Ciao' }, ...more });
    expect(sent.body).toMatchObject(expected);
  });

  test.each([
    ['2,001 signs', { text: 'a'.repeat(2001) }],
    ['nothing', { text: '' }],
  ])('of %s is refused with code 100', async (_, message) => {
    const { under, psid } = await prepared();
    const sent = await send(under, { recipient: { id: psid }, message });
    expect(sent).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  });
});

const to = (id: string) => ({ recipient: { comment_id: id }, message: { text: 'Ciao' } });

describe('a private reply', () => {
  const FIELD = 'can_reply_privately,private_reply_conversation';

  test('is told at its comment, and a second one is refused with 10900', async () => {
    const { under, comment } = await prepared();
    const reply = { recipient: { comment_id: comment }, message: { text: 'Le scrivo qui' } };
    const before = await under.get<GraphObject>(`${comment}?fields=${FIELD}`);
    expect(before).toEqual({ id: comment, can_reply_privately: true });
    expect((await send(under, reply)).status).toBe(200);
    const [thread] = await conversations(under);
    expect(await under.get<GraphObject>(`${comment}?fields=${FIELD}`)).toMatchObject({
      can_reply_privately: false,
      private_reply_conversation: { id: thread?.id },
    });
    expect((await send(under, reply)).body).toMatchObject({ error: { code: 10_900 } });
  });

  test('goes neither to the page itself nor to what is older than seven days', async () => {
    const { under, comment, own } = await prepared();
    expect((await send(under, to(own))).body).toMatchObject({ error: { code: 10_902 } });
    under.clock.move(7 * 24 * HOUR_MS);
    expect((await send(under, to(comment))).body).toMatchObject({ error: { code: 10_901 } });
  });

  test('opens no window: only the person can', async () => {
    const { under, comment } = await prepared();
    const { body } = await send(under, {
      recipient: { comment_id: comment },
      message: { text: 'Le scrivo qui' },
    });
    const again = { recipient: { id: body['recipient_id'] }, message: { text: 'E ancora' } };
    expect((await send(under, again)).body).toMatchObject(windowClosed);
    under.page.control.message({ text: 'Grazie' });
    expect((await send(under, again)).status).toBe(200);
  });

  test('may be written back to', async () => {
    const under = await startPage();
    const { control } = under.page;
    const fresh = control
      .snapshot()
      .comments.filter(
        ({ from, createdAtMs, byPage, visible }) =>
          from !== null && !byPage && visible && createdAtMs > under.clock.now() - 48 * HOUR_MS,
      );
    for (const { id } of fresh.slice(0, 8)) {
      await send(under, { recipient: { comment_id: id }, message: { text: 'Le rispondo qui.' } });
    }
    under.clock.move(300_000);
    const back = control
      .snapshot()
      .conversations.filter(({ messages }) => messages[0]?.answersId !== null)
      .filter(({ messages }) => messages.some((one) => !one.byPage));
    expect(back.length).toBeGreaterThanOrEqual(3);
  });
});
