import { readFileSync } from 'node:fs';
import { usualSource } from '../../shared/domain/source/types.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { createFacebookConnector } from '../../electron/service/connectors/facebook/facebook-connector.ts';
import { mergeSteps } from '../../electron/service/connectors/facebook/steps.ts';
import type {
  Connector,
  ReadEnd,
  ReadPlan,
  ReadStep,
  ThreadRef,
  RemoteAccount,
} from '../../electron/service/ports/connector.ts';
import {
  sendJson,
  startLoopback,
  type LoopbackServer,
  type SeenRequest,
} from './loopback-server.ts';

/** The instant at which these tests live: 1 October 2026, noon UTC. */
export const NOW = Date.UTC(2026, 9, 1, 12);

export const PAGE_ID = '100200300';

/** A connector with a held clock, no patience and a time-out short enough to wait for. */
export const facebook = (limits = { totalMs: 5_000 }, waits: number[] = []): Connector =>
  createFacebookConnector({
    clock: { now: () => NOW },
    limits,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });

/** The account of a page behind `origin`. */
export const accountAt = (origin: string, externalId = PAGE_ID): RemoteAccount => ({
  accountId: 'account-1',
  externalId,
  baseUrl: `${origin}/v26.0`,
  token: 'TOKEN-OF-THE-PAGE',
});

/** Everything that one read said. */
export interface WholeRead {
  readonly all: ReadStep;
  readonly steps: readonly ReadStep[];
  readonly end: Result<ReadEnd, AppError>;
}

/** Reads an account to the end of the plan. */
export async function readAll(
  account: RemoteAccount,
  plan: Partial<ReadPlan> = {},
): Promise<WholeRead> {
  const reading = facebook().read(account, {
    source: 'posts',
    depth: 'complete',
    urgent: new Set(),
    knownPosts: new Map(),
    alreadyRead: new Map(),
    signal: new AbortController().signal,
    ...plan,
  });
  const steps: ReadStep[] = [];
  let next = await reading.next();
  for (; next.done !== true; next = await reading.next()) steps.push(next.value);
  return { all: mergeSteps(steps), steps, end: next.value };
}

/** Per path below the version, `100200300/feed`: the answer, or a function that makes it. */
export type GraphAnswers = Readonly<Record<string, unknown>>;

/** Starts a server that knows these answers; the token is the page's, unknown lists are empty. */
export const startGraph = (answers: GraphAnswers): Promise<LoopbackServer> =>
  startLoopback((request, response) => {
    const path = request.url.pathname.replace(/^\/v[\d.]+\//, '');
    const unknown = path === 'me' ? { id: PAGE_ID } : { data: [] };
    const answer = answers[path] ?? unknown;
    sendJson(response, isMaker(answer) ? answer(request) : answer);
  });

const isMaker = (answer: unknown): answer is (request: SeenRequest) => unknown =>
  typeof answer === 'function';

/** A comment as Graph writes one. */
export const graphComment = (id: string, over: object = {}): object => ({
  id,
  message: `Testo di ${id}`,
  created_time: '2026-09-30T10:00:00+0000',
  from: { id: `user-${id}`, name: `Persona ${id}` },
  ...over,
});

/** A post of the page itself as Graph writes one. */
export const graphPost = (id: string, over: object = {}): object => ({
  id,
  message: `Post ${id}`,
  created_time: '2026-09-30T09:00:00+0000',
  updated_time: '2026-09-30T10:00:00+0000',
  from: { id: PAGE_ID, name: 'Pagina' },
  ...over,
});

/** Reads a recorded answer of the fixtures. */
export const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/facebook/${name}.json`, import.meta.url), 'utf8'));

/** Returns a thread as the platform knows it. */
export const threadRef = (
  externalId: string,
  kind: ThreadRef['kind'],
  contextExternalId: string | null = null,
): ThreadRef => ({
  externalId,
  kind,
  contextExternalId,
  channel: 'facebook',
  source: usualSource('facebook', kind),
});
