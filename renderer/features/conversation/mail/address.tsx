import type { ReactElement } from 'react';
import { oneLine } from '../../../../shared/domain/text.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { Inline } from '../../../ui/text/customer-text.tsx';
import styles from './mail.module.css';

interface Heard {
  readonly name: string | null;
  readonly address: string;
}

/** As much of a name as is shown; an address is never longer. */
const LONGEST = 320;

/** A stranger's name or address in one line, without signs that turn it around. */
export const plain = (text: string): string => oneLine(text, LONGEST);

/** Somebody at a mailbox: the name that they give themselves, and the address that it is. */
export function Address(props: { readonly of: Heard }): ReactElement {
  const { name, address } = props.of;
  const named = name !== null && name !== '' && name !== address;
  return (
    <span className={styles['address']}>
      {named ? <Inline text={plain(name)} /> : null}
      {named ? ' ' : null}
      <bdi className={named ? styles['of'] : undefined}>{plain(address)}</bdi>
    </span>
  );
}

/** Several of them, after a word such as `to`. */
export function Addresses(props: {
  readonly word: string;
  readonly list: readonly Heard[];
}): ReactElement | null {
  const { word, list } = props;
  if (list.length === 0) return null;
  return (
    <>
      <dt>{word}</dt>
      <dd>
        {list.map((one, index) => (
          // Anybody may write the same address twice.
          // oxlint-disable-next-line react/no-array-index-key
          <Address key={index} of={one} />
        ))}
      </dd>
    </>
  );
}

/** The names of all, in one line of ours. */
export function Names(props: {
  readonly word: string;
  readonly list: readonly Heard[];
}): ReactElement | null {
  const t = useT();
  const { word, list } = props;
  if (list.length === 0) return null;
  const shown = list.slice(0, MOST_NAMES);
  return (
    <>
      {word}{' '}
      {shown.map(({ name, address }, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index}>
          {index > 0 ? ', ' : null}
          <Inline text={plain(name === null || name === '' ? address : name)} />
        </span>
      ))}
      {list.length > shown.length ? ` ${t('mail.more', { n: list.length - shown.length })}` : null}
    </>
  );
}

const MOST_NAMES = 8;
