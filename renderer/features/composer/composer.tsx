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
import { useAutoGrow } from './use-auto-grow.ts';

function TextField(props: {
  readonly id: string;
  readonly describedBy: string;
  readonly field: Ref<HTMLTextAreaElement>;
}): ReactElement {
  const t = useT();
  const { id } = props;
  const { text, mode, sending } = useApp(selectDraft(id));
  const name = useApp((state) => selectRow(id)(state)?.author.name ?? t('common.unknownPerson'));
  const isNote = mode === 'note';
  return (
    <textarea
      ref={props.field}
      className={styles['text']}
      dir="auto"
      spellCheck
      rows={3}
      value={text}
      readOnly={sending}
      aria-label={t(isNote ? 'composer.textNote' : 'composer.textPublic')}
      aria-describedby={props.describedBy}
      placeholder={t(isNote ? 'composer.placeholderNote' : 'composer.placeholderPublic', { name })}
      onChange={(event) => writeDraft(id, event.target.value)}
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
  const mode = useApp((state) => selectDraft(id)(state).mode);
  const text = useApp((state) => selectDraft(id)(state).text);
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  useAutoGrow(field, text);
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
      <TextField id={id} describedBy={hintId} field={field} />
      <ComposerHint id={id} hintId={hintId} />
      <ComposerBar id={id} />
    </section>
  );
}
