/*
 * Who is owed an answer, worked out slowly and straight from domain.md §1–2, by looking at whole lives
 * instead of walking through events. It shares no code with the domain.
 */
import { wantOf } from './texts.ts';

export type Shown = 'visible' | 'hidden' | 'gone';

/** When a message was noticed to be hidden, shown or gone; `place` orders facts of one instant. */
export interface Turn {
  readonly atMs: number;
  readonly place: number;
  readonly shown: Shown;
}

/** A message as it was noticed. */
export interface Told {
  readonly id: string;
  readonly author: string;
  /** Whole seconds, as the platform says. */
  readonly stampMs: number;
  readonly place: number;
  /** As it was first seen. */
  readonly text: string;
  readonly photo: boolean;
  readonly shown: Shown;
  /** People whom it names. */
  readonly names: readonly string[];
  /** Later turns, in their order. */
  readonly turns: readonly Turn[];
}

export interface ToldThread {
  readonly page: string;
  readonly starter: string | null;
  readonly messages: readonly Told[];
}

/** One stretch during which an answer is owed; the end is null while it is. */
export interface Owed {
  readonly person: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly ending: 'answered' | 'hidden' | 'deleted' | null;
  /** The message that ended it. */
  readonly answeredBy: string | null;
}

/** A fact's place in time: within one instant the page speaks after everybody else. */
type Moment = readonly [atMs: number, rank: 0 | 1, place: number];

const isBefore = (a: Moment, b: Moment): boolean =>
  a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2];

const END: Moment = [Infinity, 1, Infinity];

/** Returns everything that is or was owed in a thread, by start, then person. */
export function owedIn(thread: ToldThread): readonly Owed[] {
  const people = new Set(thread.messages.map(({ author }) => author));
  people.delete(thread.page);
  return [...people]
    .flatMap((person) => owedTo(thread, person))
    .toSorted((a, b) => a.startedAtMs - b.startedAtMs || (a.person < b.person ? -1 : 1));
}

function owedTo(thread: ToldThread, person: string): readonly Owed[] {
  const mine = inOrder(thread.messages.filter(({ author }) => author === person));
  const answers = inOrder(thread.messages.filter((one) => reaches(thread, one, mine)));
  // What they wrote between two answers goes together.
  return [...answers, null].flatMap((answer, index) => {
    const since = index === 0 ? null : momentOf(thread, answers[index - 1] as Told);
    const until = answer === null ? END : momentOf(thread, answer);
    const block = mine.filter((message) => {
      const moment = momentOf(thread, message);
      return isBefore(moment, until) && (since === null || isBefore(since, moment));
    });
    const claims = block.filter((message) => needsAnswer(thread, message, since !== null));
    return owedFor({ thread, person, claims, until, answer });
  });
}

const inOrder = (messages: readonly Told[]): readonly Told[] =>
  messages.toSorted((a, b) => a.stampMs - b.stampMs || a.place - b.place);

const momentOf = (thread: ToldThread, message: Told): Moment => [
  message.stampMs,
  message.author === thread.page ? 1 : 0,
  message.place,
];

/** An answer that the person could see: it names nobody, or them when they had written before. */
function reaches(thread: ToldThread, message: Told, mine: readonly Told[]): boolean {
  if (message.author !== thread.page || message.shown !== 'visible') return false;
  if (message.names.length === 0) return true;
  const hadWritten = mine.some((one) => isBefore(momentOf(thread, one), momentOf(thread, message)));
  return hadWritten && mine[0] !== undefined && message.names.includes(mine[0].author);
}

function needsAnswer(
  thread: ToldThread,
  { author, text, photo }: Told,
  answered: boolean,
): boolean {
  const want = wantOf(text);
  // Where the page itself began, everybody else is a customer.
  const isStarter = author === thread.starter || thread.starter === thread.page;
  if (!isStarter) return want === 'asks';
  return !answered || want !== 'closes' || photo;
}

interface Block {
  readonly thread: ToldThread;
  readonly person: string;
  readonly claims: readonly Told[];
  readonly until: Moment;
  readonly answer: Told | null;
}

function owedFor({ thread, person, claims, until, answer }: Block): readonly Owed[] {
  const shownAtEnd = claims.filter((claim) => isShown(thread, claim, until));
  const vanished = claims
    .filter((claim) => !shownAtEnd.includes(claim))
    .flatMap((claim) => vanishedWith({ thread, person, claims, until, answer }, claim));
  const [first] = shownAtEnd;
  if (first === undefined) return vanished;
  const open: Owed = {
    person,
    startedAtMs: first.stampMs,
    endedAtMs: answer === null ? null : answer.stampMs,
    ending: answer === null ? null : 'answered',
    answeredBy: answer?.id ?? null,
  };
  return [...vanished, open];
}

/** The instants at which a message turned, its birth among them; none lies before its birth. */
const turnsOf = (thread: ToldThread, message: Told): readonly { at: Moment; shown: Shown }[] => [
  { at: momentOf(thread, message), shown: message.shown },
  ...message.turns.map(({ atMs, place, shown }) => ({
    at: [Math.max(atMs, message.stampMs), 0, place] as Moment,
    shown,
  })),
];

const isShown = (thread: ToldThread, message: Told, when: Moment): boolean =>
  turnsOf(thread, message).findLast(({ at }) => isBefore(at, when))?.shown === 'visible';

/** The claim that went last, and stayed away, took with it what was owed. */
function vanishedWith({ thread, person, claims, until }: Block, claim: Told): readonly Owed[] {
  const turns = turnsOf(thread, claim).filter(({ at }) => isBefore(at, until));
  const index = turns.findLastIndex(
    ({ shown }, place) =>
      shown !== 'visible' && (place === 0 || turns[place - 1]?.shown === 'visible'),
  );
  const went = turns[index];
  if (went === undefined) return [];
  const after: Moment = [went.at[0], went.at[1], went.at[2] + 0.5];
  if (claims.some((other) => other !== claim && isShown(thread, other, after))) return [];
  return [
    {
      person,
      startedAtMs: claim.stampMs,
      endedAtMs: went.at[0],
      ending: went.shown === 'hidden' ? 'hidden' : 'deleted',
      answeredBy: null,
    },
  ];
}

/** For an answer: how many people it answered. */
export const answeredBy = (owed: readonly Owed[], messageId: string): readonly string[] =>
  owed.filter((one) => one.answeredBy === messageId).map(({ person }) => person);
