import { describe, expect, test } from 'vitest';
import { MAX_MAIL_FILE_BYTES } from '../../shared/domain/mail/files.ts';
import type { MailClass } from '../../shared/domain/mail/types.ts';
import { appError } from '../../shared/kernel/app-error.ts';
import { queueMail } from '../../electron/service/usecases/mail/queue-mail.ts';
import { dropOrphanedFiles, stageFile } from '../../electron/service/usecases/mail/stage-file.ts';
import { resolveReply, cancelReply } from '../../electron/service/usecases/decide-reply.ts';
import { mailWorld, type MailWorld } from '../support/mail-world.ts';
import { rawMail } from '../support/raw-mail.ts';
import { OUR_ADDRESS, ScriptedMailbox, SETTINGS } from '../support/scripted-mailbox.ts';
import { START_MS } from '../support/service.ts';

const ANNA = 'anna@cliente.example';
const hadBefore = (originalId: string) => ({ originalId, lists: [], originalFrom: null });
const LATER = { from: ANNA, atMs: START_MS - 3_600_000 };

async function asked(box = new ScriptedMailbox()) {
  box.arrive({ ...LATER, messageId: 'a1@c', subject: 'Fibra ferma' });
  const world = await mailWorld(box.connector, SETTINGS);
  await world.sync();
  const conversationId = world.conversations()[0]?.row.id ?? '';
  return { box, world, conversationId };
}

