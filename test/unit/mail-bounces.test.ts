import { describe, expect, test } from 'vitest';
import { parseMail } from '../../electron/service/connectors/email/parse/parse-mail.ts';
import { mailFixture, mailFixtures } from '../support/mail-fixtures.ts';

/** Whom each report is about, read off the reports themselves; those that are no reports have none. */
const FAILED: Readonly<Record<string, readonly string[]>> = {
  'lhost-amazonses-10': ['bounce@simulator.amazonses.com'],
  'lhost-amazonworkmail-08': ['kijitora@libsisimai.org'],
  'lhost-domino-02': ['kijitora@example.co.jp'],
  'lhost-dragonfly-04': ['postmaster@cx.libsisimai.org'],
  'lhost-dragonfly-22': ['syntaxerror@libsisimai.net'],
  'lhost-dragonfly-28': ['kijitora@example.com'],
  'lhost-exim-01': ['kijitora@example.ed.jp'],
  'lhost-exim-52': ['kijitora@example.com'],
  'lhost-exim-57': ['kijitora@example.com'],
  'lhost-ezweb-07': ['this-local-part-does-not-exist@ezweb.ne.jp'],
  'lhost-gmail-03': ['kijitora@example.co.jp'],
  'lhost-gmail-07': ['kijitora@example.ed.jp'],
  'lhost-gmail-16': ['mailboxfull@bouncehammer.jp'],
  'lhost-googlegroups-03': ['libsisimai@googlegroups.com'],
  'lhost-googlegroups-05': ['libsisimai@googlegroups.com'],
  'lhost-googlegroups-09': ['libsisimai@googlegroups.com'],
  'lhost-imailserver-04': ['kijitora@example.com'],
  'lhost-imailserver-06': ['kijitora@example.jp'],
  'lhost-mailfoundry-01': ['kijitora@example.org'],
  'lhost-mailfoundry-02': ['kijitora@example.org'],
  'lhost-mailru-04': ['kijitora@example.jp'],
  'lhost-mailru-08': ['otsu-sakaba-hunter-neko-nyaaaaaaan@ezweb.ne.jp'],
  'lhost-mailru-10': ['neko@sijo.example.jp'],
  'lhost-messagingserver-03': ['sabineko@example.org', 'mikeneko@example.org'],
  'lhost-messagingserver-08': ['otsu-sakaba-hunter-neko-nyaaaaaaan@ezweb.ne.jp'],
  'lhost-mimecast-02': ['sabatora@example.net'],
  'lhost-office365-02': ['kijitora@example.onmicrosoft.com'],
  'lhost-office365-09': ['azumakuniyuki@example.ne.jp'],
  'lhost-opensmtpd-14': ['blocked@libsisimai.net'],
  'lhost-outlook-01': ['kijitora@example.jp'],
  'lhost-postfix-04': ['kijitora@example.co.jp'],
  'lhost-postfix-30': ['kijitora@example.br'],
  'lhost-postfix-40': ['kijitora@example.com'],
  'lhost-postfix-43': ['kijitora@example.net'],
  'lhost-postfix-46': ['neko-nyaan@ne.auone-net.jp'],
  'lhost-postfix-65': ['nyaan@example.org'],
  'lhost-postfix-67': ['kijitora@aol.example.jp'],
  'lhost-postfix-75': ['kijitora@libsisimai.net'],
  'lhost-qmail-17': ['userunknown@libsisimai.net', 'mailboxfull@libsisimai.net'],
  'lhost-qmail-22': ['pseudo-local-part-of-each-esp@outlook.com'],
  'lhost-receivingses-01': ['userunknown@neko.example.jp'],
  'lhost-receivingses-03': ['temperror@neko.example.jp'],
  'lhost-receivingses-07': ['neko@neko.example.jp'],
  'lhost-sendmail-02': ['userunknown@example.org', 'filtered@example.com'],
  'lhost-sendmail-16': ['aoduigoadiugoaiugaodiugao@example.org'],
  'lhost-sendmail-21': ['kijitora@cat.example.ne.jp'],
  'lhost-sendmail-29': ['this-local-part-does-not-exist-on-the-system@y-mobile.ne.jp'],
  'lhost-sendmail-44': ['kijitora@rokujo.example.jp'],
  'lhost-v5sendmail-04': ['kijitora@example.ed.jp', 'mikeneko@example.ac.jp'],
  'lhost-x1-01': ['kijitora@example.co.jp'],
  'lhost-x2-01': ['kijitora@example.co.jp'],
  'lhost-x2-05': ['kijitora@y.example.com'],
  'lhost-x3-06': ['xxxx@xxxx.net'],
  'lhost-yahoo-03': ['kijitora@example.jp'],
  'lhost-yahoo-09': ['neko@libsisimai.org'],
  'lhost-zoho-04': ['kijitora@6kaku.example.co.jp'],
  'rfc3464-08': ['kijitora@example.net'],
  'rfc3464-28': ['kijitora@neko.example.jp'],
  'rfc3464-29': ['kijitora@example.com'],
  'rfc3464-53': ['sironeko@example.jp'],
  'rfc3464-59': ['neko@libsisimai.org'],
  'rfc3464-61': ['kijitora@example.com'],
  'rhost-franceptt-01': ['pseudo-local-part-kijitora-nyaaan@orange.fr'],
  'rhost-franceptt-11': ['xxxx@laposte.net'],
  'rhost-gsuite-03': ['neko@libsisimai.org'],
  'rhost-kddi-02': ['otsu-sakaba-hunter-neko-nyaaaaaaan@au.com'],
  'rhost-microsoft-06': ['sabineko@example.onmicrosoft.com'],
  'rhost-outlook-07': ['kijitora@example.com'],
  'rhost-tencent-03': ['neko@qq.example.cn'],
  'rhost-zoho-02': ['kijitora@zoho.example.com'],
};

