import { useMemo } from 'react';
import type { MetricRowView } from '../../../shared/contract/schemas.ts';
import { firstKey } from '../../state/position.ts';
import { useApp } from '../../state/store.ts';
import type { MapTeam } from './map-model.ts';

/** Returns the teams with their figures, trail and where they stood when the window was opened. */
export function useMapTeams(): readonly MapTeam[] {
  const answer = useApp((state) => state.position.answer);
  const first = useApp((state) => state.position.first[firstKey(state.position)]);
  const teams = useApp((state) => state.session.hello?.teams);
  return useMemo(
    () =>
      (answer?.rows ?? []).map((row) => {
        const before = first?.rows.find((other) => other.key === row.key) ?? null;
        return {
          key: row.key,
          name: row.name,
          mark: teams?.find((team) => team.id === row.key)?.mark ?? 'circle',
          row,
          trail: answer?.trail.filter((step) => step.key === row.key) ?? [],
          before: before !== null && hasMoved(before, row) ? before : null,
        };
      }),
    [answer, first, teams],
  );
}

/** Answers given since then are what moves a point by hand; the mere passing of time is not. */
const hasMoved = (before: MetricRowView, now: MetricRowView): boolean =>
  now.answered > before.answered;
