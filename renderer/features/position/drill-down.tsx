import type { ReactElement } from 'react';
import type { ConversationSummary } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatDay } from '../../lib/format/date.ts';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { gist } from '../../lib/text/gist.ts';
import type { DrillOutcome } from '../../state/position.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { cx } from '../../ui/cx.ts';
import { TeamMark } from '../../ui/marks/team-mark.tsx';
import styles from './drill-down.module.css';
import type { MapTeam } from './map-model.ts';

/** The parts of a figure that open their conversations. */
const OUTCOMES = ['answered', 'unanswered', 'open', 'left_out'] as const;

interface DrillDownProps {
  readonly team: MapTeam;
  readonly period: string;
  readonly outcome: DrillOutcome;
  readonly rows: readonly ConversationSummary[];
  readonly total: number;
  readonly onOutcome: (outcome: DrillOutcome) => void;
  readonly onOpen: (conversationId: string) => void;
  readonly onOpenInbox: () => void;
  readonly onClose: () => void;
}

const countOf = (team: MapTeam, outcome: DrillOutcome): number =>
  outcome === 'left_out' ? team.row.leftOut : team.row[outcome];

/** What a team's figure is made of, and the conversations behind the chosen part. */
export function DrillDown(props: DrillDownProps): ReactElement {
  const t = useT();
  const { team } = props;
  const largest = Math.max(1, ...OUTCOMES.map((outcome) => countOf(team, outcome)));
  return (
    <aside className={styles['panel']} aria-label={team.name}>
      <header className={styles['head']}>
        <TeamMark mark={team.mark} />
        <h2>{team.name}</h2>
        <span className={styles['period']}>{props.period}</span>
        <IconButton icon="close" label={t('position.drill.close')} onClick={props.onClose} />
      </header>
      <p className={styles['summary']}>
        {t('position.drill.summary', {
          unanswered: formatNumber(team.row.unanswered),
          n: formatNumber(team.row.n),
        })}
      </p>
      <div className={styles['parts']}>
        {OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className={cx(
              styles['part'],
              styles[outcome],
              outcome === props.outcome && styles['chosen'],
            )}
            aria-pressed={outcome === props.outcome}
            onClick={() => props.onOutcome(outcome)}
          >
            <span className={styles['partLine']}>
              <span>{t(`position.drill.${outcome}`)}</span>
              <span>{formatNumber(countOf(team, outcome))}</span>
            </span>
            <span className={styles['track']}>
              <span
                className={styles['bar']}
                style={{ width: `${(countOf(team, outcome) / largest) * 100}%` }}
              />
            </span>
          </button>
        ))}
      </div>
      <ul className={styles['rows']}>
        {props.rows.map((row) => (
          <li key={row.id}>
            <button type="button" className={styles['row']} onClick={() => props.onOpen(row.id)}>
              <span className={styles['who']} dir="auto">
                {row.author.name ?? t('common.unknownPerson')}
              </span>
              <time className={styles['when']}>
                {formatDay(row.timer.pendingSinceMs ?? row.lastMessageAtMs, clock.now())}
              </time>
              <span className={styles['snippet']} dir="auto">
                {gist(row)}
              </span>
            </button>
          </li>
        ))}
        {props.rows.length === 0 && <li className={styles['none']}>{t('position.drill.none')}</li>}
      </ul>
      <footer className={styles['foot']}>
        <Button
          icon="inbox"
          label={t('position.drill.openInbox')}
          disabled={props.total === 0}
          onClick={props.onOpenInbox}
        />
        <span>
          {t('position.drill.shown', {
            shown: formatNumber(props.rows.length),
            total: formatNumber(props.total),
          })}
        </span>
      </footer>
    </aside>
  );
}
