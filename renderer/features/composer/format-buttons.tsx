import type { ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { marked, MARKS, type Mark } from './format-marks.ts';

/** Types as a person would: what was there can be brought back with the field's own undo. */
export function setMark(field: HTMLTextAreaElement, mark: Mark): void {
  const { value: text, selectionStart: start, selectionEnd: end } = field;
  const change = marked(mark, { text, start, end });
  field.focus();
  field.setSelectionRange(change.start, change.end);
  document.execCommand('insertText', false, change.text);
  field.setSelectionRange(change.selectStart, change.selectEnd);
}

/** Sets marks around what is selected in the text: they are seen as they are. */
export function FormatButtons(): ReactElement {
  const t = useT();
  return (
    <>
      {MARKS.map((mark) => (
        <IconButton
          key={mark}
          icon={mark}
          label={t(`composer.mail.format.${mark}`)}
          // The text keeps its selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            const field = event.currentTarget.closest('section')?.querySelector('textarea');
            if (field) setMark(field, mark);
          }}
        />
      ))}
    </>
  );
}
