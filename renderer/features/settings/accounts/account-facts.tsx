import { useCallback, useRef, type ReactElement, type ReactNode } from 'react';
import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import { useTick } from '../../../lib/clock/use-clock.ts';
import { formatExact } from '../../../lib/format/date.ts';
import { formatAgo, formatCountdown, nextChangeInMs } from '../../../lib/format/duration.ts';
import { formatPercent } from '../../../lib/format/number.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { selectTeams } from '../../../state/selectors.ts';
import { useApp } from '../../../state/store.ts';
import { cx } from '../../../ui/cx.ts';
import { TeamMark } from '../../../ui/marks/team-mark.tsx';
import { AccountGaps } from './account-gaps.tsx';
import styles from './account-card.module.css';
import { USAGE_WARNING_PERCENT } from './health-words.ts';
import { SetAside } from './set-aside.tsx';

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

function Usage({ percent }: { readonly percent: number | null }): ReactElement {
  const t = useT();
  if (percent === null) return <>{t('account.usage.unknown')}</>;
  const shown = formatPercent(percent / 100);
  return (
    <span className={styles['usage']}>
      <span
        className={styles['track']}
        role="meter"
        aria-label={t('account.usage.bar', { percent: shown })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, percent)}
      >
        <span
          className={cx(styles['fill'], percent >= USAGE_WARNING_PERCENT && styles['high'])}
          style={{ width: `${Math.min(100, percent)}%` }}
        />
      </span>
      {shown}
    </span>
  );
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

/** What is known of an account, figure by figure. */
export function AccountFacts({ account }: { readonly account: AccountView }): ReactElement {
  const t = useT();
  const { health } = account;
  return (
    <dl className={styles['facts']}>
      <Fact name={t('account.fact.read')}>
        <ReadTimes account={account} />
      </Fact>
      <Fact name={t('account.fact.posta')}>
        {t('account.counts', {
          conversations: health.conversationCount,
          messages: health.messageCount,
        })}
      </Fact>
      <Fact name={t('account.fact.usage')}>
        <Usage percent={health.usagePercent} />
      </Fact>
      <Fact name={t('account.fact.setAside')}>
        <SetAside accountId={account.id} count={health.setAsideCount} />
      </Fact>
      <Fact name={t('account.fact.gaps')}>
        <AccountGaps gaps={health.gaps} />
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
      {account.practice ? null : (
        <Fact name={t('account.fact.token')}>
          {t(account.tokenSealed ? 'account.token.sealed' : 'account.token.plain')}
        </Fact>
      )}
    </dl>
  );
}
