import { useEffect, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import type { ConversationDetail, MessageView } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatExact } from '../../lib/format/date.ts';
import { formatBytes } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { clip } from '../../lib/text/clip.ts';
import { setPrinting } from '../../state/layout-actions.ts';
import { selectAccount, selectDetail, selectSelectedId } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Inline } from '../../ui/text/customer-text.tsx';
import { Addresses, plain } from './mail/address.tsx';
import { fileFace } from './mail/file-face.ts';
import styles from './print-sheet.module.css';

/** As much of one message as is printed: a hundred pages. */
const MOST_PRINTED = 300_000;

function Heading({ message }: { readonly message: MessageView }): ReactElement {
  const t = useT();
  const { author, authorKind, mail, createdAtMs } = message;
  const address = mail === null || authorKind === 'brand' ? null : author.externalId;
  return (
    <header>
      <b>
        <Inline text={plain(author.name ?? t('common.unknownPerson'))} />
      </b>
      {address === null || address === author.name ? null : (
        <>
          {' '}
          <bdi>{plain(address)}</bdi>
        </>
      )}
      {' · '}
      {formatExact(createdAtMs)}
      {mail === null ? null : (
        <dl className={styles['pairs']}>
          <Addresses word={t('mail.head.to')} list={mail.to} />
          <Addresses word={t('mail.head.cc')} list={mail.cc} />
          <dt>{t('mail.head.subject')}</dt>
          <dd>
            <Inline text={plain(mail.subject) || t('mail.noSubject')} />
          </dd>
        </dl>
      )}
    </header>
  );
}

function Printed({ message }: { readonly message: MessageView }): ReactElement {
  const t = useT();
  const { text, mail } = message;
  const { shown, hiddenCharacters } = clip(text, MOST_PRINTED);
  const files = (mail?.attachments ?? []).filter(({ inline }) => !inline);
  return (
    <article className={styles['message']}>
      <Heading message={message} />
      <p className={styles['text']} dir="auto">
        {shown === '' ? t('message.noText') : shown}
        {hiddenCharacters > 0 ? '…' : null}
      </p>
      {mail?.whole === false ? <p>{t('mail.notWhole', { size: formatBytes(mail.size) })}</p> : null}
      {files.length === 0 ? null : (
        <ul className={styles['files']} aria-label={t('mail.files')}>
          {files.map((file) => {
            const { stem, ending } = fileFace(file);
            return (
              <li key={file.index}>
                <bdi>{stem + ending}</bdi> ({formatBytes(file.size)})
              </li>
            );
          })}
        </ul>
      )}
    </article>
  );
}

/** The whole thread on paper: every message as text, no controls, nothing that loads (decision 0138). */
function Sheet({ detail }: { readonly detail: ConversationDetail }): ReactElement {
  const t = useT();
  const { summary, messages } = detail;
  const account = useApp(selectAccount(summary.accountId));
  const title = summary.subject ?? summary.author.name ?? t('common.unknownPerson');
  useEffect(() => {
    const over = new AbortController();
    const done = (): void => setPrinting(false);
    // Where a platform says nothing when it has printed, the next touch ends it.
    for (const name of ['afterprint', 'keydown', 'pointerdown']) {
      window.addEventListener(name, done, { signal: over.signal });
    }
    // The sheet stands in the page before it is printed.
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      cancelAnimationFrame(frame);
      over.abort();
    };
  }, []);
  return (
    <section className={styles['sheet']} aria-label={t('mail.print.label')}>
      <h1 className={styles['title']}>
        <Inline text={plain(title) || t('mail.noSubject')} />
      </h1>
      <p>
        <Inline text={account?.name ?? ''} /> ·{' '}
        {t('mail.print.at', { when: formatExact(clock.now()) })}
      </p>
      {messages
        .filter(({ presence }) => presence !== 'gone')
        .map((message) => (
          <Printed key={message.id} message={message} />
        ))}
    </section>
  );
}

/** What is printed, beside the window and seen on paper only. */
export function PrintSheet(): ReactElement | null {
  const printing = useApp(({ layout }) => layout.printing);
  const detail = useApp((state) => selectDetail(selectSelectedId(state))(state));
  if (!printing || detail === undefined) return null;
  return createPortal(<Sheet detail={detail} />, document.body);
}
