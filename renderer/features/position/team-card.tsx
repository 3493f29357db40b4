import type { ReactElement } from 'react';
import type { MetricRowView } from '../../../shared/contract/schemas.ts';
import { formatNumber } from '../../lib/format/number.ts';
import { formatMinutes, formatPoints, formatRate } from '../../lib/format/figures.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { cx } from '../../ui/cx.ts';
import { TeamMark } from '../../ui/marks/team-mark.tsx';
import { minutesOf, quadrantOf, spotOf, type MapClock, type MapTeam } from './map-model.ts';
import styles from './team-card.module.css';

interface TeamCardProps {
  readonly team: MapTeam;
  readonly previous: MetricRowView | null;
  readonly clock: MapClock;
  readonly reference: { readonly rate: number; readonly minutes: number };
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One team's two figures, each with what it stands on and how it moved. The whole card is the target. */
export function TeamCard(props: TeamCardProps): ReactElement {
  const t = useT();
  const { row, name, mark, before } = props.team;
  const minutes = minutesOf(row, props.clock);
  return (
    <button
      type="button"
      className={cx(styles['card'], props.chosen && styles['chosen'])}
      aria-pressed={props.chosen}
      onClick={props.onChoose}
    >
      <span className={styles['head']}>
        <TeamMark mark={mark} />
        <span className={styles['name']}>{name}</span>
        <span className={styles['flags']}>{standing(props, t)}</span>
      </span>
      <span className={styles['figure']}>
        <span className={styles['label']}>{t('position.rate')}</span>
        <span className={cx(styles['value'], row.underGuard && styles['thin'])}>
          {row.rate === null ? t('position.nothing') : formatRate(row.rate)}
          <Movement now={row.rate} then={props.previous?.rate ?? null} unit="points" />
        </span>
        <span className={styles['note']}>
          {t('position.answeredOf', {
            answered: formatNumber(row.answered),
            n: formatNumber(row.n),
            unanswered: formatNumber(row.unanswered),
          })}
        </span>
      </span>
      <span className={styles['figure']}>
        <span className={styles['label']}>{t(`position.time.${props.clock}`)}</span>
        <span className={cx(styles['value'], row.underGuard && styles['thin'])}>
          {minutes === null ? t('position.nothing') : formatMinutes(minutes)}
          <Movement
            now={minutes}
            then={props.previous === null ? null : minutesOf(props.previous, props.clock)}
            unit="time"
          />
        </span>
        <span className={styles['note']}>{inTimeNote(row, t)}</span>
      </span>
      {before !== null && row.rate !== null && before.rate !== null && (
        <span className={styles['since']}>
          {t('position.sinceOpen', {
            points: formatPoints(row.rate - before.rate),
            answered: formatNumber(row.answered - before.answered),
          })}
        </span>
      )}
    </button>
  );
}

/** The quadrant in words, and what makes the figure weak. */
function standing({ team, clock, reference }: TeamCardProps, t: Translate): string {
  const { underGuard, provisional } = team.row;
  if (underGuard) return t('position.underGuard');
  const spot = spotOf(team.row, clock);
  return [
    ...(spot === null ? [] : [t(`position.quadrant.${quadrantOf(spot, reference)}`)]),
    ...(provisional ? [t('position.provisional')] : []),
  ].join(' · ');
}

const inTimeNote = (row: MetricRowView, t: Translate): string =>
  row.inTimeRate === null
    ? t('position.onAnswers', { n: formatNumber(row.answered) })
    : t('position.inTime', { share: formatRate(row.inTimeRate), n: formatNumber(row.n) });

interface MovementProps {
  readonly now: number | null;
  readonly then: number | null;
  readonly unit: 'points' | 'time';
}

/** How a figure moved against the period before; nothing when either is missing or nothing moved. */
function Movement({ now, then, unit }: MovementProps): ReactElement | null {
  const t = useT();
  if (now === null || then === null) return null;
  const difference = now - then;
  if (Math.abs(difference) < (unit === 'points' ? 0.0005 : 1)) return null;
  const up = difference > 0;
  const good = unit === 'points' ? up : !up;
  const size =
    unit === 'points'
      ? formatPoints(Math.abs(difference)).slice(1)
      : formatMinutes(Math.abs(difference));
  const key = unit === 'points' ? 'position.movedPoints' : 'position.movedTime';
  return (
    <span className={cx(styles['move'], good ? styles['good'] : styles['bad'])}>
      {up ? '↑' : '↓'} {t(key, { size })}
    </span>
  );
}
