import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { importMails, type MailImport } from '../../electron/service/usecases/mail/import-mails.ts';
import { mailWorld, type MailWorld } from '../support/mail-world.ts';
import { OUR_ADDRESS, ScriptedMailbox, SETTINGS } from '../support/scripted-mailbox.ts';
import { START_MS } from '../support/service.ts';

const ANNA = 'Anna Rossi <anna@cliente.example>';
const DAY_MS = 86_400_000;

interface Told {
  readonly id?: string;
  readonly from?: string;
  readonly daysAgo: number;
  readonly answers?: string;
  readonly to?: string;
  readonly text?: string;
  readonly more?: readonly string[];
}

/** A mail as it lies in a file. */
function mail({
  id,
  from = ANNA,
  daysAgo,
  answers,
  text = 'Quando?',
  to = OUR_ADDRESS,
  more = [],
}: Told): string {
  const date = new Date(START_MS - daysAgo * DAY_MS).toUTCString();
  return [
    `From: ${from}`,
    `To: ${to}`,
    'Subject: Guasto',
    ...(id === undefined ? [] : [`Message-ID: <${id}>`]),
    ...(answers === undefined ? [] : [`In-Reply-To: <${answers}>`]),
    `Date: ${date}`,
    ...more,
    '',
    text,
    '',
  ].join('\r\n');
}

const mbox = (...mails: readonly string[]): string =>
  mails.map((one) => `From x@y.example Mon Nov 23 08:00:00 2026\r\n${one}\r\n`).join('');

/** A folder with these files. */
function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'riscontro-import-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const NEVER = new AbortController().signal;

interface Scene {
  readonly world: MailWorld;
  readonly box: ScriptedMailbox;
  readonly bring: (path: string, more?: Partial<MailImport>) => ReturnType<typeof importMails>;
}

async function scene(): Promise<Scene> {
  const box = new ScriptedMailbox();
  const world = await mailWorld(box.connector, SETTINGS);
  return {
    world,
    box,
    bring: (path, more = {}) =>
      importMails(world.inbox(), {
        accountId: world.account.id,
        paths: [path],
        signal: NEVER,
        ...more,
      }),
  };
}

/** One line for each conversation: how it stands, and who said what. */
const told = ({ world }: Scene): readonly string[] =>
  world
    .conversations()
    .map(({ row, messages }) =>
      [row.status, ...messages.map((one) => `${one.authorKind} ${one.text}`)].join(' | '),
    )
    .toSorted();

