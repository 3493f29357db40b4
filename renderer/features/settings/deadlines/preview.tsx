import { useEffect, type ReactElement } from 'react';
import { nextMinute, useNow } from '../../../lib/clock/use-clock.ts';
import { formatDayTime } from '../../../lib/format/date.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { refreshPreview } from '../../../state/settings-actions.ts';
import { useApp } from '../../../state/store.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { RulesOnScreen } from './use-rules.ts';
import styles from './deadlines.module.css';

/** Typing goes on: the service is asked at a pause. */
const PAUSE_MS = 150;

/** When something that arrives this minute would be due under the rules on the screen. */
export function Preview({ draft, faults }: RulesOnScreen): ReactElement {
  const t = useT();
  const preview = useApp((state) => state.settings.preview);
  const nowMs = useNow(nextMinute);
  useEffect(() => {
    const timer = window.setTimeout(() => void refreshPreview(draft, nowMs), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [draft, nowMs]);
  if (Object.keys(faults).length > 0) {
    return <p className={styles['preview']}>{t('deadlines.preview.wrong')}</p>;
  }
  if (preview === null) return <p className={styles['preview']}> </p>;
  const { first, next } = preview;
  if (first.dueAtMs === null) {
    return (
      <p className={styles['preview']} role="status">
        <Icon name="warning" />
        {t('deadlines.preview.never')}
      </p>
    );
  }
  return (
    <div className={styles['preview']} role="status">
      <Icon name="clock" />
      <p>
        <strong>{t('deadlines.preview', { due: formatDayTime(first.dueAtMs, nowMs) })}</strong>
        {first.warnAtMs === null ? null : (
          <> · {t('deadlines.preview.warn', { warn: formatDayTime(first.warnAtMs, nowMs) })}</>
        )}
        {next.dueAtMs === null || next.dueAtMs === first.dueAtMs ? null : (
          <>
            <br />
            {t('deadlines.preview.next', { due: formatDayTime(next.dueAtMs, nowMs) })}
          </>
        )}
      </p>
    </div>
  );
}
