import { useMemo, useState, type ReactElement } from 'react';
import type { MailBodyView, MailView } from '../../../../shared/contract/mail-schemas.ts';
import type { MessageView } from '../../../../shared/contract/schemas.ts';
import { formatBytes } from '../../../lib/format/number.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { loadPictures } from '../../../state/mail-actions.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { MailFrame } from '../../../ui/mail/mail-frame.tsx';
import { MailText } from '../../../ui/mail/mail-text.tsx';
import { plain } from './address.tsx';
import styles from './mail.module.css';
import { isTextPoor } from './shown-first.ts';
import { useBody } from './use-body.ts';

/** What is not as it was sent, and why. */
function Shortfall(props: {
  readonly mail: MailView;
  readonly body: MailBodyView | null;
}): ReactElement | null {
  const t = useT();
  const { mail, body } = props;
  const words = !mail.whole
    ? t('mail.notWhole', { size: formatBytes(mail.size) })
    : body?.missing
      ? t('mail.missing')
      : body?.isCut === true
        ? t('mail.cut')
        : null;
  if (words === null) return null;
  return (
    <p className={styles['shortfall']} role="status">
      <Icon name="warning" small />
      {words}
    </p>
  );
}

function Switch(props: {
  readonly isOn: boolean;
  readonly label: string;
  readonly onPress: () => void;
}): ReactElement {
  return (
    <button
      type="button"
      className={styles['switch']}
      aria-expanded={props.isOn}
      onClick={props.onPress}
    >
      <Icon name={props.isOn ? 'chevronDown' : 'chevronRight'} small />
      {props.label}
    </button>
  );
}

/** What was quoted and signed below the words. */
function Below({ body }: { readonly body: MailBodyView }): ReactElement {
  const t = useT();
  const parts = [body.signature, body.quoted].filter((part) => part.trim() !== '');
  return (
    <div className={styles['below']}>
      {parts.length === 0 ? <p>{t('mail.nothingBelow')}</p> : null}
      {parts.map((part) => (
        <MailText key={part.slice(0, 40)} text={part} />
      ))}
    </div>
  );
}

/**
 * What a mail says: first what its writer wrote now, then on demand what stands below it, or the
 * whole as it was sent. What was chosen holds for as long as the mail is shown.
 */
export function MailWords(props: {
  readonly message: MessageView;
  readonly mail: MailView;
}): ReactElement {
  const t = useT();
  const { message, mail } = props;
  const poor = useMemo(() => isTextPoor(message.text, mail), [message.text, mail]);
  const [asSent, setAsSent] = useState(poor);
  const [below, setBelow] = useState(message.text === '' && mail.folded);
  const answer = useBody(message.id, asSent || below);
  const body = answer?.ok === true ? answer.value : null;
  const name = plain(message.author.name ?? t('common.unknownPerson'));
  const isFramed = asSent && body !== null && body.html !== null;
  return (
    <div className={styles['words']}>
      {isFramed ? (
        <MailFrame body={body} label={t('mail.frame', { name })} loadRemoteImages={loadPictures} />
      ) : null}
      {asSent && answer === null ? <div className={styles['waiting']} aria-busy /> : null}
      {isFramed || (asSent && answer === null) ? null : <Text text={message.text} />}
      {below && !isFramed && body !== null ? <Below body={body} /> : null}
      {answer?.ok === false ? (
        <p className={styles['shortfall']} role="alert">
          <Icon name="warning" small />
          {errorText(t, answer.error.code)}
        </p>
      ) : null}
      <Shortfall mail={mail} body={body} />
      <div className={styles['switches']}>
        {mail.folded && mail.whole && !isFramed ? (
          <Switch
            isOn={below}
            label={t(below ? 'mail.below.hide' : 'mail.below.show')}
            onPress={() => setBelow(!below)}
          />
        ) : null}
        {mail.html && mail.whole ? (
          <Switch
            isOn={asSent}
            label={t(asSent ? 'mail.asText' : 'mail.asSent')}
            onPress={() => setAsSent(!asSent)}
          />
        ) : null}
      </div>
    </div>
  );
}

function Text({ text }: { readonly text: string }): ReactElement {
  const t = useT();
  if (text.trim() === '') return <p className={styles['noText']}>{t('message.noText')}</p>;
  return <MailText text={text} />;
}
