import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { ok, type Result } from '../../../../shared/kernel/result.ts';
import type { ItemRef, ReadStep } from '../../ports/connector.ts';
import { COMMENT_FIELDS, POST_FIELDS } from './graph-schemas.ts';
import { mapInstagramItem } from './instagram/read-thread.ts';
import { REPLY_FIELDS } from './instagram/schemas.ts';
import { mapComment, mapPost } from './map.ts';
import { mapMessage } from './messenger/map.ts';
import { MESSAGE_FIELDS } from './messenger/schemas.ts';
import type { Reading } from './paging.ts';
import { readStep } from './steps.ts';
import { createThreadSorter } from './threads.ts';

/** A thread that begins with somebody's post is asked for as a post; everything else is a comment. */
const isPost = ({ externalId, conversation }: ItemRef): boolean =>
  externalId === conversation.externalId && conversation.kind !== 'comment';

/** Returns the fields to ask of a message that is asked for by itself. */
export function fieldsOfItem(item: ItemRef): string {
  if (item.conversation.channel === 'messenger') return MESSAGE_FIELDS;
  if (item.conversation.channel === 'instagram') return REPLY_FIELDS;
  return isPost(item) ? POST_FIELDS : COMMENT_FIELDS;
}

/** Returns a step with the message as it reads now, or with why it was set aside. */
export async function mapItem(
  reading: Reading,
  item: ItemRef,
  raw: unknown,
): Promise<Result<ReadStep, AppError>> {
  if (item.conversation.channel === 'instagram') return mapInstagramItem(reading, item, raw);
  if (item.conversation.channel === 'messenger') return ok(privateItem(reading, item, raw));
  return ok(isPost(item) ? postItem(reading, item, raw) : commentItem(reading, item, raw));
}

function privateItem(reading: Reading, item: ItemRef, raw: unknown): ReadStep {
  const thread = { id: item.conversation.externalId, canReply: null, permalink: null };
  const at = { pageId: reading.account.externalId, nowMs: reading.now(), thread };
  const mapped = mapMessage(raw, at, item.externalId);
  if (!mapped.ok) return readStep({ setAside: [mapped.error] });
  return readStep({ messages: [mapped.value.message], setAside: mapped.value.notes });
}

function postItem(reading: Reading, item: ItemRef, raw: unknown): ReadStep {
  const { conversation } = item;
  const at = {
    pageId: reading.account.externalId,
    nowMs: reading.now(),
    source: conversation.source,
  };
  const post = mapPost(raw, at, item.externalId);
  if (!post.ok) return readStep({ setAside: [post.error] });
  const { message, notes } = post.value;
  return readStep({ messages: message === null ? [] : [message], setAside: notes });
}

function commentItem(reading: Reading, item: ItemRef, raw: unknown): ReadStep {
  const { conversation, parentExternalId } = item;
  const at = { pageId: reading.account.externalId, nowMs: reading.now() };
  const comment = mapComment({ raw, parentId: parentExternalId }, at, item.externalId);
  if (!comment.ok) return readStep({ setAside: [comment.error] });
  const frame = { ...conversation, rootId: conversation.externalId, single: true };
  const messages = createThreadSorter(frame).place([comment.value]);
  return readStep({ messages, setAside: comment.value.notes });
}
