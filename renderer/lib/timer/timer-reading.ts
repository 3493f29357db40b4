import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { timerAt, type TimerInput } from '../../../shared/domain/sla/timer.ts';
import type { TimerState } from '../../../shared/domain/sla/types.ts';
import { formatCountdown, formatDuration, nextChangeInMs } from '../format/duration.ts';
import { t } from '../i18n/i18n.ts';

/** What a timer is told: stored instants, and how long the answer took once there is one. */
export interface TimerFacts extends TimerInput {
  readonly answeredInMs: number | null;
}

/** A timer at one instant, ready to be drawn. */
export interface TimerFace {
  readonly state: TimerState;
  /** How much of the ring is full, 0–1. */
  readonly share: number;
  /** `3 h 14`, `38 min`, `+12 min`, `≈ 2 h 40`, `Risposto in 42 min`; empty when there is none. */
  readonly text: string;
  /** When the text changes next, or null when it stays. */
  readonly nextAtMs: number | null;
}

function words(state: TimerState, ms: number, answeredInMs: number | null): string {
  switch (state) {
    case 'calm':
    case 'warning':
      return formatCountdown(ms, 'up');
    case 'uncertain':
      return `≈ ${formatCountdown(ms, 'up')}`;
    case 'overdue':
      return `+${formatCountdown(ms, 'down')}`;
    case 'paused':
      return t('timer.paused');
    case 'answered':
      return answeredInMs === null
        ? t('timer.answered')
        : t('timer.answeredIn', { duration: formatDuration(answeredInMs) });
    case 'none':
      return '';
    default:
      return assertNever(state);
  }
}

/** The warning may begin between two changes of the text: whichever comes first counts. */
function nextChange(facts: TimerFacts, remainingMs: number, nowMs: number): number {
  if (remainingMs < 0) return nowMs + nextChangeInMs(-remainingMs, 'up');
  // One past the due instant, which itself is in time: there it turns overdue.
  const textAtMs =
    remainingMs < 1_000 ? nowMs + remainingMs + 1 : nowMs + nextChangeInMs(remainingMs, 'down');
  const { warnAtMs } = facts;
  return warnAtMs !== null && warnAtMs > nowMs ? Math.min(textAtMs, warnAtMs) : textAtMs;
}

/** Returns the face of a timer at `nowMs`, in the language of the moment. */
export function timerFace(facts: TimerFacts, nowMs: number): TimerFace {
  const { state, remainingMs, share } = timerAt(facts, nowMs);
  return {
    state,
    share: share ?? 0,
    text: words(state, Math.abs(remainingMs ?? 0), facts.answeredInMs),
    nextAtMs: remainingMs === null ? null : nextChange(facts, remainingMs, nowMs),
  };
}
