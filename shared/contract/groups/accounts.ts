import { GRAPH_URL } from '../../domain/source/graph-version.ts';
import { accountView, pageChoice } from '../channel-schemas.ts';
import { procedure } from '../procedure.ts';
import { appErrorSchema, id, setAsideItem, sourceId } from '../schemas.ts';
import { z } from '../zod.ts';

/** The pages behind a login; their tokens stay with the service. */
const pageChoices = z.object({ loginId: id, pages: z.array(pageChoice) });

/** Connected accounts: how they come, stand and go. */
export const accounts = {
  list: procedure.output(z.array(accountView)),
  /** Checks the token at the page before anything is kept. */
  addFacebook: procedure
    .input(
      z.object({
        pageId: z.string().trim().min(1).max(100),
        token: z.string().trim().min(1).max(2_000),
        graphUrl: z.url(),
        teamId: id.optional(),
      }),
    )
    .output(accountView),
  /**
   * Lets the person log in at the platform, in a window of the shell, by an app of their own. The
   * secret is kept among the secrets once a page is connected, and never comes back. Errors:
   * `not_allowed` where no window can be opened, `login_cancelled`, `login_failed`, `app_refused`.
   */
  login: procedure
    .input(
      z.object({
        appId: z.string().trim().min(1).max(100),
        appSecret: z.string().trim().min(1).max(200),
        graphUrl: z.url().default(GRAPH_URL),
      }),
    )
    .output(pageChoices),
  /** The same by a person's token that was pasted. */
  loginToken: procedure
    .input(
      z.object({
        token: z.string().trim().min(1).max(2_000),
        graphUrl: z.url().default(GRAPH_URL),
      }),
    )
    .output(pageChoices),
  /** Connects pages of a login, which is good for ten minutes; `not_found` afterwards. */
  connectPages: procedure
    .input(
      z.object({
        loginId: id,
        pageIds: z.array(id).min(1).max(500),
        teamId: id.optional(),
      }),
    )
    .output(
      z.object({
        accounts: z.array(accountView),
        /** Pages that could not be connected; the login stays good for another try. */
        failures: z.array(z.object({ externalId: z.string(), error: appErrorSchema })),
      }),
    ),
  /**
   * Renews an account's token by a login with the app that it was connected by. Errors: those of
   * `login`; `not_allowed` too where that app is not known, `bad_input` when the person who logged
   * in does not manage this page.
   */
  reconnect: procedure.input(z.object({ id })).output(accountView),
  /** Starts a practice page on this computer and connects it. */
  addPractice: procedure.output(accountView),
  remove: procedure.input(z.object({ id })).output(z.void()),
  /** Starts one complete read now; progress arrives as account changes. */
  sync: procedure.input(z.object({ id })).output(z.void()),
  setAside: procedure.input(z.object({ id })).output(z.array(setAsideItem)),
  /** Switches one source on or off. */
  setSource: procedure
    .input(z.object({ id, source: sourceId, enabled: z.boolean() }))
    .output(accountView),
  /** Asks the platform what the token is worth; that it is dead is an answer, not a failure. */
  checkToken: procedure.input(z.object({ id })).output(accountView),
};
