import { createClock } from '../../renderer/lib/clock/clock.ts';
import { timerFace } from '../../renderer/lib/timer/timer-reading.ts';
import { progress, round, type Part, type Scale } from './figures.ts';

const TIMERS = 200;
const MOST_SHARE = 0.01;
const MINUTE_MS = 60_000;
const START_MS = Date.parse('2026-03-02T08:00:00Z');

/** Due within two hours around the whole span, so that many count seconds and many are overdue. */
const factsOf = (index: number) => ({
  pendingSinceMs: START_MS - 120 * MINUTE_MS,
  dueAtMs: START_MS + ((index * 120) / TIMERS - 30) * MINUTE_MS,
  warnAtMs: START_MS + ((index * 120) / TIMERS - 60) * MINUTE_MS,
  answeredAtMs: null,
  answeredInMs: null,
  paused: false,
  uncertain: false,
});

/**
 * What it costs to keep two hundred visible timers right: the page's own clock and faces, an hour of
 * it told in one go. Writing a text into its node is the page's part and not in it.
 */
export function benchTimers({ timerMinutes }: Scale): Part {
  progress(`timers: ${TIMERS} for ${timerMinutes} minutes`);
  let nowMs = START_MS;
  let next: { readonly run: () => void; readonly atMs: number } | null = null;
  const clock = createClock({
    now: () => nowMs,
    set: (run, afterMs) => {
      next = { run, atMs: nowMs + afterMs };
      return 1;
    },
    clear: () => {
      next = null;
    },
  });
  const texts: string[] = [];
  let writes = 0;
  const stops = Array.from({ length: TIMERS }, (_, index) => {
    const facts = factsOf(index);
    return clock.subscribe((atMs) => {
      const face = timerFace(facts, atMs);
      texts[index] = face.text;
      writes += 1;
      return face.nextAtMs;
    });
  });
  const endMs = START_MS + timerMinutes * MINUTE_MS;
  let wakes = 0;
  const startedCpu = process.cpuUsage();
  for (;;) {
    const planned = next as { readonly run: () => void; readonly atMs: number } | null;
    if (planned === null || planned.atMs > endMs) break;
    nowMs = planned.atMs;
    wakes += 1;
    planned.run();
  }
  const { user, system } = process.cpuUsage(startedCpu);
  for (const stop of stops) stop();
  const share = (user + system) / 1_000 / (timerMinutes * MINUTE_MS);
  return {
    timers: TIMERS,
    minutes: timerMinutes,
    wakesPerMinute: round(wakes / timerMinutes, 1),
    textsPerMinute: round(writes / timerMinutes, 1),
    shareOfACore: round(share, 6),
    target: `shareOfACore < ${MOST_SHARE}`,
    holds: share < MOST_SHARE,
  };
}
