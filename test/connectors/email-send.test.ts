/** What becomes of a mail, wherever its talk with the SMTP server ends. */
import { afterEach, expect, test } from 'vitest';
import { createSmtp, type SmtpDeps } from '../../electron/service/connectors/email/smtp/smtp.ts';
import type { OutgoingMail } from '../../electron/service/ports/mail.ts';
import { mailboxAt, outgoing } from '../support/outgoing-mail.ts';
import { selfSigned } from '../support/self-signed.ts';
import {
  startSmtpPeer,
  type PeerPlan,
  type PeerStep,
  type SmtpPeer,
} from '../support/smtp-peer.ts';

const certificate = selfSigned('IP:127.0.0.1');
const never = new AbortController().signal;
const peers: SmtpPeer[] = [];

afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});

async function startPeer(part: Partial<PeerPlan>): Promise<SmtpPeer> {
  const peer = await startSmtpPeer({ security: 'none', certificate, deed: () => null, ...part });
  peers.push(peer);
  return peer;
}

async function send(peer: SmtpPeer, part: Partial<OutgoingMail> = {}, deps: SmtpDeps = {}) {
  const smtp = createSmtp({ trust: [certificate.cert], ...deps });
  const mail = outgoing(part);
  return smtp.send(mailboxAt(peer.server), mail, await smtp.compose(mail), never);
}

const at =
  (step: PeerStep, deed: string): PeerPlan['deed'] =>
  (met) =>
    met === step ? deed : null;

const LINES = [
  { security: 'none', pipelining: false },
  { security: 'starttls', pipelining: true },
  { security: 'tls', pipelining: false },
  { security: 'tls', pipelining: true },
] as const;

const CASES: readonly (readonly [PeerStep, string, string, string, number])[] = [
  ['CONNECT', 'drop', 'not_sent', 'offline', 0],
  ['CONNECT', '421 4.3.2 busy', 'not_sent', 'server_error', 0],
  ['CONNECT', '554 5.7.1 go away', 'rejected', 'refused', 0],
  ['EHLO', 'drop', 'not_sent', 'offline', 0],
  ['EHLO', '421 4.3.2 busy', 'not_sent', 'server_error', 0],
  ['STARTTLS', 'drop', 'not_sent', 'offline', 0],
  ['AUTH', 'drop', 'not_sent', 'offline', 0],
  ['AUTH', '454 4.7.0 later', 'not_sent', 'server_error', 0],
  ['AUTH', '535 5.7.8 no', 'not_sent', 'token_dead', 0],
  ['MAIL', 'drop', 'not_sent', 'offline', 0],
  ['MAIL', '421 4.3.2 shutting down', 'not_sent', 'server_error', 0],
  ['MAIL', '451 4.3.0 later', 'not_sent', 'server_error', 0],
  ['MAIL', '550 5.7.1 no', 'rejected', 'refused', 0],
  ['RCPT', 'drop', 'not_sent', 'offline', 0],
  ['RCPT', '450 4.2.0 Greylisted', 'not_sent', 'server_error', 0],
  ['RCPT', '550 5.1.1 No such user', 'rejected', 'refused', 0],
  ['DATA', 'drop', 'not_sent', 'offline', 0],
  ['DATA', '451 4.3.0 later', 'not_sent', 'server_error', 0],
  ['DATA', '554 5.7.1 no', 'rejected', 'refused', 0],
  ['CONTENT', 'drop', 'unknown', 'unknown_outcome', 0],
  ['CONTENT', '552 5.3.4 too large', 'rejected', 'refused', 0],
  ['DOT', 'drop', 'unknown', 'unknown_outcome', 0],
  ['DOT', 'take_and_drop', 'unknown', 'unknown_outcome', 1],
  ['DOT', '421 4.3.2 busy', 'not_sent', 'server_error', 0],
  ['DOT', '451 4.3.0 later', 'not_sent', 'server_error', 0],
  ['DOT', '554 5.7.1 spam', 'rejected', 'refused', 0],
  ['DOT', '354 go on', 'unknown', 'unknown_outcome', 0],
];

