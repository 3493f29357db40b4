/** From an address to the servers of its mailbox. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  discoverServers,
  type MailResolver,
  type MxRecord,
  type SrvRecord,
} from '../../electron/service/connectors/email/discover.ts';
import { PROVIDERS } from '../../electron/service/connectors/email/providers.ts';

/** Name servers that know these records, and what they were asked. */
function knowing(
  records: Readonly<Record<string, readonly SrvRecord[]>>,
  mx: readonly MxRecord[] = [],
): MailResolver & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    srv: async (name) => {
      asked.push(name);
      const known = records[name];
      if (known === undefined) throw new Error('ENOTFOUND');
      return known;
    },
    mx: async (domain) => {
      asked.push(domain);
      return mx;
    },
  };
}

const srv = (name: string, port: number, priority = 0, weight = 0): SrvRecord => ({
  name,
  port,
  priority,
  weight,
});

const nothing = () => knowing({});

test('a provider’s own addresses are known without asking anybody', async () => {
  const cases = [
    ['a@gmail.com', 'imap.gmail.com', 'smtp.gmail.com', true],
    ['A@Hotmail.IT', 'outlook.office365.com', 'smtp.office365.com', true],
    ['a@libero.it', 'imapmail.libero.it', 'smtp.libero.it', false],
    ['a@virgilio.it', 'in.virgilio.it', 'out.virgilio.it', false],
    ['a@alice.it', 'in.alice.it', 'out.alice.it', false],
    ['a@pec.it', 'imaps.pec.aruba.it', 'smtps.pec.aruba.it', false],
  ] as const;
  for (const [address, imap, smtp, filesSent] of cases) {
    const resolver = nothing();
    expect(await discoverServers(address, resolver)).toMatchObject([
      { origin: 'provider', imap: { host: imap }, smtp: { host: smtp }, filesSent, foreign: false },
    ]);
    expect(resolver.asked).toEqual([]);
  }
});

const userAt = async (address: string) =>
  (await discoverServers(address, nothing())).map(({ imap, smtp }) => [imap.user, smtp.user]);

test('a login is by the whole address, or by its left part where the provider wants that', async () => {
  expect(await userAt('anna@gmail.com')).toEqual([['anna@gmail.com', 'anna@gmail.com']]);
  expect(await userAt('anna@icloud.com')).toEqual([['anna', 'anna@icloud.com']]);
  expect(await userAt('anna@web.de')).toEqual([['anna', 'anna']]);
});

test('a domain’s own word comes first, its host next, guesses last and marked', async () => {
  const resolver = knowing(
    {
      '_imap._tcp.ditta.it': [srv('imap.ditta.it', 143)],
      '_imaps._tcp.ditta.it': [
        srv('slow.ditta.it', 993, 10),
        srv('a.ditta.it.', 993, 5, 1),
        srv('b.ditta.it', 1993, 5, 9),
      ],
      '_submission._tcp.ditta.it': [srv('smtp.ditta.it', 587)],
      '_submissions._tcp.ditta.it': [srv('.', 0)],
    },
    [
      { exchange: 'backup.example.org', priority: 20 },
      { exchange: 'ditta-it.mail.protection.outlook.com', priority: 0 },
    ],
  );
  const found = await discoverServers('info@ditta.it', resolver);
  expect(found.map(({ origin, imap, smtp }) => [origin, imap, smtp])).toEqual([
    [
      'srv',
      { host: 'b.ditta.it', port: 1993, security: 'tls', user: 'info@ditta.it' },
      { host: 'smtp.ditta.it', port: 587, security: 'starttls', user: 'info@ditta.it' },
    ],
    [
      'mx',
      { host: 'outlook.office365.com', port: 993, security: 'tls', user: 'info@ditta.it' },
      { host: 'smtp.office365.com', port: 587, security: 'starttls', user: 'info@ditta.it' },
    ],
    ...(
      [
        ['imap', 'smtp', 465, 'tls'],
        ['mail', 'mail', 465, 'tls'],
        ['imap', 'smtp', 587, 'starttls'],
        ['mail', 'mail', 587, 'starttls'],
      ] as const
    ).map(([imap, smtp, port, security]) => [
      'guess',
      { host: `${imap}.ditta.it`, port: 993, security: 'tls', user: 'info@ditta.it' },
      { host: `${smtp}.ditta.it`, port, security, user: 'info@ditta.it' },
    ]),
  ]);
});

