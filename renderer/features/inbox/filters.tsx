import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { focusPane } from '../../lib/panes.ts';
import type { InboxQuery } from '../../state/inbox.ts';
import { openView, setSearch } from '../../state/inbox-load.ts';
import { setSearching } from '../../state/layout-actions.ts';
import { appState, useApp } from '../../state/store.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './inbox-list.module.css';

/** A pause this long while typing asks for the list. */
const PAUSE_MS = 150;

type Filter = InboxQuery['filter'];
type Part = 'teamId' | 'accountId' | 'kind' | 'figure';

/** The parts of a filter that chips stand for, with their words. */
function chips(
  t: Translate,
  filter: Filter,
): readonly { readonly part: Part; readonly name: string }[] {
  const { hello } = appState().session;
  const { accounts } = appState().records;
  const { teamId, accountId, kind, figure } = filter;
  const team = hello?.teams.find(({ id }) => id === teamId)?.name ?? teamId;
  const account = accounts?.find(({ id }) => id === accountId)?.name ?? accountId;
  return [
    ...(team === undefined ? [] : [{ part: 'teamId', name: team } as const]),
    ...(account === undefined ? [] : [{ part: 'accountId', name: account } as const]),
    ...(kind === undefined ? [] : [{ part: 'kind', name: t(`kinds.${kind}`) } as const]),
    ...(figure === undefined
      ? []
      : [{ part: 'figure', name: t(`inbox.outcome.${figure.outcome}`) } as const]),
  ];
}

function removePart(part: Part): void {
  const { view, filter } = appState().inbox;
  const { [part]: _removed, ...rest } = filter;
  openView(view, rest);
}

function Search(): ReactElement {
  const t = useT();
  const view = useApp((state) => state.inbox.view);
  const text = useApp((state) => state.inbox.filter.text ?? '');
  const [typed, setTyped] = useState(text);
  const timer = useRef(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const type = (words: string): void => {
    setTyped(words);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setSearch(words), PAUSE_MS);
  };
  const close = (): void => {
    window.clearTimeout(timer.current);
    if (text !== '') setSearch('');
    setSearching(false);
    focusPane('list');
  };
  return (
    <div className={styles['search']}>
      <Icon name="search" small />
      <input
        ref={input}
        type="search"
        dir="auto"
        maxLength={200}
        aria-label={t('inbox.search', { view: t(`view.${view}`) })}
        placeholder={t('inbox.search', { view: t(`view.${view}`) })}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          if (event.key === 'Enter' || event.key === 'ArrowDown') focusPane('list');
        }}
      />
      <IconButton icon="close" label={t('inbox.searchClear')} onClick={close} />
    </div>
  );
}

/** What narrows the list beside its view: a search, and what was chosen in the rail or on the map. */
export function Filters(): ReactElement | null {
  const t = useT();
  const filter = useApp((state) => state.inbox.filter);
  const searching = useApp((state) => state.layout.searching);
  const parts = chips(t, filter);
  const search = searching || filter.text !== undefined;
  if (parts.length === 0 && !search) return null;
  return (
    <div className={styles['filters']}>
      {search ? <Search /> : null}
      {parts.map(({ part, name }) => (
        <button
          key={part}
          type="button"
          className={styles['chip']}
          aria-label={t('inbox.filter.remove', { name })}
          onClick={() => removePart(part)}
        >
          <bdi>{name}</bdi>
          <Icon name="close" small />
        </button>
      ))}
    </div>
  );
}
