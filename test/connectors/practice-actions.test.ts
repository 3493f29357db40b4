import { describe, expect, test } from 'vitest';
import { startPage, type GraphObject, type PageUnderTest } from '../support/practice-client.ts';

const ADA = { id: '4242', name: 'Ada Prova' };

/** A still page with a customer's comment, the page's answer and a visitor's post. */
async function stage() {
  const under = await startPage({ world: { kind: 'empty' } });
  const { control } = under.page;
  const post = control.snapshot().posts[0]?.id ?? '';
  const comment = control.writeComment({ parent: post, text: 'Aiuto!', from: ADA });
  const own = control.ownReply({ parent: comment, text: 'Eccoci.' });
  const visitor = control.writePost({ kind: 'visitor', text: 'Siete aperti?', from: ADA });
  const below = control.writeComment({ parent: visitor, text: 'Anche io', from: ADA });
  return { under, control, post, comment, own, visitor, below };
}

const CAN = 'can_hide,can_comment,can_remove,can_like,can_reply_privately';
const read = ({ get }: PageUnderTest, id: string, fields: string) =>
  get<GraphObject>(`${id}?fields=${fields}`);
const refused = (code: number) => ({ status: 400, body: { error: { code } } });
const done = { status: 200, body: { success: true } };

describe('what can be done is told truthfully', () => {
  test.each([
    ['a comment below an own post', 'comment', { can_hide: true, can_reply_privately: true }],
    ['the page’s own reply', 'own', { can_hide: false, can_reply_privately: false }],
    ['a comment below a visitor’s post', 'below', { can_hide: false, can_reply_privately: true }],
  ] as const)('for %s', async (_, key, expected) => {
    const { under, ...ids } = await stage();
    const rest = { can_comment: true, can_remove: true, can_like: true };
    expect(await read(under, ids[key], CAN)).toEqual({ id: ids[key], ...rest, ...expected });
    const hidden = await under.send('POST', ids[key], { is_hidden: 'true' });
    expect(hidden).toMatchObject(expected.can_hide ? done : refused(200));
  });

  test('some comments take no answer, and none is written there', async () => {
    const under = await startPage({ world: { kind: 'seed', seed: 1, lively: false } });
    const { comments } = under.page.control.snapshot();
    const ids = comments.filter(({ byPage, visible }) => visible && !byPage).map(({ id }) => id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        under.get<Record<string, GraphObject>>(
          `?ids=${ids.slice(index * 50, index * 50 + 50).join(',')}&fields=can_comment`,
        ),
      ),
    );
    const closed = answers
      .flatMap((one) => Object.values(one))
      .find((one) => one['can_comment'] === false);
    const sent = await under.send('POST', `${closed?.id ?? ''}/comments`, { message: 'Ciao' });
    expect(sent).toMatchObject(refused(200));
  });
});

describe('actions', () => {
  test('hiding, showing, liking and taking a like back leave their marks', async () => {
    const { under, comment } = await stage();
    const fields = 'is_hidden,user_likes,like_count';
    for (const [path, form, method, expected] of [
      [comment, { is_hidden: 'true' }, 'POST', { is_hidden: true }],
      [comment, { is_hidden: 'false' }, 'POST', { is_hidden: false }],
      [`${comment}/likes`, {}, 'POST', { user_likes: true, like_count: 1 }],
      [`${comment}/likes`, {}, 'DELETE', { user_likes: false, like_count: 0 }],
    ] as const) {
      expect(await under.send(method, path, form)).toMatchObject(done);
      expect(await read(under, comment, fields)).toMatchObject(expected);
    }
  });

  test('a picture comes as an upload or an address; an edit that names none removes it', async () => {
    const { under, comment } = await stage();
    const form = new FormData();
    form.set('message', 'Ecco il modulo');
    form.set('access_token', under.page.token);
    form.set('source', new Blob(['\u0089PNG']), 'modulo.png');
    const address = `${under.page.url}/${comment}/comments`;
    const upload = await fetch(address, { method: 'POST', body: form });
    const { id } = (await upload.json()) as GraphObject;
    expect(await read(under, id, 'message,attachment{type}')).toMatchObject({
      message: 'Ecco il modulo',
      attachment: { type: 'photo' },
    });
    await under.send('POST', id, { message: 'Senza' });
    expect(await read(under, id, 'message,attachment')).toEqual({ id, message: 'Senza' });
    const attachment_url = 'https://example.invalid/a.png';
    const linked = await under.send('POST', `${comment}/comments`, { attachment_url });
    const media = await read(under, String(linked.body['id']), 'attachment{media}');
    expect(JSON.stringify(media)).toContain(attachment_url);
  });

  test('what was deleted is gone with its replies, until the platform brings it back', async () => {
    const { under, control, comment, own } = await stage();
    expect(await under.send('DELETE', comment)).toMatchObject(done);
    for (const id of [comment, own]) {
      expect(await read(under, id, 'id')).toMatchObject({ error: { error_subcode: 33 } });
    }
    control.restore(comment);
    for (const id of [comment, own]) expect(await read(under, id, 'id')).toEqual({ id });
  });

  test('people are blocked, looked up and let back in; a page cannot block itself', async () => {
    const { under } = await stage();
    const { pageId } = under.page;
    const list = (more = '') => under.get(`${pageId}/blocked?${more}`);
    const user = ADA.id;
    expect((await under.send('POST', `${pageId}/blocked`, { user })).body).toEqual({
      [user]: true,
    });
    expect((await list(`user=${user}`)).data).toEqual([ADA]);
    expect((await list('user=1')).data).toEqual([]);
    expect(await under.send('DELETE', `${pageId}/blocked`, { user })).toMatchObject(done);
    expect((await list()).data).toEqual([]);
    const self = await under.send('POST', `${pageId}/blocked`, { user: pageId });
    expect(self).toMatchObject(refused(100));
  });
});
