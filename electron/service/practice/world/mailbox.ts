import type { Message, Person, Platform } from './items.ts';

/** A private conversation at an instant. */
export interface Thread {
  readonly id: string;
  readonly platform: Platform;
  readonly person: Person;
  /** Newest first. */
  readonly messages: readonly Message[];
}

interface Folder {
  readonly platform: Platform;
  readonly person: Person;
  /** Oldest first. */
  readonly messages: Message[];
  /** Grows with every message: of two that moved in the same second the later one is in front. */
  turn: number;
}

/** All private messages, by conversation. */
export class Mailbox {
  readonly #folders = new Map<string, Folder>();
  readonly #byId = new Map<string, Message>();

  constructor(messages: readonly Message[]) {
    for (const message of messages) this.add(message);
  }

  add(message: Message): void {
    const { threadId, platform, person } = message;
    const folder = this.#folders.get(threadId) ?? { platform, person, messages: [], turn: 0 };
    this.#folders.set(threadId, folder);
    folder.turn = this.#byId.size;
    this.#byId.set(message.id, message);
    const at = folder.messages.findLastIndex((one) => one.createdAtMs <= message.createdAtMs);
    folder.messages.splice(at + 1, 0, message);
  }

  find(id: string, nowMs: number): Message | null {
    const message = this.#byId.get(id);
    return message !== undefined && message.visibleFromMs <= nowMs ? message : null;
  }

  /** The conversation as it stands, or null when nothing was said in it yet. */
  thread(id: string, nowMs: number): Thread | null {
    const folder = this.#folders.get(id);
    if (folder === undefined) return null;
    const { platform, person } = folder;
    const messages = folder.messages.filter((one) => one.visibleFromMs <= nowMs).toReversed();
    return messages.length === 0 ? null : { id, platform, person, messages };
  }

  /** All conversations, the one that moved last in front. */
  threads(nowMs: number): readonly Thread[] {
    return [...this.#folders]
      .toSorted(([, a], [, b]) => b.turn - a.turn)
      .map(([id]) => this.thread(id, nowMs))
      .filter((thread) => thread !== null)
      .toSorted((a, b) => movedAt(b) - movedAt(a));
  }
}

/** When something was last said. */
export const movedAt = ({ messages }: Thread): number => messages[0]?.createdAtMs ?? 0;

/** When the person last wrote; -Infinity when they never did. */
export const heardAt = ({ messages }: Thread): number =>
  messages.find((message) => !message.byPage)?.createdAtMs ?? -Infinity;

/** How many messages of theirs came since the page last wrote. */
export function unread({ messages }: Thread): number {
  const answered = messages.findIndex((message) => message.byPage);
  return answered < 0 ? messages.length : answered;
}