async function staged(world: MailWorld, name = 'Contratto.pdf', text = 'firma qui') {
  const file = { name, mediaType: 'application/pdf', bytes: Buffer.from(text) };
  const result = await stageFile(world.inbox(), file);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const messagesOf = (world: MailWorld, id: string) =>
  world.inbox().store.conversation(id)?.messages ?? [];

describe('files that go with a mail', () => {
  test('leave with it, are told in its message, and lie there no longer', async () => {
    const { world, conversationId } = await asked();
    const file = await staged(world, '../../etc/\u202Epasswd.pdf');
    const item = await world.reply({ conversationId, text: 'Ecco.', attachments: [file.id] });
    expect(item.mail?.files).toEqual([file]);
    expect((await world.move(item)).state).toBe('sent');
    const reply = messagesOf(world, conversationId).at(-1);
    expect(reply?.mail?.attachments).toEqual([
      {
        index: 0,
        name: 'passwd.pdf',
        mediaType: 'application/pdf',
        size: 9,
        contentId: null,
        inline: false,
      },
    ]);
    const raw = await world.inbox().rawMails.load(reply?.mail?.rawId ?? '');
    expect(Buffer.from(raw ?? []).toString()).toContain('passwd.pdf: firma qui');
    expect(await world.inbox().outboxFiles.find(file.id)).toBeNull();
    expect(world.inbox().store.rebuildCheck().findings).toEqual([]);
  });

  test('wait with it, outlive a start, and come back with the draft of what was taken back', async () => {
    const { world, conversationId } = await asked();
    const file = await staged(world);
    const other = await staged(world, 'altro.pdf');
    const item = await world.reply({ conversationId, text: 'Ecco.', attachments: [file.id] });
    await dropOrphanedFiles(world.inbox());
    expect(await world.inbox().outboxFiles.find(file.id)).toEqual(file);
    expect(await world.inbox().outboxFiles.find(other.id)).toBeNull();
    cancelReply(world.inbox(), item.id);
    await dropOrphanedFiles(world.inbox());
    expect(world.inbox().store.draft(conversationId)?.mail?.files).toMatchObject([{ id: file.id }]);
    expect(await world.inbox().outboxFiles.find(file.id)).toEqual(file);
  });

  test('that vanished keep the mail here, for a person to decide', async () => {
    const { box, world, conversationId } = await asked();
    const file = await staged(world);
    const item = await world.reply({ conversationId, text: 'Ecco.', attachments: [file.id] });
    await world.inbox().outboxFiles.remove(file.id);
    expect(await world.move(item)).toMatchObject({ state: 'needs_human', reason: 'file_missing' });
    expect(box.sent).toEqual([]);
  });

  test('are refused with the limit: too large, too many, together too large, not there', async () => {
    const { world, conversationId } = await asked();
    const half = Buffer.alloc(MAX_MAIL_FILE_BYTES / 2 + 1);
    const wanted = (ids: readonly string[]) =>
      queueMail(world.inbox(), {
        kind: 'reply',
        conversationId,
        text: 'Ecco.',
        attachments: ids,
        seenThroughMs: world.clock.now(),
        closeAfter: false,
      });
    const big = { name: 'a', mediaType: 'x/y', bytes: Buffer.alloc(MAX_MAIL_FILE_BYTES + 1) };
    const tooLarge = appError('files_too_large', { limit: MAX_MAIL_FILE_BYTES });
    expect(await stageFile(world.inbox(), big)).toEqual({ ok: false, error: tooLarge });
    const halves = [
      await staged(world, 'a', half.toString()),
      await staged(world, 'b', half.toString()),
    ];
    expect(await wanted(halves.map(({ id }) => id))).toEqual({ ok: false, error: tooLarge });
    const small = await staged(world);
    expect(await wanted(Array.from({ length: 11 }, () => small.id))).toEqual({
      ok: false,
      error: appError('files_too_many', { limit: 10 }),
    });
    expect(await wanted(['../secrets.json'])).toEqual({
      ok: false,
      error: appError('file_missing'),
    });
  });
});

async function withFile() {
  const box = new ScriptedMailbox();
  const parts = [
    { type: 'text/plain; charset=utf-8', body: 'Il contatore segna zero.' },
    {
      type: 'image/png; name="contatore.png"',
      body: Buffer.from('PNG'),
      head: ['Content-Disposition: attachment; filename="contatore.png"'],
    },
    {
      type: 'application/pdf; name="b.pdf"',
      body: Buffer.from('PDF'),
      head: ['Content-Disposition: attachment; filename="b.pdf"'],
    },
  ];
  await box.arriveRaw(rawMail(parts), LATER.atMs);
  const world = await mailWorld(box.connector, SETTINGS);
  await world.sync();
  return { box, world, conversationId: world.conversations()[0]?.row.id ?? '' };
}

describe('a mail that is passed on', () => {
  test('goes to others with the chosen files and the original below, and answers nobody', async () => {
    const { world, conversationId } = await withFile();
    const item = await world.reply({
      kind: 'forward',
      conversationId,
      text: 'Ci guardi tu?',
      to: [{ name: null, address: 'rete@ondalta.example' }],
      forwarded: [1],
      quote: { language: 'it', timeZone: 'Europe/Rome' },
    });
    expect(item.mail).toMatchObject({ kind: 'forward', subject: 'Fwd: Guasto', inReplyTo: null });
    expect(item.mail?.files?.map(({ name }) => name)).toEqual(['b.pdf']);
    expect(item.mail?.below).toContain('Messaggio inoltrato');
    expect(item.mail?.below).toContain('Il contatore segna zero.');
    expect((await world.move(item)).state).toBe('sent');
    expect(world.conversations()[0]?.row.status).toBe('pending');
  });

  test('leaves even when the customer wrote again meanwhile', async () => {
    const { box, world, conversationId } = await withFile();
    const to = [{ name: null, address: 'rete@ondalta.example' }];
    const item = await world.reply({ kind: 'forward', conversationId, text: '', to });
    expect(item.mail?.files).toHaveLength(2);
    box.arrive({ from: ANNA, atMs: world.clock.now() + 1, references: [] });
    expect((await world.move(item)).state).toBe('sent');
  });

  test('needs somebody to go to', async () => {
    const { world, conversationId } = await withFile();
    await expect(world.reply({ kind: 'forward', conversationId, text: '' })).rejects.toThrow(
      'bad_input',
    );
  });
});

describe('the copy in Sent', () => {
  test('that could not be filed is tried again later, once, and the account says so', async () => {
    const { box, world, conversationId } = await asked();
    box.filingError = appError('refused', { reason: 'mailbox_full' });
    const item = await world.reply({ conversationId, text: 'Domani.' });
    expect((await world.move(item)).state).toBe('sent');
    const { store } = world.inbox();
    expect(store.unfiledMails(world.account.id)).toEqual({
      count: 1,
      error: appError('refused', { reason: 'mailbox_full' }),
    });
    await world.sync();
    expect(box.filings).toBe(1);
    box.filingError = null;
    world.clock.setWall(world.clock.now() + 3_600_000);
    await world.sync();
    await world.sync();
    expect([box.filings, box.filed]).toEqual([2, [item.mail?.messageId]]);
    expect(store.unfiledMails(world.account.id)).toBeNull();
  });

  test('of a mail that turned out to have left is filed too', async () => {
    const { box, world, conversationId } = await asked();
    box.fate = 'dropped';
    const item = await world.reply({ conversationId, text: 'Domani.' });
    await world.move(item);
    for (let looks = 0; looks < 10 && (await world.move(item)).state === 'unknown'; looks += 1);
    resolveReply(world.inbox(), item.id, 'was_sent');
    await world.sync();
    expect(box.filed).toEqual([item.mail?.messageId]);
  });
});

describe('a mail that its server gave another Message-ID', () => {
  const given = 'given@server.example';
  async function answered(fate: ScriptedMailbox['fate'] = 'accepted') {
    const { box, world, conversationId } = await asked();
    box.givenId = given;
    box.fate = fate;
    const item = await world.reply({ conversationId, text: 'Domani.' });
    await world.move(item);
    const ours = item.mail?.messageId ?? '';
    const copy = { from: OUR_ADDRESS, to: [ANNA], atMs: world.clock.now(), folder: 'Sent' };
    return { box, world, conversationId, item, ours, copy };
  }

  test.each([
    ['ours', (ours: string) => ({ messageId: ours })],
    ['the other', () => ({ messageId: given })],
    [
      'the other, with ours beside it',
      (ours: string) => ({ messageId: given, trace: hadBefore(ours) }),
    ],
  ])('is one message, whichever its copy has: %s', async (_which, names) => {
    const { box, world, conversationId, ours, copy } = await answered();
    box.arrive({ ...copy, ...names(ours) });
    await world.sync();
    expect(messagesOf(world, conversationId).map(({ externalId }) => externalId)).toEqual([
      'mid:a1@c',
      `mid:${given}`,
    ]);
  });

  test.each([['ours'], ['given']])('is answered and bounces by either: %s', async (which) => {
    const { box, world, conversationId, ours } = await answered();
    const id = which === 'ours' ? ours : given;
    box.arrive({ from: ANNA, messageId: 'a2@c', inReplyTo: [id], atMs: world.clock.now() + 1 });
    box.arrive({
      from: 'mailer-daemon@c',
      messageId: 'b@c',
      atMs: world.clock.now() + 2,
      class: bounce(id),
    });
    await world.sync();
    expect(world.conversations()).toHaveLength(1);
    expect(messagesOf(world, conversationId)).toHaveLength(3);
    expect(messagesOf(world, conversationId)[1]?.bounced).toHaveLength(1);
  });

  test('is found when nobody heard of its end, and then one message too', async () => {
    const { box, world, conversationId, item, ours, copy } = await answered('lost');
    box.arrive({ ...copy, messageId: given, trace: hadBefore(ours) });
    expect(await world.move(item)).toMatchObject({ state: 'sent', externalId: `mid:${given}` });
    await world.sync('complete');
    expect(messagesOf(world, conversationId)).toHaveLength(2);
  });

  test('is nobody else’s to claim: a stranger’s mail with that name is a stranger’s mail', async () => {
    const { box, world, ours, item } = await answered('lost');
    box.arrive({
      from: 'x@evil.example',
      messageId: 'e@e',
      trace: hadBefore(ours),
      atMs: world.clock.now(),
    });
    await world.sync();
    expect(world.inbox().store.outboxItem(item.id)?.state).toBe('unknown');
    expect(world.conversations()).toHaveLength(2);
  });
});

const bounce = (
  originalMessageId: string | null,
  action: 'failed' | 'relayed' = 'failed',
  envelopeId: string | null = null,
): MailClass => ({
  kind: 'bounce',
  why: 'multipart/report',
  report: {
    originalMessageId,
    envelopeId,
    recipients: [{ address: ANNA, action, status: '5.2.2', diagnostic: 'mailbox full' }],
  },
});

describe('a report on a delivery', () => {
  const told = { from: 'mailer-daemon@c', messageId: 'b@c' };

  test('of a mail that is not known yet waits for it, and is no ticket', async () => {
    const { box, world, conversationId } = await asked();
    const atMs = world.clock.now();
    box.arrive({ ...told, atMs, class: bounce('elsewhere@o') });
    await world.sync();
    expect(world.inbox().store.keptReports(world.account.id)).toHaveLength(1);
    const copy = { from: OUR_ADDRESS, to: [ANNA], messageId: 'elsewhere@o', inReplyTo: ['a1@c'] };
    box.arrive({ ...copy, atMs, folder: 'Sent' });
    await world.sync();
    expect(messagesOf(world, conversationId).at(-1)?.bounced).toHaveLength(1);
    expect(world.conversations()).toHaveLength(1);
    expect(world.conversations()[0]?.row.status).toBe('pending');
    expect(world.inbox().store.keptReports(world.account.id)).toEqual([]);
    expect(world.inbox().store.rebuildCheck().findings).toEqual([]);
  });

  test.each<['failed' | 'relayed', number]>([
    ['failed', 1],
    ['relayed', 0],
  ])('settles what nobody heard the end of: %s', async (action, bounced) => {
    const { box, world, conversationId } = await asked();
    box.fate = 'lost';
    const item = await world.reply({ conversationId, text: 'Domani.' });
    await world.move(item);
    box.arrive({ ...told, atMs: world.clock.now(), class: bounce(null, action, item.id) });
    await world.sync();
    expect(world.inbox().store.outboxItem(item.id)?.state).toBe('sent');
    const reply = messagesOf(world, conversationId).at(-1);
    expect(reply?.bounced ?? []).toHaveLength(bounced);
    expect(box.sent).toHaveLength(1);
  });
});
