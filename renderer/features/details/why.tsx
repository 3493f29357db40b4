import type { ReactElement } from 'react';
import type { ExplanationView } from '../../../shared/contract/schemas.ts';
import { nextMinute, useNow } from '../../lib/clock/use-clock.ts';
import { formatDayTime, isoInstant } from '../../lib/format/date.ts';
import { formatDuration } from '../../lib/format/duration.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { openArea } from '../../state/layout-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { cx } from '../../ui/cx.ts';
import { barOf, stepsOf, type WhyStep } from './why-model.ts';
import styles from './why.module.css';

/** Why a deadline is where it is: the bar, the steps, then the rule. */
export function Why(props: { readonly explanation: ExplanationView | null }): ReactElement {
  const t = useT();
  return (
    <section className={styles['why']}>
      <h3>{t('why.title')}</h3>
      {props.explanation === null ? (
        <p className={styles['rule']}>{t('why.none')}</p>
      ) : (
        <Story explanation={props.explanation} />
      )}
    </section>
  );
}

function Story({ explanation }: { readonly explanation: ExplanationView }): ReactElement {
  const t = useT();
  const nowMs = useNow(nextMinute);
  const used = t('why.bar', {
    used: formatDuration(explanation.elapsedMs),
    target: formatDuration(explanation.targetMs),
  });
  return (
    <>
      <div className={styles['bar']} role="img" aria-label={used} data-tip={used}>
        {barOf(explanation, nowMs).map((piece, index) => (
          <span
            key={`${index} ${piece.kind}`}
            className={styles[piece.kind]}
            style={{ flexGrow: piece.grow }}
          />
        ))}
      </div>
      <ol className={styles['steps']}>
        {stepsOf(explanation, nowMs).map((step) => (
          <li
            key={`${step.kind} ${step.atMs}`}
            className={cx(styles[step.kind], isOff(step) && styles['stopped'])}
          >
            <span className={styles['words']}>{wordsOf(step, explanation, nowMs, t)}</span>
            {step.kind === 'skipped' ? null : (
              <time dateTime={isoInstant(step.atMs)}>{formatDayTime(step.atMs, nowMs)}</time>
            )}
          </li>
        ))}
      </ol>
      {explanation.dueAtMs === null ? <p className={styles['rule']}>{t('why.never')}</p> : null}
      <p className={styles['rule']}>
        {t('why.rule', {
          target: formatDuration(explanation.targetMs),
          clock: t(explanation.clock === 'business' ? 'why.business' : 'why.calendar'),
          name: explanation.policyName,
        })}{' '}
        <Button
          look="link"
          label={t('why.change')}
          onClick={() => openArea('settings', 'deadlines')}
        />
      </p>
    </>
  );
}

const isOff = ({ kind }: WhyStep): boolean =>
  kind === 'closed' || kind === 'holiday' || kind === 'paused';

function wordsOf(step: WhyStep, { dueAtMs }: ExplanationView, nowMs: number, t: Translate): string {
  switch (step.kind) {
    case 'holiday':
      return t('why.holiday', { name: step.label ?? '' });
    case 'skipped':
      return t('why.skipped', { n: step.count });
    case 'now': {
      const leftMs = (dueAtMs ?? nowMs) - nowMs;
      return leftMs >= 0
        ? t('why.now', { duration: formatDuration(leftMs) })
        : t('why.nowOver', { duration: formatDuration(-leftMs) });
    }
    default:
      return t(`why.${step.kind}`);
  }
}
