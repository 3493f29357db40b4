import { describe, expect, test } from 'vitest';
import type { MailView } from '../../shared/contract/mail-schemas.ts';
import type { ConversationDetail } from '../../shared/contract/schemas.ts';
import { addressFault } from '../../shared/domain/mail/address.ts';
import { MAX_MAIL_FILE_BYTES } from '../../shared/domain/mail/files.ts';
import { mailLanguageOf } from '../../shared/domain/mail/language.ts';
import { marked } from '../../renderer/features/composer/format-marks.ts';
import { parseAddresses } from '../../renderer/lib/mail-address/parse-addresses.ts';
import { mailNow, missesFile } from '../../renderer/state/mail-now.ts';
import {
  asKind,
  USUAL_MAIL,
  type DraftFile,
  type MailWriting,
} from '../../renderer/state/mail-writing.ts';
import { messageView } from '../support/thread-views.ts';

const giulia = { name: 'Giulia', address: 'giulia@cliente.example' };
const studio = { name: null, address: 'studio@neri.example' };
const us = { name: 'Ondalta', address: 'aiuto@ondalta.example' };

describe('what somebody types or pastes as recipients', () => {
  test.each([
    ['anna@x.it', [{ name: null, address: 'anna@x.it' }]],
    [
      '  anna@x.it ;marco@y.it, ',
      [
        { name: null, address: 'anna@x.it' },
        { name: null, address: 'marco@y.it' },
      ],
    ],
    ['"Rossi, Anna" <anna@x.it>', [{ name: 'Rossi, Anna', address: 'anna@x.it' }]],
    [
      'anna@x.it marco@y.it',
      [
        { name: null, address: 'anna@x.it' },
        { name: null, address: 'marco@y.it' },
      ],
    ],
    [
      'anna@x.it\nMarco Blu <marco@y.it>\r\n',
      [
        { name: null, address: 'anna@x.it' },
        { name: 'Marco Blu', address: 'marco@y.it' },
      ],
    ],
    ['pippo', [{ name: null, address: 'pippo' }]],
    [' , ;\n', []],
  ])('%j', (text, people) => {
    expect(parseAddresses(text)).toEqual(people);
  });

  test('hostile text is neither lost nor felt', () => {
    const many = parseAddresses('<"(,'.repeat(50_000));
    expect(many.every(({ address }) => address.length <= 320)).toBe(true);
  });
});

test.each([
  ['anna@posta.it', null],
  ['o’anna@città.it', null],
  ['posta@server', null],
  ['anna', 'no_at'],
  ['@posta.it', 'no_local'],
  ['anna@', 'no_domain'],
  ['anna@posta..it', 'no_domain'],
  ['anna@-posta.it', 'no_domain'],
  ['anna bella@posta.it', 'bad_sign'],
  ['a@b@posta.it', 'bad_sign'],
  ['anna@posta.it\r\nBcc: x@y.it', 'bad_sign'],
])('whether %j is an address: %s', (address, fault) => {
  expect(addressFault(address)).toBe(fault);
});

test.each([
  ['Buongiorno, la fattura è arrivata due volte.', 'it'],
  ['Hello, I was charged twice, please help me.', 'en'],
  ['Rechnung 4471', null],
  ['', null],
])('the language of %j is %s', (text, language) => {
  expect(mailLanguageOf(text)).toBe(language);
});

const mail: MailView = {
  subject: 'Fattura',
  to: [us],
  cc: [studio],
  kind: 'person',
  size: 1,
  attachments: [
    { index: 0, name: 'a.pdf', mediaType: 'application/pdf', size: 10, inline: false },
    { index: 2, name: 'b.pdf', mediaType: 'application/pdf', size: 20, inline: false },
  ],
  whole: true,
  html: false,
  folded: false,
  claims: null,
  bounced: [],
  reply: {
    from: us,
    to: [giulia],
    others: [studio],
    subject: 'Re: Fattura',
    forwardSubject: 'Fwd: Fattura',
  },
};
const text = 'Buongiorno, la fattura è doppia.';
const detail = {
  summary: { kind: 'email', teamId: 'care' },
  messages: [messageView({ mail, text })],
} as unknown as ConversationDetail;
const SIGNATURES = [
  { teamId: 'care', language: 'en', text: 'Care' },
  { teamId: 'care', language: 'it', text: 'Assistenza' },
  { teamId: 'press', language: 'it', text: 'Stampa' },
] as const;
const now = (change: Partial<MailWriting>) =>
  mailNow(
    detail,
    { mail: { ...USUAL_MAIL, ...change }, replyTo: null },
    { signatures: SIGNATURES, quote: false, language: 'en' },
  );
