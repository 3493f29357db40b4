import { memo, type ReactElement } from 'react';
import type { ConversationSummary } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatWhen, isoInstant } from '../../lib/format/date.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { focusPane } from '../../lib/panes.ts';
import { kindName, placeName } from '../../lib/text/kind-name.ts';
import { uncertainWords } from '../../lib/timer/uncertainty.ts';
import { select } from '../../state/selection.ts';
import { selectAccount, selectAgent, selectIsLeaving, selectRow } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Avatar } from '../../ui/avatar/avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { conversationIcon } from '../../ui/icon/kind-icons.ts';
import { Inline } from '../../ui/text/customer-text.tsx';
import { Timer } from '../../ui/timer/timer.tsx';
import { RowTags } from './row-tags.tsx';
import styles from './row.module.css';

export interface RowProps {
  readonly id: string;
  readonly selected: boolean;
  /** From 0, of all rows of the view. */
  readonly position: number;
  /** Rows in the whole view; -1 while that is not known. */
  readonly setSize: number;
  /** The end of the local day: a new one changes how times are written. */
  readonly dayEndMs: number;
}

/** The id of a row's node, for the listbox to point at. */
export const optionId = (id: string): string => `row-${id}`;

function Assignee(props: { readonly name: string | null }): ReactElement {
  const t = useT();
  const agent = useApp(selectAgent);
  const { name } = props;
  if (name === null) return <Avatar name={null} look="nobody" title={t('inbox.row.unassigned')} />;
  const look = name === agent ? 'me' : 'person';
  return <Avatar name={name} look={look} title={t('inbox.row.assigned', { name })} />;
}

/** What a mail is about, before what it says. */
function Subject(props: { readonly text: string }): ReactElement {
  const t = useT();
  return (
    <>
      <Inline className={styles['subject']} text={props.text || t('mail.noSubject')} />
      <span className={styles['between']} aria-hidden="true">
        {' · '}
      </span>
      <span className="visually-hidden">, </span>
    </>
  );
}

function Lines(props: { readonly row: ConversationSummary }): ReactElement {
  const t = useT();
  const { row } = props;
  const account = useApp(selectAccount(row.accountId));
  const place = placeName(t, row);
  const snippet = row.snippet === '' ? t('inbox.row.noText') : row.snippet;
  return (
    <div className={styles['lines']}>
      <div className={styles['line']}>
        <Inline className={styles['who']} text={row.author.name ?? t('common.unknownPerson')} />
        <Timer facts={row.timer} tip={uncertainWords(t, row, { account, nowMs: clock.now() })} />
      </div>
      <div className={styles['line']}>
        <span className={styles['snippet']}>
          {row.subject === null ? null : <Subject text={row.subject} />}
          <Inline text={row.snippetOurs ? t('inbox.row.us', { text: snippet }) : snippet} />
        </span>
      </div>
      <div className={cx(styles['line'], styles['meta'])}>
        <Inline
          className={styles['account']}
          text={[account?.name, place].filter(Boolean).join(' · ')}
        />
        <RowTags row={row} />
        <time className={styles['when']} dateTime={isoInstant(row.lastMessageAtMs)}>
          {formatWhen(row.lastMessageAtMs, clock.now())}
        </time>
        <Assignee name={row.assignee} />
      </div>
    </div>
  );
}

/** One conversation of the list: who waits since when, what they say, where and for whom. */
export const Row = memo(function Row(props: RowProps): ReactElement | null {
  const t = useT();
  const { id, selected, position, setSize } = props;
  const row = useApp(selectRow(id));
  const leaving = useApp(selectIsLeaving(id));
  const answered = useApp(
    ({ inbox, records }) =>
      inbox.view === 'to_answer' && records.conversations[id]?.status !== 'pending',
  );
  if (row === undefined) return null;
  return (
    <div
      id={optionId(id)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={position + 1}
      aria-setsize={setSize}
      className={cx(
        styles['row'],
        row.unread && styles['unread'],
        selected && styles['selected'],
        (leaving || answered) && styles['done'],
      )}
      onMouseDown={(event) => {
        // The listbox keeps the focus: it points at its active row.
        event.preventDefault();
        select(id);
        focusPane('list');
      }}
    >
      <span className={styles['kind']}>
        {row.unread ? <span className="visually-hidden">{t('inbox.row.unread')}, </span> : null}
        <span className="visually-hidden">{kindName(t, row)}, </span>
        <Icon name={conversationIcon(row)} />
      </span>
      <Lines row={row} />
    </div>
  );
});
