import type { DomainEvent, NewEvent } from '../../../../shared/domain/event.ts';
import {
  compareHlc,
  formatHlc,
  HLC_ZERO,
  hlcNode,
  parseHlc,
  sendHlc,
  type Hlc,
} from '../../../../shared/domain/hlc.ts';
import type { Clock, Ids } from '../../ports/clock.ts';

/** Gives facts their identity and their place in time. */
export interface Stamper {
  /** Stamps with instants after all before; they count only once `keep` is called. */
  stamp(events: readonly NewEvent[]): readonly DomainEvent[];
  /** Call after the commit: a transaction that failed leaves the clock where it was. */
  keep(): void;
  /** Facts of this machine that came back after a loss: what is stamped next is later than they. */
  resume(events: readonly DomainEvent[]): void;
}

/** `lastHlc` is the newest stamp in the log, or null in a new workspace. */
export function stamper(
  { ids, clock, node }: { readonly ids: Ids; readonly clock: Clock; readonly node: string },
  lastHlc: string | null,
): Stamper {
  const nodeText = hlcNode(node);
  let kept: Hlc = (lastHlc === null ? null : parseHlc(lastHlc)) ?? HLC_ZERO;
  let newest = kept;
  return {
    stamp: (events) => {
      const nowMs = clock.now();
      newest = kept;
      return events.map((event): DomainEvent => {
        newest = sendHlc(newest, nowMs);
        return {
          ...event,
          opId: ids.next(),
          hlc: formatHlc(newest, nodeText),
          observedAtMs: nowMs,
        };
      });
    },
    keep: () => {
      kept = newest;
    },
    resume: (events) => {
      for (const { hlc } of events) {
        const stamped = parseHlc(hlc);
        if (stamped !== null && compareHlc(stamped, kept) > 0) kept = stamped;
      }
    },
  };
}
