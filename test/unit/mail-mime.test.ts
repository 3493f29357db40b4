import { describe, expect, test } from 'vitest';
import { parseMail } from '../../electron/service/connectors/email/parse/parse-mail.ts';
import type { ParsedMail } from '../../electron/service/ports/mail.ts';
import type { MailAddress } from '../../shared/domain/mail/types.ts';
import { mailFixture, mailFixtures } from '../support/mail-fixtures.ts';
import { expectedMail, type ComparedMail } from '../support/stalwart-mail.ts';

/** Where the other parser and ours differ, and why that may stay. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'legacy/005 subject':
    'UTF-7 within an encoded word is not read: no program has written it since 2000',
  'legacy/005 to': 'the same',
  'legacy/017 to': 'bytes without a charset: Windows-1252 here, U+FFFD there',
  'legacy/020 subject': 'the same',
  'legacy/020 to': 'the same',
  'legacy/022 subject': 'the same',
  'legacy/022 to': 'the same',
  'legacy/030 text': 'a named text that is shown inline stands in the text here',
  'legacy/030 files': 'the same: a file there',
  'malformed/003 files': 'a boundary that is used twice: an empty file there',
  'malformed/006 files': 'the same',
  'malformed/009 text': 'boundaries that contain each other: all parts are text here',
  'malformed/009 files': 'the same',
  'malformed/016 text': 'a boundary that begins like another: the unmatched part stays text here',
  'malformed/016 files': 'the same',
  'malformed/021 text': 'the HTML part is found here, and is text there',
  'thirdparty/002 text': 'binary text: bytes that are no UTF-8 end it there',
  'thirdparty/002 files': 'the empty last part is no file here',
};

const written = ({ name, address }: MailAddress): string => `${name ?? ''} <${address}>`.trim();

const compared = ({ head, text, attachments }: ParsedMail): ComparedMail => ({
  subject: head.subject,
  from: head.from === null ? [] : [written(head.from)],
  to: head.to.map(written),
  cc: head.cc.map(written),
  messageId: head.messageId === null ? [] : [head.messageId],
  references: head.references,
  text,
  files: attachments.map((one) => one.name),
});

const squeezed = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(/(?:\\[rnt]|\s)+/g, ' ')
    .replaceAll(/" | "/g, '"');

async function differences(name: string): Promise<readonly string[]> {
  const ours = compared(await parseMail(mailFixture('mime', `${name}.eml`)));
  const theirs = expectedMail(JSON.parse(mailFixture('mime', `${name}.json`).toString()));
  const fields = Object.keys(theirs) as (keyof ComparedMail)[];
  return (
    fields
      .filter((field) => squeezed(ours[field]) !== squeezed(theirs[field]))
      // Where it has no text of its own, ours is made from the HTML.
      .filter((field) => field !== 'text' || theirs.text.trim() !== '')
      .map((field) => `${name} ${field}`)
  );
}

describe('a mail taken apart', () => {
  test('is what another parser finds, but for the differences in the table', async () => {
    const found = await Promise.all(mailFixtures('mime', '.eml').map(differences));
    expect(found.flat().toSorted()).toEqual(Object.keys(DIFFERENCES).toSorted());
  });
});
