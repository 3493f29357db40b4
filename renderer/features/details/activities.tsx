import type { ReactElement } from 'react';
import type { ConversationDetail } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatDayTime, isoInstant } from '../../lib/format/date.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { selectTeams } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import styles from './details.module.css';

type Entry = ConversationDetail['activities'][number];

/** What people did with the conversation, newest first. */
export function Activities(props: { readonly entries: readonly Entry[] }): ReactElement {
  const t = useT();
  const teams = useApp(selectTeams);
  const teamName = (id: string | null): string => teams.find((team) => team.id === id)?.name ?? '';
  return (
    <section className={styles['block']}>
      <h3>{t('details.activity')}</h3>
      {props.entries.length === 0 ? (
        <p className={styles['none']}>{t('details.activityNone')}</p>
      ) : (
        <ul>
          {props.entries.toReversed().map((entry) => (
            <li key={`${entry.opId} ${entry.kind}`} className={styles['activity']}>
              <span>{wordsOf(entry, teamName, t)}</span>
              <time dateTime={isoInstant(entry.atMs)}>
                {formatDayTime(entry.atMs, clock.now())}
              </time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** `agent:Marta` → `Marta`; what nobody did by hand is Riscontro's. */
const actorName = (actor: string, t: Translate): string =>
  actor.startsWith('agent:') ? actor.slice('agent:'.length) : t('activity.system');

function wordsOf(entry: Entry, teamName: (id: string | null) => string, t: Translate): string {
  const actor = actorName(entry.actor, t);
  if (entry.kind === 'handed_over') {
    return t('activity.handed_over', { actor, detail: teamName(entry.detail) });
  }
  if (entry.kind !== 'assigned') return t(`activity.${entry.kind}`, { actor });
  if (entry.detail === null) return t('activity.unassigned', { actor });
  return entry.detail === actor
    ? t('activity.taken', { actor })
    : t('activity.assigned', { actor, detail: entry.detail });
}
