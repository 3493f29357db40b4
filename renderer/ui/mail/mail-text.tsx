import { useMemo, useState, type ReactElement } from 'react';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { linkify, type TextPart } from '../../lib/mail-text/linkify.ts';
import { openExternal } from '../../lib/shell.ts';
import { clip } from '../../lib/text/clip.ts';
import { Button } from '../button/button.tsx';
import styles from './mail.module.css';

/** Shown before "show more", and added by each press: about two screens. */
const STEP = 4_000;

function Part({ text, href, address, truth }: TextPart): ReactElement | string {
  if (address === null) return text;
  const beside = truth === null ? null : <bdi className={styles['truth']}>{truth}</bdi>;
  if (href === null) {
    return (
      <>
        <bdi title={address}>{text}</bdi> {beside}
      </>
    );
  }
  return (
    <>
      <a
        className={styles['link']}
        href={href}
        title={address}
        dir="auto"
        rel="noopener noreferrer"
        onClick={(event) => {
          event.preventDefault();
          openExternal(href);
        }}
      >
        {text}
      </a>
      {beside}
    </>
  );
}

/** A mail's plain text: no markup, its addresses to be followed, folded when it is long. */
export function MailText(props: { readonly text: string }): ReactElement {
  const t = useT();
  const [budget, setBudget] = useState(STEP);
  const { shown, hiddenCharacters } = clip(props.text, budget);
  const parts = useMemo(() => {
    const all = linkify(shown);
    const last = all.at(-1);
    // An address that is cut off leads elsewhere.
    if (hiddenCharacters === 0 || last === undefined || last.address === null) return all;
    return [...all.slice(0, -1), { text: last.text, href: null, address: null, truth: null }];
  }, [shown, hiddenCharacters]);
  return (
    <>
      <p className={styles['text']} dir="auto">
        {parts.map((part, index) => (
          // The parts of a text keep their places.
          // oxlint-disable-next-line react/no-array-index-key
          <Part key={index} {...part} />
        ))}
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
