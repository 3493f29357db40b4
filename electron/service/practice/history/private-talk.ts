import { PUZZLED } from '../text/common/customer.ts';
import { pageReply } from '../text/page-voice.ts';
import * as voice from '../text/voice.ts';
import { correspondentOf, messageIdOf, threadIdOf } from '../world/ids.ts';
import type { Life, Message, Platform } from '../world/items.ts';
import { toSecond } from '../world/items.ts';
import { createRandom, type Random } from '../world/random.ts';
import type { Writer } from './people.ts';
import { drawTopic, sceneOf, type Stage } from './stage.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When the conversations began, in hours before the anchor; the even ones are answered. */
const BEGINNINGS = [700, 0.2, 96, 3, 52, 9, 30, 21, 26, 1.2] as const;
/** Every fifth comes from Instagram. */
const platformOf = (index: number): Platform => (index % 5 === 3 ? 'instagram' : 'messenger');

/** Somebody who writes privately, and where. */
interface Correspondence {
  readonly stage: Stage;
  readonly who: Writer;
  readonly platform: Platform;
}

/** What is said, when, and by whom of the two. */
interface Words {
  readonly text: string;
  readonly atMs: number;
  readonly byPage?: boolean;
  readonly photo?: boolean;
}

function messageBy(
  { stage, who, platform }: Correspondence,
  { text, atMs, byPage = false, photo = false }: Words,
): Message {
  const pageId = stage.page.id;
  const person = correspondentOf(pageId, who, platform);
  const createdAtMs = toSecond(atMs);
  const threadId = threadIdOf(pageId, person.id);
  const id = messageIdOf(`${threadId}/${String(createdAtMs)}/${String(byPage)}`);
  const when = { createdAtMs, visibleFromMs: createdAtMs };
  return { id, threadId, platform, person, byPage, text, photo, ...when, answersId: null };
}

/** How far a conversation has come. */
type LetterState = 'waiting' | 'answered' | 'thanked';

/** One conversation from its first word to where it stands. */
export function letters(
  { stage, random, platform }: { stage: Stage; random: Random; platform: Platform },
  { atMs, endMs, state }: { atMs: number; endMs: number; state: LetterState },
): readonly Message[] {
  const who = stage.crowd.draw(random);
  const between = { stage, who, platform };
  const scene = sceneOf(stage, random, { about: drawTopic(stage, random), atMs });
  const messages: Message[] = [];
  const say = (words: Words): void => void messages.push(messageBy(between, words));
  say({ text: voice.opening(scene, who).text, atMs });
  if (random.chance(0.22)) say({ text: '', photo: true, atMs: atMs + MINUTE_MS });
  if (random.chance(0.3)) say({ text: voice.nudge(scene, who).text, atMs: atMs + 4 * MINUTE_MS });
  if (state !== 'waiting') {
    const reply = pageReply(scene, { to: who, kind: 'answer', named: false }).text;
    const answeredMs = atMs + random.int(12, 300) * MINUTE_MS;
    say({ text: reply, atMs: answeredMs, byPage: true });
    const { text } = voice.comeback(scene, who, 'thanks', random.pick(PUZZLED));
    const thankedMs = answeredMs + random.int(1, 90) * MINUTE_MS;
    if (state === 'thanked') say({ text, atMs: thankedMs });
  }
  return messages.filter((message) => message.createdAtMs <= endMs);
}

/** Returns the private conversations that there are at the anchor. */
export function privateTalk(stage: Stage, random: Random, anchorMs: number): readonly Message[] {
  return BEGINNINGS.flatMap((hours, index) => {
    const atMs = anchorMs - hours * HOUR_MS;
    const state = index % 2 === 1 ? 'waiting' : index % 4 === 0 ? 'thanked' : 'answered';
    const platform = platformOf(index);
    return letters({ stage, random, platform }, { atMs, endMs: anchorMs, state });
  });
}

/** After this many of their own words people have said what they had to say. */
const MOST_WORDS = 5;

/** Returns what people write back privately; the same message is always taken the same way. */
export function createAnswer({ stage, seed }: { stage: Stage; seed: number }): Life['answer'] {
  return (sent, thread) => {
    const random = createRandom(`answer/${String(seed)}/${sent.id}/${sent.text}`);
    const words = thread.filter((message) => !message.byPage).length;
    if (words >= MOST_WORDS || random.chance(0.25)) return null;
    const known = stage.crowd.writers.find((one) => one.name === sent.person.name);
    const who = known ?? stage.crowd.writers[0];
    if (who === undefined) return null;
    const about = drawTopic(stage, random);
    const scene = sceneOf(stage, random, { about, atMs: sent.createdAtMs });
    const kind = random.weighted(['thanks', 'more'] as const, (one) => (one === 'more' ? 1 : 2));
    const { text } = voice.comeback(scene, who, kind, random.pick(PUZZLED));
    const createdAtMs = toSecond(sent.createdAtMs + random.int(20, 180) * 1000);
    const { threadId, platform, person } = sent;
    const id = messageIdOf(`answer/${sent.id}`);
    const rest = { byPage: false, photo: false, answersId: null };
    return {
      id,
      threadId,
      platform,
      person,
      text,
      createdAtMs,
      visibleFromMs: createdAtMs,
      ...rest,
    };
  };
}