for (const { security, pipelining } of LINES) {
  const line = `${security}${pipelining ? ' with pipelining' : ''}`;

  test(`${line}: a mail is sent once, with its thread and its envelope's id`, async () => {
    const peer = await startPeer({ security, pipelining });
    expect(await send(peer)).toEqual({
      ok: true,
      value: { accepted: ['anna@example.org'], refused: [], givenId: null },
    });
    expect(peer.delivered).toHaveLength(1);
    expect(peer.delivered[0]).toContain('References: <first@example.org>\r\n');
    const lines = peer.heard.map(({ line: said }) => said);
    expect(lines).toContain('RCPT TO:<anna@example.org> NOTIFY=SUCCESS,FAILURE');
    expect(lines.find((said) => said.startsWith('MAIL'))).toMatch(
      /^MAIL FROM:<care@example.it> SIZE=\d+ RET=HDRS ENVID=0190f3c2-outbox$/,
    );
    const secrets = peer.heard.filter(({ line: said }) => /^(AUTH|MAIL|RCPT|DATA)/.test(said));
    expect(secrets.every(({ encrypted }) => encrypted)).toBe(security !== 'none');
  });

  for (const [step, deed, outcome, code, deliveries] of CASES) {
    if (step === 'STARTTLS' && security !== 'starttls') continue;
    test(`${line}: ${deed} at ${step} is ${outcome}`, async () => {
      const peer = await startPeer({ security, pipelining, deed: at(step, deed) });
      const sent = await send(peer);
      expect(sent).toMatchObject({ ok: false, error: { outcome, error: { code } } });
      expect(peer.delivered).toHaveLength(deliveries);
    });
  }
}

test('a line that is late or given up is not sent before the content, and unknown after it', async () => {
  const short = { greetingMs: 60, replyMs: 60, finalReplyMs: 60 };
  const cases = [
    ['CONNECT', 'not_sent', 'timeout'],
    ['EHLO', 'not_sent', 'timeout'],
    ['AUTH', 'not_sent', 'timeout'],
    ['MAIL', 'not_sent', 'timeout'],
    ['DATA', 'not_sent', 'timeout'],
    ['DOT', 'unknown', 'unknown_outcome'],
  ] as const;
  for (const [step, outcome, code] of cases) {
    const peer = await startPeer({ deed: at(step, 'hang') });
    const sent = await send(peer, {}, { limits: short });
    expect([step, sent]).toMatchObject([step, { ok: false, error: { outcome, error: { code } } }]);
  }
});

test('stopped before the content nothing is sent; after it nobody knows', async () => {
  for (const [step, outcome] of [
    ['EHLO', 'not_sent'],
    ['DATA', 'not_sent'],
    ['DOT', 'unknown'],
  ] as const) {
    const stop = new AbortController();
    const peer = await startPeer({
      deed: (met) => {
        if (met !== step) return null;
        stop.abort();
        return 'hang';
      },
    });
    const smtp = createSmtp({ trust: [certificate.cert] });
    const mail = outgoing();
    const raw = await smtp.compose(mail);
    const sent = await smtp.send(mailboxAt(peer.server), mail, raw, stop.signal);
    expect(sent).toMatchObject({ ok: false, error: { outcome } });
    expect(peer.delivered).toEqual([]);
  }
});

test('a server that is not there, or that nobody may speak to in the clear, is not sent to', async () => {
  const peer = await startPeer({});
  await peer.close();
  const gone = await send(peer);
  expect(gone).toMatchObject({
    error: { outcome: 'not_sent', error: { code: 'offline', details: { cause: 'ECONNREFUSED' } } },
  });
  const outside = { ...peer, server: { ...peer.server, host: '192.0.2.1' } };
  expect(await send(outside)).toMatchObject({
    error: { outcome: 'not_sent', error: { code: 'bad_input', details: { field: 'security' } } },
  });
});

test('a host or port that is none is said to be', async () => {
  const peer = await startPeer({});
  for (const [part, field] of [
    [{ host: '' }, 'host'],
    [{ host: 'smtp.example.it\0' }, 'host'],
    [{ port: 0 }, 'port'],
    [{ port: 70_000 }, 'port'],
    [{ port: 1.5 }, 'port'],
  ] as const) {
    const server = { ...peer.server, security: 'tls', ...part } as const;
    expect(await send({ ...peer, server })).toMatchObject({
      error: { outcome: 'not_sent', error: { code: 'bad_input', details: { field } } },
    });
  }
});

