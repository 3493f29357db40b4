import type { ReactElement } from 'react';
import { CommandIconButton } from '../../commands/command-button.tsx';
import { clock } from '../../lib/clock/clock.ts';
import type { ConversationSummary } from '../../../shared/contract/schemas.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { kindName } from '../../lib/text/kind-name.ts';
import { uncertainWords } from '../../lib/timer/uncertainty.ts';
import { selectAccount, selectRow } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { conversationIcon } from '../../ui/icon/kind-icons.ts';
import { Tag } from '../../ui/marks/tag.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import { Timer } from '../../ui/timer/timer.tsx';
import { useWide } from '../../ui/use-wide.ts';
import { Participants } from './mail/participants.tsx';
import styles from './conversation.module.css';

/** Under this width of the window the timer says its time without words. */
const ROOMY_PX = 1240;

/** What a conversation is called: by its subject, or by who began it. */
const titleOf = (t: Translate, { subject, author }: ConversationSummary): string =>
  subject === null ? (author.name ?? t('common.unknownPerson')) : subject || t('mail.noSubject');

/** Who it is, how long is left, and what can be done. */
export function Header(props: { readonly id: string }): ReactElement | null {
  const t = useT();
  const row = useApp(selectRow(props.id));
  const account = useApp(selectAccount(row?.accountId));
  const roomy = useWide(ROOMY_PX);
  if (row === undefined) return null;
  return (
    <header className={styles['header']}>
      <Icon name={conversationIcon(row)} />
      <div className={styles['identity']}>
        <h2 className={styles['name']}>
          <Inline text={titleOf(t, row)} />
        </h2>
        <p className={styles['subtitle']}>
          {row.subject === null ? null : <Participants id={row.id} starter={row.author} />}
          {t(row.subject === null ? 'conversation.subtitle' : 'mail.subtitle', {
            kind: kindName(t, row),
            account: account?.name ?? '',
            n: row.messageCount,
          })}
        </p>
      </div>
      {row.status === 'closed' ? (
        <Tag look="plain" icon="check" label={t('conversation.closed')} />
      ) : (
        <Timer
          facts={row.timer}
          big
          words={roomy}
          tip={uncertainWords(t, row, { account, nowMs: clock.now() })}
        />
      )}
      <div className={styles['actions']} role="toolbar" aria-label={t('conversation.actions')}>
        <CommandIconButton id="handOver" />
        <CommandIconButton id="noAnswerNeeded" />
        {row.status === 'closed' ? (
          <CommandIconButton id="reopen" />
        ) : (
          <CommandIconButton id="close" />
        )}
        <CommandIconButton id="details" />
      </div>
    </header>
  );
}