/** What is no report on a delivery. */
const OTHERS: Readonly<Record<string, string>> = {
  'arf-01': 'feedback',
  'arf-22': 'feedback',
  'rfc3834-03': 'automatic',
  'rfc3834-04': 'automatic',
};

const names = mailFixtures('bounces', '.eml');
const classOf = async (name: string) =>
  (await parseMail(mailFixture('bounces', `${name}.eml`))).class;

describe('a report on a mail of ours', () => {
  test('each fixture has a line in the table', () => {
    expect([...Object.keys(FAILED), ...Object.keys(OTHERS)].toSorted()).toEqual(names);
  });

  test.each(Object.entries(FAILED))('%s names who did not get it', async (name, addresses) => {
    const found = await classOf(name);
    expect(found.kind === 'bounce' && found.report.recipients.map((one) => one.address)).toEqual(
      addresses,
    );
  });

  test.each(Object.entries(OTHERS))('%s is %s', async (name, kind) => {
    expect((await classOf(name)).kind).toBe(kind);
  });

  test.each([
    ['lhost-sendmail-29', 'delayed'],
    ['lhost-zoho-04', 'delayed'],
    ['rfc3464-28', 'delivered'],
    ['lhost-qmail-17', 'failed'],
  ])('%s is %s', async (name, action) => {
    const found = await classOf(name);
    expect(found.kind === 'bounce' && found.report.recipients[0]?.action).toBe(action);
  });

  test.each([
    ['lhost-messagingserver-08', 'envelopeId', '0P920016FV07IP30@mr21p30im-asmtp002.me.com'],
    ['lhost-mimecast-02', 'envelopeId', '5gENiF_01OCe5ak-neko22'],
    ['lhost-dragonfly-04', 'originalMessageId', '666815b5.e0722.4e479ce6@df.example.jp'],
    ['lhost-sendmail-02', 'originalMessageId', 'C6625D0F-A302-4980-BEAB-2AF883EA0116@example.jp'],
  ] as const)('%s says which mail it was: %s', async (name, field, id) => {
    const found = await classOf(name);
    expect(found.kind === 'bounce' && found.report[field]).toBe(id);
  });
});
