import { useEffect, useRef, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { mailFaultWords } from '../../lib/mailbox/fault-words.ts';
import { MAIL_STEPS, type FailedAttempt, type ServerPair } from '../../lib/mailbox/attempts.ts';
import { cx } from '../cx.ts';
import { Icon } from '../icon/icon.tsx';
import styles from './mailbox.module.css';

type Step = (typeof MAIL_STEPS)[number];
type State = 'done' | 'running' | 'failed' | 'waiting';

const GROUPS = [
  { kind: 'imap', steps: MAIL_STEPS.slice(0, 4) },
  { kind: 'smtp', steps: MAIL_STEPS.slice(4) },
] as const;

/** How a test stands: under way, failed somewhere, or through. */
export interface TestStanding {
  readonly pair: ServerPair;
  readonly failed: FailedAttempt | null;
  readonly running: boolean;
}

function stateOf(step: Step, { failed, running }: TestStanding): State {
  if (running) return 'running';
  const at = failed === null || failed.step === null ? null : MAIL_STEPS.indexOf(failed.step);
  const here = MAIL_STEPS.indexOf(step);
  if (at === null) return failed === null ? 'done' : 'waiting';
  return here < at ? 'done' : here === at ? 'failed' : 'waiting';
}

function Mark({ state }: { readonly state: State }): ReactElement {
  if (state === 'done') return <Icon name="check" />;
  if (state === 'failed') return <Icon name="close" />;
  if (state === 'running') return <Icon name="hourglass" />;
  return <span className={styles['dot']} aria-hidden="true" />;
}

/** The steps of a connection test, for reading and for sending; the one that failed says why. */
export function TestSteps({ standing }: { readonly standing: TestStanding }): ReactElement {
  const t = useT();
  const { pair, failed } = standing;
  const whole = useRef<HTMLDivElement>(null);
  // In a narrow window it may stand below what is in sight.
  useEffect(() => {
    if (failed !== null) whole.current?.scrollIntoView({ block: 'nearest' });
  }, [failed]);
  return (
    <div ref={whole} className={styles['steps']} role="status" aria-label={t('mailbox.test')}>
      {GROUPS.map(({ kind, steps }) => (
        <section key={kind} className={styles['group']}>
          <h4>
            {t(`mailbox.${kind}`)}{' '}
            <code>
              {pair[kind].host}:{pair[kind].port}
            </code>
          </h4>
          <ol>
            {steps.map((step) => {
              const state = stateOf(step, standing);
              const bare = step.endsWith('_secure') && pair[kind].security === 'none';
              return (
                <li key={step} className={cx(styles[state])}>
                  <Mark state={state} />
                  <span>
                    {t(bare ? 'mailbox.step.bare' : `mailbox.step.${step}`)}
                    <span className="visually-hidden">, {t(`mailbox.state.${state}`)}</span>
                  </span>
                  {state === 'failed' && failed !== null ? (
                    <p className={styles['why']}>{mailFaultWords(t, failed)}</p>
                  ) : null}
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}
