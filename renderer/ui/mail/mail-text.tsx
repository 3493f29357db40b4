import { useMemo, type ReactElement } from 'react';
import { linkify, type TextPart } from '../../lib/mail-text/linkify.ts';
import { openExternal } from '../../lib/shell.ts';
import { LongText } from '../text/long-text.tsx';
import styles from './mail.module.css';

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

/** What is shown of a text, its addresses to be followed; one that is cut off leads elsewhere. */
function Linked({ text, isCut }: { readonly text: string; readonly isCut: boolean }): ReactElement {
  const parts = useMemo(() => {
    const all = linkify(text);
    const last = all.at(-1);
    if (!isCut || last === undefined || last.address === null) return all;
    return [...all.slice(0, -1), { text: last.text, href: null, address: null, truth: null }];
  }, [text, isCut]);
  return (
    <>
      {parts.map((part, index) => (
        // The parts of a text keep their places.
        // oxlint-disable-next-line react/no-array-index-key
        <Part key={index} {...part} />
      ))}
    </>
  );
}

/** A mail's plain text: no markup, its addresses to be followed, folded when it is long. */
export const MailText = (props: { readonly text: string }): ReactElement => (
  <LongText text={props.text}>{(shown, isCut) => <Linked text={shown} isCut={isCut} />}</LongText>
);
