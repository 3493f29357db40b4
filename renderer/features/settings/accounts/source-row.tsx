import { useState, type ReactElement } from 'react';
import type { GapView, SourceView } from '../../../../shared/contract/channel-schemas.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { formatStep } from '../../../lib/format/date.ts';
import { formatCountdown } from '../../../lib/format/duration.ts';
import { formatNumber } from '../../../lib/format/number.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import { useT, type Translate } from '../../../lib/i18n/i18n.ts';
import { setSource } from '../../../state/account-actions.ts';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { SOURCE_ICONS } from '../../../ui/icon/source-icons.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { Toggle } from '../../../ui/toggle/toggle.tsx';
import type { Span } from './coverage.ts';
import { CoverageStrip } from './coverage-strip.tsx';
import styles from './source-list.module.css';
import { isTroubled, sourceHealth, sourceWords } from './source-words.ts';

/** What stands small below: read through, next read, calls. */
function figures(t: Translate, source: SourceView, nowMs: number): string {
  const { completeThroughMs, nextReadAtMs, callsLastHour, state } = source;
  const leftMs = nextReadAtMs === null ? null : nextReadAtMs - nowMs;
  const next =
    leftMs === null || state === 'reading' || state === 'held'
      ? ''
      : leftMs < 60_000
        ? t('source.nextSoon')
        : t('source.next', { duration: formatCountdown(leftMs, 'up') });
  return [
    completeThroughMs === null || state === 'ok'
      ? ''
      : t('source.through', { when: formatStep(completeThroughMs, nowMs) }),
    next,
    callsLastHour === 0 || state === 'unavailable'
      ? ''
      : t('source.callsAnHour', { n: callsLastHour, shown: formatNumber(callsLastHour) }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** One source of an account: whether it is read, how it stands, what of it is known. */
export function SourceRow(props: {
  readonly accountId: string;
  readonly source: SourceView;
  readonly gaps: readonly GapView[];
  readonly span: Span;
  readonly nowMs: number;
}): ReactElement {
  const t = useT();
  const { accountId, source, nowMs } = props;
  const [error, setError] = useState<AppError | null>(null);
  const health = sourceHealth(source);
  const name = t(`source.${source.source}`);
  const more = source.enabled ? figures(t, source, nowMs) : '';
  const turn = async (on: boolean): Promise<void> =>
    setError(await setSource({ id: accountId, source: source.source, enabled: on }));
  return (
    <li className={cx(styles['row'], !source.enabled && styles['off'])}>
      <span className={styles['icon']}>
        <Icon name={SOURCE_ICONS[source.source]} />
      </span>
      <div className={styles['words']}>
        <h4>{name}</h4>
        <p className={cx(styles['state'], isTroubled(source) && styles['troubled'])}>
          {health === null ? null : <HealthMark state={health} />}
          <span>
            {sourceWords(t, source, nowMs)}
            {more === '' ? null : <span className={styles['figures']}> · {more}</span>}
          </span>
        </p>
        {error === null ? null : (
          <p className={styles['error']} role="alert">
            {errorText(t, error)}
          </p>
        )}
      </div>
      <CoverageStrip {...props} />
      <Toggle
        label={t('source.read', { name })}
        bare
        on={source.enabled}
        onChange={(on) => void turn(on)}
      />
    </li>
  );
}
