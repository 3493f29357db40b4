import { useEffect, useMemo, type ReactElement } from 'react';
import { formatMinutes } from '../../lib/format/figures.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import {
  openFigure,
  openFigureInInbox,
  closeFigure,
  refreshPosition,
} from '../../state/position-actions.ts';
import { periodName } from '../../state/period-name.ts';
import { refreshSettings } from '../../state/settings-actions.ts';
import { appState, useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { Banner } from '../../ui/notice/banner.tsx';
import { CoverageBar } from './coverage-bar.tsx';
import { DrillDown } from './drill-down.tsx';
import { FigureTable } from './figure-table.tsx';
import { minutesOf, type MapClock, type MapTeam } from './map-model.ts';
import { PositionHead } from './position-head.tsx';
import { PositionMap } from './position-map.tsx';
import styles from './position-area.module.css';
import { TeamCard } from './team-card.tsx';
import { useMapTeams } from './use-map-teams.ts';
import { useMapWords } from './use-words.ts';

/** "Socially Devoted" from here on (2012–2014). */
const REFERENCE_RATE = 0.65;
/** Four hours, as long as nobody has promised anything else. */
const USUAL_TARGET_MS = 4 * 3_600_000;

/** Where the lines cross: the published rate, and the time that the team's own rule promises. */
function useReference(): { readonly rate: number; readonly minutes: number } {
  const targetMs = useApp(
    ({ settings }) => settings.value?.policy.targets.first_response?.durationMs ?? USUAL_TARGET_MS,
  );
  return useMemo(() => ({ rate: REFERENCE_RATE, minutes: targetMs / 60_000 }), [targetMs]);
}

/** Opens a team's conversations beside the map, or closes them when they are open. */
function choose(key: string): void {
  if (appState().position.drill?.teamId === key) closeFigure();
  else void openFigure(key, 'unanswered');
}

/** Where each team stands, how it came there, and the conversations behind every figure. */
export function PositionArea(): ReactElement {
  const t = useT();
  const position = useApp((state) => state.position);
  const teams = useMapTeams();
  const clock: MapClock = position.preset === 'blogmeter' ? 'mean' : position.clock;
  const reference = useReference();
  const words = useMapWords(clock, reference);
  useEffect(() => {
    void refreshPosition();
    void refreshSettings();
  }, []);
  const { drill } = position;
  const drilled = teams.find((team) => team.key === drill?.teamId);
  return (
    <main className={styles['area']} data-drill={drilled !== undefined}>
      <div className={styles['page']}>
        <PositionHead />
        {position.error !== null && (
          <Banner look="error" icon="warning" text={errorText(t, position.error)}>
            <Button label={t('common.retry')} onClick={() => void refreshPosition()} />
          </Banner>
        )}
        {position.answer !== null && teams.every((team) => team.row.n + team.row.leftOut === 0) ? (
          <Nothing />
        ) : (
          <>
            <div className={styles['cards']}>
              {teams.map((team) => (
                <TeamCard
                  key={team.key}
                  team={team}
                  previous={
                    position.answer?.rows.find((row) => row.key === team.key)?.previous ?? null
                  }
                  clock={clock}
                  reference={reference}
                  chosen={drill?.teamId === team.key}
                  onChoose={() => choose(team.key)}
                />
              ))}
            </div>
            <section className={styles['chart']} aria-label={t('position.map.title')}>
              <div className={styles['legend']}>
                <span>{t('position.map.trail')}</span>
                <span>
                  {t('position.map.thin', {
                    guard: position.answer?.guard ?? 0,
                    unit: position.preset === 'blogmeter' ? 'posts' : 'requests',
                  })}
                </span>
              </div>
              <div className={styles['drawing']}>
                {position.asTable ? (
                  <FigureTable teams={teams} />
                ) : (
                  <PositionMap
                    teams={teams}
                    clock={clock}
                    reference={reference}
                    selected={drill?.teamId ?? null}
                    onSelect={choose}
                    words={words}
                  />
                )}
              </div>
              <p className={styles['foot']}>
                {absent(teams, clock).map((team) => (
                  <span key={team.key}>
                    {t('position.map.absent', {
                      team: team.name,
                      reason: team.row.n === 0 ? 'none' : 'unanswered',
                    })}
                  </span>
                ))}
                <span>{t('position.reference', { time: formatMinutes(reference.minutes) })}</span>
                <span>{t('position.versus')}</span>
              </p>
              <CoverageBar />
            </section>
          </>
        )}
      </div>
      {drill !== null && drilled !== undefined && (
        <DrillDown
          team={drilled}
          period={periodName(position.period, t)}
          outcome={drill.outcome}
          rows={drill.rows}
          total={drill.total}
          onOutcome={(outcome) => void openFigure(drill.teamId, outcome)}
          onOpen={openFigureInInbox}
          onOpenInbox={() => openFigureInInbox(null)}
          onClose={closeFigure}
        />
      )}
    </main>
  );
}

/** Teams that have no place on the map in this period. */
const absent = (teams: readonly MapTeam[], clock: MapClock): readonly MapTeam[] =>
  teams.filter((team) => team.row.rate === null || minutesOf(team.row, clock) === null);

/** Nothing to count yet: because no account is connected, or because the period holds nothing. */
function Nothing(): ReactElement {
  const t = useT();
  const connected = useApp((state) => (state.records.accounts ?? []).length > 0);
  return connected ? (
    <EmptyState
      icon="scatter"
      title={t('position.empty.period')}
      text={t('position.empty.periodText')}
    />
  ) : (
    <EmptyState icon="scatter" title={t('position.empty.title')} text={t('position.empty.text')} />
  );
}
