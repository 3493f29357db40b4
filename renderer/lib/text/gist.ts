/** What of a conversation says what it is about. */
interface Told {
  readonly subject: string | null;
  readonly snippet: string;
}

/** Returns what a conversation is about in one line: its subject, then its newest words. */
export const gist = ({ subject, snippet }: Told): string =>
  [subject, snippet].filter((part) => part !== null && part !== '').join(' · ');