const file = (change: Partial<DraftFile>): DraftFile => ({
  key: 'k',
  id: 'f1',
  name: 'a.pdf',
  bytes: 1,
  sentBytes: 1,
  error: null,
  file: null,
  ...change,
});

describe('a mail as it would leave', () => {
  test('goes to its writer, to all, or to whom it is passed on', () => {
    expect(now({})).toMatchObject({ to: [giulia], cc: [], subject: 'Re: Fattura', obstacle: null });
    expect(now({ kind: 'reply_all' })).toMatchObject({ to: [giulia], cc: [studio] });
    expect(now({ kind: 'forward' })).toMatchObject({
      to: [],
      subject: 'Fwd: Fattura',
      quote: true,
      count: 2,
      bytes: 30,
      obstacle: 'no_recipient',
    });
    expect(now({ kind: 'forward', forwarded: [2] })).toMatchObject({ count: 1, bytes: 20 });
  });

  test('is signed by its team, in the language of the mail that it answers', () => {
    expect(now({})?.signature).toEqual(SIGNATURES[1]);
    expect(now({ signature: 'en' })?.signature).toEqual(SIGNATURES[0]);
    expect(now({ signature: 'none' })?.signature).toBeNull();
  });

  test.each([
    ['no_recipient', { to: [] }],
    ['bad_address', { cc: [{ name: null, address: 'pippo' }] }],
    ['file_loading', { files: [file({ id: null })] }],
    ['file_failed', { files: [file({ id: null, error: 'disk_full' })] }],
    ['files_too_large', { files: [file({ bytes: MAX_MAIL_FILE_BYTES + 1 })] }],
    ['files_too_many', { files: Array.from({ length: 11 }, () => file({})) }],
  ] as const)('does not leave: %s', (obstacle, change) => {
    expect(now(change)?.obstacle).toBe(obstacle);
  });

  test('what was written into one kind is there again when one comes back to it', () => {
    const written = { ...USUAL_MAIL, to: [studio], subject: 'Altro' };
    const forward = asKind(written, 'forward');
    expect(forward).toMatchObject({ kind: 'forward', to: null, subject: null });
    expect(asKind(forward, 'reply')).toMatchObject({
      kind: 'reply',
      to: [studio],
      subject: 'Altro',
    });
  });

  test('a file that the text speaks of is missed, in both languages', () => {
    expect(missesFile('In allegato la nota.', { count: 0 })).toBe(true);
    expect(missesFile('Please find it attached.', { count: 0 })).toBe(true);
    expect(missesFile('In allegato la nota.', { count: 1 })).toBe(false);
    expect(missesFile('Arriva domani.', { count: 0 })).toBe(false);
  });
});

test.each([
  ['bold', 'Una |parola| qui', 'Una **|parola|** qui'],
  ['bold', 'Una| parola |qui', 'Una **|parola|** qui'],
  ['italic', 'Qui ||', 'Qui *||*'],
  ['link', 'Il |sito|', 'Il [sito](|https://|)'],
  ['list', 'uno|\ndue|', '- uno\n- due||'],
  ['list', 'Porti:\n|uno|', 'Porti:\n\n- uno||'],
  ['list', '- uno\n|due|', '- uno\n- due||'],
] as const)('%s of %j is %j', (mark, before, after) => {
  const start = before.indexOf('|');
  const end = before.lastIndexOf('|') - 1;
  const text = before.replaceAll('|', '');
  const change = marked(mark, { text, start, end });
  const whole = text.slice(0, change.start) + change.text + text.slice(change.end);
  const { selectStart: from, selectEnd: to } = change;
  expect(`${whole.slice(0, from)}|${whole.slice(from, to)}|${whole.slice(to)}`).toBe(after);
});