const at = (imap: string, smtp: string) =>
  knowing({
    '_imaps._tcp.ditta.it': [srv(imap, 993)],
    '_submissions._tcp.ditta.it': [srv(smtp, 465)],
  });
const first = async (resolver: MailResolver) =>
  (await discoverServers('info@ditta.it', resolver))[0];

test('hosts elsewhere, of which only the name server knows, are marked; those of a provider are not', async () => {
  expect(await first(at('mail.evil.example', 'smtp.ditta.it'))).toMatchObject({ foreign: true });
  expect(await first(at('mail.ditta.it', 'notditta.it'))).toMatchObject({ foreign: true });
  expect(await first(at('mail.ditta.it', 'smtp.ditta.it'))).toMatchObject({ foreign: false });
  expect(await first(at('imap.gmail.com', 'smtp.gmail.com'))).toMatchObject({
    provider: 'Gmail',
    logins: ['google', 'app_password'],
    filesSent: true,
    foreign: false,
  });
});

test('the host that takes a domain’s mail names its provider, the nearest one', async () => {
  const cases = [
    ['aspmx.l.google.com', 'Gmail'],
    ['mx00.ionos.it', 'IONOS'],
    ['MX1.mail.ovh.net.', 'OVH'],
    ['ex4.mail.ovh.net', undefined],
    ['mx.pec.aruba.it', 'Aruba PEC'],
    ['mx.aruba.it', 'Aruba'],
    ['notgoogle.com', undefined],
    ['google.com.evil.example', undefined],
  ] as const;
  for (const [exchange, name] of cases) {
    const found = await discoverServers('a@ditta.it', knowing({}, [{ exchange, priority: 1 }]));
    expect(found.find(({ origin }) => origin === 'mx')?.provider).toBe(name);
  }
});

test('an international domain is looked up in ASCII; what is no address finds nothing', async () => {
  const [guess] = await discoverServers('info@città.it', nothing());
  expect(guess?.imap).toMatchObject({ host: 'imap.xn--citt-3na.it', user: 'info@xn--citt-3na.it' });
  for (const address of ['', 'a', '@b.it', 'a@', 'a b@c.it', 'a@b.it\r\nx', 'a@[127.0.0.1]']) {
    expect(await discoverServers(address, nothing())).toEqual([]);
  }
});

test('whatever stands in records, only hosts, ports and encrypted lines come out', async () => {
  const record = fc.record({
    name: fc.oneof(fc.string({ unit: 'binary' }), fc.domain(), fc.constant('.')),
    port: fc.integer({ min: -1, max: 70_000 }),
    priority: fc.integer(),
    weight: fc.integer(),
  });
  const mx = fc.array(
    fc.record({ exchange: fc.string({ unit: 'binary' }), priority: fc.integer() }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(record), mx, async (records, exchanges) => {
      const resolver = { srv: async () => records, mx: async () => exchanges };
      for (const { imap, smtp } of await discoverServers('a@ditta.it', resolver)) {
        for (const { host, port, security } of [imap, smtp]) {
          expect(host).toMatch(/^[a-z0-9.-]+$/);
          expect(port).toBeGreaterThan(0);
          expect(port).toBeLessThan(65_536);
          expect(security).not.toBe('none');
        }
      }
    }),
    { seed: 20261125 },
  );
});

test('the list: each with its source, no domain twice, nothing in the clear', () => {
  const domains = PROVIDERS.flatMap((provider) => provider.domains);
  expect(new Set(domains).size).toBe(domains.length);
  for (const { imap, smtp, source, logins } of PROVIDERS) {
    expect(source).not.toBe('');
    expect(logins.length).toBeGreaterThan(0);
    expect([imap.port, imap.security]).toEqual(
      imap.port === 993 ? [993, 'tls'] : [143, 'starttls'],
    );
    expect([smtp.port, smtp.security]).toEqual(
      smtp.port === 465 ? [465, 'tls'] : [587, 'starttls'],
    );
  }
});
