import type { Channel, ConversationKind } from '../../../../shared/domain/conversation/types.ts';
import type { ObservedMessage } from '../../../../shared/domain/ingest/types.ts';
import type { SourceId } from '../../../../shared/domain/source/types.ts';
import { z } from 'zod';
import type { ReadComment } from './map.ts';
import { idOf } from './items.ts';

/** What a list of comments stands under. */
export interface ThreadFrame {
  /** The node whose comments are listed. */
  readonly rootId: string;
  readonly kind: ConversationKind;
  readonly contextExternalId: string | null;
  readonly channel: Channel;
  readonly source: SourceId;
  /** `true`: all comments are one thread, `rootId`'s. `false`: each top-level comment is its own. */
  readonly single: boolean;
}

/** Sorts comments into threads as they arrive, in whatever order the platform ranked them. */
export interface ThreadSorter {
  /** Returns the messages that can be placed now; replies whose comment is still to come wait. */
  place(comments: readonly ReadComment[]): readonly ObservedMessage[];
  /** Returns those that waited in vain: they go to a thread with their missing parent's id. */
  rest(): readonly ObservedMessage[];
}

/** Returns a sorter for one list of comments. A comment that comes twice is placed once. */
export function createThreadSorter(frame: ThreadFrame): ThreadSorter {
  const roots = new Map<string, string>();
  const waiting = new Map<string, ReadComment>();
  const settle = (comment: ReadComment, rootId: string): ObservedMessage => {
    roots.set(comment.message.externalId, rootId);
    waiting.delete(comment.message.externalId);
    return inThread(comment, frame, rootId);
  };
  const placeable = (): readonly ObservedMessage[] =>
    [...waiting.values()].flatMap((comment) => {
      const rootId = rootOf(comment, frame, roots);
      return rootId === null ? [] : [settle(comment, rootId)];
    });
  return {
    place: (comments) => {
      for (const comment of comments) {
        if (!roots.has(comment.message.externalId)) {
          waiting.set(comment.message.externalId, comment);
        }
      }
      const placed: ObservedMessage[] = [];
      for (let more = placeable(); more.length > 0; more = placeable()) placed.push(...more);
      return placed;
    },
    rest: () =>
      [...waiting.values()].map((comment) => settle(comment, lostRoot(comment, waiting, roots))),
  };
}

function rootOf(
  comment: ReadComment,
  frame: ThreadFrame,
  roots: ReadonlyMap<string, string>,
): string | null {
  if (frame.single) return frame.rootId;
  const { parentId } = comment;
  if (parentId === null || parentId === frame.rootId) return comment.message.externalId;
  return roots.get(parentId) ?? null;
}

/** Climbs to the first parent that never came; a ring of parents ends where it began. */
function lostRoot(
  comment: ReadComment,
  waiting: ReadonlyMap<string, ReadComment>,
  roots: ReadonlyMap<string, string>,
): string {
  const climbed = new Set<string>();
  let id = comment.parentId ?? comment.message.externalId;
  for (let next = waiting.get(id)?.parentId ?? null; next !== null && !climbed.has(id);) {
    climbed.add(id);
    id = next;
    next = waiting.get(id)?.parentId ?? null;
  }
  return roots.get(id) ?? id;
}

function inThread(comment: ReadComment, frame: ThreadFrame, rootId: string): ObservedMessage {
  const startsThread = comment.message.externalId === rootId;
  return {
    ...comment.message,
    conversationExternalId: rootId,
    conversationKind: frame.kind,
    contextExternalId: frame.contextExternalId,
    parentExternalId: startsThread ? null : (comment.parentId ?? frame.rootId),
    channel: frame.channel,
    source: frame.source,
  };
}

/** A comment as it came, with what its place says of its parent. */
export interface FoundComment {
  readonly raw: unknown;
  readonly parentId: string | null;
}

const nested = z.object({ comments: z.object({ data: z.array(z.unknown()) }) });

/** Returns comments and, right after each, the replies that came inside it (old versions). */
export function withNested(items: readonly unknown[]): readonly FoundComment[] {
  const found: FoundComment[] = [];
  const stack = items.map((raw): FoundComment => ({ raw, parentId: null })).toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const current = next;
    found.push(current);
    const inner = nested.safeParse(current.raw);
    if (!inner.success) continue;
    const parentId = current.parentId ?? idOf(current.raw);
    stack.push(...inner.data.comments.data.map((raw) => ({ raw, parentId })).toReversed());
  }
  return found;
}
