/** What the composer hands over: files piece by piece, signature, quote, mails that are passed on. */
import { expect, test } from 'vitest';
import type { MailDraftView } from '../../shared/contract/mail-schemas.ts';
import { MAX_MAIL_FILE_BYTES } from '../../shared/domain/mail/files.ts';
import { UPLOAD_LIFE_MS } from '../../electron/service/usecases/mail/uploads.ts';
import { mailWorld } from '../support/mail-world.ts';
import { clientOf, type PageClient } from '../support/page-client.ts';
import { ScriptedMailbox, SETTINGS } from '../support/scripted-mailbox.ts';

const USUAL: MailDraftView = {
  kind: 'reply',
  targetExternalId: null,
  to: null,
  cc: null,
  subject: null,
  files: [],
  signature: null,
  quote: false,
  forwarded: null,
};

const failsWith = (call: Promise<unknown>, code: string): Promise<void> =>
  expect(call).rejects.toMatchObject({ data: { code } });

const base64 = (text: string): string => Buffer.from(text).toString('base64');

async function upload(client: PageClient, name: string, text: string) {
  const { uploadId } = await client.mail.beginFile({
    name,
    mediaType: 'text/plain',
    bytes: Buffer.byteLength(text),
  });
  await client.mail.appendFile({ uploadId, offset: 0, base64: base64(text) });
  return client.mail.finishFile({ uploadId });
}

/** A customer has written; the page is open on it. */
async function asked(text: string) {
  const scripted = new ScriptedMailbox();
  const world = await mailWorld(scripted.connector, SETTINGS);
  scripted.arrive({
    from: 'giulia@cliente.example',
    subject: 'Fattura doppia',
    text,
    atMs: world.clock.now(),
  });
  await world.sync();
  const conversationId = world.conversations()[0]?.row.id ?? '';
  const client = clientOf(world);
  const queue = (words: string, mail: Partial<MailDraftView>) =>
    client.reply.queue({
      conversationId,
      text: words,
      seenThroughMs: world.clock.now(),
      closeAfter: false,
      mail: { ...USUAL, ...mail },
    });
  const belowOf = (outboxId: string): string =>
    world.inbox().store.outboxItem(outboxId)?.mail?.below ?? '';
  return { world, client, conversationId, queue, belowOf };
}

test('a file arrives piece by piece, whole or not at all', async () => {
  const { world, client } = await asked('Ciao');
  const { uploadId } = await client.mail.beginFile({
    name: '../fattura.pdf',
    mediaType: 'application/pdf',
    bytes: 10,
  });
  const piece = (offset: number, text: string) =>
    client.mail.appendFile({ uploadId, offset, base64: base64(text) });
  expect(await piece(0, 'Prima')).toEqual({ received: 5 });
  // Said again: an answer was lost.
  expect(await piece(0, 'Prima')).toEqual({ received: 5 });
  await failsWith(piece(7, 'xyz'), 'conflict');
  await failsWith(piece(5, 'troppo lungo'), 'bad_input');
  await failsWith(client.mail.finishFile({ uploadId }), 'conflict');
  expect(await piece(5, ' poi!')).toEqual({ received: 10 });
  const file = await client.mail.finishFile({ uploadId });
  expect(file).toMatchObject({ name: 'fattura.pdf', bytes: 10 });
  const staged = await world.inbox().outboxFiles.find(file.id);
  if (staged === null) throw new Error('It is not there.');
  expect(Buffer.from((await world.inbox().outboxFiles.load(staged)) ?? []).toString()).toBe(
    'Prima poi!',
  );
  await client.mail.removeFile({ fileId: file.id });
  expect(await world.inbox().outboxFiles.find(file.id)).toBeNull();
});

