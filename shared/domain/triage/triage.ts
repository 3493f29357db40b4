import type { MessageTag } from './types.ts';
import {
  ANGRY_EMOJI,
  CLOSING_PHRASES,
  CLOSING_WORDS,
  CONTENT,
  LAUGHTER,
  PRAISE,
  QUESTION,
  RESERVE,
  STRONG_COMPLAINT,
  WEAK_COMPLAINT,
} from './words.ts';

/** Why triage decided as it did; the page has words for each. */
export type NeedsReason =
  | 'opens'
  | 'question'
  | 'complaint'
  | 'goes_on'
  | 'attachment'
  | 'closing_words'
  | 'no_words'
  | 'third_person';

export interface NeedsQuestion {
  readonly text: string;
  /** Written by the person whose thread it is. */
  readonly byStarter: boolean;
  /** We have answered this person before, or decided that no answer was needed. */
  readonly afterAnswer: boolean;
  /** Carries a photo, a video or a file: something to look at, not a sticker. */
  readonly attachment?: boolean;
}

/** How much of a text is looked at, UTF-16 units: what matters is said early. */
const HEAD = 2_000;
/** Nobody thanks at greater length without saying something else. */
const LONGEST_CLOSING = 280;
/** A kind word may come with a few others ("finalmente una risposta utile, grazie") and asks for nothing. */
const LONGEST_KINDNESS = 120;

const LINKS = /\b(?:https?:\/\/|www\.)\S+/g;
const MENTIONS = /@[\p{L}\p{N}_.]+(?: \p{Lu}\p{L}+)?/gu;
const PICTURES =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F|\u20E3/gu;
const ACCENTS = /\p{Mn}/gu;

/** Returns what a message seems to be, or null where the rules do not dare to say. */
export function tagOf(text: string): MessageTag | null {
  const words = plain(text.slice(0, HEAD));
  if (STRONG_COMPLAINT.test(words) || ANGRY_EMOJI.test(words)) return 'complaint';
  if (words.includes('?') || QUESTION.test(words)) return 'question';
  if (WEAK_COMPLAINT.test(words)) return 'complaint';
  return PRAISE.test(words) ? 'praise' : null;
}

/**
 * Says whether a message needs an answer (domain.md §2): the starter's does unless, after an
 * answer, it only thanks, greets, laughs, tags a friend or shows a sticker; a third person's does
 * only when it asks or complains.
 */
export function needsAnswer(asked: NeedsQuestion): {
  readonly needs: boolean;
  readonly why: NeedsReason;
} {
  if (!asked.byStarter) {
    const tag = tagOf(asked.text);
    if (tag === 'question' || tag === 'complaint') return { needs: true, why: tag };
    return { needs: false, why: 'third_person' };
  }
  if (!asked.afterAnswer) return { needs: true, why: 'opens' };
  if (asked.attachment === true) return { needs: true, why: 'attachment' };
  if (asked.text.trim() === '') return { needs: false, why: 'no_words' };
  return onlyCloses(asked.text) || isKindness(asked.text)
    ? { needs: false, why: 'closing_words' }
    : { needs: true, why: 'goes_on' };
}

/** Short, kind or content, and without a question, a complaint or a "but". */
function isKindness(text: string): boolean {
  if (text.length > LONGEST_KINDNESS) return false;
  const tag = tagOf(text);
  if (tag === 'question' || tag === 'complaint') return false;
  const words = plain(text);
  return (tag === 'praise' || CONTENT.test(words)) && !RESERVE.test(words);
}

/** Nothing in it but thanks, greetings, agreement, laughter, emoji and tagged friends. */
function onlyCloses(text: string): boolean {
  if (text.length > LONGEST_CLOSING || ANGRY_EMOJI.test(text)) return false;
  const words = plain(text.replace(MENTIONS, ' ').replace(PICTURES, ' '));
  if (words.includes('?')) return false;
  return words
    .replace(CLOSING_PHRASES, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => word === '' || CLOSING_WORDS.has(word) || LAUGHTER.test(word));
}

/** Lower case without accents and links, typewriter apostrophes. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(/[’`´]/g, "'")
    .toLowerCase()
    .replace(LINKS, ' ');
