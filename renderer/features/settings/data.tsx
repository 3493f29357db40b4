import type { ReactElement } from 'react';
import { clock } from '../../lib/clock/clock.ts';
import { formatDayTime } from '../../lib/format/date.ts';
import { formatBytes } from '../../lib/format/number.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { shell } from '../../lib/shell.ts';
import { backupNow } from '../../state/settings-actions.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import { Banner } from '../../ui/notice/banner.tsx';
import { Card, Page } from './page.tsx';
import styles from './data.module.css';

function Where(): ReactElement {
  const t = useT();
  const folder = useApp((state) => state.session.hello?.profileDir ?? '');
  return (
    <Card title={t('data.where')}>
      <p className={styles['note']}>{t('data.where.note')}</p>
      <p className={styles['path']}>
        <span>{t('data.folder')}</span>
        <code>{folder}</code>
      </p>
    </Card>
  );
}

function LastBackup(): ReactElement {
  const t = useT();
  const lastAtMs = useApp((state) => state.settings.value?.lastBackupAtMs ?? null);
  if (lastAtMs === null) return <p>{t('data.backup.none')}</p>;
  return <p>{t('data.backup.last', { when: formatDayTime(lastAtMs, clock.now()) })}</p>;
}

function Backup(): ReactElement {
  const t = useT();
  const { running, done, error } = useApp((state) => state.settings.backup);
  return (
    <Card title={t('data.backup')}>
      <p className={styles['note']}>{t('data.backup.note')}</p>
      <div className={styles['line']}>
        <LastBackup />
        <Button
          label={t(running ? 'data.backup.running' : 'data.backup.now')}
          disabled={running}
          onClick={() => void backupNow()}
        />
      </div>
      <div role="status">
        {done === null ? null : (
          <p className={styles['done']}>
            <Icon name="check" />
            <span>
              {t('data.backup.done', { size: formatBytes(done.bytes) })} <code>{done.file}</code>
            </span>
          </p>
        )}
        {error === null ? null : (
          <Banner look="error" icon="warning" text={errorText(t, error)}>
            <Button label={t('common.retry')} onClick={() => void backupNow()} />
          </Banner>
        )}
      </div>
    </Card>
  );
}

const SENT = [
  { id: 'page', icon: 'send' },
  { id: 'nobody', icon: 'shield' },
  { id: 'keys', icon: 'lock' },
  { id: 'logs', icon: 'file' },
] as const satisfies readonly { readonly id: string; readonly icon: IconName }[];

function Sent(): ReactElement {
  const t = useT();
  const runtime = useApp((state) => state.session.hello?.runtime);
  return (
    <Card title={t('data.sent')}>
      <dl className={styles['sent']}>
        {SENT.map(({ id, icon }) => (
          <div key={id}>
            <Icon name={icon} />
            <dt>{t(`data.sent.${id}.title`)}</dt>
            <dd>{t(`data.sent.${id}.text`)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['line']}>
        <p className={styles['note']}>
          {runtime === undefined
            ? ''
            : t('data.runtime', { kind: runtime.kind, node: runtime.node })}
        </p>
        <Button label={t('data.logs')} onClick={() => shell().openLogs()} />
      </div>
    </Card>
  );
}

/** Where things lie, how they are copied, and what leaves this computer. */
export function Data(): ReactElement {
  const t = useT();
  return (
    <Page title={t('settings.data')}>
      <Where />
      <Backup />
      <Sent />
    </Page>
  );
}
