import type { ReactElement } from 'react';
import type { ExplanationView } from '../../../shared/contract/schemas.ts';
import { nextMinute, useNow } from '../../lib/clock/use-clock.ts';
import { formatStep, isoInstant } from '../../lib/format/date.ts';
import { formatCountdown, formatDuration } from '../../lib/format/duration.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { cx } from '../../ui/cx.ts';
import styles from './why.module.css';
import { barOf, stepsOf, type Step } from './why-steps.ts';

function stopWords(t: Translate, step: Extract<Step, { readonly type: 'stops' }>): string {
  const { kind, label } = step.interval;
  if (kind === 'holiday' && label !== null) return t('why.holiday', { name: label });
  return t(kind === 'paused' ? 'why.paused' : 'why.closed');
}

function wordsOf(t: Translate, step: Step, dueAtMs: number | null): string {
  switch (step.type) {
    case 'stops':
      return stopWords(t, step);
    case 'skipped':
      return t('why.skipped', { n: step.count });
    case 'now': {
      if (dueAtMs === null) return t('why.nowAlone');
      const leftMs = dueAtMs - step.atMs;
      return leftMs < 0
        ? t('why.nowOver', { duration: formatCountdown(-leftMs, 'down') })
        : t('why.now', { duration: formatCountdown(leftMs, 'up') });
    }
    case 'received':
    case 'resumes':
    case 'due':
    case 'answered':
    case 'ended':
      return t(`why.${step.type}`);
  }
}

function Steps(props: {
  readonly explanation: ExplanationView;
  readonly nowMs: number;
}): ReactElement {
  const t = useT();
  const { explanation, nowMs } = props;
  return (
    <ol className={styles['steps']}>
      {stepsOf(explanation, nowMs).map((step) => (
        <li key={`${step.type} ${step.atMs}`} className={cx(styles['step'], styles[step.type])}>
          <span>{wordsOf(t, step, explanation.dueAtMs)}</span>
          {step.type === 'skipped' ? null : (
            <time dateTime={isoInstant(step.atMs)}>{formatStep(step.atMs, nowMs)}</time>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Why a deadline is what it is: a bar of the time that ran and stopped, its steps, and the rule. */
export function Why(props: { readonly explanation: ExplanationView }): ReactElement {
  const t = useT();
  const nowMs = useNow(nextMinute);
  const { explanation } = props;
  const { policyName, targetMs, elapsedMs, clock, dueAtMs } = explanation;
  const target = formatDuration(targetMs);
  return (
    <>
      <div
        className={styles['bar']}
        role="img"
        aria-label={t('why.bar', { used: formatDuration(elapsedMs), target })}
      >
        {barOf(explanation, nowMs).map((part) => (
          <span
            key={`${part.look} ${part.fromMs}`}
            className={styles[part.look]}
            style={{ flexGrow: part.weight }}
          />
        ))}
      </div>
      <Steps explanation={explanation} nowMs={nowMs} />
      <p className={styles['rule']}>
        {dueAtMs === null
          ? t('why.never')
          : t('why.rule', { target, clock: t(`why.${clock}`), name: policyName })}
      </p>
    </>
  );
}
