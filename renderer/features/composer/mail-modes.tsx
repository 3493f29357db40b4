import { useId, type ReactElement } from 'react';
import type { MailKind } from '../../../shared/contract/mail-schemas.ts';
import { keysOf } from '../../commands/command-button.tsx';
import type { CommandId } from '../../commands/registry.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { setDraftMode } from '../../state/draft-actions.ts';
import { setMailKind } from '../../state/compose-mail.ts';
import type { MailNow } from '../../state/mail-now.ts';
import { selectDraft } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import styles from './composer.module.css';

type Choice = MailKind | 'note';

const FACES: Readonly<Record<Choice, { readonly icon: IconName; readonly command: CommandId }>> = {
  reply: { icon: 'reply', command: 'reply' },
  reply_all: { icon: 'users', command: 'replyAll' },
  forward: { icon: 'forward', command: 'forward' },
  note: { icon: 'note', command: 'note' },
};

/** To everybody only where there is somebody else. */
const choicesOf = ({ others, kind }: MailNow): readonly Choice[] =>
  others.length > 0 || kind === 'reply_all'
    ? ['reply', 'reply_all', 'forward', 'note']
    : ['reply', 'forward', 'note'];

/** What a mail becomes: an answer, an answer to all, passed on, or a note for the team. */
export function MailModes(props: { readonly id: string; readonly mail: MailNow }): ReactElement {
  const t = useT();
  const group = useId();
  const { id, mail } = props;
  const isNote = useApp((state) => selectDraft(id)(state).mode === 'note');
  const chosen: Choice = isNote ? 'note' : mail.kind;
  return (
    <div className={styles['modes']} role="radiogroup" aria-label={t('composer.mode')}>
      {choicesOf(mail).map((choice) => {
        const name = t(choice === 'note' ? 'composer.note' : `composer.mail.${choice}`);
        return (
          <label
            key={choice}
            className={styles['mode']}
            data-tip={name}
            data-tip-keys={keysOf(FACES[choice].command).join(' ')}
          >
            <input
              className="visually-hidden"
              type="radio"
              name={group}
              checked={choice === chosen}
              onChange={() =>
                choice === 'note' ? setDraftMode(id, 'note') : setMailKind(id, choice)
              }
            />
            <Icon name={FACES[choice].icon} />
            {name}
          </label>
        );
      })}
      {isNote ? <span className={styles['to']}>{t('composer.noteTo')}</span> : null}
    </div>
  );
}
