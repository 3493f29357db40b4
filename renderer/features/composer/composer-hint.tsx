import { useCallback, useRef, type ReactElement } from 'react';
import type { ComposerMode } from '../../../shared/contract/channel-schemas.ts';
import { useTick } from '../../lib/clock/use-clock.ts';
import { formatCountdown, nextChangeInMs } from '../../lib/format/duration.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT, type MessageId } from '../../lib/i18n/i18n.ts';
import { selectDetail, selectDraft } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './composer.module.css';
import { useComposing } from './use-composing.ts';

/** From here on the end of a window is worth an amber word. */
const SOON_MS = 2 * 3_600_000;

/** How long one may still write in private; the words write themselves. */
function Window(props: { readonly words: MessageId; readonly untilMs: number }): ReactElement {
  const t = useT();
  const { words, untilMs } = props;
  const text = useRef<HTMLSpanElement>(null);
  const tick = useCallback(
    (nowMs: number) => {
      const leftMs = untilMs - nowMs;
      if (text.current !== null) {
        text.current.textContent =
          leftMs < 0
            ? t('composer.window.over')
            : t(words, { time: formatCountdown(leftMs, 'up') });
        text.current.classList.toggle(styles['careful'] ?? '', leftMs < SOON_MS);
      }
      return leftMs < 0 ? null : nowMs + nextChangeInMs(leftMs, 'down');
    },
    [t, untilMs, words],
  );
  useTick(tick);
  return (
    <>
      <Icon name="clock" small />
      <span ref={text} />
    </>
  );
}

function windowWords({ humanAgent }: ComposerMode, isTalk: boolean): MessageId {
  if (!isTalk) return 'composer.window.private';
  return humanAgent ? 'composer.window.human' : 'composer.window.message';
}

/** What stands in the way of this mode, else how long it is open, else that the words will wait. */
function Standing(props: { readonly id: string }): ReactElement | null {
  const t = useT();
  const { id } = props;
  const composing = useComposing(id);
  const isTalk = useApp(selectDetail(id))?.summary.kind === 'direct_message';
  const online = useApp((state) => state.session.online);
  const { ability, mode, untilMs } = composing;
  if (!ability.allowed) {
    const reason = t(`reason.${ability.reason}`);
    const words = mode === 'private' && !isTalk ? 'composer.why.public' : 'composer.why';
    return (
      <span className={styles['refusal']}>
        <Icon name="warning" small />
        {t(words, { reason })}
      </span>
    );
  }
  return (
    <>
      {untilMs === null ? null : (
        <Window words={windowWords(composing, isTalk)} untilMs={untilMs} />
      )}
      {!online && mode !== 'note' ? (
        <>
          <Icon name="cloudOff" small />
          {t('composer.offline')}
        </>
      ) : null}
    </>
  );
}

/** What one should know before sending: why the last try failed, or how this mode stands. */
export function ComposerHint(props: {
  readonly id: string;
  readonly hintId: string;
}): ReactElement {
  const t = useT();
  const { id, hintId } = props;
  const { error } = useApp(selectDraft(id));
  if (error !== null) {
    return (
      <p id={hintId} className={cx(styles['hint'], styles['bad'])} role="alert">
        <Icon name="warning" small />
        {errorText(t, error)}
      </p>
    );
  }
  return (
    <p id={hintId} className={styles['hint']}>
      <Standing id={id} />
    </p>
  );
}
