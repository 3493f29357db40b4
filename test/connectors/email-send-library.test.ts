/** Sending to a server of somebody else's making (smtp-server), which reads what we say strictly. */
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { createSmtp } from '../../electron/service/connectors/email/smtp/smtp.ts';
import type { MailSecret, MailServer } from '../../shared/domain/mail/types.ts';
import { mailboxAt, outgoing } from '../support/outgoing-mail.ts';
import { selfSigned } from '../support/self-signed.ts';

const certificate = selfSigned('IP:127.0.0.1');
const never = new AbortController().signal;
const servers: SMTPServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await new Promise<void>((resolve) => server.close(resolve));
  }
});

interface Taken {
  readonly session: SMTPServerSession;
  readonly raw: Buffer;
}

async function startServer(options: SMTPServerOptions) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    ...certificate,
    logger: false,
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push({ session, raw: Buffer.concat(chunks) });
        done();
      });
    },
    ...options,
  });
  servers.push(server);
  const listener = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const security = options.secure === true ? 'tls' : 'starttls';
  const at: MailServer = { host: '127.0.0.1', port, security, user: 'care@example.it' };
  return { at, taken };
}

const password: MailSecret = { kind: 'password', password: 'pass' };
const oauth: MailSecret = {
  kind: 'oauth',
  issuer: 'test',
  clientId: 'id',
  clientSecret: null,
  tokenUrl: 'https://example.org/token',
  refreshToken: 'refresh',
  accessToken: 'access-1',
  expiresAtMs: 0,
};

async function send(at: MailServer, secret: MailSecret, text = 'Ciao\n.\n..punti\n') {
  const smtp = createSmtp({ trust: [certificate.cert] });
  const mail = outgoing({ text });
  const raw = await smtp.compose(mail);
  return { raw, sent: await smtp.send(mailboxAt(at, secret), mail, raw, never) };
}

test('what leaves is byte by byte what was composed, lines with dots and large ones too', async () => {
  for (const secure of [true, false]) {
    const { at, taken } = await startServer({
      secure,
      onAuth: ({ username, password: given }, _session, done) =>
        given === 'pass' ? done(null, { user: username }) : done(new Error('no')),
    });
    for (const text of ['Ciao\n.\n..punti\n', 'è '.repeat(400_000), '']) {
      const { raw, sent } = await send(at, password, text);
      expect(sent.ok).toBe(true);
      expect(taken.at(-1)?.raw.equals(raw)).toBe(true);
    }
    expect(taken.every(({ session }) => session.secure)).toBe(true);
  }
});

test('a token is understood where passwords are not, and an expired one is said to be dead', async () => {
  const { at, taken } = await startServer({
    authMethods: ['XOAUTH2'],
    onAuth: ({ method, username, accessToken }, _session, done) => {
      if (method === 'XOAUTH2' && accessToken === 'access-1') done(null, { user: username });
      else done(null, { data: { status: '401', schemes: 'bearer mac', scope: 'mail' } });
    },
  });
  expect((await send(at, oauth)).sent.ok).toBe(true);
  expect(taken.map(({ session }) => session.user)).toEqual(['care@example.it']);
  const dead = await send(at, { ...oauth, accessToken: 'access-0' });
  expect(dead.sent).toMatchObject({
    error: {
      outcome: 'not_sent',
      error: { code: 'token_dead', details: { status: 535, reason: 'token_refused' } },
    },
  });
  expect(taken).toHaveLength(1);
});

test('a password that is wrong, and a server that refuses the mail at its end', async () => {
  const { at } = await startServer({
    onAuth: ({ password: given }, _session, done) =>
      given === 'pass' ? done(null, { user: 'care' }) : done(new Error('no')),
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(Object.assign(new Error('Full'), { responseCode: 452 })));
    },
  });
  expect((await send(at, { kind: 'password', password: 'other' })).sent).toMatchObject({
    error: {
      outcome: 'not_sent',
      error: { code: 'token_dead', details: { reason: 'wrong_password' } },
    },
  });
  expect((await send(at, password)).sent).toMatchObject({
    error: {
      outcome: 'not_sent',
      retryAfterMs: 300_000,
      error: { code: 'server_error', details: { status: 452 } },
    },
  });
});
