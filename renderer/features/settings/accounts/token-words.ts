import type { TokenView } from '../../../../shared/contract/channel-schemas.ts';
import { formatDay, formatWhen } from '../../../lib/format/date.ts';
import type { Translate } from '../../../lib/i18n/i18n.ts';

const DAY_MS = 86_400_000;

/** A token that ends within so many days is worth a word. */
const SOON_DAYS = 14;

/** When a token ends: the earlier of the two ends that the platform sets; null: never, or unknown. */
const endOf = ({ expiresAtMs, dataAccessExpiresAtMs }: TokenView): number | null => {
  const ends = [expiresAtMs, dataAccessExpiresAtMs].filter((end) => end !== null);
  return ends.length === 0 ? null : Math.min(...ends);
};

/** Returns the whole days until a token ends; null: it does not, or nobody says. */
export function daysLeft(token: TokenView, nowMs: number): number | null {
  const end = endOf(token);
  return end === null ? null : Math.max(0, Math.floor((end - nowMs) / DAY_MS));
}

/** Whether a token wants a look although it still works. */
export const endsSoon = (token: TokenView, nowMs: number): boolean =>
  (daysLeft(token, nowMs) ?? Infinity) <= SOON_DAYS;

/** Returns what a token is and how long it lives, in one line. */
export function tokenWords(t: Translate, token: TokenView, nowMs: number): string {
  if (token.trouble !== null) return t(`token.trouble.${token.trouble}`);
  if (token.checkedAtMs === null) return t('token.unchecked');
  const end = endOf(token);
  const kind = t(token.kind === null ? 'token.kind.unknown' : `token.kind.${token.kind}`);
  const life =
    end === null
      ? t('token.noEnd')
      : t('token.until', { date: formatDay(end, nowMs), days: daysLeft(token, nowMs) ?? 0 });
  return `${kind}, ${life}`;
}

/** Returns when a token was last looked at. */
export const checkedWords = (t: Translate, { checkedAtMs }: TokenView, nowMs: number): string =>
  checkedAtMs === null
    ? t('token.neverChecked')
    : t('token.checked', { when: formatWhen(checkedAtMs, nowMs) });
