import { useCallback, useRef, useState, type ReactElement } from 'react';
import { useTick } from '../../lib/clock/use-clock.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { timerFace, type TimerFace, type TimerFacts } from '../../lib/timer/timer-reading.ts';
import { cx } from '../cx.ts';
import { TimerGlyph } from './glyph.tsx';
import styles from './timer.module.css';

/** The ring is drawn in steps of 1/50: finer ones would render again for nothing visible. */
const sameDrawing = (a: TimerFace, b: TimerFace): boolean =>
  a.state === b.state && Math.round(a.share * 50) === Math.round(b.share * 50);

/**
 * A live timer. The page's clock writes its text straight into the node; it renders again only
 * when its state or its ring changes.
 */
export function Timer(props: {
  readonly facts: TimerFacts;
  readonly big?: boolean;
  /** Under a narrow header the words are left out and the time alone stays. */
  readonly words?: boolean;
  /** Why it is not sure, in the tooltip and read out. */
  readonly tip?: string | null;
}): ReactElement | null {
  const { facts, big = false, words = false, tip = null } = props;
  const t = useT();
  const text = useRef<HTMLSpanElement>(null);
  const [drawn, setDrawn] = useState<TimerFace>(() => timerFace(facts, Date.now()));
  const tick = useCallback(
    (nowMs: number) => {
      const next = timerFace(facts, nowMs);
      setDrawn((last) => (sameDrawing(last, next) ? last : next));
      const spoken = words && (next.state === 'calm' || next.state === 'warning');
      if (text.current !== null) {
        text.current.textContent = spoken ? t('timer.left', { duration: next.text }) : next.text;
      }
      return next.nextAtMs;
    },
    [facts, t, words],
  );
  useTick(tick);
  if (drawn.state === 'none') return null;
  return (
    <span
      className={cx(styles['timer'], styles[drawn.state], big && styles['big'])}
      data-tip={tip ?? undefined}
    >
      <TimerGlyph state={drawn.state} share={drawn.share} />
      <span className="visually-hidden">{t(`timer.state.${drawn.state}`)}: </span>
      <span ref={text} data-timer={drawn.state} />
      {tip === null ? null : <span className="visually-hidden">. {tip}</span>}
    </span>
  );
}
