import type { ReactElement } from 'react';
import type { conversationKind } from '../../../shared/contract/schemas.ts';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openView } from '../../state/inbox-load.ts';
import { useApp } from '../../state/store.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import { NavItem } from '../../ui/nav-item/nav-item.tsx';
import { Section } from './section.tsx';

type Kind = (typeof conversationKind.options)[number];

/** Mentions are a view of their own. */
const KINDS: readonly { readonly kind: Exclude<Kind, 'mention'>; readonly icon: IconName }[] = [
  { kind: 'comment', icon: 'comment' },
  { kind: 'visitor_post', icon: 'post' },
  { kind: 'direct_message', icon: 'messenger' },
  { kind: 'email', icon: 'mail' },
  { kind: 'ticket', icon: 'headset' },
];

/** The kinds of conversations that there are, each with what waits for an answer. */
export function KindItems(): ReactElement | null {
  const t = useT();
  const counts = useApp((state) => state.counts.value?.kinds);
  const current = useApp((state) => state.inbox.filter.kind);
  const known = KINDS.filter(({ kind }) => counts?.[kind] !== undefined);
  if (known.length === 0) return null;
  return (
    <Section title={t('rail.channels')}>
      {known.map(({ kind, icon }) => {
        const pending = counts?.[kind] ?? 0;
        return (
          <NavItem
            key={kind}
            mark={<Icon name={icon} />}
            label={t(`kinds.${kind}`)}
            current={current === kind}
            note={pending === 0 ? undefined : formatNumber(pending)}
            onPress={() => openView('to_answer', { kind })}
          />
        );
      })}
    </Section>
  );
}
