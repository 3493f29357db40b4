import { fileURLToPath } from 'node:url';
import { afterAll, afterEach } from 'vitest';
import {
  startPracticePage,
  type PracticeOptions,
  type PracticePage,
} from '../../electron/service/practice/index.ts';

/** A Wednesday noon in Rome; the anchor of generated worlds. */
export const ANCHOR = Date.parse('2026-11-18T11:00:00Z');

/** The recorded wall of a brand page: 25 visitor posts, 48 comments. */
export const RECORDED_FILE = fileURLToPath(
  new URL('fixtures/facebook/restfb/v2_1__feed-got.json', import.meta.url),
);

export interface GraphObject {
  readonly id: string;
  readonly message?: string;
  readonly created_time?: string;
  readonly updated_time?: string;
  readonly from?: { readonly id: string; readonly name: string };
  readonly parent?: { readonly id: string };
  readonly is_hidden?: boolean;
  readonly comments?: GraphList;
  readonly [field: string]: unknown;
}

export interface GraphList {
  readonly data: readonly GraphObject[];
  readonly paging?: { readonly next?: string; readonly cursors: { readonly after: string } };
  readonly summary?: { readonly order: string; readonly total_count: number };
}

/** A page under test with a clock that the test moves. */
export interface PageUnderTest {
  readonly page: PracticePage;
  readonly clock: { now(): number; move(byMs: number): void };
  /** GET with the token; the parsed body. */
  get<T = GraphList>(path: string): Promise<T>;
  /** Sends a form with the token. */
  send(
    method: string,
    path: string,
    form?: Record<string, string>,
  ): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
  /** Every item of a list, following `next`; `between` runs after each page. */
  all(path: string, between?: () => void): Promise<readonly GraphObject[]>;
  /** The control endpoints. */
  control<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
}

const json = async <T>(address: string): Promise<T> => (await (await fetch(address)).json()) as T;

const open = new Set<PracticePage>();

afterEach(async () => {
  await Promise.all([...open].map((page) => page.close()));
  open.clear();
});

/** Starts a page that is closed after the test; a seed world of the telecom company by default. */
export async function startPage(options: Partial<PracticeOptions> = {}): Promise<PageUnderTest> {
  const under = await openPage(options);
  open.add(under.page);
  return under;
}

/** Starts a page that all tests of a file share: to read from it, and to write where none else does. */
export async function sharePage(options: Partial<PracticeOptions> = {}): Promise<PageUnderTest> {
  const under = await openPage(options);
  afterAll(() => under.page.close());
  return under;
}

async function openPage(options: Partial<PracticeOptions>): Promise<PageUnderTest> {
  let nowMs = ANCHOR;
  const clock = {
    now: () => nowMs,
    move: (byMs: number) => {
      nowMs += byMs;
    },
  };
  const page = await startPracticePage({
    port: 0,
    world: { kind: 'seed', seed: 1 },
    clock,
    journalFile: null,
    advanceClock: clock.move,
    ...options,
  });
  const withToken = (address: string): string =>
    `${address}${address.includes('?') ? '&' : '?'}access_token=${page.token}`;
  const origin = new URL(page.url).origin;

  return {
    page,
    clock,
    get: (path) => json(withToken(`${page.url}/${path}`)),
    send: async (method, path, form = {}) => {
      const body = new URLSearchParams({ ...form, access_token: page.token });
      const request: RequestInit = { method, body };
      const response = await fetch(`${page.url}/${path}`, request);
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    all: async (path, between) => {
      const items: GraphObject[] = [];
      let next: string | undefined = withToken(`${page.url}/${path}`);
      while (next !== undefined) {
        const list: GraphList = await json<GraphList>(next);
        items.push(...list.data);
        next = list.paging?.next;
        between?.();
      }
      return items;
    },
    control: async <T>(method: string, path: string, body?: unknown) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${origin}/__practice/${path}`, { method, headers, ...sent });
      return (await response.json()) as T;
    },
  };
}