test('without a line that is encrypted and trusted nothing secret is said', async () => {
  const elsewhere = selfSigned('DNS:elsewhere.example');
  const cases: readonly (readonly [Partial<PeerPlan>, SmtpDeps])[] = [
    [{ security: 'tls' }, { trust: [elsewhere.cert] }],
    [{ security: 'starttls' }, { trust: [elsewhere.cert] }],
    [{ security: 'tls', certificate: elsewhere }, { trust: [elsewhere.cert] }],
    [{ security: 'starttls', certificate: elsewhere }, { trust: [elsewhere.cert] }],
    [{ security: 'starttls', deed: at('STARTTLS', '454 4.7.0 not now') }, {}],
    // Says that it has no STARTTLS at all: it is demanded all the same.
    [{ security: 'starttls', deed: (step) => strip(step) }, {}],
  ];
  for (const [plan, deps] of cases) {
    const peer = await startPeer(plan);
    expect(await send(peer, {}, deps)).toMatchObject({
      ok: false,
      error: { outcome: 'not_sent', error: { code: 'not_secure' } },
    });
    expect(peer.heard.filter(({ line }) => !/^(EHLO|STARTTLS|QUIT)/.test(line))).toEqual([]);
  }
});

const strip = (step: PeerStep): string | null => {
  if (step === 'EHLO') return '250 peer';
  return step === 'STARTTLS' ? '502 5.5.1 what' : null;
};

test('partly refused: the mail goes to the accepted, and the others are named as after a bounce', async () => {
  for (const pipelining of [false, true]) {
    const peer = await startPeer({
      pipelining,
      deed: (step, line) =>
        step === 'RCPT' && line.includes('gone')
          ? '550 5.1.1 <gone@example.org>: User unknown'
          : null,
    });
    const to = [
      { name: null, address: 'Anna@Example.ORG' },
      { name: null, address: 'gone@example.org' },
    ];
    expect(await send(peer, { to })).toEqual({
      ok: true,
      value: {
        accepted: ['Anna@Example.ORG'],
        refused: [
          {
            address: 'gone@example.org',
            action: 'failed',
            status: '5.1.1',
            diagnostic: '550 <gone@example.org>: User unknown',
          },
        ],
        givenId: null,
      },
    });
    expect(peer.delivered).toHaveLength(1);
  }
});

test('a mail that would reach nobody but its copies does not leave', async () => {
  for (const [said, outcome] of [
    ['550 5.1.1 User unknown', 'rejected'],
    ['450 4.2.0 Greylisted', 'not_sent'],
  ] as const) {
    for (const pipelining of [false, true]) {
      const peer = await startPeer({
        pipelining,
        deed: (step, line) => (step === 'RCPT' && line.includes('anna') ? said : null),
      });
      const sent = await send(peer, { cc: [{ name: null, address: 'chief@example.it' }] });
      expect(sent).toMatchObject({ ok: false, error: { outcome } });
      expect(peer.delivered).toEqual([]);
    }
  }
});

const details = async (said: string) => {
  const sent = await send(await startPeer({ deed: at('RCPT', said) }));
  return sent.ok || sent.error.error.details;
};

test('what a server said goes into details only where it is short and names nothing', async () => {
  expect(await details('550 5.1.1 User unknown')).toEqual({
    stage: 'envelope',
    status: 550,
    enhanced: '5.1.1',
    said: 'User unknown',
    cause: 'EENVELOPE',
  });
  for (const leak of [
    '550 5.1.1 <anna@example.org> unknown',
    '550 5.7.1 blocked 203.0.113.7',
    '550 see https://example.org/x?id=1',
    `550 5.0.0 ${'long '.repeat(40)}`,
  ]) {
    expect(await details(leak)).not.toHaveProperty('said');
  }
});

test('a mail larger than the server takes is rejected before it leaves', async () => {
  const peer = await startPeer({});
  expect(await send(peer, { text: 'x'.repeat(200_000) })).toMatchObject({
    error: { outcome: 'rejected', error: { code: 'refused', details: { status: 552 } } },
  });
  expect(peer.heard.some(({ line }) => line.startsWith('MAIL'))).toBe(false);
});

