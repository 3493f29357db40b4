import { lookup } from 'node:dns/promises';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import type { PictureFetcher } from '../ports/picture-fetcher.ts';
import { isPublicAddress } from './public-address.ts';

/** What one picture may cost, and how often it may be said to lie elsewhere. */
export interface FetchLimits {
  readonly bytes: number;
  readonly ms: number;
  readonly redirects: number;
}

/** How a fetcher sees the network; tests let it reach servers of theirs. */
export interface FetcherOptions {
  /** Whether it may connect to an address. Default: public addresses, the ports of the web. */
  readonly allow?: (address: string, port: number) => boolean;
  /** Returns all addresses of a host's name; rejects when there is none. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly limits?: Partial<FetchLimits>;
}

const LIMITS: FetchLimits = { bytes: 5 * 2 ** 20, ms: 15_000, redirects: 3 };
const WEB_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** The same for everybody: no language, no system, no version. */
const HEADERS = {
  accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif,image/bmp',
  'accept-encoding': 'identity',
  'user-agent': 'Mozilla/5.0 (compatible; Riscontro)',
};

/**
 * Returns what fetches pictures from the web without cookies, referrer or credentials. A host's name is
 * resolved once per step and the connection goes to what was checked then (decision 0121).
 */
export function pictureFetcher(options: FetcherOptions = {}): PictureFetcher {
  const network: Network = {
    allow: options.allow ?? ((address, port) => isPublicAddress(address) && WEB_PORTS.has(port)),
    resolve: options.resolve ?? resolveHost,
    limits: { ...LIMITS, ...options.limits },
  };
  return {
    fetch: async (url, signal) => {
      try {
        const limited = AbortSignal.any([signal, AbortSignal.timeout(network.limits.ms)]);
        return await follow(network, url, limited);
      } catch {
        // Whatever a stranger's server does, the picture is not there.
        return null;
      }
    },
  };
}

type Network = Required<Omit<FetcherOptions, 'limits'>> & { readonly limits: FetchLimits };

const resolveHost = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

async function follow(
  network: Network,
  first: string,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  let url = webAddress(first);
  for (let hop = 0; hop <= network.limits.redirects; hop += 1) {
    if (url === null) return null;
    const addresses = await checkedAddresses(network, url, signal);
    if (addresses.length === 0) return null;
    const answer = await ask(url, addresses, signal);
    const next = elsewhere(answer, url);
    if (next === undefined) return readBody(answer, network.limits.bytes);
    answer.destroy();
    url = next;
  }
  return null;
}

function webAddress(text: string, base?: URL): URL | null {
  const url = URL.parse(text, base?.href);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return url.username === '' && url.password === '' ? url : null;
}

/** Empty: it does not lead out. A name that leads within by one of its addresses is not trusted in the others. */
async function checkedAddresses(
  { allow, resolve }: Network,
  url: URL,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const addresses = isIP(host) === 0 ? await before(signal, resolve(host)) : [host];
  return addresses.every((address) => allow(address, port)) ? addresses : [];
}

/** Resolvers cannot be called off: what comes too late is not waited for. */
const before = <T>(signal: AbortSignal, task: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error('too late'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });

/** Resolves with the head of an answer. */
function ask(
  url: URL,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return new Promise((resolve, reject) => {
    request(
      url,
      {
        headers: HEADERS,
        signal,
        // A connection of its own, with nothing of an earlier one.
        agent: false,
        maxHeaderSize: 16_384,
        lookup: (_host, { all }, done) => {
          const [one] = known;
          if (all === true) done(null, known);
          else done(null, one?.address ?? '', one?.family ?? 0);
        },
      },
      resolve,
    )
      .on('error', reject)
      .end();
  });
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where an answer says that the picture lies; null: at no web address; undefined: here. */
function elsewhere({ statusCode = 0, headers }: IncomingMessage, url: URL): URL | null | undefined {
  if (!REDIRECTS.has(statusCode)) return undefined;
  return headers.location === undefined ? null : webAddress(headers.location, url);
}

async function readBody(answer: IncomingMessage, max: number): Promise<Uint8Array | null> {
  const { statusCode, headers } = answer;
  const isPacked = !/^(?:identity)?$/i.test(headers['content-encoding'] ?? '');
  const chunks: Buffer[] = [];
  let length = 0;
  if (statusCode === 200 && !isPacked && !(Number(headers['content-length']) > max)) {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > max) break;
      chunks.push(chunk);
    }
  }
  answer.destroy();
  return length === 0 || length > max ? null : Buffer.concat(chunks);
}
