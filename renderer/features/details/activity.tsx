import type { ReactElement } from 'react';
import type { ConversationDetail, TeamView } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatExact, formatWhen, isoInstant } from '../../lib/format/date.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { personOf } from '../../lib/text/actor-name.ts';
import { selectTeams } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import styles from './details.module.css';

type Deed = ConversationDetail['activities'][number];

const ICONS: Readonly<Record<Deed['kind'], IconName>> = {
  handed_over: 'swap',
  assigned: 'user',
  no_answer_needed: 'moon',
  reopened: 'undo',
  closed: 'check',
  reply_cancelled: 'undo',
  reply_failed: 'warning',
  action_failed: 'warning',
};

function wordsOf(t: Translate, deed: Deed, teams: readonly TeamView[]): string {
  const actor = personOf(deed.actor) ?? t('activity.system');
  const { kind, detail } = deed;
  if (kind === 'assigned') {
    if (detail === null) return t('activity.unassigned', { actor });
    return detail === actor
      ? t('activity.taken', { actor })
      : t('activity.assigned', { actor, detail });
  }
  if (kind === 'handed_over') {
    const team = teams.find(({ id }) => id === detail)?.name ?? detail ?? '';
    return t('activity.handed_over', { actor, detail: team });
  }
  return t(`activity.${kind}`, { actor });
}

/** What people did with the conversation, newest first. */
export function Activity(props: { readonly activities: readonly Deed[] }): ReactElement {
  const t = useT();
  const teams = useApp(selectTeams);
  if (props.activities.length === 0) {
    return <p className={styles['quiet']}>{t('details.activityNone')}</p>;
  }
  return (
    <ul>
      {props.activities.toReversed().map((deed) => (
        <li key={deed.opId} className={styles['line']}>
          <Icon name={ICONS[deed.kind]} small />
          <bdi className={cx(styles['lineText'], styles['wraps'])}>{wordsOf(t, deed, teams)}</bdi>
          <time dateTime={isoInstant(deed.atMs)} data-tip={formatExact(deed.atMs)}>
            {formatWhen(deed.atMs, clock.now())}
          </time>
        </li>
      ))}
    </ul>
  );
}
