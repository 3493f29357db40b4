import { useCallback, useRef, type ReactElement, type ReactNode } from 'react';
import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import { useTick } from '../../../lib/clock/use-clock.ts';
import { formatExact } from '../../../lib/format/date.ts';
import { formatAgo, formatCountdown, nextChangeInMs } from '../../../lib/format/duration.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { selectTeams } from '../../../state/selectors.ts';
import { useApp } from '../../../state/store.ts';
import { TeamMark } from '../../../ui/marks/team-mark.tsx';
import styles from './account-card.module.css';
import { Disclosure } from './disclosure.tsx';

const Fact = (props: { readonly name: string; readonly children: ReactNode }): ReactElement => (
  <div className={styles['fact']}>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
);

/** When the account was read last and will be read next: the clock writes it, second by second. */
function ReadTimes({ account }: { readonly account: AccountView }): ReactElement {
  const t = useT();
  const words = useRef<HTMLSpanElement>(null);
  const { lastReadAtMs, state } = account.health;
  const nextReadAtMs = state === 'reading' ? null : account.health.nextReadAtMs;
  const tick = useCallback(
    (nowMs: number) => {
      const agoMs = lastReadAtMs === null ? null : Math.max(0, nowMs - lastReadAtMs);
      const leftMs = nextReadAtMs === null ? null : nextReadAtMs - nowMs;
      const parts = [agoMs === null ? t('account.read.never') : formatAgo(agoMs)];
      if (leftMs !== null) {
        parts.push(
          leftMs < 1_000
            ? t('account.read.nextSoon')
            : t('account.read.next', { duration: formatCountdown(leftMs, 'up') }),
        );
      }
      if (words.current !== null) words.current.textContent = parts.join(' · ');
      const changes = [
        agoMs === null ? Infinity : nextChangeInMs(agoMs, 'up'),
        leftMs === null || leftMs < 1_000 ? Infinity : nextChangeInMs(leftMs, 'down'),
      ];
      const soonest = Math.min(...changes);
      return Number.isFinite(soonest) ? nowMs + soonest : null;
    },
    [lastReadAtMs, nextReadAtMs, t],
  );
  useTick(tick);
  return <span ref={words} title={lastReadAtMs === null ? '' : formatExact(lastReadAtMs)} />;
}

function Team({ id }: { readonly id: string }): ReactElement {
  const team = useApp(selectTeams).find((one) => one.id === id);
  return (
    <span className={styles['team']}>
      {team === undefined ? null : <TeamMark mark={team.mark} />}
      {team?.name ?? id}
    </span>
  );
}

/** What is known of an account beyond how it is read. */
export function AccountFacts({ account }: { readonly account: AccountView }): ReactElement {
  const t = useT();
  const { health } = account;
  const counts = t('account.counts', {
    conversations: health.conversationCount,
    messages: health.messageCount,
  });
  return (
    <Disclosure name={t('account.facts')} summary={counts}>
      <dl className={styles['facts']}>
        <Fact name={t('account.fact.read')}>
          <ReadTimes account={account} />
        </Fact>
        <Fact name={t('account.fact.team')}>
          <Team id={account.teamId} />
        </Fact>
        <Fact name={t('account.fact.id')}>
          <span className={styles['code']}>{account.externalId}</span>
        </Fact>
        <Fact name={t('account.fact.address')}>
          <span className={styles['code']}>{account.baseUrl}</span>
        </Fact>
      </dl>
    </Disclosure>
  );
}
