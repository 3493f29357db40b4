/** What was done to an item after it appeared. */
export interface Marks {
  readonly text?: string;
  readonly hidden?: boolean;
  readonly liked?: boolean;
  /** False once somebody brought it back: then it stays although it was to go. */
  readonly deleted?: boolean;
  /** An edit that names no picture takes it away. */
  readonly photo?: boolean;
  /** Likes that customers gave or took since. */
  readonly likes?: number;
  /** The conversation of its private reply. */
  readonly answeredIn?: string;
}

const NOTHING: Marks = {};

/** The marks of all items. */
export class MarkBook {
  readonly #marks = new Map<string, Marks>();

  of(id: string): Marks {
    return this.#marks.get(id) ?? NOTHING;
  }

  add(id: string, change: Marks): void {
    this.#marks.set(id, { ...this.#marks.get(id), ...change });
  }
}
