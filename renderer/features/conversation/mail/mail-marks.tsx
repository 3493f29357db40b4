import type { ReactElement } from 'react';
import type { MailView } from '../../../../shared/contract/mail-schemas.ts';
import { keysOf } from '../../../commands/command-button.tsx';
import { runCommand } from '../../../commands/registry.ts';
import { useT, type MessageId } from '../../../lib/i18n/i18n.ts';
import { openConversation } from '../../../state/open-conversation.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { plain } from './address.tsx';
import styles from './mail.module.css';

/** It names another conversation, whose people do not know its writer. */
export function Claims({ claims }: Pick<MailView, 'claims'>): ReactElement | null {
  const t = useT();
  if (claims === null) return null;
  const { conversationId } = claims;
  return (
    <div className={styles['claims']} role="note">
      <Icon name="warning" small />
      <p>
        {t('mail.claims')}{' '}
        {conversationId === null ? (
          t('mail.claims.unknown')
        ) : (
          <Button
            look="link"
            label={t('mail.claims.open')}
            onClick={() => openConversation(conversationId)}
          />
        )}
      </p>
    </div>
  );
}

/** What the codes of RFC 3463 say, in words; the longest that fits. */
const REASONS: readonly (readonly [RegExp, MessageId])[] = [
  [/^\d\.1\.(?:[0126]|10)$/, 'mail.bounced.noSuch'],
  [/^\d\.1\.\d+$/, 'mail.bounced.badAddress'],
  [/^\d\.2\.1$/, 'mail.bounced.disabled'],
  [/^\d\.2\.2$/, 'mail.bounced.full'],
  [/^\d\.(?:2\.3|3\.4)$/, 'mail.bounced.tooLarge'],
  [/^\d\.4\.\d+$/, 'mail.bounced.unreachable'],
  [/^\d\.7\.\d+$/, 'mail.bounced.refused'],
];

type Bounced = MailView['bounced'][number];

function Failed(props: { readonly of: Bounced }): ReactElement {
  const t = useT();
  const { address, status, diagnostic } = props.of;
  const reason = REASONS.find(([code]) => code.test(status ?? ''))?.[1] ?? 'mail.bounced.unsaid';
  const said = [status, diagnostic].filter((part) => part !== null && part !== '').join(' · ');
  return (
    <li>
      <b className={styles['failed']}>
        {t('mail.bounced')} <bdi>{plain(address)}</bdi>
      </b>
      <p>{t(reason)}</p>
      {said === '' ? null : (
        <details className={styles['technical']}>
          <summary>{t('mail.bounced.details')}</summary>
          <bdi>{said.slice(0, 1_000)}</bdi>
        </details>
      )}
    </li>
  );
}

/** Whom a mail of ours did not reach, why, and what to do about it. */
export function Bounce(props: {
  readonly bounced: MailView['bounced'];
  /** Somebody waits for an answer again. */
  readonly waits: boolean;
}): ReactElement | null {
  const t = useT();
  const { bounced, waits } = props;
  if (bounced.length === 0) return null;
  return (
    <section className={styles['bounce']} aria-label={t('mail.bounced.label')}>
      <Icon name="warning" />
      <div>
        <ul>
          {bounced.map((one) => (
            <Failed key={one.address} of={one} />
          ))}
        </ul>
        <p>{t(waits ? 'mail.bounced.waits' : 'mail.bounced.done')}</p>
        <Button
          icon="reply"
          label={t('mail.bounced.again')}
          keys={keysOf('reply')}
          onClick={() => void runCommand('reply')}
        />
      </div>
    </section>
  );
}
