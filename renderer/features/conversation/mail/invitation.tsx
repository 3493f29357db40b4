import type { ReactElement } from 'react';
import type {
  CalendarEventView,
  EventTimeView,
} from '../../../../shared/contract/mail-file-schemas.ts';
import { formatTold, formatWall } from '../../../lib/format/date.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { MailText } from '../../../ui/mail/mail-text.tsx';
import { Inline } from '../../../ui/text/customer-text.tsx';
import { Address, plain } from './address.tsx';
import styles from './mail-files.module.css';

/** A time as its sender's clock says it; here it may be another one. */
function Time({ time }: { readonly time: EventTimeView }): ReactElement {
  const t = useT();
  const { wall, zone, atMs } = time;
  return (
    <>
      {formatWall(wall)}
      {zone === null ? null : (
        <span className={styles['quiet']}>
          {' '}
          <bdi>{plain(zone)}</bdi>
        </span>
      )}
      {atMs === null || zone === null ? null : (
        <span className={styles['quiet']}>
          {' '}
          · {t('mail.event.here', { when: formatTold(atMs) })}
        </span>
      )}
    </>
  );
}

/** When, where, who: an invitation, or what became of one. Nothing is answered from here. */
export function Invitation({ event }: { readonly event: CalendarEventView }): ReactElement {
  const t = useT();
  const { method, title, where, notes, starts, ends, recurs, organiser, attendees, answer, more } =
    event;
  return (
    <article className={styles['inner']}>
      <p className={styles['quiet']}>{t(`mail.event.${method}`)}</p>
      <h3 className={styles['subject']}>
        <Inline text={plain(title) || t('mail.event.untitled')} />
      </h3>
      <dl className={styles['pairs']}>
        <dt>{t('mail.event.when')}</dt>
        <dd>
          {starts === null ? t('mail.event.unsaid') : <Time time={starts} />}
          {ends === null ? null : (
            <>
              {' – '}
              <Time time={{ ...ends, zone: ends.zone === starts?.zone ? null : ends.zone }} />
            </>
          )}
          {recurs ? <span className={styles['quiet']}> · {t('mail.event.recurs')}</span> : null}
        </dd>
        {where === '' ? null : (
          <>
            <dt>{t('mail.event.where')}</dt>
            <dd>
              <MailText text={where} />
            </dd>
          </>
        )}
        {organiser === null ? null : (
          <>
            <dt>{t('mail.event.who')}</dt>
            <dd>
              <Address of={organiser} />
            </dd>
          </>
        )}
        {attendees === 0 ? null : (
          <>
            <dt>{t('mail.event.attendees')}</dt>
            <dd>{attendees}</dd>
          </>
        )}
        {answer === null ? null : (
          <>
            <dt>{t('mail.event.answer')}</dt>
            <dd>
              <Address of={answer.by} /> {t(`mail.event.says.${answer.says}`)}
            </dd>
          </>
        )}
      </dl>
      {notes === '' ? null : <MailText text={notes} />}
      {more === 0 ? null : <p className={styles['quiet']}>{t('mail.event.more', { n: more })}</p>}
    </article>
  );
}
