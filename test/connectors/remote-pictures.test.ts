import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import {
  pictureFetcher,
  type FetcherOptions,
} from '../../electron/service/system/picture-fetcher.ts';
import { isPublicAddress } from '../../electron/service/system/public-address.ts';
import {
  REMOTE_LIMITS,
  remotePictures,
} from '../../electron/service/usecases/mail/remote-pictures.ts';
import { PNG } from '../support/raw-mail.ts';

const PICTURE = `data:image/png;base64,${PNG.toString('base64')}`;
const { signal } = new AbortController();

const listening = async (server: Server, host: string): Promise<number> => {
  await new Promise<void>((resolve) => {
    server.listen(0, host, resolve);
  });
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
};

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function startWeb(answer: Answer) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  onTestFinished(() => server.closeAllConnections());
  const port = await listening(server, '127.0.0.1');
  return { asked, port, origin: `http://127.0.0.1:${port}` };
}

/** Hears every connection, whatever it speaks. */
async function startEar(host = '127.0.0.1') {
  let heard = 0;
  const server = createTcpServer((socket) => {
    heard += 1;
    socket.on('error', () => {}).destroy();
  });
  const port = await listening(server, host);
  return { port, heard: () => heard };
}

const sendPicture: Answer = (_request, response) => void response.end(PNG);

/** Sees a loopback server for a public one. */
const fetched = (urls: readonly string[], options: FetcherOptions = {}, until = signal) =>
  remotePictures({ pictures: pictureFetcher({ allow: () => true, ...options }) }, urls, until);

const one = async (url: string, options?: FetcherOptions): Promise<string | null | undefined> =>
  (await fetched([url], options)).get(url);

const leadsOut = () => Promise.resolve(['93.184.215.14']);
const never = () => new Promise<never>(() => {});
const none = () => Promise.reject(new Error('ENOTFOUND'));

