import type { ReactElement } from 'react';
import { CommandIconButton, keysOf } from '../../commands/command-button.tsx';
import { commandOf } from '../../commands/registry.ts';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { isPendingView } from '../../state/inbox.ts';
import { useApp } from '../../state/store.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './inbox-list.module.css';

/** New rows wait here until they are asked for: the row under the pointer never moves. */
function Arrivals(props: { readonly count: number }): ReactElement {
  const t = useT();
  const command = commandOf('showArrivals');
  return (
    <button
      type="button"
      className={styles['arrivals']}
      data-tip={t(command.label)}
      data-tip-keys={keysOf('showArrivals').join(' ')}
      onClick={() => void command.run()}
    >
      <Icon name="arrowDown" small />
      {t('inbox.arrivals', { n: props.count })}
    </button>
  );
}

/** Which view is listed, how many rows it has, and by what they are sorted. */
export function ListHeader(): ReactElement {
  const t = useT();
  const view = useApp((state) => state.inbox.view);
  const total = useApp((state) => state.inbox.total);
  const arrivals = useApp((state) => state.inbox.arrivals.length);
  return (
    <header className={styles['header']}>
      <h1 className={styles['title']}>{t(`view.${view}`)}</h1>
      {total === null ? null : <span className={styles['total']}>{formatNumber(total)}</span>}
      <span className={styles['spring']} />
      <span role="status">{arrivals === 0 ? null : <Arrivals count={arrivals} />}</span>
      {arrivals > 0 ? null : (
        <span className={styles['order']}>
          {t(isPendingView(view) ? 'inbox.order.due' : 'inbox.order.newest')}
        </span>
      )}
      <CommandIconButton id="filter" />
    </header>
  );
}
