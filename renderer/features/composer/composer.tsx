import { useEffect, useId, useRef, type ReactElement, type Ref } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { focusPane, registerPane } from '../../lib/panes.ts';
import { saveDraft, writeDraft } from '../../state/draft-actions.ts';
import { selectDraft, selectRow } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerHint } from './composer-hint.tsx';
import { ComposerModes } from './composer-modes.tsx';
import styles from './composer.module.css';

function TextField(props: {
  readonly id: string;
  readonly describedBy: string;
  readonly ref: Ref<HTMLTextAreaElement>;
}): ReactElement {
  const t = useT();
  const { id, describedBy, ref } = props;
  const { text, mode, sending } = useApp(selectDraft(id));
  const name = useApp((state) => selectRow(id)(state)?.author.name ?? t('common.unknownPerson'));
  const isNote = mode === 'note';
  return (
    // The stylesheet writes the same text below the field: it makes the field as tall as its text.
    <div className={styles['grow']} data-text={`${text} `} dir="auto">
      <textarea
        ref={ref}
        className={styles['text']}
        dir="auto"
        spellCheck
        rows={3}
        value={text}
        readOnly={sending}
        aria-label={t(isNote ? 'composer.textNote' : 'composer.textPublic')}
        aria-describedby={describedBy}
        placeholder={t(isNote ? 'composer.placeholderNote' : 'composer.placeholderPublic', {
          name,
        })}
        onChange={(event) => writeDraft(id, event.target.value)}
        onBlur={() => void saveDraft(id)}
        onKeyDown={(event) => {
          // Leaving keeps the draft; nothing is ever thrown away by Escape.
          if (event.key === 'Escape') focusPane('list');
        }}
      />
    </div>
  );
}

/** Where one answers. The box says who will read it; note mode turns it yellow. */
export function Composer(props: { readonly id: string }): ReactElement {
  const t = useT();
  const { id } = props;
  const mode = useApp((state) => selectDraft(id)(state).mode);
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
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
    >
      <ComposerModes id={id} />
      <TextField id={id} describedBy={hintId} ref={field} />
      <ComposerHint id={id} hintId={hintId} />
      <ComposerBar id={id} />
    </section>
  );
}
