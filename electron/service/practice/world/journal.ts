import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { renameSync, statSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Message, Person, PostKind } from './items.ts';

/** Something that was done to the page, with the instant it was done at. */
export type Deed =
  | {
      readonly op: 'comment';
      readonly atMs: number;
      readonly id: string;
      readonly postId: string;
      readonly parentId: string | null;
      readonly from: Person;
      readonly text: string;
      readonly photo?: boolean;
      readonly picture?: string;
      /** From when on it is served, where that is later. */
      readonly seenFromMs?: number;
    }
  | {
      readonly op: 'post';
      readonly atMs: number;
      readonly id: string;
      readonly kind: PostKind;
      readonly from: Person;
      readonly text: string;
      readonly photo?: boolean;
    }
  | { readonly op: 'message'; readonly atMs: number; readonly message: Message }
  | {
      readonly op: 'edit';
      readonly atMs: number;
      readonly id: string;
      readonly text: string;
      readonly photo?: boolean;
    }
  | { readonly op: 'hide'; readonly atMs: number; readonly id: string; readonly hidden: boolean }
  | { readonly op: 'like'; readonly atMs: number; readonly id: string; readonly liked: boolean }
  /** Customers liked it, or took that back. */
  | { readonly op: 'likes'; readonly atMs: number; readonly id: string; readonly more: number }
  | { readonly op: 'delete'; readonly atMs: number; readonly id: string }
  | { readonly op: 'restore'; readonly atMs: number; readonly id: string }
  | { readonly op: 'block'; readonly atMs: number; readonly id: string; readonly blocked: boolean };

/** What the journal holds, one per line; the first line is the anchor. */
export type JournalEntry =
  | { readonly op: 'anchor'; readonly atMs: number; readonly world: string }
  | { readonly op: 'alive'; readonly atMs: number }
  /** Nobody watched for long: nothing arrives in (fromMs, toMs]. */
  | { readonly op: 'asleep'; readonly fromMs: number; readonly toMs: number }
  | Deed;

type Anchor = Extract<JournalEntry, { op: 'anchor' }>;

/** Appends lines that survive a crash: an entry is on the disk before `append` returns. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** When the page was first opened. */
  readonly anchorMs: number;
  append(entry: JournalEntry): void;
  close(): void;
}

const isEntry = (value: unknown): value is JournalEntry =>
  typeof value === 'object' && value !== null && 'op' in value && typeof value.op === 'string';

function parseLine(line: string): JournalEntry | null {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : null;
  } catch {
    return null;
  }
}

/** Drops a last line that was cut by a crash, so that the next one does not grow onto it. */
function mendTail(file: string): string {
  const content = readFileSync(file);
  const end = content.lastIndexOf(0x0a) + 1;
  if (end < content.length) truncateSync(file, end);
  return content.subarray(0, end).toString('utf8');
}

function readEntries(file: string): readonly JournalEntry[] {
  if (!existsSync(file)) return [];
  const lines = mendTail(file).split('\n');
  return lines.map(parseLine).filter((entry) => entry !== null);
}

/** A journal of another world is kept beside the new one: it may be somebody's exercise. */
function moveAside(file: string, nowMs: number): void {
  if (existsSync(file) && statSync(file).size > 0) renameSync(file, `${file}.${String(nowMs)}.old`);
}

/** A journal that forgets: for pages without a file. */
const memoryJournal = (anchor: Anchor): Journal => ({
  entries: [anchor],
  anchorMs: anchor.atMs,
  append: () => undefined,
  close: () => undefined,
});

/**
 * Opens the journal of `world`; starts it at `nowMs` when there is none, or when the one found
 * belongs to another world. Throws when the disk refuses.
 */
export function openJournal(file: string | null, world: string, nowMs: number): Journal {
  const anchor: Anchor = { op: 'anchor', atMs: nowMs, world };
  if (file === null) return memoryJournal(anchor);
  mkdirSync(dirname(file), { recursive: true });
  const found = readEntries(file);
  const first = found[0];
  const fits = first?.op === 'anchor' && first.world === world;
  if (!fits) moveAside(file, nowMs);
  const handle = openSync(file, 'a', 0o600);
  const append = (entry: JournalEntry): void => {
    writeSync(handle, `${JSON.stringify(entry)}\n`);
    fsyncSync(handle);
  };
  if (!fits) append(anchor);
  const close = (): void => closeSync(handle);
  if (fits) return { entries: found, anchorMs: first.atMs, append, close };
  return { entries: [anchor], anchorMs: nowMs, append, close };
}
