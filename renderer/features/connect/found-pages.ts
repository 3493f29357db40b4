import type { PageChoiceView } from '../../../shared/contract/channel-schemas.ts';
import { locale } from '../../lib/format/number.ts';

/** So many pages stand on the screen at once. */
export const PAGES_AT_ONCE = 25;

/** One part of the pages that were looked for. */
export interface FoundPages {
  readonly shown: readonly PageChoiceView[];
  /** How many match in all. */
  readonly total: number;
  /** Counted from 0; the nearest that exists. */
  readonly part: number;
  readonly parts: number;
}

/** Whatever one types: case and accents do not count. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Returns part `wanted` of the pages whose name or id holds the words of the query, by name. */
export function foundPages(
  pages: readonly PageChoiceView[],
  query: string,
  wanted: number,
): FoundPages {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const matching = pages
    .filter(({ name, externalId }) =>
      words.every((word) => plain(name).includes(word) || externalId.startsWith(word)),
    )
    .toSorted((one, other) => one.name.localeCompare(other.name, locale()));
  const parts = Math.max(1, Math.ceil(matching.length / PAGES_AT_ONCE));
  const part = Math.min(Math.max(0, wanted), parts - 1);
  const from = part * PAGES_AT_ONCE;
  return {
    shown: matching.slice(from, from + PAGES_AT_ONCE),
    total: matching.length,
    part,
    parts,
  };
}
