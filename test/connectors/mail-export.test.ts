import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import type { NewEvent } from '../../shared/domain/event.ts';
import { mailReader } from '../../electron/service/connectors/email/parse/mail-reader.ts';
import { mailArchive } from '../../electron/service/system/mail-archive/read-archive.ts';
import { addNote } from '../../electron/service/usecases/conversation-actions.ts';
import { commit } from '../../electron/service/usecases/inbox.ts';
import {
  exportConversation,
  type ConversationToExport,
} from '../../electron/service/usecases/mail/export-conversation.ts';
import { importMails } from '../../electron/service/usecases/mail/import-mails.ts';
import { mboxEntry } from '../../electron/service/usecases/mail/mbox-entry.ts';
import { createEmailConnector } from '../../electron/service/connectors/email/email-connector.ts';
import { mailWorld, type MailWorld } from '../support/mail-world.ts';
import { OUR_ADDRESS, ScriptedMailbox, SETTINGS } from '../support/scripted-mailbox.ts';
import { START_MS } from '../support/service.ts';
import { accountAdded } from '../support/store.ts';

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'riscontro-export-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** A mailbox in memory that writes mails as the real channel does. */
const world = (): Promise<MailWorld> => {
  const { connector } = new ScriptedMailbox();
  return mailWorld({ ...connector, compose: createEmailConnector().compose }, SETTINGS);
};

const ASKED = [
  'From: =?utf-8?Q?Nicol=C3=B2?= Rossi <nic@cliente.example>',
  `To: ${OUR_ADDRESS}`,
  'Subject: Fibra ../ferma?',
  'Message-ID: <a1@c>',
  `Date: ${new Date(START_MS - 7_200_000).toUTCString()}`,
  '',
  'Quando arriva?',
  'From here on: niente.',
  '',
  '',
].join('\r\n');

/** A mail asked, and our answer of which no bytes are kept. */
async function talk(): Promise<{ readonly at: MailWorld; readonly id: string }> {
  const at = await world();
  const file = join(folder(), 'a.eml');
  writeFileSync(file, ASKED);
  await importMails(at.inbox(), {
    accountId: at.account.id,
    paths: [file],
    signal: new AbortController().signal,
  });
  const [conversation] = at.conversations();
  const id = conversation?.row.id ?? '';
  await at.move(await at.reply({ conversationId: id, text: 'Domani mattina.' }));
  addNote(at.inbox(), id, 'Il tecnico è Piero.');
  return { at, id };
}

async function exported(
  at: MailWorld,
  conversationId: string,
  more: Partial<ConversationToExport> = {},
): Promise<string> {
  const done = await exportConversation(at.inbox(), {
    conversationId,
    folder: folder(),
    format: 'eml',
    notes: false,
    noteWord: 'Nota interna',
    ...more,
  });
  if (!done.ok) throw new Error(done.error.code);
  return done.value.path;
}

/** What a mail program would show of a file. */
async function shown(file: string) {
  const { parsed } = await mailReader.open(readFileSync(file));
  const { head, text } = parsed;
  return {
    from: `${head.from?.name ?? ''} <${head.from?.address ?? ''}>`,
    to: head.to.map(({ address }) => address).join(),
    subject: head.subject,
    id: head.messageId,
    references: head.references,
    at: head.dateMs,
    text: text.trim(),
  };
}

describe('a conversation of mails', () => {
  test('is a file for each: what came byte by byte, our answers as they were', async () => {
    const { at, id } = await talk();
    const path = await exported(at, id);
    const files = readdirSync(path).toSorted();
    const day = new Date(START_MS).toISOString().slice(0, 10);
    expect(path.split('/').at(-1)).toBe(`${day} Nicolò Rossi Fibra ..-ferma_`);
    expect(files).toEqual([`001 ${day} Nicolò Rossi.eml`, `002 ${day} Ondalta.eml`]);
    expect(readFileSync(join(path, files[0] ?? ''), 'utf8')).toBe(ASKED);
    expect(statSync(join(path, files[0] ?? '')).mode & 0o777).toBe(0o600);
    expect(await shown(join(path, files[1] ?? ''))).toMatchObject({
      from: `Ondalta <${OUR_ADDRESS}>`,
      to: 'nic@cliente.example',
      subject: 'Re: Fibra ../ferma?',
      references: ['a1@c'],
      text: 'Domani mattina.',
    });
  });

  test('holds notes only when somebody asks for them', async () => {
    const { at, id } = await talk();
    const path = await exported(at, id, { notes: true });
    const files = readdirSync(path).toSorted();
    expect(files).toHaveLength(3);
    expect(await shown(join(path, files[2] ?? ''))).toMatchObject({
      subject: 'Nota interna: Fibra ../ferma?',
      text: 'Il tecnico è Piero.',
      references: ['a1@c'],
    });
  });

  test('as one mbox comes back the same, in another workspace', async () => {
    const { at, id } = await talk();
    const file = await exported(at, id, { format: 'mbox' });
    expect(file.endsWith('.mbox')).toBe(true);
    const other = await world();
    const done = await importMails(other.inbox(), {
      accountId: other.account.id,
      paths: [file],
      signal: new AbortController().signal,
    });
    expect(done).toMatchObject({ ok: true, value: { imported: 2, unreadable: [] } });
    const [conversation] = other.conversations();
    expect(conversation?.messages.map(({ authorKind, text }) => [authorKind, text])).toEqual([
      ['customer', 'Quando arriva?\nFrom here on: niente.'],
      ['brand', 'Domani mattina.'],
    ]);
    const rawId = conversation?.messages[0]?.mail?.rawId ?? '';
    expect(String(await other.inbox().rawMails.load(rawId))).toBe(ASKED);
  });

  test('never takes the place of another file', async () => {
    const { at, id } = await talk();
    const out = folder();
    const first = await exported(at, id, { folder: out, format: 'mbox' });
    const second = await exported(at, id, { folder: out, format: 'mbox' });
    expect(second).not.toBe(first);
    expect(readFileSync(second)).toEqual(readFileSync(first));
  });

  test('says what cannot be', async () => {
    const { at, id } = await talk();
    const wanted = { conversationId: id, format: 'eml', notes: false, noteWord: 'n' } as const;
    const codeOf = async (more: object): Promise<string | null> => {
      const done = await exportConversation(at.inbox(), { ...wanted, folder: '/', ...more });
      return done.ok ? null : done.error.code;
    };
    expect(await codeOf({ conversationId: 'nothing' })).toBe('not_found');
    expect(await codeOf({ folder: 'here' })).toBe('bad_input');
    expect(await codeOf({ folder: join(folder(), 'missing') })).toBe('folder_unwritable');
    expect(await codeOf({ folder: join(folder(), 'missing'), format: 'mbox' })).toBe(
      'folder_unwritable',
    );
  });
});

