import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { parseBeside } from '../../electron/service/connectors/email/parse/parse-beside.ts';
import { parseMail } from '../../electron/service/connectors/email/parse/parse-mail.ts';
import { mailFixture, mailFixtures } from '../support/mail-fixtures.ts';

describe('mails taken apart in a thread', () => {
  const mails = mailFixtures('mime', '.eml').map((name) => mailFixture('mime', `${name}.eml`));

  test('come out as they do here, each to whoever asked, the mails themselves untouched', async () => {
    const parse = parseBeside();
    const before = mails.map((mail) => Buffer.from(mail));
    const [beside, again] = await Promise.all([
      Promise.all(mails.map(parse)),
      Promise.all(mails.toReversed().map(parse)),
    ]);
    const here = await Promise.all(mails.map(parseMail));
    expect(beside).toEqual(here);
    expect(again.toReversed()).toEqual(here);
    expect(mails).toEqual(before);
  });

  test('of which one kills the thread are all read, that one by its head', async () => {
    let threads = 0;
    const parse = parseBeside(() => {
      threads += 1;
      return new Worker(FRAGILE, { eval: true });
    });
    const bad = Buffer.from('Subject: cattiva\r\n\r\nXXX\r\n');
    const parsed = await Promise.all([...mails.slice(0, 4), bad, ...mails.slice(4)].map(parse));
    expect(parsed.map(({ text, head }) => (text === '' ? head.subject : text))).toEqual([
      ...mails.slice(0, 4).map(read),
      'cattiva',
      ...mails.slice(4).map(read),
    ]);
    expect(threads).toBeGreaterThan(1);
  });
});

const read = (mail: Buffer): string => `read ${mail.length}`;

/** A thread that dies of one mail, and says of each other how long it was. */
const FRAGILE = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ bytes, lengths }) => {
    if (Buffer.from(bytes).includes('XXX\\r\\n')) process.exit(1);
    parentPort.postMessage(lengths.map((length) => ({ text: 'read ' + length })));
  });`;
