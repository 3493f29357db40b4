import { useCallback, useEffect, useRef, type ReactElement } from 'react';
import type { ConversationSummary, MessageView } from '../../../shared/contract/schemas.ts';
import { textLimit } from '../../../shared/domain/action/limits.ts';
import { keysOf } from '../../commands/command-button.tsx';
import { formatNumber } from '../../lib/format/number.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { closeEdit, forgetEdit, openEdit, writeEdit } from '../../state/edit-actions.ts';
import { saveEdit } from '../../state/message-actions.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Counter } from '../../ui/counter/counter.tsx';
import { GrowingText } from '../../ui/growing-text/growing-text.tsx';
import { useEscape } from '../../ui/use-escape.ts';
import styles from './edit-field.module.css';

/** Whether the new words may be saved: there are some, they are new, and they fit. */
const canSave = (text: string, before: string, limit: number): boolean =>
  text.trim() !== '' && text !== before && text.length <= limit;

/** Where the words of one of our messages are written anew, in its place. Escape keeps what was typed. */
export function EditField(props: {
  readonly conversationId: string;
  readonly message: MessageView;
  readonly channel: ConversationSummary['channel'];
}): ReactElement | null {
  const t = useT();
  const { conversationId, message, channel } = props;
  const edit = useApp(({ thread }) => thread.edits[message.id]);
  const box = useRef<HTMLDivElement>(null);
  const leave = useCallback(() => {
    box.current?.closest<HTMLElement>('[data-message]')?.focus();
    closeEdit(message.id, message.text);
  }, [message.id, message.text]);
  useEscape(box, leave);
  useEffect(() => {
    const field = box.current?.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  if (edit === undefined) return null;
  const limit = textLimit(channel, 'edit');
  const ready = canSave(edit.text, message.text, limit) && !edit.saving;
  const save = (): void => {
    if (ready) void saveEdit(conversationId, message);
  };
  return (
    <div ref={box} className={styles['box']}>
      <GrowingText
        label={t('edit.label')}
        value={edit.text}
        readOnly={edit.saving}
        onChange={(text) => writeEdit(message.id, text)}
        onKeyDown={(event) => {
          const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (!isSend) return;
          // The same keys send what stands in the composer: not from here.
          event.preventDefault();
          event.stopPropagation();
          save();
        }}
      />
      {edit.error === null ? null : (
        <p className={styles['error']} role="alert">
          {errorText(t, edit.error)}
        </p>
      )}
      <div className={styles['bar']}>
        <Counter
          length={edit.text.length}
          max={limit}
          words={t('composer.count', {
            n: formatNumber(edit.text.length),
            max: formatNumber(limit),
          })}
          overWords={t('composer.over', { n: formatNumber(edit.text.length - limit) })}
        />
        <Button look="quiet" label={t('edit.close')} keys={['Esc']} onClick={leave} />
        <Button
          look="primary"
          label={t('edit.save')}
          keys={keysOf('send')}
          disabled={!ready}
          onClick={save}
        />
      </div>
    </div>
  );
}

/** New words that wait: the field was left before they were saved. */
export function UnsavedEdit(props: { readonly message: MessageView }): ReactElement | null {
  const t = useT();
  const { message } = props;
  const edit = useApp(({ thread }) => thread.edits[message.id]);
  if (edit === undefined || edit.open) return null;
  return (
    <p className={styles['unsaved']}>
      {t('edit.unsaved')}
      <Button
        look="link"
        label={t('edit.resume')}
        onClick={() => openEdit(message.id, edit.text)}
      />
      <Button look="link" label={t('edit.discard')} onClick={() => forgetEdit(message.id)} />
    </p>
  );
}
