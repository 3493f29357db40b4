import type { OutboxView } from '../../../shared/contract/schemas.ts';
import { formatTime } from '../../lib/format/date.ts';
import { formatDuration } from '../../lib/format/duration.ts';
import type { Translate } from '../../lib/i18n/i18n.ts';
import { isSpoken } from '../../lib/thread/deeds.ts';

/** The words of a state, and when they change. */
export interface StateWords {
  readonly text: string;
  readonly nextAtMs: number | null;
}

const forGood = (text: string): StateWords => ({ text, nextAtMs: null });

/** Returns where something in the outbox stands at `nowMs`: a reply in full, a deed in its strip. */
export function stateWords(
  t: Translate,
  item: OutboxView,
  { online, nowMs }: { readonly online: boolean; readonly nowMs: number },
): StateWords {
  const { state, notBeforeMs } = item;
  const area = isSpoken(item) ? 'outbox' : 'deed.state';
  const leftMs = notBeforeMs - nowMs;
  switch (state) {
    case 'queued':
      if (leftMs > 0) {
        const time = formatDuration(Math.ceil(leftMs / 1_000) * 1_000);
        return {
          text: t(`${area}.queuedIn`, { time }),
          nextAtMs: nowMs + (leftMs % 1_000 || 1_000),
        };
      }
      return forGood(t(online ? `${area}.queued` : `${area}.waitsForNetwork`));
    case 'deferred':
      return forGood(t(`${area}.deferred`, { time: formatTime(notBeforeMs) }));
    case 'sending':
    case 'unknown':
    case 'reconciling':
      return forGood(t(`${area}.${state}`));
    case 'rejected':
    case 'needs_human':
      return forGood(isSpoken(item) ? t(`outbox.${state}`) : '');
    // These two are never shown: they are messages, or drafts again.
    case 'sent':
    case 'cancelled':
      return forGood('');
  }
}
