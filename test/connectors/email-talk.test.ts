/** One talk with an SMTP server, step by step, where its timing matters. */
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { SMTP_LIMITS } from '../../electron/service/connectors/email/smtp/limits.ts';
import { openLine } from '../../electron/service/connectors/email/smtp/line.ts';
import { SmtpTalk } from '../../electron/service/connectors/email/smtp/talk.ts';
import { selfSigned } from '../support/self-signed.ts';
import { startSmtpPeer, type SmtpPeer } from '../support/smtp-peer.ts';

const never = new AbortController().signal;
const peers: SmtpPeer[] = [];

afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});

async function startPeer(): Promise<SmtpPeer> {
  const certificate = selfSigned('IP:127.0.0.1');
  const peer = await startSmtpPeer({ security: 'none', certificate, deed: () => null });
  peers.push(peer);
  return peer;
}

test('a talk that is stopped before it begins leaves no line open', async () => {
  const peer = await startPeer();
  const line = await openLine(peer.server, 1000, never);
  if (!line.ok) throw new Error(line.error.code);
  const talk = new SmtpTalk(peer.server, line.value, { limits: SMTP_LIMITS }, AbortSignal.abort());
  expect(await talk.begin()).toMatchObject({ ok: false, error: { timedOut: true } });
  talk.close();
  expect(line.value.destroyed).toBe(true);
});

test('who is stopped between the 354 and the content and told so is right', async () => {
  const peer = await startPeer();
  const line = await openLine(peer.server, 1000, never);
  if (!line.ok) throw new Error(line.error.code);
  const stop = new AbortController();
  const talk = new SmtpTalk(peer.server, line.value, { limits: SMTP_LIMITS }, stop.signal);
  expect((await talk.begin()).ok).toBe(true);
  const closed = once(line.value, 'close');
  const sent = await talk.send(
    { from: 'care@example.it', to: ['anna@example.org'] },
    Buffer.from('Subject: x\r\n\r\nx\r\n'),
    () => {
      stop.abort();
      return true;
    },
  );
  expect(sent).toMatchObject({ ok: false, error: { stage: 'envelope', timedOut: true } });
  // Even if nobody hung up at once.
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  talk.close();
  await closed;
  expect(peer.delivered).toEqual([]);
  expect(peer.heard.map(({ line: said }) => said.slice(0, 4))).toEqual([
    'EHLO',
    'MAIL',
    'RCPT',
    'DATA',
  ]);
});
