/** Everything that the people of one subject say, in the notation of `grammar.ts`. */
export interface Topic {
  readonly key: string;
  /** How often it comes up in quiet times. */
  readonly weight: number;
  /** What the first message is about; one is taken. */
  readonly openings: readonly string[];
  /** A second sentence that fits every opening; may be left out. */
  readonly details: readonly string[];
  /** What the page answers. */
  readonly replies: readonly string[];
  /** What the customer asks next. */
  readonly more: readonly string[];
  /** What the page answers to that. */
  readonly moreReplies: readonly string[];
  /** What somebody else adds to the thread. */
  readonly joins: readonly string[];
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
  readonly key: 'telecom' | 'energy' | 'retail';
  readonly name: string;
  readonly category: string;
  readonly about: string;
  readonly topics: readonly Topic[];
  /** The subject that fills the page when something breaks. */
  readonly outageTopic: string;
  readonly posts: OwnPosts;
  readonly praise: readonly string[];
  /** First messages by people who write English. */
  readonly english: readonly string[];
  /** Values of slots that only this sector has. */
  readonly slots: Readonly<Record<string, readonly string[]>>;
}
