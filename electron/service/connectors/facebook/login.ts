import { z } from 'zod';
import { GRAPH_VERSION } from '../../../../shared/domain/source/graph-version.ts';
import {
  ACTION_PERMISSIONS,
  SOURCE_PERMISSIONS,
} from '../../../../shared/domain/source/permissions.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { LoginApp, LoginConnector, PageChoice } from '../../ports/login.ts';
import { HTTP_LIMITS, requestJson, type HttpLimits } from '../_shared/http.ts';
import { machineWait, type Wait } from '../_shared/wait.ts';
import { judgeRead } from './graph-answer.ts';
import { badShape, createGraphClient, graphUrl } from './graph-client.ts';
import { faultIn, type GraphFault } from './graph-errors.ts';
import { readPages } from './paging.ts';
import { createReading } from './reading.ts';

export interface FacebookLoginDeps {
  readonly limits?: Partial<HttpLimits>;
  readonly wait?: Wait;
}

/** The end of the documented login of a desktop program (facebook.md §2). */
const LOGIN_SUCCESS = 'connect/login_success.html';

const isLoopback = (baseUrl: string): boolean => new URL(baseUrl).protocol === 'http:';

/** The dialog is the web site's, not the interface's; in practice one server is both. */
const siteOf = (baseUrl: string): string =>
  isLoopback(baseUrl) ? new URL(baseUrl).origin : 'https://www.facebook.com';

/** All that any source or action needs, and the right to see the list of pages. */
const SCOPES: readonly string[] = [
  ...new Set([
    'pages_show_list',
    ...Object.values(SOURCE_PERMISSIONS).flat(),
    ...Object.values(ACTION_PERMISSIONS).flat(),
  ]),
];

/**
 * Returns the way from a person's login to their pages. The app's secret and the tokens travel in
 * bodies and headers, never in an address, and stand in no error.
 */
export function createFacebookLogin(deps: FacebookLoginDeps = {}): LoginConnector {
  const limits: HttpLimits = { ...HTTP_LIMITS, ...deps.limits };
  const listPages = (
    app: Pick<LoginApp, 'baseUrl'>,
    token: string,
    signal: AbortSignal,
  ): Promise<Result<readonly PageChoice[], AppError>> =>
    pagesBehind({ ...deps, limits }, { baseUrl: app.baseUrl, token }, signal);
  return {
    dialogUrl: ({ appId, baseUrl }, { redirectUrl, state }) => {
      const version = isLoopback(baseUrl) ? '' : `${GRAPH_VERSION}/`;
      const url = new URL(`${siteOf(baseUrl)}/${version}dialog/oauth`);
      url.searchParams.set('client_id', appId);
      url.searchParams.set('redirect_uri', redirectUrl);
      url.searchParams.set('state', state);
      url.searchParams.set('response_type', 'code');
      url.searchParams.set('scope', SCOPES.join(','));
      return url.href;
    },
    redirectUrl: ({ baseUrl }) => `${siteOf(baseUrl)}/${LOGIN_SUCCESS}`,
    pages: async (app, { code, redirectUrl }, signal) => {
      const short = await exchange(app, { code, redirect_uri: redirectUrl }, { limits, signal });
      if (!short.ok) return short;
      const grant = { grant_type: 'fb_exchange_token', fb_exchange_token: short.value };
      const long = await exchange(app, grant, { limits, signal });
      return long.ok ? listPages(app, long.value, signal) : long;
    },
    pagesOfToken: (app, token, signal) => listPages(app, token, signal),
  };
}

const tokenSchema = z.object({ access_token: z.string().min(1) });

/** Changes a code or a token for a longer-lived token. */
async function exchange(
  app: LoginApp,
  what: Readonly<Record<string, string>>,
  { limits, signal }: { readonly limits: HttpLimits; readonly signal: AbortSignal },
): Promise<Result<string, AppError>> {
  const url = graphUrl(app, ['oauth', 'access_token']);
  const form = { client_id: app.appId, client_secret: app.appSecret, ...what };
  const answer = await requestJson({ method: 'POST', url, bearer: null, form, signal }, limits);
  if (!answer.ok) return err(answer.error.error);
  const fault = faultIn(answer.value.body);
  if (fault !== null) return err(exchangeError(fault, answer.value));
  const read = judgeRead(answer.value);
  if (!read.ok) return err(read.error.error);
  const given = tokenSchema.safeParse(read.value.body);
  return given.success ? ok(given.data.access_token) : err(badShape('access_token', ''));
}

/**
 * Of an exchange the codes mean something else than of a read: 101 is "no such app", 1 "wrong
 * secret", 191 "this redirect is not the app's" (recorded by clients, not documented). What else is
 * refused is the code or the token: one logs in again.
 */
const APP_TROUBLE: ReadonlySet<number> = new Set([1, 101, 191]);

function exchangeError(fault: GraphFault, answer: Parameters<typeof judgeRead>[0]): AppError {
  const graphCode = fault.code;
  if (APP_TROUBLE.has(graphCode)) return appError('app_refused', { graphCode });
  const read = judgeRead(answer);
  const passing =
    !read.ok && ['throttled', 'server_error', 'blocked'].includes(read.error.error.code);
  return passing ? read.error.error : appError('login_failed', { graphCode });
}

const pageSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  access_token: z.string().min(1),
  tasks: z.array(z.string()).catch([]),
});

/** Nothing in a list of pages is dated, and its calls need no space between them. */
const now = (): number => 0;

/**
 * Lists all pages behind a person's token, to the end: the platform gives 25 at once and more only
 * where `next` is followed. Pages without a token of their own cannot be connected and are left out.
 */
async function pagesBehind(
  deps: FacebookLoginDeps & { readonly limits: HttpLimits },
  person: { readonly baseUrl: string; readonly token: string },
  signal: AbortSignal,
): Promise<Result<readonly PageChoice[], AppError>> {
  const account = { ...person, accountId: 'login', externalId: 'me' };
  const { wait = machineWait, limits } = deps;
  const parts = { account, limits, wait, now, purpose: 'token', spacingMs: 0 } as const;
  const client = createGraphClient(parts);
  const pages = readPages(createReading({ client, account, signal, now, source: 'posts' }), {
    nodeId: 'me',
    name: 'accounts',
    params: { fields: 'id,name,access_token,tasks' },
    limit: 100,
    maxPages: Number.POSITIVE_INFINITY,
  });
  const found = new Map<string, PageChoice>();
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    for (const raw of page.value.items) {
      const parsed = pageSchema.safeParse(raw);
      if (!parsed.success) continue;
      const { id, name, access_token: token, tasks } = parsed.data;
      found.set(id, { externalId: id, name, token, tasks });
    }
  }
  return page.value.ok ? ok([...found.values()]) : page.value;
}
