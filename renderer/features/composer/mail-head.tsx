import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { MailAddressView } from '../../../shared/contract/mail-schemas.ts';
import { addressFault, displayName } from '../../../shared/domain/mail/address.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { setRecipients, setSubject } from '../../state/compose-mail.ts';
import type { MailNow } from '../../state/mail-now.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './mail-head.module.css';
import { Recipients } from './recipients.tsx';
import { usePeople } from './use-people.ts';

interface HeadProps {
  readonly id: string;
  readonly mail: MailNow;
}

const whole = ({ name, address }: MailAddressView): string =>
  name === null || name === address ? address : `${displayName({ name, address })} <${address}>`;

function People(props: { readonly people: readonly MailAddressView[] }): ReactElement | null {
  const t = useT();
  const [first, ...more] = props.people;
  if (first === undefined) return null;
  return (
    <span className={styles['people']} title={props.people.map(whole).join(', ')}>
      <Inline className={styles['person']} text={whole(first)} />
      {more.length === 0 ? null : <span>{t('composer.mail.more', { n: more.length })}</span>}
    </span>
  );
}

/** From whom, to whom and about what, in one line. */
function Folded(props: HeadProps & { readonly onOpen: () => void }): ReactElement {
  const t = useT();
  const { to, cc, subject } = props.mail;
  return (
    <div className={styles['folded']}>
      <span className={styles['name']}>{t('composer.mail.to')}</span>
      <People people={to} />
      {cc.length === 0 ? null : <span className={styles['name']}>{t('composer.mail.cc')}</span>}
      <People people={cc} />
      <span aria-hidden="true">·</span>
      <Inline
        className={styles['subject']}
        text={subject === '' ? t('composer.mail.noSubject') : subject}
      />
      <span className={styles['edit']}>
        <Button
          look="link"
          label={t('composer.mail.edit')}
          aria-expanded={false}
          data-tip={t('composer.mail.editHint')}
          onClick={props.onOpen}
        />
      </span>
    </div>
  );
}

function Open(
  props: HeadProps & { readonly onFold: (() => void) | null; readonly wasAsked: boolean },
): ReactElement {
  const t = useT();
  const { id, mail, onFold, wasAsked } = props;
  const beginsHere = mail.kind === 'forward' && mail.to.length === 0;
  const known = usePeople(mail);
  return (
    <div className={styles['open']}>
      <Recipients
        label={t('composer.mail.to')}
        people={mail.to}
        known={known}
        focus={wasAsked ? 'now' : beginsHere ? 'from_text' : 'no'}
        onChange={(people) => setRecipients(id, 'to', people)}
      />
      <Recipients
        label={t('composer.mail.cc')}
        people={mail.cc}
        known={known}
        onChange={(people) => setRecipients(id, 'cc', people)}
      />
      <div className={styles['line']}>
        <label className={styles['field']}>
          <span className={styles['name']}>{t('composer.mail.subject')}</span>
          <input
            className={styles['input']}
            dir="auto"
            autoComplete="off"
            value={mail.subject}
            onChange={(event) => setSubject(id, event.target.value)}
          />
        </label>
        {mail.from === null ? null : (
          <span className={styles['from']} title={whole(mail.from)}>
            {t('composer.mail.from')} <Inline text={mail.from.address} />
          </span>
        )}
      </div>
      {onFold === null ? null : (
        <span className={styles['fold']}>
          <IconButton icon="chevronDown" label={t('composer.mail.fold')} onClick={onFold} />
        </span>
      )}
    </div>
  );
}

/** To whom the mail goes and what it is called: one line while its text is being written. */
export function MailHead(props: HeadProps): ReactElement {
  const { to, cc } = props.mail;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const section = box.current?.closest('section');
    const fold = ({ target }: Event): void => {
      if (target instanceof HTMLTextAreaElement) setOpen(false);
    };
    section?.addEventListener('focusin', fold);
    return () => section?.removeEventListener('focusin', fold);
  }, []);
  const asks =
    to.length === 0 || [...to, ...cc].some(({ address }) => addressFault(address) !== null);
  return (
    <div
      ref={box}
      className={styles['head']}
      // Where somebody writes nothing folds away, also once all is right.
      onFocusCapture={(event) => {
        if (event.target instanceof HTMLInputElement) setOpen(true);
      }}
    >
      {open || asks ? (
        <Open {...props} wasAsked={open} onFold={asks ? null : () => setOpen(false)} />
      ) : (
        <Folded {...props} onOpen={() => setOpen(true)} />
      )}
    </div>
  );
}
