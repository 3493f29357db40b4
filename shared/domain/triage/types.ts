/** What a message seems to be, as far as the rules dare to say. */
export type MessageTag = 'question' | 'complaint' | 'praise';
