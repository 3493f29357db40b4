import { useId, type ReactElement } from 'react';
import type { ComposerMode } from '../../../shared/contract/channel-schemas.ts';
import { keysOf } from '../../commands/command-button.tsx';
import type { CommandId } from '../../commands/registry.ts';
import { useT, type MessageId } from '../../lib/i18n/i18n.ts';
import { composingIn } from '../../state/composing.ts';
import { setDraftMode } from '../../state/draft-actions.ts';
import type { DraftMode } from '../../state/drafts.ts';
import { selectAccount, selectDetail, selectDraft, selectRow } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './composer.module.css';
import { useComposing } from './use-composing.ts';

const FACES: Readonly<Record<DraftMode, { readonly icon: IconName; readonly command: CommandId }>> =
  {
    public: { icon: 'globe', command: 'reply' },
    private: { icon: 'lock', command: 'message.private' },
    note: { icon: 'note', command: 'note' },
  };

/** Until the conversation is read, what every conversation has. */
const ALWAYS: readonly DraftMode[] = ['public', 'note'];

/** One way of writing; where it is not possible it can be looked at, and says why. */
function Mode(props: {
  readonly id: string;
  readonly mode: DraftMode;
  readonly group: string;
}): ReactElement {
  const t = useT();
  const { id, mode, group } = props;
  const { icon, command } = FACES[mode];
  const detail = useApp(selectDetail(id));
  const draft = useApp(selectDraft(id));
  const ability: ComposerMode['ability'] = composingIn(detail, draft, mode).ability;
  const name = t(`composer.${mode}`);
  const tip = ability.allowed
    ? name
    : t('action.why', { action: name, reason: t(`reason.${ability.reason}`) });
  return (
    <label
      className={cx(styles['mode'], !ability.allowed && styles['blocked'])}
      data-tip={tip}
      data-tip-keys={keysOf(command).join(' ')}
    >
      <input
        className="visually-hidden"
        type="radio"
        name={group}
        checked={mode === draft.mode}
        onChange={() => setDraftMode(id, mode)}
      />
      <Icon name={icon} />
      {name}
    </label>
  );
}

const TO: Readonly<Record<DraftMode, MessageId>> = {
  public: 'composer.as',
  private: 'composer.asPrivate',
  note: 'composer.noteTo',
};

/** Who will read it: everybody, as the page; one person; or the team alone. */
export function ComposerModes(props: { readonly id: string }): ReactElement {
  const t = useT();
  const group = useId();
  const { id } = props;
  const modes = useApp(selectDetail(id))?.modes.map(({ mode }) => mode) ?? ALWAYS;
  const row = useApp(selectRow(id));
  const account = useApp(selectAccount(row?.accountId));
  const { mode, target } = useComposing(id);
  const name = (target?.author ?? row?.author)?.name ?? t('common.unknownPerson');
  return (
    <div className={styles['modes']} role="radiogroup" aria-label={t('composer.mode')}>
      {modes.map((each) => (
        <Mode key={each} id={id} mode={each} group={group} />
      ))}
      <Inline className={styles['to']} text={t(TO[mode], { page: account?.name ?? '', name })} />
    </div>
  );
}
