import type { ReactElement } from 'react';
import type { View } from '../../../shared/contract/schemas.ts';
import { keysOf } from '../../commands/command-button.tsx';
import { commandOf } from '../../commands/registry.ts';
import { formatNumber } from '../../lib/format/number.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { useApp } from '../../state/store.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { NavItem } from '../../ui/nav-item/nav-item.tsx';
import { Section } from './section.tsx';

const VIEWS = ['to_answer', 'due_soon', 'mentions', 'waiting', 'outgoing', 'all'] as const;

/** A view counts what needs one of us; whose turn the customer's is, and everything, need no number. */
const COUNTED: ReadonlySet<View> = new Set(['to_answer', 'due_soon', 'mentions', 'outgoing']);

/** The word fits beside the view's name only while the number is short; the tooltip has both. */
const lateNote = (t: Translate, n: number): string =>
  n < 100 ? t('rail.overdue', { n }) : formatNumber(n);

function ViewItem(props: { readonly view: (typeof VIEWS)[number] }): ReactElement {
  const t = useT();
  const { view } = props;
  const { label, icon, run } = commandOf(`go.${view}`);
  const count = useApp((state) => state.counts.value?.views[view] ?? 0);
  const overdue = useApp((state) => state.counts.value?.groups.overdue ?? 0);
  const current = useApp(
    ({ inbox }) => inbox.view === view && Object.keys(inbox.filter).length === 0,
  );
  const late = view === 'due_soon' && overdue > 0;
  const note = COUNTED.has(view) && count > 0 ? formatNumber(count) : undefined;
  return (
    <NavItem
      mark={<Icon name={icon} />}
      label={t(label)}
      current={current}
      note={late ? lateNote(t, overdue) : note}
      tip={late ? `${t(label)}: ${t('rail.overdue', { n: overdue })}` : undefined}
      noteLook={late ? 'late' : 'plain'}
      keys={keysOf(`go.${view}`)}
      onPress={() => void run()}
    />
  );
}

/** The views of the inbox. */
export function ViewItems(): ReactElement {
  const t = useT();
  return (
    <Section title={t('rail.views')}>
      {VIEWS.map((view) => (
        <ViewItem key={view} view={view} />
      ))}
    </Section>
  );
}
