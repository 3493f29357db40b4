import { useEffect, useId, useRef, type ReactElement, type Ref } from 'react';
import { displayName } from '../../../shared/domain/mail/address.ts';
import { useT, type MessageId } from '../../lib/i18n/i18n.ts';
import { focusPane, registerPane } from '../../lib/panes.ts';
import { saveDraft, writeDraft } from '../../state/draft-actions.ts';
import type { DraftMode } from '../../state/drafts.ts';
import { selectDraft, selectRow } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { GrowingText } from '../../ui/growing-text/growing-text.tsx';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerBeside } from './composer-beside.tsx';
import { ComposerHint } from './composer-hint.tsx';
import { ComposerModes } from './composer-modes.tsx';
import styles from './composer.module.css';
import { MailBelow } from './mail-below.tsx';
import { MailFiles } from './mail-files.tsx';
import { MailHead } from './mail-head.tsx';
import { MailModes } from './mail-modes.tsx';
import { useComposing } from './use-composing.ts';
import { useDrop } from './use-drop.ts';
import { useMail } from './use-mail.ts';

const LABELS: Readonly<Record<DraftMode, MessageId>> = {
  public: 'composer.textPublic',
  private: 'composer.textPrivate',
  note: 'composer.textNote',
};

const PLACEHOLDERS: Readonly<Record<DraftMode, MessageId>> = {
  public: 'composer.placeholderPublic',
  private: 'composer.placeholderPrivate',
  note: 'composer.placeholderNote',
};

/** Whom one writes to, and what the field is called. */
function useFieldWords(id: string): { readonly label: string; readonly placeholder: string } {
  const t = useT();
  const starter = useApp(selectRow(id))?.author;
  const mail = useMail(id);
  const { mode, target } = useComposing(id);
  if (mail !== null && mode !== 'note') {
    const [to] = mail.to;
    return {
      label: t('composer.mail.text'),
      placeholder:
        mail.kind === 'forward' || to === undefined
          ? t('composer.mail.placeholderForward')
          : t('composer.mail.placeholder', { name: displayName(to) }),
    };
  }
  const name = (target?.author ?? starter)?.name ?? t('common.unknownPerson');
  return { label: t(LABELS[mode]), placeholder: t(PLACEHOLDERS[mode], { name }) };
}

function TextField(props: {
  readonly id: string;
  readonly describedBy: string;
  readonly ref: Ref<HTMLTextAreaElement>;
}): ReactElement {
  const { id, describedBy, ref } = props;
  const { text, sending } = useApp(selectDraft(id));
  const { label, placeholder } = useFieldWords(id);
  return (
    <GrowingText
      ref={ref}
      rows={1}
      label={label}
      value={text}
      readOnly={sending}
      aria-describedby={describedBy}
      placeholder={placeholder}
      onChange={(words) => writeDraft(id, words)}
      onBlur={() => void saveDraft(id)}
      onKeyDown={(event) => {
        // Leaving keeps the draft; nothing is ever thrown away by Escape.
        if (event.key === 'Escape') focusPane('list');
      }}
    />
  );
}

/** Where one answers. The box says who will read it; note mode turns it yellow. */
export function Composer(props: { readonly id: string }): ReactElement {
  const t = useT();
  const { id } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const { mode, image } = useComposing(id);
  const written = useMail(id);
  const mail = mode === 'note' ? null : written;
  const { over, handlers } = useDrop(id, mail === null ? (image ? 'image' : null) : 'files');
  useEffect(
    () =>
      registerPane('composer', () => {
        field.current?.focus();
      }),
    [],
  );
  useEffect(() => () => void saveDraft(id), [id]);
  return (
    <section
      className={cx(
        styles['composer'],
        mode === 'note' && styles['note'],
        mail !== null && styles['mail'],
      )}
      aria-label={t('composer.label')}
      data-pane="composer"
      data-mode={mode}
      {...handlers}
    >
      {written === null ? <ComposerModes id={id} /> : <MailModes id={id} mail={written} />}
      {mail === null ? null : <MailHead key={id} id={id} mail={mail} />}
      <ComposerBeside id={id} />
      <TextField id={id} describedBy={hintId} ref={field} />
      {mail === null ? null : (
        <>
          <MailBelow id={id} mail={mail} />
          <MailFiles id={id} mail={mail} />
        </>
      )}
      <ComposerHint id={id} hintId={hintId} />
      <ComposerBar id={id} />
      {over ? (
        <div className={styles['drop']}>
          {t(mail === null ? 'composer.image.drop' : 'composer.mail.drop')}
        </div>
      ) : null}
    </section>
  );
}
