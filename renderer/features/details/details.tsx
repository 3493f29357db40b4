import type { ReactElement } from 'react';
import { CommandButton, CommandIconButton } from '../../commands/command-button.tsx';
import { useT } from '../../lib/i18n/i18n.ts';
import {
  selectAccount,
  selectAgent,
  selectDetail,
  selectRow,
  selectTeams,
} from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Avatar } from '../../ui/avatar/avatar.tsx';
import { TeamMark } from '../../ui/marks/team-mark.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import { Activities } from './activities.tsx';
import styles from './details.module.css';
import { History } from './history.tsx';
import { Why } from './why.tsx';

/** What is known beside the conversation itself: who, whose, why this deadline, what came before. */
export function Details(props: { readonly id: string }): ReactElement {
  const t = useT();
  const detail = useApp(selectDetail(props.id));
  return (
    <aside className={styles['pane']} data-pane="details" aria-label={t('details.label')}>
      <header className={styles['head']}>
        <h2>{t('details.label')}</h2>
        <CommandIconButton id="details" label={t('details.close')} />
      </header>
      <div className={styles['scroll']}>
        <Who id={props.id} />
        {detail === undefined ? null : (
          <>
            <Why explanation={detail.explanation} />
            <History entries={detail.history} />
            <Activities entries={detail.activities} />
          </>
        )}
      </div>
    </aside>
  );
}

function Who({ id }: { readonly id: string }): ReactElement | null {
  const t = useT();
  const row = useApp(selectRow(id));
  const teams = useApp(selectTeams);
  const agent = useApp(selectAgent);
  const account = useApp(selectAccount(row?.accountId));
  const contacts = useApp((state) => state.records.details[id]?.history.length ?? 0);
  if (row === undefined) return null;
  const team = teams.find((each) => each.id === row.teamId);
  const name = row.author.name ?? t('common.unknownPerson');
  return (
    <section className={styles['block']}>
      <div className={styles['customer']}>
        <Avatar name={row.author.name} size={40} />
        <div>
          <b>
            <Inline text={name} />
          </b>
          <span>
            {contacts === 0
              ? t('details.firstContact')
              : t('details.contacts', { n: contacts + 1 })}
          </span>
        </div>
      </div>
      <dl className={styles['facts']}>
        <dt>{t('details.team')}</dt>
        <dd>
          {team === undefined ? row.teamId : <TeamMark mark={team.mark} />}
          <span className={styles['value']}>{team?.name}</span>
          <CommandIconButton id="handOver" />
        </dd>
        <dt>{t('details.assignee')}</dt>
        <dd>
          <Avatar
            name={row.assignee}
            look={row.assignee === null ? 'nobody' : row.assignee === agent ? 'me' : 'person'}
          />
          <span className={styles['value']}>{row.assignee ?? t('details.assigneeNone')}</span>
        </dd>
        <dt>{t('details.account')}</dt>
        <dd>
          <span className={styles['value']}>{account?.name}</span>
        </dd>
        <dt>{t('details.status')}</dt>
        <dd>{t(`details.status.${row.status}`)}</dd>
      </dl>
      <div className={styles['take']}>
        <CommandButton
          id="assignMe"
          label={t(row.assignee === agent ? 'details.release' : 'details.take')}
        />
      </div>
    </section>
  );
}
