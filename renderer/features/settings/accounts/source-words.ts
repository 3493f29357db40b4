import type { SourceView } from '../../../../shared/contract/channel-schemas.ts';
import { formatWhen } from '../../../lib/format/date.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import type { Translate } from '../../../lib/i18n/i18n.ts';
import type { HealthState } from '../../../ui/marks/health-mark.tsx';
import { assertNever } from '../../../../shared/kernel/assert-never.ts';

/** Returns how a source stands, in words: what happened, then what comes of it. */
export function sourceWords(t: Translate, source: SourceView, nowMs: number): string {
  const state = standingOf(source);
  switch (state) {
    case 'off':
      return t('source.state.off');
    case 'ok':
      return source.completeThroughMs === null
        ? t('source.state.ok')
        : t('source.state.through', { when: formatWhen(source.completeThroughMs, nowMs) });
    case 'waiting':
      return t('source.state.waiting');
    case 'reading':
      return t('source.state.reading');
    case 'held':
      return source.nextReadAtMs === null
        ? t('source.state.held')
        : t('source.state.heldUntil', { when: formatWhen(source.nextReadAtMs, nowMs) });
    case 'permission':
      return source.missing.length === 0
        ? t('source.state.permission')
        : t('source.state.missing', { names: source.missing.join(', ') });
    case 'unavailable':
      return t('source.state.unavailable');
    case 'error':
      return source.error === null ? t('source.state.error') : errorText(t, source.error);
    default:
      return assertNever(state);
  }
}

/** A permission that is known to be missing counts before the platform has refused anything. */
const standingOf = ({ enabled, missing, state }: SourceView): SourceView['state'] =>
  enabled && missing.length > 0 && state === 'waiting' ? 'permission' : state;

/** Returns the shape that goes with the words. */
export function sourceHealth(source: SourceView): HealthState | null {
  const state = standingOf(source);
  switch (state) {
    case 'off':
    case 'waiting':
      return null;
    case 'ok':
      return 'ok';
    case 'reading':
      return 'reading';
    case 'held':
    case 'unavailable':
      return 'gap';
    case 'permission':
      return 'warning';
    case 'error':
      return 'error';
    default:
      return assertNever(state);
  }
}

/** Whether something of a source does not go as it should and wants to be seen. */
export const isTroubled = (source: SourceView): boolean =>
  ['permission', 'error', 'held'].includes(standingOf(source));