test('what is too large is said before the first piece; what was given up or forgotten is gone', async () => {
  const { world, client } = await asked('Ciao');
  const begin = (bytes: number) => client.mail.beginFile({ name: 'a.bin', mediaType: '', bytes });
  await failsWith(begin(MAX_MAIL_FILE_BYTES + 1), 'files_too_large');
  const { uploadId } = await begin(3);
  await client.mail.cancelFile({ uploadId });
  const append = client.mail.appendFile({ uploadId, offset: 0, base64: base64('abc') });
  await failsWith(append, 'not_found');
  const large = [await begin(MAX_MAIL_FILE_BYTES), await begin(MAX_MAIL_FILE_BYTES)];
  await begin(MAX_MAIL_FILE_BYTES);
  await failsWith(begin(1), 'files_too_many');
  world.clock.advance(UPLOAD_LIFE_MS);
  await begin(1);
  await failsWith(client.mail.finishFile({ uploadId: large[0]?.uploadId ?? '' }), 'not_found');
  const empty = await upload(client, 'vuoto.txt', '');
  expect(empty).toMatchObject({ name: 'vuoto.txt', bytes: 0 });
});

test("a mail leaves with its team's signature and the quote in that language", async () => {
  const { client, queue, belowOf } = await asked('La fattura è doppia.');
  await client.mail.setSignature({ teamId: 'care', language: 'it', text: 'Ondalta, assistenza' });
  await client.mail.setSignature({ teamId: 'care', language: 'en', text: 'Ondalta, support' });
  const english = await queue('We are on it.', { signature: 'en', quote: true });
  expect(belowOf(english.id)).toMatch(
    /^-- \nOndalta, support\n\nOn .* <giulia@cliente\.example> wrote:\n> La fattura è doppia\.$/i,
  );
  const bare = await queue('Controlliamo.', {});
  expect(belowOf(bare.id)).toBe('');
});

test('without a signature the line above a quote is in the language of the mail', async () => {
  const english = await asked(
    'Hello, I was charged twice for the same month. Can you please help?',
  );
  const answer = await english.queue('Sure.', { quote: true });
  expect(english.belowOf(answer.id)).toContain('wrote:\n> Hello');
  const italian = await asked('Buongiorno, la fattura è arrivata due volte.');
  const risposta = await italian.queue('Certo.', { quote: true });
  expect(italian.belowOf(risposta.id)).toContain('ha scritto:\n> Buongiorno');
});

test('a mail is passed on without words of ours; taken back, it is the draft as it was written', async () => {
  const { client, conversationId, queue, belowOf } = await asked('Il tecnico non si è visto.');
  await client.mail.setSignature({ teamId: 'care', language: 'it', text: 'Ondalta' });
  const file = await upload(client, 'nota.txt', 'Zona 4');
  const to = [{ name: null, address: 'tecnici@fornitore.example' }];
  const item = await queue('', { kind: 'forward', to, files: [file], signature: 'it' });
  expect(item.mail).toMatchObject({
    to,
    subject: 'Fwd: Fattura doppia',
    files: [{ name: 'nota.txt', bytes: 6 }],
  });
  expect(belowOf(item.id)).toContain('Messaggio inoltrato');
  await client.reply.cancel({ outboxId: item.id });
  const { draft } = await client.conversation.get({ id: conversationId });
  expect(draft).toMatchObject({
    text: '',
    mail: { kind: 'forward', to, files: [file], signature: 'it', forwarded: [] },
  });
});

test('a draft keeps what is no address yet, and a mail with one is refused', async () => {
  const { client, conversationId, queue } = await asked('Ciao');
  const mail = { ...USUAL, to: [{ name: null, address: 'gi' }] };
  await client.conversation.saveDraft({ id: conversationId, text: 'Sì', mode: 'private', mail });
  expect((await client.conversation.get({ id: conversationId })).draft).toMatchObject({ mail });
  await failsWith(queue('Sì', mail), 'bad_input');
  expect((await client.conversation.get({ id: conversationId })).draft).toMatchObject({ mail });
  await failsWith(queue(' ', {}), 'text_empty');
});
