import { PRACTICE_APP, type Access } from './access.ts';
import { graphError, noSuchObject, type Answer } from './answers.ts';
import { answerInstead, bend } from './fault-answers.ts';
import type { Fault, FaultList } from './faults.ts';
import { deadSubcode, type Grant } from './grants.ts';
import { createLag } from './lag.ts';
import { read } from './reads.ts';
import { deadToken } from './tokens.ts';
import type { Usage } from './usage.ts';
import type { View } from './view.ts';
import type { WireRequest } from './wire.ts';
import { write } from './writes.ts';
import type { PageState } from '../world/state.ts';

/** What calls of the Graph are answered from. */
export interface CallSource {
  readonly state: PageState;
  readonly access: Access;
  readonly faults: FaultList;
  readonly usage: Usage;
  readonly version: string;
}

/** An answer, and what still happens to it on the wire. */
export interface CallAnswer {
  readonly answer: Answer;
  readonly fault: Fault | null;
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/** `GET {id}/comments`: what was called, whoever it was about. */
function edgeName({ method, path }: WireRequest): string {
  const [first = '', ...rest] = path;
  const named = /\d/.test(first) ? '{id}' : first;
  return `${method} ${[named, ...rest].join('/')}`;
}

/** Which allowance a call is taken from. */
function usageType([, edge]: readonly string[], first: string | undefined): string {
  if (/^[tm]_/.test(first ?? '') || edge === 'conversations' || edge === 'messages')
    return 'messenger';
  return edge === 'media' || edge === 'replies' ? 'instagram' : 'pages';
}

/** The app's own token opens nothing but `debug_token`. */
const appGrant = (token: string, { info }: PageState): Grant | null =>
  token === `${PRACTICE_APP.id}|${PRACTICE_APP.secret}`
    ? {
        token,
        type: 'PAGE',
        subjectId: info.id,
        scopes: [],
        issuedAtMs: 0,
        expiresAtMs: Infinity,
        dead: null,
      }
    : null;

/** The grant of a request's token, or why it is refused. */
function grantOf({ access, state }: CallSource, { query, path }: WireRequest): Grant | Answer {
  const token = query.get('access_token');
  if (token === undefined) {
    return graphError({ code: 190, status: 400, message: 'An access token is required.' });
  }
  const app = path[0] === 'debug_token' ? appGrant(token, state) : null;
  const grant = app ?? access.grant(token);
  if (grant === null) return graphError({ code: 190, message: 'This access token is not valid.' });
  const subcode = deadSubcode(grant, state.nowMs());
  return subcode === null ? grant : deadToken(subcode);
}

/** The token of another page sees that page only. */
function isElsewhere(grant: Grant, { path }: WireRequest, { info }: PageState): boolean {
  if (grant.type === 'USER' || grant.subjectId === info.id) return false;
  return !['me', 'debug_token', grant.subjectId].includes(path[0] ?? 'me');
}

/** Returns what answers one call at a time; calls of a batch go the same way. */
export function createCalls(source: CallSource): {
  answer(request: WireRequest, origin: string): Promise<CallAnswer>;
} {
  const { state, access, faults, usage, version } = source;
  const lag = createLag();

  const ask = (request: WireRequest, origin: string, moods: readonly Fault[]): Answer => {
    const grant = grantOf(source, request);
    if ('status' in grant) return grant;
    if (isElsewhere(grant, request, state)) return noSuchObject(request.path[0] ?? '');
    const ranked = moods.some(({ kind }) => kind === 'ranked');
    const skewMs = moods.find(({ kind }) => kind === 'skew')?.skewMs ?? 0;
    const view: View = { state, origin, version, access, grant, ranked, skewMs };
    return request.method === 'GET' ? read(view, request) : write(view, request);
  };

  return {
    answer: async (request, origin) => {
      usage.count(state.nowMs(), edgeName(request));
      const met = faults.take(request.method, `/${request.path.join('/')}`);
      if (met.call?.kind === 'slow') await pause(met.call.delayMs ?? 2000);
      const asked = answerInstead(met.call) ?? ask(request, origin, met.moods);
      if (met.call?.kind === 'duplicate' && request.method === 'POST')
        ask(request, origin, met.moods);
      const lagging = met.moods.find(({ kind }) => kind === 'lagging');
      if (lagging !== undefined && request.method === 'POST')
        lag.hold(asked, lagging, state.nowMs());
      const given = lag.withhold(asked, request, state.nowMs());
      const bent = bend(given, met, `${origin}${request.address}`);
      const type = usageType(request.path, request.path[0]);
      const told = usage.headers({ pageId: state.info.id, type, fault: met.call });
      return { answer: { ...bent, headers: { ...told, ...bent.headers } }, fault: met.call };
    },
  };
}
