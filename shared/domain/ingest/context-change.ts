import type { Context } from '../conversation/types.ts';

/**
 * True when a newly read context says something worth a fact: other words, another author or link,
 * or figures that moved by a tenth. Every like on every post would otherwise grow the log at each
 * read; like this a post of a thousand reactions has left some sixty facts.
 */
export function contextSaysMore(old: Context, now: Context): boolean {
  return (
    old.text !== now.text ||
    old.permalink !== now.permalink ||
    old.createdAtMs !== now.createdAtMs ||
    old.author.externalId !== now.author.externalId ||
    old.author.name !== now.author.name ||
    moved(old.reactionCount, now.reactionCount) ||
    moved(old.commentCount, now.commentCount) ||
    moved(old.shareCount, now.shareCount)
  );
}

/** A figure that a read does not carry takes nothing back. */
function moved(old: number | null, now: number | null): boolean {
  if (now === null || old === now) return false;
  return old === null || Math.abs(now - old) * 10 >= Math.max(now, old);
}