test('a picture is fetched without anything that tells who asks', async () => {
  const web = await startWeb(sendPicture);
  expect(await one(`${web.origin}/a.png?u=81`)).toBe(PICTURE);
  expect(web.asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /a.png?u=81']);
  expect(Object.keys(web.asked[0]?.headers ?? {}).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
  expect(web.asked[0]?.headers['user-agent']).toBe('Mozilla/5.0 (compatible; Riscontro)');
});

test('cookies of one answer are not sent with the next', async () => {
  const web = await startWeb((request, response) => {
    response.setHeader('set-cookie', 'who=anna; Path=/');
    sendPicture(request, response);
  });
  await one(`${web.origin}/a`);
  await one(`${web.origin}/b`);
  expect(web.asked.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
});

test.each([
  'http://127.0.0.1:PORT/',
  'http://localhost:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://[::1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://①②⑦.⓪.⓪.①:PORT/',
  'http://127.0.0.1.:PORT/',
  'https://127.0.0.1:PORT/',
])('%s is refused without a connection', async (address) => {
  const [four, six] = [await startEar(), await startEar('::1')];
  const urls = [four.port, six.port].map((port) => address.replace('PORT', String(port)));
  // The ports are those of the test: only where they lead may stand in the way.
  const found = await fetched(urls, { allow: (ip) => isPublicAddress(ip) });
  expect([...found.values()]).toEqual([null, null]);
  expect(four.heard() + six.heard()).toBe(0);
});

test('a name that leads within is refused, even when only one of its addresses does', async () => {
  const ear = await startEar();
  const options = {
    allow: isPublicAddress,
    resolve: (host: string) =>
      Promise.resolve(host.startsWith('both') ? ['93.184.215.14', '127.0.0.1'] : ['127.0.0.1']),
  };
  const urls = [`http://within.example:${ear.port}/`, `http://both.example:${ear.port}/`];
  expect([...(await fetched(urls, options)).values()]).toEqual([null, null]);
  expect(ear.heard()).toBe(0);
});

test('as the product is, no port but those of the web is reached', async () => {
  const checked: string[] = [];
  const { fetch } = pictureFetcher({ resolve: leadsOut });
  const urls = ['http://a.example:25/', 'http://a.example:6379/', 'https://a.example:22/'];
  for (const url of urls) if ((await fetch(url, signal)) === null) checked.push(url);
  expect(checked).toEqual(urls);
});

test('a name is asked for once: what was checked is what is connected to', async () => {
  const web = await startWeb(sendPicture);
  const answers = [['127.0.0.1'], ['127.0.0.2']];
  let asked = 0;
  const options: FetcherOptions = {
    allow: (address) => address === '127.0.0.1',
    resolve: () => Promise.resolve(answers[asked++] ?? []),
  };
  const url = `http://rebinding.example:${web.port}/`;
  expect(await one(url, options)).toBe(PICTURE);
  expect(asked).toBe(1);
  expect(web.asked[0]?.headers.host).toBe(`rebinding.example:${web.port}`);
  // The second time it leads elsewhere, and is refused.
  expect(await one(url, options)).toBeNull();
  expect(web.asked).toHaveLength(1);
});

test('three redirects are followed and a fourth is not', async () => {
  const web = await startWeb((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) return void response.end(PNG);
    response.writeHead(302, { location: `/${left - 1}` }).end();
  });
  expect(await one(`${web.origin}/3`)).toBe(PICTURE);
  expect(await one(`${web.origin}/4`)).toBeNull();
  expect(web.asked.every(({ headers }) => headers.referer === undefined)).toBe(true);
});

test('each redirect is checked anew', async () => {
  const within = await startEar();
  const targets = [
    `http://127.0.0.1:${within.port}/`,
    `http://router.example:${within.port}/`,
    `//127.0.0.1:${within.port}/`,
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'javascript:1',
    `http://a:b@127.0.0.1:${within.port}/`,
    'http://[',
    '',
  ];
  const web = await startWeb((request, response) => {
    response.writeHead(301, { location: targets[Number(request.url?.slice(1))] ?? '' }).end();
  });
  const found = await fetched(
    targets.slice(0, 8).map((_, at) => `${web.origin}/${at}`),
    {
      allow: (_address, port) => port === web.port,
      resolve: () => Promise.resolve(['127.0.0.1']),
    },
  );
  expect([...new Set(found.values())]).toEqual([null]);
  expect(web.asked).toHaveLength(8);
  expect(within.heard()).toBe(0);
});

test.each([
  [
    'SVG that says it is PNG',
    'image/png',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  ],
  ['HTML', 'text/html', Buffer.from('<p>x</p>')],
  ['nothing', 'image/png', Buffer.alloc(0)],
])('%s is no picture', async (_what, type, body) => {
  const web = await startWeb((_request, response) => {
    response.setHeader('content-type', type).end(body);
  });
  expect(await one(web.origin)).toBeNull();
});

test('what is a picture is one, whatever the server calls it', async () => {
  const web = await startWeb((_request, response) => {
    response.setHeader('content-type', 'text/html').end(PNG);
  });
  expect(await one(web.origin)).toBe(PICTURE);
});

test('an answer that is too large is given up, announced or not', async () => {
  const web = await startWeb((request, response) => {
    if (request.url === '/announced') response.setHeader('content-length', 2_000_000);
    response.write(PNG);
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      response.once('drain', more);
    };
    more();
  });
  const limits = { bytes: 1_000_000 };
  expect(await one(`${web.origin}/announced`, { limits })).toBeNull();
  expect(await one(`${web.origin}/endless`, { limits })).toBeNull();
});

test.each(['/silent', '/slow', '/cut', '/garbage', '/404', '/500', '/204', '/gzip', '/heads'])(
  'a server that misbehaves (%s) gives no picture, in time',
  async (path) => {
    const web = await startWeb(({ url, socket }, response) => {
      if (url === '/slow') response.write(PNG.subarray(0, 10));
      if (url === '/cut') response.writeHead(200, { 'content-length': 500 }).write(PNG);
      if (url === '/cut') setImmediate(() => socket.destroy());
      if (url === '/garbage') socket.end('nonsense\r\n\r\n');
      if (url === '/404') response.writeHead(404).end(PNG);
      if (url === '/500') response.writeHead(500).end(PNG);
      if (url === '/204') response.writeHead(204).end();
      if (url === '/gzip') response.setHeader('content-encoding', 'gzip').end(PNG);
      if (url === '/heads') response.setHeader('x', 'x'.repeat(100_000)).end(PNG);
    });
    expect(await one(`${web.origin}${path}`, { limits: { ms: 200 } })).toBeNull();
  },
);

test('a resolver that never answers is not waited for; one that finds nothing neither', async () => {
  const limits = { ms: 100 };
  expect(await one('http://never.example/', { resolve: never, limits })).toBeNull();
  expect(await one('http://none.example/', { resolve: none })).toBeNull();
  expect(await one('http://empty.example/', { resolve: () => Promise.resolve([]) })).toBeNull();
});

test.each([
  '',
  'nonsense',
  '//x/y',
  'ftp://a.example/x',
  'file:///etc/passwd',
  'data:image/png,x',
  'rmsg://mail/x',
  'http://a:b@c.example/',
  'http://[::1',
  'http://a b/',
])('%j is no address of a picture', async (url) => {
  let asked = 0;
  const resolve = () => Promise.resolve([`127.0.0.${(asked += 1)}`]);
  expect(await one(url, { resolve })).toBeNull();
  expect(asked).toBe(0);
});

test('few are fetched at once, each address once, and no more than a mail may', async () => {
  let now = 0;
  let most = 0;
  const web = await startWeb((_request, response) => {
    now += 1;
    most = Math.max(most, now);
    setImmediate(() => {
      now -= 1;
      response.end(PNG);
    });
  });
  const urls = Array.from(
    { length: REMOTE_LIMITS.pictures + 20 },
    (_, at) => `${web.origin}/${at}`,
  );
  const found = await fetched([...urls, ...urls]);
  expect([...found.keys()]).toEqual(urls);
  expect([...found.values()].filter((url) => url === PICTURE)).toHaveLength(REMOTE_LIMITS.pictures);
  expect(web.asked).toHaveLength(REMOTE_LIMITS.pictures);
  expect(most).toBeLessThanOrEqual(REMOTE_LIMITS.atOnce);
});

test('what is called off ends at once', async () => {
  const stop = new AbortController();
  const web = await startWeb(() => stop.abort());
  const found = await fetched([web.origin, `${web.origin}/b`], {}, stop.signal);
  expect([...found.values()]).toEqual([null, null]);
});

test('the pictures of a mail together are limited', async () => {
  const big = Buffer.concat([PNG, Buffer.alloc(4 * 2 ** 20)]);
  const web = await startWeb((_request, response) => void response.end(big));
  const urls = Array.from({ length: 10 }, (_, at) => `${web.origin}/${at}`);
  const found = [...(await fetched(urls)).values()].filter((url) => url !== null);
  expect(found).toHaveLength(Math.floor(REMOTE_LIMITS.bytes / big.length));
});
