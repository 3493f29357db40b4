import { useId, type ReactElement } from 'react';
import { keysOf } from '../../commands/command-button.tsx';
import { useT } from '../../lib/i18n/i18n.ts';
import { setDraftMode } from '../../state/draft-actions.ts';
import type { DraftMode } from '../../state/drafts.ts';
import { selectAccount, selectDraft, selectRow } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './composer.module.css';

const MODES: readonly {
  readonly mode: DraftMode;
  readonly icon: IconName;
  readonly command: 'reply' | 'note';
}[] = [
  { mode: 'public', icon: 'globe', command: 'reply' },
  { mode: 'note', icon: 'note', command: 'note' },
];

/** Who will read it: everybody, as the page; or the team alone. */
export function ComposerModes(props: { readonly id: string }): ReactElement {
  const t = useT();
  const group = useId();
  const { id } = props;
  const current = useApp((state) => selectDraft(id)(state).mode);
  const row = useApp(selectRow(id));
  const account = useApp(selectAccount(row?.accountId));
  const name = row?.author.name ?? t('common.unknownPerson');
  return (
    <div className={styles['modes']} role="radiogroup" aria-label={t('composer.mode')}>
      {MODES.map(({ mode, icon, command }) => (
        <label
          key={mode}
          className={styles['mode']}
          data-tip={t(`composer.${mode}`)}
          data-tip-keys={keysOf(command).join(' ')}
        >
          <input
            className="visually-hidden"
            type="radio"
            name={group}
            checked={mode === current}
            onChange={() => setDraftMode(id, mode)}
          />
          <Icon name={icon} />
          {t(`composer.${mode}`)}
        </label>
      ))}
      <Inline
        className={styles['to']}
        text={
          current === 'note'
            ? t('composer.noteTo')
            : t('composer.as', { page: account?.name ?? '', name })
        }
      />
    </div>
  );
}
