import type { ReactElement } from 'react';
import type { ConversationDetail } from '../../../shared/contract/schemas.ts';
import { CommandIconButton } from '../../commands/command-button.tsx';
import { clock } from '../../lib/clock/clock.ts';
import { formatDay } from '../../lib/format/date.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { selectAccount, selectAgent, selectTeams } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Avatar } from '../../ui/avatar/avatar.tsx';
import { TeamMark } from '../../ui/marks/team-mark.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './details.module.css';

/** With a full list of earlier contacts there may be older ones still: nothing is claimed then. */
function knownWords(t: Translate, history: ConversationDetail['history']): string {
  if (history.length === 0) return t('details.firstContact');
  if (history.length >= 5) return t('details.knownWell');
  const earliest = Math.min(...history.map((entry) => entry.atMs));
  return t('details.knownSince', { when: formatDay(earliest, clock.now()) });
}

function Customer(props: { readonly detail: ConversationDetail }): ReactElement {
  const t = useT();
  const { summary, history } = props.detail;
  const name = summary.author.name ?? t('common.unknownPerson');
  return (
    <div className={styles['customer']}>
      <Avatar name={summary.author.name} size={40} />
      <div className={styles['names']}>
        <Inline className={styles['customerName']} text={name} />
        <span className={styles['customerNote']}>{knownWords(t, history)}</span>
      </div>
    </div>
  );
}

function Team(props: { readonly teamId: string }): ReactElement {
  const t = useT();
  const team = useApp(selectTeams).find(({ id }) => id === props.teamId);
  return (
    <>
      <dt>{t('details.team')}</dt>
      <dd>
        {team === undefined ? null : <TeamMark mark={team.mark} />}
        <bdi className={styles['value']}>{team?.name ?? props.teamId}</bdi>
        <CommandIconButton id="handOver" />
      </dd>
    </>
  );
}

function Assignee(props: { readonly name: string | null }): ReactElement {
  const t = useT();
  const agent = useApp(selectAgent);
  const { name } = props;
  const mine = name !== null && name === agent;
  return (
    <>
      <dt>{t('details.assignee')}</dt>
      <dd>
        <Avatar name={name} look={name === null ? 'nobody' : mine ? 'me' : 'person'} />
        <bdi className={styles['value']}>{name ?? t('details.assigneeNone')}</bdi>
        <CommandIconButton id="assignMe" label={t(mine ? 'details.release' : 'details.take')} />
      </dd>
    </>
  );
}

/** Who writes, which team and person have it, where it came in. */
export function Facts(props: { readonly detail: ConversationDetail }): ReactElement {
  const t = useT();
  const { summary } = props.detail;
  const account = useApp(selectAccount(summary.accountId));
  return (
    <div className={styles['facts']}>
      <Customer detail={props.detail} />
      <dl className={styles['pairs']}>
        <Team teamId={summary.teamId} />
        <Assignee name={summary.assignee} />
        <dt>{t('details.account')}</dt>
        <dd>
          <Inline className={styles['value']} text={account?.name ?? ''} />
        </dd>
        <dt>{t('details.status')}</dt>
        <dd>
          <span className={styles['value']}>{t(`details.status.${summary.status}`)}</span>
        </dd>
      </dl>
    </div>
  );
}
