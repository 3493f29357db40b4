import { eventIterator, oc } from '@orpc/contract';
import { MAX_IMAGE_BYTES } from '../domain/action/limits.ts';
import { GRAPH_URL } from '../domain/source/graph-version.ts';
import { z } from './zod.ts';
import { accountView, pageChoice } from './channel-schemas.ts';
import {
  appErrorSchema,
  atMs,
  calendarSchema,
  conversationDetail,
  conversationSummary,
  draftMode,
  errorCode,
  explanation,
  id,
  inboxFilter,
  messageAction,
  metricRow,
  outboxItem,
  policySchema,
  recoveryView,
  setAsideItem,
  sourceId,
  teamView,
  view,
  visibility,
} from './schemas.ts';

/**
 * The one contract between page and service. Every expected failure is the oRPC error `APP` whose
 * data is an AppError; anything else is a bug.
 */
const procedure = oc.errors({ APP: { data: appErrorSchema } });

const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;

/** The pages behind a login; their tokens stay with the service. */
const pageChoices = z.object({ loginId: id, pages: z.array(pageChoice) });

/** Sorted by due time in pending views, by newest message elsewhere. */
const cursor = z.object({ sort: z.number(), id });

/** A change that the page must know of: which rows, never their content. */
export const changeRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('conversations'), ids: z.array(id), arrivedIds: z.array(id) }),
  z.object({ type: z.literal('accounts'), ids: z.array(id) }),
  z.object({ type: z.literal('settings') }),
  /** So much changed (a first read, a rebuild) that lists are best asked anew. */
  z.object({ type: z.literal('everything') }),
]);
export type ChangeRecord = z.infer<typeof changeRecord>;

