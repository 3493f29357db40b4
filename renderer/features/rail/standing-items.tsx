import type { ReactElement } from 'react';
import type { MetricRowView } from '../../../shared/contract/schemas.ts';
import { formatMinutes, formatPoints, formatRate } from '../../lib/format/figures.ts';
import { formatNumber } from '../../lib/format/number.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { openArea } from '../../state/layout-actions.ts';
import { periodName } from '../../state/period-name.ts';
import { firstKey } from '../../state/position.ts';
import { selectTeams } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { TeamMark } from '../../ui/marks/team-mark.tsx';
import { NavItem } from '../../ui/nav-item/nav-item.tsx';
import { Section } from './section.tsx';

/** The position in two figures per team, always in view: it moves while one answers. */
export function StandingItems(): ReactElement | null {
  const t = useT();
  const teams = useApp(selectTeams);
  const { answer, period } = useApp((state) => state.position);
  const first = useApp((state) => state.position.first[firstKey(state.position)]);
  const rows = answer?.rows.filter((row) => row.rate !== null && row.medianMinutes !== null) ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={`${t('area.position')} · ${periodName(period, t)}`}>
      {rows.map((row) => {
        const before = first?.rows.find((other) => other.key === row.key);
        const moved = movedBy(row, before);
        return (
          <NavItem
            key={row.key}
            mark={<TeamMark mark={teams.find((team) => team.id === row.key)?.mark ?? 'circle'} />}
            label={`${formatRate(row.rate ?? 0)} · ${formatMinutes(row.medianMinutes ?? 0)}`}
            note={moved === null ? countOf(row, t) : formatPoints(moved)}
            tip={`${row.name}: ${t('position.answeredOf', {
              answered: formatNumber(row.answered),
              n: formatNumber(row.n),
              unanswered: formatNumber(row.unanswered),
            })}`}
            onPress={() => openArea('position')}
          />
        );
      })}
    </Section>
  );
}

/** How far answers given in this sitting have moved the rate, 0–1; null when none were given. */
const movedBy = (now: MetricRowView, before: MetricRowView | undefined): number | null =>
  before === undefined ||
  now.answered <= before.answered ||
  now.rate === null ||
  before.rate === null
    ? null
    : now.rate - before.rate;

/** No figure without its n. */
const countOf = (row: MetricRowView, t: Translate): string =>
  t('rail.n', { n: formatNumber(row.n) });
