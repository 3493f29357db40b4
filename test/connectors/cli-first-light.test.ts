import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { commentsAt, riscontro, servePractice } from '../support/cli.ts';

const recorded = fileURLToPath(
  new URL('../support/fixtures/facebook/restfb/v2_1__feed-got.json', import.meta.url),
);

interface Listed {
  readonly total: number;
  readonly conversations: readonly {
    readonly id: string;
    readonly status: string;
    readonly slaState: string;
    readonly messageCount: number;
  }[];
}

test('an operator connects a recorded page, reads it, answers it and sees the figures', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'riscontro-cli-'));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
  const run = (...words: readonly string[]) => riscontro('--profile', profile, '--json', ...words);
  const page = await servePractice('--world', recorded);

  const connect = ['--page', page.pageId, '--token', page.token, '--graph-url', page.url];
  const added = await run('account', 'add', 'facebook', ...connect, '--team', 'Assistenza');
  expect(added).toMatchObject({ code: 0, json: { externalId: page.pageId, team: 'Assistenza' } });
  expect(JSON.stringify(added.json)).not.toContain(page.token);

  const first = await run('sync');
  expect(first).toMatchObject({
    code: 0,
    json: { accounts: [{ complete: true, conversations: 25, messages: 73, failures: [] }] },
  });
  const listed = (await run('list', '--view', 'all')).json as Listed;
  expect(listed).toMatchObject({ total: 25 });
  expect(listed.conversations).toHaveLength(25);
  const messages = listed.conversations.map((conversation) => conversation.messageCount);
  expect(messages.reduce((sum, count) => sum + count, 0)).toBe(73);
  const longest = listed.conversations.toSorted((a, b) => b.messageCount - a.messageCount)[0];
  const shown = (await run('show', longest?.id ?? '')).json as { readonly messages: object[] };
  expect(shown.messages).toHaveLength(longest?.messageCount ?? 0);

  const year = ['--from', '2014-01-01', '--to', '2014-12-31'];
  const before = (await run('stats', ...year)).json as { rows: readonly Record<string, number>[] };
  expect(before.rows).toMatchObject([{ key: 'Assistenza', answered: 0, rate: 0 }]);
  expect(before.rows[0]?.['n']).toBeGreaterThanOrEqual(25);

  const again = await run('sync');
  expect(again).toMatchObject({ json: { accounts: [{ newEvents: 0, messages: 73 }] } });
  expect((await run('list', '--view', 'all')).json).toEqual(listed);

  const { id = '' } = listed.conversations[0] ?? {};
  const countBefore = (await commentsAt(page.url)).counts.comments;
  const reply = await run('reply', id, '--text', 'Grazie della segnalazione!');
  expect(reply).toMatchObject({ code: 0, json: { state: 'sent' } });
  const { externalId } = reply.json as { readonly externalId: string };
  const there = await commentsAt(page.url);
  expect(there.counts.comments).toBe(countBefore + 1);
  const ours = Object.values(there.commentsByParent)
    .flat()
    .filter((comment) => comment.byPage && comment.message === 'Grazie della segnalazione!');
  expect(ours).toMatchObject([{ id: externalId }]);

  await run('sync');
  const answered = (await run('show', id)).json as {
    readonly conversation: object;
    readonly messages: readonly { readonly authorKind: string }[];
  };
  expect(answered.conversation).toMatchObject({ status: 'waiting', slaState: 'answered' });
  expect(answered.messages.filter((message) => message.authorKind === 'brand')).toMatchObject([
    { source: 'riscontro', externalId },
  ]);
  const after = (await run('stats', ...year)).json as { rows: readonly object[] };
  expect(after.rows).toMatchObject([{ answered: 1, n: before.rows[0]?.['n'] }]);
  expect((await run('explain', id)).json).toMatchObject({
    obligations: [{ metric: 'first_response', clock: 'business', targetMinutes: 240 }],
  });
  expect(await run('rebuild', '--check')).toMatchObject({ code: 0, json: { identical: true } });
  expect(await run('doctor')).toMatchObject({ code: 0, json: { ok: true } });
  expect(await run('backup', join(profile, 'copy.db'))).toMatchObject({ code: 0 });
}, 120_000);