describe('mails from files', () => {
  test('become conversations as if they had been read, each once', async () => {
    const at = await scene();
    const root = folder({
      'anna/1.eml': mail({ id: 'a1@c', daysAgo: 3, text: 'Fibra ferma?' }),
      'anna/2.eml': mail({
        id: 'a2@c',
        from: OUR_ADDRESS,
        to: ANNA,
        daysAgo: 2,
        answers: 'a1@c',
        text: 'Vista',
      }),
      'vecchia.mbox': mbox(
        mail({ daysAgo: 1, text: 'Senza numero?' }),
        mail({ id: 'a1@c', daysAgo: 3, text: 'Fibra ferma?' }),
      ),
      Inbox: mbox(mail({ id: 'b1@c', from: 'Bruno <b@x.example>', daysAgo: 4, text: 'E io?' })),
      'Inbox.msf': 'an index of another program',
      'foto.jpg': 'no mail',
    });
    expect(await at.bring(root)).toMatchObject({
      ok: true,
      value: { mails: 5, imported: 4, closed: 0, unreadable: [], stopped: false },
    });
    const once = [
      'pending | customer E io?',
      'pending | customer Senza numero?',
      'waiting | customer Fibra ferma? | brand Vista',
    ];
    expect(told(at)).toEqual(once);
    const { store } = at.world.inbox();
    const seq = store.lastEventSeq();
    expect(await at.bring(root)).toMatchObject({ ok: true, value: { mails: 5, imported: 0 } });
    expect(store.lastEventSeq()).toBe(seq);
    expect(told(at)).toEqual(once);
  });

  test('keep their bytes, and move no reading of the mailbox', async () => {
    const at = await scene();
    const raw = mail({ id: 'a1@c', daysAgo: 3 });
    at.box.arrive({ from: 'b@x.example', messageId: 'b@x', atMs: START_MS - 1_000 });
    await at.world.sync();
    const inbox = at.world.inbox();
    const folders = inbox.store.mailFolders(at.world.account.id);
    await at.bring(folder({ 'a.eml': raw }));
    const [message] = at.world
      .conversations()
      .flatMap(({ messages }) => messages)
      .filter(({ externalId }) => externalId === 'mid:a1@c');
    expect(String(await inbox.rawMails.load(message?.mail?.rawId ?? ''))).toBe(raw);
    expect(inbox.store.mailFolders(at.world.account.id)).toEqual(folders);
    expect(inbox.store.mailPlaces(at.world.account.id, 'mid:a1@c')).toEqual([]);
    // The same mail in the mailbox later is that mail.
    at.box.arrive({ from: 'anna@cliente.example', messageId: 'a1@c', atMs: START_MS - 3 * DAY_MS });
    await at.world.sync();
    expect(at.world.conversations()).toHaveLength(2);
    expect(inbox.store.mailPlaces(at.world.account.id, 'mid:a1@c')).toHaveLength(1);
  });

  test('count from when a server took them, not from what their sender’s clock says', async () => {
    const at = await scene();
    const more = [`Received: from x by y; ${new Date(START_MS - DAY_MS).toUTCString()}`];
    await at.bring(
      folder({
        'a.eml': mail({ id: 'a@c', daysAgo: 9, more }).replace('From:', `${more[0]}\r\nFrom:`),
        'b.eml': mail({ id: 'b@c', from: 'b@x.example', daysAgo: -400 }),
      }),
    );
    expect(at.world.conversations().map(({ row }) => row.lastMessageAtMs)).toEqual([
      START_MS,
      START_MS - DAY_MS,
    ]);
  });

  test('of automatic senders wait for nobody, and bounces are no messages', async () => {
    const at = await scene();
    await at.bring(
      folder({
        'a.eml': mail({ id: 'a@c', daysAgo: 1, more: ['Auto-Submitted: auto-replied'] }),
      }),
    );
    expect(told(at)).toEqual(['waiting | system Quando?']);
  });
});

