import { useRef, type ReactElement } from 'react';
import { keysOf } from '../../commands/command-button.tsx';
import { formatNumber } from '../../lib/format/number.ts';
import { useT, type MessageId } from '../../lib/i18n/i18n.ts';
import { isReady } from '../../state/composing.ts';
import { isSaved, isWorthKeeping, type DraftMode } from '../../state/drafts.ts';
import { attachFiles } from '../../state/file-actions.ts';
import type { MailNow } from '../../state/mail-now.ts';
import { attachImage, IMAGE_FILES } from '../../state/image-actions.ts';
import { send } from '../../state/reply-actions.ts';
import { selectDetail, selectDraft } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Counter } from '../../ui/counter/counter.tsx';
import styles from './composer.module.css';
import { FormatButtons } from './format-buttons.tsx';
import { useComposing } from './use-composing.ts';
import { useMail } from './use-mail.ts';

const SEND_WORDS: Readonly<Record<DraftMode | 'queue', MessageId>> = {
  note: 'composer.saveNote',
  public: 'composer.sendPublic',
  private: 'composer.sendPrivate',
  queue: 'composer.queue',
};

const CLOSE_WORDS: Readonly<Record<DraftMode | 'queue', MessageId>> = {
  note: 'composer.saveNote',
  public: 'composer.sendAndClose',
  private: 'composer.sendPrivateAndClose',
  queue: 'composer.queueAndClose',
};

const MAIL_WORDS = { send: 'composer.mail.send', close: 'composer.mail.sendAndClose' } as const;
const FORWARD_WORDS = {
  send: 'composer.mail.sendForward',
  close: 'composer.mail.forwardAndClose',
} as const;

/** What the buttons say: where the words go. */
function sendWords(
  mode: DraftMode,
  online: boolean,
  mail: MailNow | null,
): { readonly send: MessageId; readonly close: MessageId } {
  if (mail !== null && mode !== 'note' && online) {
    return mail.kind === 'forward' ? FORWARD_WORDS : MAIL_WORDS;
  }
  const goes = mode === 'note' || online ? mode : 'queue';
  return { send: SEND_WORDS[goes], close: CLOSE_WORDS[goes] };
}

/** Chooses files from the computer, or a picture; paste and drop do the same. */
function AttachButton(props: {
  readonly id: string;
  readonly taken: boolean;
  readonly isMail: boolean;
}): ReactElement {
  const t = useT();
  const { id, taken, isMail } = props;
  const files = useRef<HTMLInputElement>(null);
  const pictureWords = taken ? 'composer.image.add' : 'composer.image.notHere';
  const attachWords = isMail ? 'composer.mail.attach' : pictureWords;
  return (
    <>
      <input
        ref={files}
        type="file"
        {...(isMail ? { multiple: true } : { accept: IMAGE_FILES })}
        hidden
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          const [file] = chosen;
          if (isMail) attachFiles(id, chosen);
          else if (file !== undefined) void attachImage(id, file);
          // The same file may be chosen again after it was taken away.
          event.target.value = '';
        }}
      />
      <IconButton
        icon={isMail ? 'paperclip' : 'image'}
        label={t(attachWords)}
        aria-disabled={!taken}
        disabled={!taken}
        onClick={() => files.current?.click()}
      />
    </>
  );
}

/** A mail may be so long that its length is of interest only near the end. */
const NEARLY = 0.9;

function Length(props: {
  readonly length: number;
  readonly max: number;
  readonly onlyNear: boolean;
}): ReactElement | null {
  const t = useT();
  const { length, max, onlyNear } = props;
  if (onlyNear && length < NEARLY * max) return null;
  return (
    <Counter
      length={length}
      max={max}
      words={t('composer.count', { n: formatNumber(length), max: formatNumber(max) })}
      overWords={t('composer.over', { n: formatNumber(length - max) })}
    />
  );
}

/** Whether it is saved, how long it is, and the buttons that say where it goes. */
export function ComposerBar(props: { readonly id: string }): ReactElement {
  const t = useT();
  const { id } = props;
  const draft = useApp(selectDraft(id));
  const known = useApp(selectDetail(id)) !== undefined;
  const online = useApp((state) => state.session.online);
  const composing = useComposing(id);
  const { mode, maxLength, image } = composing;
  const mail = useMail(id);
  const ready = known && isReady(composing, draft, mail);
  const isMail = mail !== null && mode !== 'note';
  const words = sendWords(mode, online, mail);
  const written = isMail ? isWorthKeeping(draft) : draft.text !== '';
  const saved = isSaved(draft) ? 'composer.saved' : 'composer.unsaved';
  return (
    <div className={styles['bar']}>
      <AttachButton id={id} taken={isMail || image} isMail={isMail} />
      {isMail ? <FormatButtons /> : null}
      <span className={styles['saved']}>{written ? t(saved) : null}</span>
      <span className={styles['spring']} />
      <Length length={draft.text.length} max={maxLength} onlyNear={isMail} />
      {mode === 'note' || !written ? null : (
        <Button
          look="quiet"
          label={t('command.sendAndClose')}
          disabled={!ready}
          data-tip={t(words.close)}
          data-tip-keys={keysOf('sendAndClose').join(' ')}
          onClick={() => void send(id, true)}
        />
      )}
      <Button
        look="primary"
        label={t(words.send)}
        keys={keysOf('send')}
        disabled={!ready}
        title={
          isMail && mail.obstacle !== null ? t(`composer.mail.why.${mail.obstacle}`) : undefined
        }
        onClick={() => void send(id, false)}
      />
    </div>
  );
}
