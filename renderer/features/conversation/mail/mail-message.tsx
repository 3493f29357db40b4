import { useState, type ReactElement } from 'react';
import type { MailView } from '../../../../shared/contract/mail-schemas.ts';
import type { MessageView } from '../../../../shared/contract/schemas.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { Avatar } from '../../../ui/avatar/avatar.tsx';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Inline } from '../../../ui/text/customer-text.tsx';
import { MessageSpot } from '../message-spot.tsx';
import { Moment } from '../moment.tsx';
import { plain } from './address.tsx';
import { MailFiles } from './mail-files.tsx';
import { MailHead } from './mail-head.tsx';
import { Bounce, Claims } from './mail-marks.tsx';
import { MailWords } from './mail-words.tsx';
import styles from './mail.module.css';

interface MailMessageProps {
  readonly conversationId: string;
  readonly message: MessageView;
  readonly mail: MailView;
  /** It begins open. */
  readonly open: boolean;
  /** Somebody waits for an answer in this conversation. */
  readonly waits: boolean;
}

/** A mail that one has read already: one line, to be opened. */
function Folded(props: {
  readonly message: MessageView;
  readonly mail: MailView;
  readonly onOpen: () => void;
}): ReactElement {
  const t = useT();
  const { message, mail, onOpen } = props;
  const hasFiles = mail.attachments.some(({ inline }) => !inline);
  return (
    <button type="button" className={styles['folded']} aria-expanded={false} onClick={onOpen}>
      <Icon name="chevronRight" small />
      <Inline
        className={styles['foldedName']}
        text={plain(message.author.name ?? t('common.unknownPerson'))}
      />
      <Inline className={styles['foldedText']} text={plain(message.text) || t('message.noText')} />
      {hasFiles ? <Icon name="paperclip" small /> : null}
      <Moment atMs={message.createdAtMs} />
    </button>
  );
}

/** One mail: who and to whom, what it says, its files, and what is the matter with it. */
export function MailMessage(props: MailMessageProps): ReactElement {
  const t = useT();
  const { conversationId, message, mail, waits } = props;
  const [isOpen, setOpen] = useState(props.open);
  const ours = message.authorKind === 'brand';
  const name = plain(message.author.name ?? t('common.unknownPerson'));
  // A picture within the text is seen where the text is shown as it was sent.
  const files = mail.attachments.filter(({ inline }) => !inline || !mail.html);
  return (
    <>
      <MessageSpot
        conversationId={conversationId}
        message={message}
        deeds={[]}
        label={`${name}: ${plain(message.text).slice(0, 120)}`}
        toolbar={isOpen}
        className={cx(styles['mail'], ours && styles['ours'], !isOpen && styles['shut'])}
      >
        {isOpen ? (
          <>
            <Avatar name={name} size={28} look={ours ? 'page' : 'person'} />
            <div className={styles['body']}>
              <MailHead message={message} mail={mail} onFold={() => setOpen(false)} />
              <Claims claims={mail.claims} />
              <MailWords message={message} mail={mail} />
              <MailFiles messageId={message.id} files={files} />
            </div>
          </>
        ) : (
          <Folded message={message} mail={mail} onOpen={() => setOpen(true)} />
        )}
      </MessageSpot>
      <Bounce bounced={mail.bounced} waits={waits} />
    </>
  );
}
