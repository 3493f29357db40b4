import { Resolver } from 'node:dns/promises';
import type { MailServer } from '../../../../shared/domain/mail/types.ts';
import type { FoundServers } from '../../ports/mail-setup.ts';
import { PROVIDERS, type MailProvider } from './providers.ts';
import { envelopeAddress } from './smtp/plain.ts';

export interface SrvRecord {
  readonly name: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

export interface MxRecord {
  readonly exchange: string;
  readonly priority: number;
}

/** Asks name servers; may reject, which is read as "nothing there". */
export interface MailResolver {
  srv(name: string): Promise<readonly SrvRecord[]>;
  mx(domain: string): Promise<readonly MxRecord[]>;
}

/** Returns the system's name servers, asked twice for three seconds each. */
export function systemResolver(): MailResolver {
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  return {
    srv: (name) => resolver.resolveSrv(name),
    mx: (domain) => resolver.resolveMx(domain),
  };
}

/**
 * Returns where the mailbox of an address may be, the likeliest first; empty for what is no address.
 * A known provider's own domain asks nobody. Nothing is fetched over the web: what a stranger's web
 * server says of a domain is worth no more than a guess. Never rejects.
 */
export async function discoverServers(
  address: string,
  resolver: MailResolver,
): Promise<readonly FoundServers[]> {
  const plain = envelopeAddress(address.trim());
  if (plain === null) return [];
  const domain = plain.slice(plain.lastIndexOf('@') + 1).toLowerCase();
  const own = PROVIDERS.find(({ domains }) => domains.includes(domain));
  if (own !== undefined) return [fromProvider(own, plain, 'provider')];
  const [said, hosted] = await Promise.all([
    bySrv(plain, domain, resolver),
    byMx(domain, resolver),
  ]);
  return [
    ...said,
    ...(hosted === null ? [] : [fromProvider(hosted, plain, 'mx')]),
    ...guesses(plain, domain),
  ];
}

function fromProvider(
  provider: MailProvider,
  address: string,
  origin: 'provider' | 'mx',
): FoundServers {
  const { name, imap, smtp, logins, filesSent } = provider;
  const local = address.slice(0, address.lastIndexOf('@'));
  const at = ({ host, port, security, user }: MailProvider['imap']): MailServer => ({
    host,
    port,
    security,
    user: user === 'local' ? local : address,
  });
  const known = { logins, filesSent, foreign: false };
  return { origin, provider: name, imap: at(imap), smtp: at(smtp), ...known };
}

/** Encrypted from the first byte before STARTTLS (RFC 8314 §3), within each as the records rank. */
const IMAP_SERVICES = [
  ['_imaps._tcp', 'tls'],
  ['_imap._tcp', 'starttls'],
] as const;
const SMTP_SERVICES = [
  ['_submissions._tcp', 'tls'],
  ['_submission._tcp', 'starttls'],
] as const;

type Services = readonly (readonly [service: string, security: 'tls' | 'starttls'])[];

async function bySrv(
  address: string,
  domain: string,
  resolver: MailResolver,
): Promise<readonly FoundServers[]> {
  const best = async (services: Services): Promise<MailServer | null> => {
    const found = await Promise.all(
      services.map(async ([service, security]) => {
        const records = await orNone(() => resolver.srv(`${service}.${domain}`));
        const record = bestRecord(records);
        return record === null ? [] : [{ ...record, security, user: address }];
      }),
    );
    return found.flat()[0] ?? null;
  };
  const [imap, smtp] = await Promise.all([best(IMAP_SERVICES), best(SMTP_SERVICES)]);
  if (imap === null || smtp === null) return [];
  const known = PROVIDERS.find((one) => one.imap.host === imap.host && one.smtp.host === smtp.host);
  const foreign = known === undefined && ![imap, smtp].every(({ host }) => isBelow(host, domain));
  const { name: provider = null, logins = ['password'], filesSent = false } = known ?? {};
  return [{ origin: 'srv', provider, imap, smtp, logins, filesSent, foreign }];
}

const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;

const hostName = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** The first by priority, then the heaviest; a target of `.` says that there is no such service. */
function bestRecord(records: readonly SrvRecord[]): Pick<MailServer, 'host' | 'port'> | null {
  const best = records
    .map((record) => ({ ...record, host: hostName(record.name) }))
    .filter(({ host, port }) => HOST.test(host) && port > 0 && port < 65_536)
    .toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)[0];
  return best === undefined ? null : { host: best.host, port: best.port };
}

async function byMx(domain: string, resolver: MailResolver): Promise<MailProvider | null> {
  const records = await orNone(() => resolver.mx(domain));
  const hosts = records
    .toSorted((a, b) => a.priority - b.priority)
    .map(({ exchange }) => hostName(exchange));
  // The longest name decides: one provider's hosts can lie below another's.
  const found = PROVIDERS.flatMap((provider) => provider.mx.map((mx) => ({ provider, mx })))
    .toSorted((a, b) => b.mx.length - a.mx.length)
    .find(({ mx }) => hosts[0] !== undefined && isBelow(hosts[0], mx));
  return found?.provider ?? null;
}

const isBelow = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);

/** Whatever a name server does, nothing is what it says then. */
async function orNone<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return (await ask()).slice(0, 50);
  } catch {
    return [];
  }
}

/** Names that most who run their own servers give them. */
function guesses(address: string, domain: string): readonly FoundServers[] {
  const pairs = [
    ['imap', 'smtp', 465],
    ['mail', 'mail', 465],
    ['imap', 'smtp', 587],
    ['mail', 'mail', 587],
  ] as const;
  return pairs.map(([imap, smtp, port]) => ({
    origin: 'guess',
    provider: null,
    imap: { host: `${imap}.${domain}`, port: 993, security: 'tls', user: address },
    smtp: {
      host: `${smtp}.${domain}`,
      port,
      security: port === 465 ? 'tls' : 'starttls',
      user: address,
    },
    logins: ['password'],
    filesSent: false,
    foreign: false,
  }));
}
