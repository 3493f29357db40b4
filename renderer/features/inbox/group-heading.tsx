import type { ReactElement } from 'react';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { useApp, type AppState } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import styles from './group-heading.module.css';
import type { ListItem } from './list-items.ts';

type GroupItem = Extract<ListItem, { readonly type: 'group' }>;

/** The whole view's numbers hold only for the whole view. */
const isWholeView = ({ inbox }: AppState): boolean =>
  inbox.view === 'to_answer' && inbox.segment === 'all' && Object.keys(inbox.filter).length === 0;

/** The name of a group and its size; a size that is not known yet is not shown. */
export function GroupHeading(props: { readonly item: GroupItem }): ReactElement {
  const t = useT();
  const { group, rows, whole } = props.item;
  const counted = useApp((state) =>
    isWholeView(state) && group !== 'none' ? state.counts.value?.groups[group] : undefined,
  );
  const size = whole ? rows : counted;
  return (
    <div className={cx(styles['heading'], group === 'overdue' && styles['late'])}>
      <span className={styles['name']}>{t(`inbox.group.${group}`)}</span>
      {size === undefined ? null : <span className={styles['size']}>{formatNumber(size)}</span>}
    </div>
  );
}
