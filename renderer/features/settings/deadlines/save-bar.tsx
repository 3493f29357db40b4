import type { ReactElement } from 'react';
import { CommandButton } from '../../../commands/command-button.tsx';
import { errorText } from '../../../lib/i18n/error-text.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { discardRules, restoreRules } from '../../../state/settings-actions.ts';
import { useApp } from '../../../state/store.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { useRules } from './use-rules.ts';
import styles from './deadlines.module.css';

function Unsaved(): ReactElement {
  const t = useT();
  const rules = useRules();
  const { saving, saveError } = useApp((state) => state.settings);
  const wrong = Object.keys(rules?.faults ?? {}).length > 0;
  return (
    <div className={styles['bar']}>
      <p className={styles['barWords']} role="status">
        <strong>{t('deadlines.unsaved')}. </strong>
        {saveError === null ? (
          t(wrong ? 'deadlines.unsaved.wrong' : 'deadlines.unsaved.means')
        ) : (
          <span className={styles['fault']}>{errorText(t, saveError)}</span>
        )}
      </p>
      <Button label={t('deadlines.discard')} onClick={discardRules} />
      <CommandButton
        id="saveRules"
        look="primary"
        icon={false}
        label={t(saving === 'saving' ? 'deadlines.saving' : 'deadlines.save')}
      />
    </div>
  );
}

/** Under the page: what is not saved, what was thrown away and can come back, what is done. */
export function SaveBar(): ReactElement | null {
  const t = useT();
  const unsaved = useApp((state) => state.settings.draft !== null);
  const discarded = useApp((state) => state.settings.discarded !== null);
  const saved = useApp((state) => state.settings.saving === 'saved');
  if (unsaved) return <Unsaved />;
  if (!discarded && !saved) return null;
  return (
    <div className={styles['bar']}>
      <p className={styles['barWords']} role="status">
        {discarded ? (
          t('deadlines.discarded')
        ) : (
          <span className={styles['done']}>
            <Icon name="check" />
            {t('deadlines.saved')}
          </span>
        )}
      </p>
      {discarded ? (
        <Button look="link" label={t('deadlines.restore')} onClick={restoreRules} />
      ) : null}
    </div>
  );
}
