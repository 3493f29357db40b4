import { useState, type ReactElement, type ReactNode } from 'react';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { clip } from '../../lib/text/clip.ts';
import { cx } from '../cx.ts';
import { Button } from '../button/button.tsx';
import styles from './long-text.module.css';

/** Shown before "show more", and added by each press: about two screens. */
const STEP = 4_000;

/**
 * A stranger's text: isolated from the direction of what stands around it, broken anywhere when a word
 * is too long, folded when it is too much for one look. `children` makes what is shown of its part.
 */
export function LongText(props: {
  readonly text: string;
  readonly className?: string | undefined;
  readonly children: (shown: string, isCut: boolean) => ReactNode;
}): ReactElement {
  const t = useT();
  const [budget, setBudget] = useState(STEP);
  const { shown, hiddenCharacters } = clip(props.text, budget);
  return (
    <>
      <p className={cx(styles['text'], props.className)} dir="auto">
        {props.children(shown, hiddenCharacters > 0)}
        {hiddenCharacters > 0 ? '…' : null}
      </p>
      {hiddenCharacters > 0 ? (
        <Button
          look="link"
          label={t('text.showMore', { n: formatNumber(hiddenCharacters) })}
          onClick={() => setBudget(budget + 5 * STEP)}
        />
      ) : null}
    </>
  );
}