describe('what waits since long', () => {
  test('is the past and no list of work; what is new waits', async () => {
    const at = await scene();
    const root = folder({
      'old.eml': mail({ id: 'old@c', daysAgo: 60, text: 'Allora?' }),
      'new.eml': mail({ id: 'new@c', from: 'b@x.example', daysAgo: 2, text: 'Ora?' }),
      'both.mbox': mbox(
        mail({ id: 'c1@c', from: 'c@x.example', daysAgo: 40, text: 'Prima?' }),
        mail({ id: 'c2@c', from: 'c@x.example', daysAgo: 3, answers: 'c1@c', text: 'Ancora?' }),
      ),
      'answered.mbox': mbox(
        mail({ id: 'd1@c', from: 'd@x.example', daysAgo: 40, text: 'Si può?' }),
        mail({
          id: 'd2@c',
          from: OUR_ADDRESS,
          to: 'd@x.example',
          daysAgo: 39,
          answers: 'd1@c',
          text: 'Certo',
        }),
      ),
    });
    expect(await at.bring(root)).toMatchObject({ ok: true, value: { imported: 6, closed: 2 } });
    expect(told(at)).toEqual([
      'closed | customer Allora?',
      'pending | customer Ora?',
      'pending | customer Prima? | customer Ancora?',
      'waiting | customer Si può? | brand Certo',
    ]);
    const [both] = at.world.conversations().filter(({ messages }) => messages.length === 2);
    const open = at.world
      .conversations()
      .flatMap(({ obligations }) => obligations.filter(({ endedAtMs }) => endedAtMs === null));
    expect(open.map(({ startedAtMs }) => startedAtMs).toSorted((a, b) => a - b)).toEqual([
      START_MS - 3 * DAY_MS,
      START_MS - 2 * DAY_MS,
    ]);
    expect(both).toBeDefined();
    expect(await at.bring(root)).toMatchObject({ ok: true, value: { imported: 0, closed: 0 } });
  });

  test('begins where somebody says', async () => {
    const at = await scene();
    const root = folder({ 'old.eml': mail({ id: 'old@c', daysAgo: 60 }) });
    expect(await at.bring(root, { keepOpenDays: 90 })).toMatchObject({
      ok: true,
      value: { closed: 0 },
    });
    expect(told(at)).toEqual(['pending | customer Quando?']);
  });

  test('stays open where the mailbox itself has it', async () => {
    const at = await scene();
    at.box.arrive({
      from: 'anna@cliente.example',
      messageId: 'old@c',
      atMs: START_MS - 60 * DAY_MS,
    });
    await at.world.sync();
    await at.bring(folder({ 'old.eml': mail({ id: 'old@c', daysAgo: 60 }) }));
    expect(at.world.conversations().map(({ row }) => row.status)).toEqual(['pending']);
  });
});

describe('what goes wrong', () => {
  test('is told with its place, and the rest is read', async () => {
    const at = await scene();
    const root = folder({
      '1.eml': 'Caro diario: oggi piove.\n',
      '2.eml': '',
      '3.eml': '\0\u0001\u0002'.repeat(1_000),
      '4.eml': mail({ id: 'a@c', daysAgo: 1 }),
      '5.mbox': mbox(
        mail({ id: 'b@c', from: 'b@x.example', daysAgo: 1 }),
        'Nota: niente\r\n\r\nx\r\n',
      ),
    });
    symlinkSync('/etc', join(root, 'altrove'));
    const done = await at.bring(root, { paths: [root, join(root, 'missing')] });
    if (!done.ok) throw new Error(done.error.code);
    expect(
      done.value.unreadable.map(
        ({ place, error }) => `${place.slice(root.length + 1)} ${error.code}`,
      ),
    ).toEqual([
      '1.eml item_bad_shape',
      '2.eml item_bad_shape',
      '3.eml item_bad_shape',
      '5.mbox#2 item_bad_shape',
      'missing not_found',
    ]);
    expect(done.value).toMatchObject({ imported: 2, unreadableCount: 5 });
  });

  test('a mailbox that is not there takes nothing', async () => {
    const at = await scene();
    expect(await at.bring('/tmp', { accountId: 'nobody' })).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  test('stopping leaves what came in, closes what is old in it, and goes on next time', async () => {
    const at = await scene();
    const mails = Array.from({ length: 60 }, (_, n) =>
      mail({ id: `m${n}@c`, from: `p${n}@x.example`, daysAgo: 100 }),
    );
    const root = folder({ 'a.mbox': mbox(...mails) });
    const stop = new AbortController();
    const seen: number[] = [];
    const done = await at.bring(root, {
      signal: stop.signal,
      onProgress: ({ mails: count, doneBytes, totalBytes }) => {
        seen.push(count);
        expect(doneBytes).toBeLessThan(totalBytes);
        stop.abort();
      },
    });
    expect(seen).toEqual([50]);
    expect(done).toMatchObject({ ok: true, value: { imported: 50, closed: 50, stopped: true } });
    expect(await at.bring(root)).toMatchObject({
      ok: true,
      value: { mails: 60, imported: 10, closed: 10, stopped: false },
    });
    expect(at.world.inbox().store.rebuildCheck()).toEqual({ ok: true, findings: [] });
  });
});
