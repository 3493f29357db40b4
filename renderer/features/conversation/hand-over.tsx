import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { ConversationSummary } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatDayTime } from '../../lib/format/date.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { handOver } from '../../state/conversation-actions.ts';
import { showOverlay } from '../../state/layout-actions.ts';
import { selectRow, selectSelectedId, selectTeams } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TeamMark } from '../../ui/marks/team-mark.tsx';
import styles from './hand-over.module.css';

/** Longest note that goes along, in UTF-16 units: the contract's limit. */
const LONGEST_NOTE = 2_000;

function Choice(props: { readonly row: ConversationSummary }): ReactElement {
  const t = useT();
  const teams = useApp(selectTeams);
  const [note, setNote] = useState('');
  const choices = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The dialog opens at it: T, then Enter, hands the conversation over.
    choices.current?.querySelector('button:enabled')?.setAttribute('autofocus', '');
  }, []);
  const { row } = props;
  const { dueAtMs } = row.timer;
  const give = (teamId: string): void => {
    showOverlay(null);
    void handOver(row.id, teamId, note.trim() === '' ? null : note.trim());
  };
  return (
    <div className={styles['body']}>
      <p className={styles['hint']}>
        {dueAtMs === null
          ? t('handover.hintNone')
          : t('handover.hint', { due: formatDayTime(dueAtMs, clock.now()) })}
      </p>
      <Field
        label={t('handover.note')}
        value={note}
        maxLength={LONGEST_NOTE}
        onChange={(event) => setNote(event.target.value)}
      />
      <ul ref={choices} className={styles['teams']}>
        {teams.map((team) => (
          <li key={team.id}>
            <button
              type="button"
              className={styles['team']}
              disabled={team.id === row.teamId}
              onClick={() => give(team.id)}
            >
              <TeamMark mark={team.mark} />
              <bdi>{team.name}</bdi>
              {team.id === row.teamId ? (
                <span className={styles['current']}>{t('handover.current')}</span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Gives the conversation to another team, with a word for it; the deadline stays. */
export function HandOver(): ReactElement | null {
  const t = useT();
  const id = useApp(selectSelectedId);
  const row = useApp(selectRow(id));
  if (row === undefined) return null;
  return (
    <Dialog
      label={t('handover.title')}
      closeLabel={t('common.close')}
      onClose={() => showOverlay(null)}
    >
      <Choice row={row} />
    </Dialog>
  );
}
