import { assertNever } from '../../../../../shared/kernel/assert-never.ts';
import type { ErrorCode } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { ActionRequest, ImageFile } from '../../../ports/action.ts';
import type { HttpFile } from '../../_shared/http.ts';

/** One call that does something, and how its success reads. */
export interface Deed {
  readonly method: 'POST' | 'DELETE';
  readonly path: readonly string[];
  readonly form?: Readonly<Record<string, string>>;
  readonly file?: HttpFile;
  /** `id`, `message_id`: of what was written · `success`: a plain yes, or a yes per person. */
  readonly says: 'id' | 'message_id' | 'success';
}

type Deeds = Result<readonly [Deed, ...Deed[]], ErrorCode>;

const one = (deed: Deed): Deeds => ok([deed]);

/**
 * Returns the calls that carry out a request: one, but for a private message with a picture, which
 * the platform takes as two. Error: `not_allowed` where the channel does not have the action
 * (facebook.md §4 and §5).
 */
export function deedsOf(request: ActionRequest, pageId: string): Deeds {
  switch (request.channel) {
    case 'facebook':
      return onFacebook(request, pageId);
    case 'instagram':
      return onInstagram(request, pageId);
    case 'messenger':
      return onMessenger(request, pageId);
    case 'email':
    case 'helpdesk':
      return err('not_allowed');
    default:
      return assertNever(request.channel);
  }
}

function onFacebook(request: ActionRequest, pageId: string): Deeds {
  const { targetExternalId: target } = request;
  switch (request.action) {
    case 'reply':
      return one({
        method: 'POST',
        path: [target, 'comments'],
        form: { message: request.text },
        ...(request.image === null ? {} : { file: fileOf(request.image, 'source') }),
        says: 'id',
      });
    case 'private_reply':
      return one(privateReply(request, pageId));
    case 'edit':
      return one(post([target], { message: request.text }));
    case 'delete':
      return one({ method: 'DELETE', path: [target], says: 'success' });
    case 'hide':
    case 'unhide':
      return one(post([target], { is_hidden: String(request.action === 'hide') }));
    case 'like':
    case 'unlike':
      return one({
        method: request.action === 'like' ? 'POST' : 'DELETE',
        path: [target, 'likes'],
        says: 'success',
      });
    case 'block':
    case 'unblock':
      return one(blocking(request.action, target, pageId));
    case 'message':
      return err('not_allowed');
    default:
      return assertNever(request);
  }
}

/** Replies to replies hang on the top-level comment by themselves there. */
function onInstagram(request: ActionRequest, pageId: string): Deeds {
  const { targetExternalId: target } = request;
  switch (request.action) {
    case 'reply':
      if (request.image !== null) return err('not_allowed');
      return one({
        method: 'POST',
        path: [target, 'replies'],
        form: { message: request.text },
        says: 'id',
      });
    case 'private_reply':
      return one(privateReply(request, pageId));
    case 'delete':
      return one({ method: 'DELETE', path: [target], says: 'success' });
    case 'hide':
    case 'unhide':
      return one(post([target], { hide: String(request.action === 'hide') }));
    case 'message':
    case 'edit':
    case 'like':
    case 'unlike':
    case 'block':
    case 'unblock':
      return err('not_allowed');
    default:
      return assertNever(request);
  }
}

function onMessenger(request: ActionRequest, pageId: string): Deeds {
  switch (request.action) {
    case 'message':
      return messages(request, pageId);
    case 'block':
    case 'unblock':
      return one(blocking(request.action, request.targetExternalId, pageId));
    case 'reply':
    case 'private_reply':
    case 'edit':
    case 'delete':
    case 'hide':
    case 'unhide':
    case 'like':
    case 'unlike':
      return err('not_allowed');
    default:
      return assertNever(request);
  }
}

/** A picture goes before the words, so that the words are the last thing that can fail. */
function messages(request: Extract<ActionRequest, { action: 'message' }>, pageId: string): Deeds {
  const { image, text } = request;
  const send = (message: object, file?: HttpFile): Deed => ({
    method: 'POST',
    path: [pageId, 'messages'],
    form: {
      recipient: JSON.stringify({ id: request.targetExternalId }),
      message: JSON.stringify(message),
      ...(request.humanAgent
        ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }
        : { messaging_type: 'RESPONSE' }),
    },
    ...(file === undefined ? {} : { file }),
    says: 'message_id',
  });
  if (image === null) return one(send({ text }));
  const attachment = { type: 'image', payload: { is_reusable: false } };
  const picture = send({ attachment }, fileOf(image, 'filedata'));
  return text.trim() === '' ? one(picture) : ok([picture, send({ text })]);
}

/** A post's id begins with its page's; a comment's with its post's. */
function privateReply(
  request: Extract<ActionRequest, { action: 'private_reply' }>,
  pageId: string,
): Deed {
  const { targetExternalId: id, text } = request;
  const recipient = id.startsWith(`${pageId}_`) ? { post_id: id } : { comment_id: id };
  return {
    method: 'POST',
    path: [pageId, 'messages'],
    form: { recipient: JSON.stringify(recipient), message: JSON.stringify({ text }) },
    says: 'message_id',
  };
}

const blocking = (action: 'block' | 'unblock', user: string, pageId: string): Deed => ({
  method: action === 'block' ? 'POST' : 'DELETE',
  path: [pageId, 'blocked'],
  form: { user },
  says: 'success',
});

const post = (path: readonly string[], form: Readonly<Record<string, string>>): Deed => ({
  method: 'POST',
  path,
  form,
  says: 'success',
});

const fileOf = ({ name, mediaType, bytes }: ImageFile, field: string): HttpFile => ({
  field,
  name,
  mediaType,
  bytes,
});
