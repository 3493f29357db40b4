import type { MessageId } from '../../lib/i18n/i18n.ts';
import type { IconName } from '../../ui/icon/icon.tsx';

/** The parts of the settings, and where each belongs. */
export const SECTIONS = [
  { id: 'accounts', group: 'team', icon: 'post' },
  { id: 'deadlines', group: 'team', icon: 'gauge' },
  { id: 'signatures', group: 'team', icon: 'pencil' },
  { id: 'appearance', group: 'computer', icon: 'sun' },
  { id: 'data', group: 'computer', icon: 'shield' },
] as const satisfies readonly {
  readonly id: string;
  readonly group: 'team' | 'computer';
  readonly icon: IconName;
}[];

/** A part of the settings. */
export type Section = (typeof SECTIONS)[number]['id'];

/** Returns the part with this name; the accounts when there is none. */
export const sectionOf = (name: string | null): Section =>
  SECTIONS.find(({ id }) => id === name)?.id ?? 'accounts';

/** The heading over each group. */
export const GROUPS = ['team', 'computer'] as const;

/** Returns the id of a part's name. */
export const titleOf = (section: Section): MessageId => `settings.${section}`;