test('an address that no envelope holds is refused before anybody is called', async () => {
  const peer = await startPeer({});
  const hostile = [
    'a@b.it> NOTIFY=NEVER',
    'a@b.it\r\nDATA',
    'a b@c.it',
    '"a b"@c.it',
    'perché@example.it',
    '@b.it',
    'a@',
    '',
    `${'a'.repeat(65)}@b.it`,
  ];
  for (const address of hostile) {
    const sent = await send(peer, { to: [{ name: null, address }] });
    expect([address, sent]).toMatchObject([
      address,
      { ok: false, error: { outcome: 'rejected', error: { code: 'bad_input' } } },
    ]);
  }
  expect(await send(peer, { to: [] })).toMatchObject({ error: { error: { code: 'bad_input' } } });
  expect(peer.heard).toEqual([]);
});

test('a token logs in by XOAUTH2, and a dead one is said to be dead with the server’s code', async () => {
  const oauth = {
    kind: 'oauth',
    issuer: 'test',
    clientId: 'id',
    clientSecret: null,
    tokenUrl: 'https://example.org/token',
    refreshToken: 'refresh',
    accessToken: 'access-1',
    expiresAtMs: 0,
  } as const;
  const sendWith = async (peer: SmtpPeer) => {
    const smtp = createSmtp();
    const mail = outgoing();
    return smtp.send(mailboxAt(peer.server, oauth), mail, await smtp.compose(mail), never);
  };
  const peer = await startPeer({});
  expect((await sendWith(peer)).ok).toBe(true);
  const said = peer.heard.find(({ line }) => line.startsWith('AUTH'))?.line.split(' ') ?? [];
  expect(said.slice(0, 2)).toEqual(['AUTH', 'XOAUTH2']);
  expect(Buffer.from(said[2] ?? '', 'base64').toString()).toBe(
    'user=care@example.it\u0001auth=Bearer access-1\u0001\u0001',
  );
  const dead = await startPeer({
    deed: (step, line) =>
      step === 'AUTH' ? (line === '' ? '535 5.7.8 no' : '334 eyJzdGF0dXMiOiI0MDEifQ==') : null,
  });
  expect(await sendWith(dead)).toMatchObject({
    error: { outcome: 'not_sent', error: { code: 'token_dead', details: { status: 535 } } },
  });
});

const testAt = (peer: SmtpPeer) =>
  createSmtp({ trust: [certificate.cert] }).test(
    peer.server,
    { kind: 'password', password: 'pass' },
    never,
  );

test('a connection test names the step that fails', async () => {
  const cases: readonly (readonly [Partial<PeerPlan>, string, string])[] = [
    [{ deed: at('CONNECT', 'drop') }, 'smtp_reach', 'offline'],
    [{ deed: at('CONNECT', '554 5.7.1 no') }, 'smtp_reach', 'refused'],
    [{ security: 'starttls', deed: (step) => strip(step) }, 'smtp_secure', 'not_secure'],
    [{ security: 'tls', deed: at('AUTH', '535 5.7.8 no') }, 'smtp_login', 'token_dead'],
  ];
  for (const [plan, step, code] of cases) {
    expect(await testAt(await startPeer(plan))).toMatchObject({ ok: false, step, error: { code } });
  }
  expect(await testAt(await startPeer({ security: 'starttls' }))).toEqual({ ok: true });
});

test('a Message-ID that the server puts in the place of ours is named', async () => {
  const said = '250 2.0.0 OK <AM0PR01@eu.prod.outlook.com> [Hostname=AM0PR01.eu.prod.outlook.com]';
  const peer = await startPeer({ deed: at('DOT', said) });
  expect(await send(peer)).toMatchObject({
    ok: true,
    value: { givenId: 'AM0PR01@eu.prod.outlook.com' },
  });
});

test('whoever answers more than he is asked, or speaks no SMTP, is not sent to', async () => {
  const strange: readonly (readonly [PeerStep, string])[] = [
    ['CONNECT', 'HTTP/1.1 400 Bad Request'],
    ['MAIL', '250 ok\r\n250 once more'],
    ['MAIL', '250 ok\r\n250 once more\r\n250 and more'],
    ['RCPT', '250 ok\r\n250 once more'],
    ['DATA', '250 ok'],
    ['EHLO', `250-${'x'.repeat(100_000)}`],
  ];
  for (const pipelining of [false, true]) {
    for (const [step, said] of strange) {
      const peer = await startPeer({ pipelining, deed: at(step, said) });
      const sent = await send(peer);
      expect([said, sent]).toMatchObject([said, { ok: false, error: { outcome: 'not_sent' } }]);
      expect(peer.delivered).toEqual([]);
    }
  }
});
