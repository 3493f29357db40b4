import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LoginWindow } from '../../electron/service/ports/login.ts';
import { PRACTICE_APP } from '../../electron/service/practice/index.ts';
import { LOGIN_LIFE_MS } from '../../electron/service/usecases/pending-logins.ts';
import { clientOf } from '../support/page-client.ts';
import { testWorld, type TestWorld } from '../support/service.ts';

/** A person who presses what `choice` says, in a window that follows redirects as a browser does. */
const person =
  (choice: 'continue' | 'cancel', change: (address: URL) => void = () => {}): LoginWindow =>
  async ({ url }) => {
    const dialog = new URL(url);
    dialog.searchParams.set('practice_choice', choice);
    const answer = await fetch(dialog, { redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? 'about:blank');
    change(back);
    return back.href;
  };

const app = (world: TestWorld) => ({
  appId: PRACTICE_APP.id,
  appSecret: PRACTICE_APP.secret,
  graphUrl: world.page.url,
});

const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    (cause: { readonly data?: { readonly code: string } }) => cause.data?.code,
  );

/** The database of the workspace, byte for byte. */
const onDisk = ({ profileDir }: TestWorld): string =>
  ['workspace.db', 'workspace.db-wal']
    .map((name) => readFileSync(join(profileDir, name), 'latin1'))
    .join('');

describe('connecting by a login', () => {
  it('lists every page behind the person, and which is connected already, without their tokens', async () => {
    const world = await testWorld({ loginWindow: person('continue') });
    const { pages } = await clientOf(world).accounts.login(app(world));
    expect(pages.length).toBe(32);
    expect(pages.filter(({ accountId }) => accountId !== null)).toEqual([
      expect.objectContaining({ externalId: world.page.pageId, accountId: world.account.id }),
    ]);
    expect(JSON.stringify(pages)).not.toContain('EAA');
  });

  it('connects the chosen pages; the app is known afterwards and its secret is among the secrets alone', async () => {
    const world = await testWorld({ loginWindow: person('continue') });
    const page = clientOf(world);
    const { loginId, pages } = await page.accounts.login(app(world));
    const pageIds = pages.slice(0, 3).map(({ externalId }) => externalId);
    const { accounts, failures } = await page.accounts.connectPages({ loginId, pageIds });
    expect(failures).toEqual([]);
    expect(accounts.map(({ externalId }) => externalId)).toEqual(pageIds);
    expect(accounts.every(({ token }) => token.canLogIn)).toBe(true);
    const secret = await world.inbox().secrets.get(`app/${PRACTICE_APP.id}/secret`);
    expect(secret).toEqual({ ok: true, value: PRACTICE_APP.secret });
    expect(onDisk(world)).toContain(PRACTICE_APP.id);
    expect(onDisk(world)).not.toContain(PRACTICE_APP.secret);
    expect(JSON.stringify(world.said)).not.toContain(PRACTICE_APP.secret);
  });

  it('forgets the app’s secret with the last account that came by it', async () => {
    const world = await testWorld({ loginWindow: person('continue') });
    const page = clientOf(world);
    const { loginId, pages } = await page.accounts.login(app(world));
    const pageIds = pages.slice(0, 2).map(({ externalId }) => externalId);
    const { accounts } = await page.accounts.connectPages({ loginId, pageIds });
    const known = async () =>
      (await world.inbox().secrets.isSealed(`app/${PRACTICE_APP.id}/secret`)) !== null;
    const found: boolean[] = [];
    for (const { id } of accounts) {
      await page.accounts.remove({ id });
      found.push(await known());
    }
    expect(found).toEqual([true, false]);
  });

  it('is good for ten minutes and for one use', async () => {
    const world = await testWorld({ loginWindow: person('continue') });
    const page = clientOf(world);
    const late = await page.accounts.login(app(world));
    world.clock.advance(LOGIN_LIFE_MS);
    const used = await page.accounts.login(app(world));
    const pageIds = [used.pages[0]?.externalId ?? ''];
    await page.accounts.connectPages({ loginId: used.loginId, pageIds });
    for (const { loginId } of [late, used]) {
      expect(await failure(page.accounts.connectPages({ loginId, pageIds }))).toBe('not_found');
    }
  });

  it.each([
    ['is cancelled when the person says no', person('cancel'), 'login_cancelled'],
    ['is cancelled when the window is closed', () => Promise.resolve(null), 'login_cancelled'],
    [
      'is refused with an answer to somebody else’s question',
      person('continue', (back) => back.searchParams.set('state', 'x')),
      'login_failed',
    ],
    [
      'is refused with a code that the platform does not know',
      person('continue', (back) => back.searchParams.set('code', 'AQx')),
      'login_failed',
    ],
  ] satisfies [string, LoginWindow, string][])('%s', async (_name, loginWindow, code) => {
    const world = await testWorld({ loginWindow });
    expect(await failure(clientOf(world).accounts.login(app(world)))).toBe(code);
  });

  it('says that the app’s data are wrong, and that there is no window where there is none', async () => {
    const world = await testWorld({ loginWindow: person('continue') });
    const wrong = { ...app(world), appSecret: 'wrong' };
    expect(await failure(clientOf(world).accounts.login(wrong))).toBe('app_refused');
    const alone = await testWorld();
    expect(await failure(clientOf(alone).accounts.login(app(alone)))).toBe('not_allowed');
  });
});

describe('a person’s token that was pasted', () => {
  it('lists their pages; an account of it has no app to log in with', async () => {
    const world = await testWorld();
    const page = clientOf(world);
    const { userToken: token, url: graphUrl, pageId } = world.page;
    const { loginId, pages } = await page.accounts.loginToken({ token, graphUrl });
    expect(pages.length).toBe(32);
    const { accounts } = await page.accounts.connectPages({ loginId, pageIds: [pageId] });
    expect(accounts.map((account) => account.token.canLogIn)).toEqual([false]);
    expect(await failure(page.accounts.reconnect({ id: world.account.id }))).toBe('not_allowed');
  });

  it('is not taken for a page’s: it would read empty lists', async () => {
    const world = await testWorld();
    const { userToken: token, url: graphUrl, pageId } = world.page;
    const added = clientOf(world).accounts.addFacebook({ pageId, token, graphUrl });
    expect(await failure(added)).toBe('wrong_token_kind');
  });
});

describe('connecting anew', () => {
  it('takes one login with the known app, and gives the account its new token', async () => {
    const world = await testWorld({ loginWindow: person('continue') });
    const page = clientOf(world);
    const { loginId } = await page.accounts.login(app(world));
    await page.accounts.connectPages({ loginId, pageIds: [world.page.pageId] });
    world.page.control.setToken({ dead: 460 });
    expect(await failure(page.accounts.checkToken({ id: world.account.id }))).toBe('done');
    world.page.control.setToken({ dead: null });
    const renewed = await page.accounts.reconnect({ id: world.account.id });
    expect(renewed).toMatchObject({ id: world.account.id, health: { error: null } });
  });
});
