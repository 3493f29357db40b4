import { useState, type ReactElement } from 'react';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { shell } from '../../lib/shell.ts';
import { exportConversation, type Exported } from '../../state/export-actions.ts';
import { showOverlay } from '../../state/layout-actions.ts';
import { selectSelectedId } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Segmented } from '../../ui/segmented/segmented.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './export-conversation.module.css';

type Format = 'eml' | 'mbox';

/** What came of it, read out as it comes. */
function Outcome(props: {
  readonly error: string | null;
  readonly exported: Exported | null;
}): ReactElement {
  const t = useT();
  const { error, exported } = props;
  return (
    <div className={styles['outcome']} role="status">
      {error === null ? null : <p className={styles['error']}>{errorText(t, error)}</p>}
      {exported === null ? null : (
        <>
          <p>{t('export.done', { n: exported.mails })}</p>
          <Inline className={styles['path']} text={exported.path} />
        </>
      )}
    </div>
  );
}

function Form(props: { readonly id: string }): ReactElement {
  const t = useT();
  const [format, setFormat] = useState<Format>('eml');
  const [notes, setNotes] = useState(false);
  const [busy, setBusy] = useState(false);
  const [exported, setExported] = useState<Exported | null>(null);
  const [error, setError] = useState<string | null>(null);
  const go = async (): Promise<void> => {
    setBusy(true);
    const done = await exportConversation(props.id, format, notes);
    setBusy(false);
    setExported(done.ok ? done.value : null);
    setError(done.ok ? null : done.error.code);
  };
  return (
    <div className={styles['body']}>
      <p className={styles['hint']}>{t('export.hint')}</p>
      <Segmented<Format>
        label={t('export.format')}
        segments={[
          { value: 'eml', label: t('export.eml') },
          { value: 'mbox', label: t('export.mbox') },
        ]}
        value={format}
        onChange={setFormat}
      />
      <Checkbox label={t('export.notes')} on={notes} onChange={setNotes} />
      <Outcome error={error} exported={exported} />
      <div className={styles['ways']}>
        {exported === null ? null : (
          <Button label={t('export.reveal')} onClick={() => void shell().reveal(exported.path)} />
        )}
        <Button look="primary" label={t('export.go')} disabled={busy} onClick={() => void go()} />
      </div>
    </div>
  );
}

/** Writes the conversation as mails, in a folder of files or in one. */
export function ExportConversation(): ReactElement | null {
  const t = useT();
  const id = useApp(selectSelectedId);
  if (id === null) return null;
  return (
    <Dialog
      label={t('export.title')}
      closeLabel={t('common.close')}
      onClose={() => showOverlay(null)}
    >
      <Form id={id} />
    </Dialog>
  );
}