/** A post, a comment below it, an answer to the comment. */
const COMMENTS = (accountId: string): readonly NewEvent[] => {
  const base = { actor: 'connector:facebook', accountId, happenedAtMs: START_MS };
  const said = (id: string, more: object): NewEvent =>
    ({
      ...base,
      conversationId: 'c',
      kind: 'message.observed',
      payload: {
        messageId: `id-${id}`,
        externalId: id,
        parentExternalId: null,
        author: { externalId: '42', name: 'Anna "A" Rossi\r\nBcc: x@y.example' },
        authorKind: 'customer',
        text: 'Quanto costa? 🚀',
        createdAtMs: START_MS,
        visibility: 'public',
        source: null,
        presence: 'visible',
        attachments: [{ kind: 'photo', url: 'https://x.example/a.jpg', title: null }],
        permalink: null,
        addressees: [],
        ...more,
      },
    }) as NewEvent;
  return [
    accountAdded(accountId),
    {
      ...base,
      conversationId: null,
      kind: 'context.observed',
      payload: {
        externalId: 'post',
        author: { externalId: '1000', name: 'La Pagina' },
        text: 'La fibra arriva in città',
        createdAtMs: START_MS - 9_000,
        permalink: null,
        reactionCount: null,
        commentCount: null,
        shareCount: null,
      },
    },
    {
      ...base,
      conversationId: 'c',
      kind: 'conversation.opened',
      payload: {
        channel: 'facebook',
        kind: 'comment',
        externalId: 'k1',
        contextExternalId: 'post',
        starter: { externalId: '42', name: 'Anna' },
        teamId: 'care',
        permalink: null,
      },
    },
    said('k1', {}),
    said('k2', {
      parentExternalId: 'k1',
      author: { externalId: '1000', name: 'La Pagina' },
      authorKind: 'brand',
      text: 'Venti euro.',
      createdAtMs: START_MS + 60_000,
      attachments: [],
    }),
  ];
};

test('comments become mails: when, by whom, below what, at addresses of nobody', async () => {
  const at = await world();
  commit(at.inbox(), COMMENTS('page'));
  const path = await exported(at, 'c');
  const mails = await Promise.all(
    readdirSync(path)
      .toSorted()
      .map((file) => shown(join(path, file))),
  );
  const [post, asked, answered] = ['context.c', 'id-k1', 'id-k2'].map(
    (id) => `${id}@riscontro.invalid`,
  );
  const page = { from: 'La Pagina <facebook.1000@riscontro.invalid>' };
  expect(mails).toEqual([
    {
      ...page,
      to: 'facebook.1000@riscontro.invalid',
      subject: 'La fibra arriva in città',
      id: post,
      references: [],
      at: START_MS - 9_000,
      text: 'La fibra arriva in città',
    },
    {
      from: 'Anna "A" Rossi Bcc: x@y.example <facebook.42@riscontro.invalid>',
      to: 'facebook.1000@riscontro.invalid',
      subject: 'Re: La fibra arriva in città',
      id: asked,
      references: [post],
      at: START_MS,
      text: 'Quanto costa? 🚀\n\n[https://x.example/a.jpg]',
    },
    {
      ...page,
      to: 'facebook.42@riscontro.invalid',
      subject: 'Re: La fibra arriva in città',
      id: answered,
      references: [post, asked],
      at: START_MS + 60_000,
      text: 'Venti euro.',
    },
  ]);
});

it('any mail goes through an mbox byte by byte, but for a missing last line end', async () => {
  const root = folder();
  const line = fc.oneof(
    fc.constantFrom('From x', '>From x', '>>From Mon Nov 23 08:00:00 2026', '', 'From: y'),
    fc
      .string({ unit: 'binary-ascii', maxLength: 10 })
      .map((text) => text.replaceAll(/[\r\n]/g, '')),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('\n', '\r\n'), fc.array(line, { maxLength: 8 })), {
        minLength: 1,
        maxLength: 4,
      }),
      async (bodies) => {
        const mails = bodies.map(([end, lines]) =>
          ['Subject: a', 'Date: x', '', ...lines, ''].join(end),
        );
        const file = join(root, 'x.mbox');
        writeFileSync(
          file,
          Buffer.concat(mails.map((mail) => mboxEntry(Buffer.from(mail), 'a@b', START_MS))),
        );
        const found: string[] = [];
        for await (const step of mailArchive().read([file], new AbortController().signal)) {
          found.push(step.kind === 'mail' ? Buffer.from(step.raw).toString() : step.error.code);
        }
        expect(found).toEqual(mails);
      },
    ),
    { seed: 1, numRuns: 50 },
  );
});
