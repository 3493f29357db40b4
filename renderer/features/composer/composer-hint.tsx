import { useCallback, useRef, type ReactElement } from 'react';
import type { ComposerMode } from '../../../shared/contract/channel-schemas.ts';
import { useTick } from '../../lib/clock/use-clock.ts';
import { formatCountdown, nextChangeInMs } from '../../lib/format/duration.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT, type MessageId } from '../../lib/i18n/i18n.ts';
import { missesFile, type MailNow } from '../../state/mail-now.ts';
import { selectDetail, selectDraft } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './composer.module.css';
import { useComposing } from './use-composing.ts';
import { useMail } from './use-mail.ts';

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

/** Why a mail cannot be sent yet, that a file was forgotten, or that it will wait for the network. */
function MailStanding(props: { readonly id: string; readonly mail: MailNow }): ReactElement | null {
  const t = useT();
  const { id, mail } = props;
  const text = useApp((state) => selectDraft(id)(state).text);
  const online = useApp((state) => state.session.online);
  // What is to be done first stands there only once something was written.
  const asks = mail.obstacle !== null && (text !== '' || mail.obstacle !== 'no_recipient');
  const forgot = missesFile(text, mail);
  if (!asks && !forgot && online) return null;
  return (
    <span className={styles['notes']}>
      {asks ? (
        <span className={styles['refusal']}>
          <Icon name="warning" small />
          {t(`composer.mail.why.${mail.obstacle}`)}
        </span>
      ) : null}
      {forgot ? (
        <span className={styles['line']}>
          <Icon name="paperclip" small />
          {t('composer.mail.forgotFile')}
        </span>
      ) : null}
      {online ? null : (
        <span className={styles['line']}>
          <Icon name="cloudOff" small />
          {t('composer.mail.offline')}
        </span>
      )}
    </span>
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
  const mail = useMail(id);
  const isNote = useComposing(id).mode === 'note';
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
      {mail === null || isNote ? <Standing id={id} /> : <MailStanding id={id} mail={mail} />}
    </p>
  );
}
