import { useState, type ReactElement } from 'react';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { clip } from '../../lib/text/clip.ts';
import { cx } from '../cx.ts';
import { Button } from '../button/button.tsx';
import styles from './customer-text.module.css';

/** Shown before "show more", and added by each press: about two screens. */
const STEP = 4_000;

/**
 * What a stranger wrote, as text and nothing else: isolated from the direction of what stands
 * around it, broken anywhere when a word is too long, folded when it is too much for one look.
 */
export function CustomerText(props: {
  readonly text: string;
  readonly size?: 'reading' | 'small';
}): ReactElement {
  const t = useT();
  const [budget, setBudget] = useState(STEP);
  const { shown, hiddenCharacters } = clip(props.text, budget);
  return (
    <>
      <p className={cx(styles['text'], props.size === 'small' && styles['small'])} dir="auto">
        {shown}
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

/** A stranger's name or snippet within a line of ours, kept from turning the line around. */
export const Inline = (props: {
  readonly text: string;
  readonly className?: string | undefined;
}): ReactElement => (
  <bdi className={props.className} dir="auto">
    {props.text}
  </bdi>
);
