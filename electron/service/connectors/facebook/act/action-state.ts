import { z } from 'zod';
import { canonicalText } from '../../../../../shared/domain/ingest/canonical-text.ts';
import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { assertNever } from '../../../../../shared/kernel/assert-never.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { ActionRequest, ActionState } from '../../../ports/action.ts';
import { badShape, graphUrl } from '../graph-client.ts';
import type { Reading } from '../paging.ts';

/** Where to look, and how the answer is read. */
interface Look {
  readonly path: readonly string[];
  readonly params: Readonly<Record<string, string>>;
  /** True when it stands as it was wanted; null when the answer does not say. */
  readonly isDone: (body: unknown) => boolean | null;
  /** What it means that the target is not there. */
  readonly gone: ActionState;
}

/**
 * Looks whether the platform already stands as an action wanted it. Errors: those of a read;
 * `not_allowed` for what puts words before somebody, and for what the channel does not have;
 * `bad_shape` when the platform does not say.
 */
export async function actionState(
  reading: Reading,
  request: ActionRequest,
): Promise<Result<ActionState, AppError>> {
  const look = lookFor(request, reading.account.externalId);
  if (look === null) return err(appError('not_allowed', { action: request.action }));
  const url = graphUrl(reading.account, look.path, look.params);
  const answer = await reading.client.get(url, reading.signal);
  if (!answer.ok) {
    const { error } = answer.error;
    if (error.code !== 'object_gone') return err(error);
    const proof = await reading.prove();
    return proof.ok ? ok(look.gone) : proof;
  }
  const done = look.isDone(answer.value.body);
  if (done === null) return err(badShape(look.path.join('/'), request.action));
  return ok(done ? 'done' : 'not_done');
}

function lookFor(request: ActionRequest, pageId: string): Look | null {
  const { action, channel, targetExternalId: target } = request;
  const instagram = channel === 'instagram';
  switch (action) {
    case 'reply':
    case 'private_reply':
    case 'message':
      return null;
    case 'edit':
      return instagram ? null : fieldOf(target, 'message', isText(request.text));
    case 'delete':
      return { ...fieldOf(target, 'id', () => false), gone: 'done' };
    case 'hide':
    case 'unhide':
      return fieldOf(target, instagram ? 'hidden' : 'is_hidden', isFlag(action === 'hide'));
    case 'like':
    case 'unlike':
      return instagram ? null : likeLook(target, pageId, action === 'like');
    case 'block':
    case 'unblock':
      return instagram ? null : blockLook(target, pageId, action === 'block');
    default:
      return assertNever(action);
  }
}

type Judge = (value: unknown) => boolean | null;

const fieldOf = (target: string, field: string, judge: Judge): Look => ({
  path: [target],
  params: { fields: field },
  isDone: (body) => {
    const node = z.record(z.string(), z.unknown()).safeParse(body);
    return node.success ? judge(node.data[field]) : null;
  },
  gone: 'impossible',
});

const isFlag =
  (wanted: boolean): Judge =>
  (value) =>
    typeof value === 'boolean' ? value === wanted : null;

const isText =
  (wanted: string): Judge =>
  (value) =>
    typeof value === 'string' ? canonicalText(value) === canonicalText(wanted) : null;

const likes = z.object({ summary: z.object({ has_liked: z.boolean() }) });

/** Only comments have `user_likes`; a post says it in the summary of its likes. */
function likeLook(target: string, pageId: string, wanted: boolean): Look {
  if (!target.startsWith(`${pageId}_`)) return fieldOf(target, 'user_likes', isFlag(wanted));
  return {
    path: [target, 'likes'],
    params: { limit: '0', summary: 'true' },
    isDone: (body) => {
      const list = likes.safeParse(body);
      return list.success ? list.data.summary.has_liked === wanted : null;
    },
    gone: 'impossible',
  };
}

const people = z.object({ data: z.array(z.object({ id: z.string() })) });

const blockLook = (user: string, pageId: string, wanted: boolean): Look => ({
  path: [pageId, 'blocked'],
  params: { user, fields: 'id' },
  isDone: (body) => {
    const list = people.safeParse(body);
    return list.success ? list.data.data.some(({ id }) => id === user) === wanted : null;
  },
  gone: 'impossible',
});