export const contract = {
  system: {
    /** First call of every page: versions, runtime, state of the workspace. */
    hello: procedure.input(z.object({ contractVersion: z.number() })).output(
      z.object({
        contractVersion: z.number(),
        runtime: z.object({ kind: z.string(), node: z.string(), napi: z.string() }),
        practice: z.boolean(),
        /** The practice page of this workspace is on its way; its account follows. */
        practiceStarting: z.boolean(),
        online: z.boolean(),
        profileDir: z.string(),
        agent: z.object({ name: z.string() }),
        teams: z.array(teamView),
        undoMs: z.number(),
        nowMs: atMs,
        /** Null after an ordinary opening, and once it was read. */
        recovered: recoveryView.nullable(),
        /** The data was found damaged since it was opened: the next opening repairs it. */
        damageFound: z.boolean(),
      }),
    ),
    /** The person has read what `hello` says of the recovery. */
    recoveryRead: procedure.output(z.void()),
    /** Change records as they happen, until the page goes. */
    changes: procedure.output(eventIterator(changeRecord)),
    /** The page's word on the network (the shell's `online` event). */
    setOnline: procedure.input(z.object({ online: z.boolean() })).output(z.void()),
  },
  inbox: {
    /** One window of rows after `cursor`; `total` counts the whole view. */
    page: procedure
      .input(
        z.object({
          view,
          filter: inboxFilter,
          cursor: cursor.nullable(),
          limit: z.number().int().min(1).max(200),
        }),
      )
      .output(
        z.object({
          rows: z.array(conversationSummary),
          nextCursor: cursor.nullable(),
          total: z.number(),
        }),
      ),
    /** Fresh rows for these ids; ids that are gone are left out. */
    rows: procedure
      .input(z.object({ ids: z.array(id).max(500) }))
      .output(z.array(conversationSummary)),
    /** The rail's numbers, and how many pending ones are overdue, due within the hour, later today. */
    counts: procedure.input(z.object({ nowMs: atMs, endOfDayMs: atMs })).output(
      z.object({
        views: z.object({
          to_answer: z.number(),
          due_soon: z.number(),
          mentions: z.number(),
          waiting: z.number(),
          outgoing: z.number(),
          failed: z.number(),
          all: z.number(),
        }),
        teams: z.record(z.string(), z.number()),
        kinds: z.record(z.string(), z.number()),
        groups: z.object({
          overdue: z.number(),
          hour: z.number(),
          today: z.number(),
          later: z.number(),
        }),
      }),
    ),
  },
  conversation: {
    get: procedure.input(z.object({ id })).output(conversationDetail),
    markRead: procedure.input(z.object({ id, unread: z.boolean() })).output(z.void()),
    note: procedure.input(z.object({ id, text: z.string().min(1).max(20_000) })).output(z.void()),
    /** Each returns the opId that `undo` takes back. */
    assign: procedure
      .input(z.object({ id, assignee: z.string().max(120).nullable() }))
      .output(z.object({ opId: z.string() })),
    handOver: procedure
      .input(z.object({ id, teamId: id, note: z.string().max(2_000).nullable() }))
      .output(z.object({ opId: z.string() })),
    noAnswerNeeded: procedure.input(z.object({ id })).output(z.object({ opId: z.string() })),
    close: procedure.input(z.object({ id })).output(z.object({ opId: z.string() })),
    reopen: procedure.input(z.object({ id })).output(z.object({ opId: z.string() })),
    undo: procedure.input(z.object({ id, opId: z.string() })).output(z.void()),
    explain: procedure.input(z.object({ id })).output(z.array(explanation)),
    saveDraft: procedure
      .input(z.object({ id, text: z.string().max(200_000), mode: draftMode }))
      .output(z.object({ savedAtMs: atMs })),
    /**
     * Queues an action on a message; it is done when the undo window has passed, and `reply.cancel`
     * takes it back until then. What is under way already, or takes an action back that has not been
     * done yet, is that item. `confirmed`: a person has been asked; needed to delete what a customer
     * wrote and to block. Fails with `not_allowed` (details: `reason`) where `abilities` says no.
     */
    act: procedure
      .input(
        z.object({
          id,
          messageId: id,
          action: messageAction.exclude(['reply', 'private_reply']),
          /** The new words of an edit. */
          text: z.string().max(200_000).optional(),
          confirmed: z.boolean().optional(),
        }),
      )
      .output(outboxItem),
  },
  reply: {
    /** Commits the reply to the outbox; it leaves when the undo window has passed. */
    queue: procedure
      .input(
        z.object({
          conversationId: id,
          text: z.string().min(1).max(200_000),
          seenThroughMs: atMs,
          closeAfter: z.boolean(),
          /**
           * Which message it answers; default: the conversation's first, or, in private, the
           * customer's newest that allows it.
           */
          parentExternalId: z.string().optional(),
          visibility: visibility.default('public'),
          /** A picture from `stageImage`. */
          imageId: id.optional(),
        }),
      )
      .output(outboxItem),
    /**
     * Lays a picture ready in the workspace's folder. Errors: `image_too_large`, `image_bad_type`
     * (by its first bytes, never by its name).
     */
    stageImage: procedure
      .input(
        z.object({
          name: z.string().max(200),
          mediaType: z.string().max(100),
          /** Twice what is taken passes here, so that a picture too large is told as that. */
          base64: z.string().max(base64Length(2 * MAX_IMAGE_BYTES)),
        }),
      )
      .output(z.object({ imageId: id, bytes: z.number() })),
    /** Takes a staged picture away again; one that is in the outbox stays. */
    unstageImage: procedure.input(z.object({ imageId: id })).output(z.void()),
    /**
     * Takes back what has not left; the text of a reply returns as the draft. Fails with `conflict`
     * once it left.
     */
    cancel: procedure.input(z.object({ outboxId: id })).output(outboxItem),
    /** Holds what is queued (pointer over the undo slot) or lets it go on. */
    hold: procedure.input(z.object({ outboxId: id, held: z.boolean() })).output(outboxItem),
    /** A person's decision on what stopped: once more, dropped (words become the draft), or done. */
    resolve: procedure
      .input(z.object({ outboxId: id, decision: z.enum(['send_again', 'drop', 'was_sent']) }))
      .output(outboxItem),
  },
  accounts: {
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
  },
  position: {
    /** One figure per key; `trail` the same per month before it, oldest first. */
    get: procedure
      .input(
        z.object({
          fromMs: atMs,
          toMs: atMs,
          preset: z.enum(['riscontro', 'blogmeter']),
          by: z.enum(['team', 'account']),
          trailMonths: z.number().int().min(0).max(24),
          zone: z.string(),
        }),
      )
      .output(
        z.object({
          rows: z.array(metricRow.extend({ name: z.string(), previous: metricRow.nullable() })),
          trail: z.array(z.object({ key: z.string(), month: z.string(), row: metricRow })),
          coverage: z.object({
            /** 0–1 of the period, over all sources; what was read later counts as read. */
            share: z.number(),
            gaps: z.array(
              z.object({
                fromMs: atMs,
                toMs: atMs,
                accountId: id,
                source: sourceId,
                reason: errorCode,
                /** A later complete read made it good. */
                filled: z.boolean(),
              }),
            ),
          }),
          guard: z.number(),
        }),
      ),
  },
  settings: {
    get: procedure.output(
      z.object({
        policy: policySchema,
        calendar: calendarSchema,
        holidays: z.array(z.object({ date: z.string(), name: z.string() })),
        agentName: z.string(),
        undoMs: z.number(),
        lastBackupAtMs: atMs.nullable(),
      }),
    ),
    setPolicy: procedure.input(policySchema).output(z.void()),
    setCalendar: procedure.input(calendarSchema).output(z.void()),
    setAgentName: procedure
      .input(z.object({ name: z.string().trim().min(1).max(80) }))
      .output(z.void()),
    /** When would a message of `atMs` be due under these unsaved rules? */
    preview: procedure
      .input(z.object({ policy: policySchema, calendar: calendarSchema, atMs }))
      .output(z.object({ dueAtMs: atMs.nullable(), warnAtMs: atMs.nullable() })),
    backup: procedure.output(z.object({ file: z.string(), bytes: z.number() })),
  },
};

export type Contract = typeof contract;
