import { useEffect, useId, useRef, type ReactElement, type Ref } from 'react';
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
import { useComposing } from './use-composing.ts';
import { useDrop } from './use-drop.ts';

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

function TextField(props: {
  readonly id: string;
  readonly describedBy: string;
  readonly ref: Ref<HTMLTextAreaElement>;
}): ReactElement {
  const t = useT();
  const { id, describedBy, ref } = props;
  const { text, sending } = useApp(selectDraft(id));
  const starter = useApp(selectRow(id))?.author;
  const { mode, target } = useComposing(id);
  const name = (target?.author ?? starter)?.name ?? t('common.unknownPerson');
  return (
    <GrowingText
      ref={ref}
      label={t(LABELS[mode])}
      value={text}
      readOnly={sending}
      aria-describedby={describedBy}
      placeholder={t(PLACEHOLDERS[mode], { name })}
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
  const { over, handlers } = useDrop(id, image);
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
      className={cx(styles['composer'], mode === 'note' && styles['note'])}
      aria-label={t('composer.label')}
      data-pane="composer"
      data-mode={mode}
      {...handlers}
    >
      <ComposerModes id={id} />
      <ComposerBeside id={id} />
      <TextField id={id} describedBy={hintId} ref={field} />
      <ComposerHint id={id} hintId={hintId} />
      <ComposerBar id={id} />
      {over ? <div className={styles['drop']}>{t('composer.image.drop')}</div> : null}
    </section>
  );
}
