import { useRef, type ReactElement } from 'react';
import { keysOf } from '../../commands/command-button.tsx';
import { formatNumber } from '../../lib/format/number.ts';
import { useT, type MessageId } from '../../lib/i18n/i18n.ts';
import { isReady } from '../../state/composing.ts';
import { isSaved, type DraftMode } from '../../state/drafts.ts';
import { attachImage, IMAGE_FILES } from '../../state/image-actions.ts';
import { send } from '../../state/reply-actions.ts';
import { selectDetail, selectDraft } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Counter } from '../../ui/counter/counter.tsx';
import styles from './composer.module.css';
import { useComposing } from './use-composing.ts';

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

/** Chooses a picture from the computer; paste and drop do the same. */
function AttachButton(props: { readonly id: string; readonly taken: boolean }): ReactElement {
  const t = useT();
  const { id, taken } = props;
  const files = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={files}
        type="file"
        accept={IMAGE_FILES}
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) void attachImage(id, file);
          // The same file may be chosen again after it was taken away.
          event.target.value = '';
        }}
      />
      <IconButton
        icon="image"
        label={t(taken ? 'composer.image.add' : 'composer.image.notHere')}
        aria-disabled={!taken}
        disabled={!taken}
        onClick={() => files.current?.click()}
      />
    </>
  );
}

function Length(props: { readonly length: number; readonly max: number }): ReactElement {
  const t = useT();
  const { length, max } = props;
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
  const ready = known && isReady(composing, draft);
  const goes = mode === 'note' || online ? mode : 'queue';
  const saved = isSaved(draft) ? 'composer.saved' : 'composer.unsaved';
  return (
    <div className={styles['bar']}>
      <AttachButton id={id} taken={image} />
      <span className={styles['saved']}>{draft.text === '' ? null : t(saved)}</span>
      <span className={styles['spring']} />
      <Length length={draft.text.length} max={maxLength} />
      {mode === 'note' || draft.text === '' ? null : (
        <Button
          look="quiet"
          label={t('command.sendAndClose')}
          disabled={!ready}
          data-tip={t(CLOSE_WORDS[goes])}
          data-tip-keys={keysOf('sendAndClose').join(' ')}
          onClick={() => void send(id, true)}
        />
      )}
      <Button
        look="primary"
        label={t(SEND_WORDS[goes])}
        keys={keysOf('send')}
        disabled={!ready}
        onClick={() => void send(id, false)}
      />
    </div>
  );
}
