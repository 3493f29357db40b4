/** A first message; what follows it, if anything, are the answers that fit no other. */
export type Say = string | readonly [say: string, ...answers: string[]];

export type Tone = 'trouble' | 'question';

/** One thing that people say, in the notation of `grammar.ts`, with everything that fits it. */
export interface Angle {
  /** Where it differs from its topic's. */
  readonly tone?: Tone;
  /** The first message; one is taken. */
  readonly says: readonly Say[];
  /** A second sentence that fits each of them; may be left out. */
  readonly facts: readonly string[];
  /** What the page answers. */
  readonly answers: readonly string[];
  /** What the customer asks next, each with the page's answer to it. */
  readonly next: readonly (readonly [question: string, answer: string])[];
  /** What somebody else adds to the thread. */
  readonly joins: readonly string[];
}

/** A subject: angles that come up equally often. */
export interface Topic {
  readonly key: string;
  /** How often it comes up in quiet times. */
  readonly weight: number;
  /** `trouble` is complained about and apologised for, a `question` is only asked. */
  readonly tone: Tone;
  readonly angles: readonly Angle[];
}

/** The page's own posts, by what they are for. */
export interface OwnPosts {
  readonly offer: readonly string[];
  readonly tip: readonly string[];
  readonly life: readonly string[];
  readonly outage: readonly string[];
  readonly solved: readonly string[];
}

/** One kind of company with an invented name, its subjects and its words. */
export interface Sector {
  readonly name: string;
  readonly category: string;
  readonly about: string;
  readonly topics: readonly Topic[];
  /** What fills the page when something breaks. */
  readonly outage: Topic;
  readonly posts: OwnPosts;
  readonly praise: readonly string[];
  /** First messages by people who write English. */
  readonly english: readonly string[];
  /** Values of slots that only this sector has. */
  readonly slots: Readonly<Record<string, readonly string[]>>;
}
