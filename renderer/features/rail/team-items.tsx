import type { ReactElement } from 'react';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openView } from '../../state/inbox-load.ts';
import { selectTeams } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { TeamMark } from '../../ui/marks/team-mark.tsx';
import { NavItem } from '../../ui/nav-item/nav-item.tsx';
import { Section } from './section.tsx';

/** The teams, each with what it still has to answer. */
export function TeamItems(): ReactElement {
  const t = useT();
  const teams = useApp(selectTeams);
  const counts = useApp((state) => state.counts.value?.teams);
  const current = useApp((state) => state.inbox.filter.teamId);
  return (
    <Section title={t('rail.teams')}>
      {teams.map((team) => {
        const pending = counts?.[team.id] ?? 0;
        return (
          <NavItem
            key={team.id}
            mark={<TeamMark mark={team.mark} />}
            label={team.name}
            current={current === team.id}
            note={pending === 0 ? undefined : formatNumber(pending)}
            onPress={() => openView('to_answer', { teamId: team.id })}
          />
        );
      })}
    </Section>
  );
}
