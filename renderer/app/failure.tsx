import type { ReactElement } from 'react';
import type { ServiceFailure } from '../../shared/contract/bridge.ts';
import { errorText } from '../lib/i18n/error-text.ts';
import { useT, type MessageId, type Translate } from '../lib/i18n/i18n.ts';
import { shell } from '../lib/shell.ts';
import { useApp } from '../state/store.ts';
import { Button } from '../ui/button/button.tsx';
import { EmptyState } from '../ui/notice/empty-state.tsx';
import styles from './failure.module.css';

type Code = ServiceFailure['code'];

const TITLES: Readonly<Partial<Record<Code, MessageId>>> = {
  workspace_locked: 'failure.title.workspace_locked',
  workspace_newer: 'failure.title.workspace_newer',
  workspace_damaged: 'failure.title.workspace_damaged',
  crash_loop: 'failure.title.crash_loop',
  contract_mismatch: 'failure.title.contract_mismatch',
};

const textOf = (t: Translate, code: Code): string =>
  code === 'crash_loop' || code === 'contract_mismatch' ? t(`failure.${code}`) : errorText(t, code);

/** The screen of a service that cannot run: what happened, what is safe, what to do. */
export function Failure(): ReactElement {
  const t = useT();
  const failure = useApp((state) => state.session.failure);
  const code = useApp(
    (state): Code => state.session.failure?.code ?? state.session.helloError?.code ?? 'internal',
  );
  const logDir = failure?.logDir ?? '';
  return (
    <main className={styles['failure']}>
      <EmptyState
        icon="warning"
        look="bad"
        title={t(TITLES[code] ?? 'failure.title.other')}
        text={textOf(t, code)}
      >
        <Button look="primary" label={t('failure.retry')} onClick={() => shell().retryService()} />
        <Button label={t('failure.openLogs')} onClick={() => shell().openLogs()} />
        <Button label={t('failure.quit')} onClick={() => shell().quit()} />
      </EmptyState>
      {logDir === '' ? null : (
        <p className={styles['logs']}>{t('failure.logs', { dir: logDir })}</p>
      )}
    </main>
  );
}
