import { useState, type ReactElement } from 'react';
import type { SavedFileView } from '../../../../shared/contract/mail-schemas.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { shell } from '../../../lib/shell.ts';
import { saveFile } from '../../../state/mail-actions.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import styles from './mail-files.module.css';

/** How far the saving of a file is. */
type Saving = 'running' | Result<SavedFileView, AppError> | null;

/** Where a file was saved, or why not; the way to it. */
export function SavedLine({ saving }: { readonly saving: Saving }): ReactElement | null {
  const t = useT();
  const [isLost, setLost] = useState(false);
  if (saving === null) return null;
  if (saving === 'running') return <p role="status">{t('mail.file.saving')}</p>;
  if (!saving.ok) {
    return (
      <p className={styles['refused']} role="alert">
        {errorText(t, saving.error)}
      </p>
    );
  }
  const { name, path } = saving.value;
  return (
    <p className={styles['saved']} role="status">
      <Icon name="check" small />
      <span>
        {t('mail.file.saved')} <bdi>{name}</bdi>
      </span>
      <Button
        look="link"
        label={t('mail.file.reveal')}
        onClick={() => {
          void shell()
            .reveal(path)
            .then((isThere) => setLost(!isThere));
        }}
      />
      {isLost ? <span role="alert">{t('mail.file.lost')}</span> : null}
    </p>
  );
}

/** Saving one file, and how far it is. */
export function useSaving(messageId: string, index: number) {
  const [saving, setSaving] = useState<Saving>(null);
  const save = async (): Promise<void> => {
    if (saving === 'running') return;
    setSaving('running');
    setSaving(await saveFile(messageId, index));
  };
  return { saving, save: () => void save() };
}
