import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { openView } from '../../state/inbox-load.ts';
import { showOverlay } from '../../state/layout-actions.ts';
import { openConversation } from '../../state/open-conversation.ts';
import { selectRow, selectSelectedId } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import { conversationIcon } from '../../ui/icon/kind-icons.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { PaletteFoot } from './palette-foot.tsx';
import { paletteGroups, type PaletteItem } from './palette-items.ts';
import { isBlocked, optionIdOf, PaletteList } from './palette-list.tsx';
import styles from './palette.module.css';
import { useFound } from './use-found.ts';

function choose(item: PaletteItem): void {
  if (isBlocked(item)) return;
  showOverlay(null);
  if (item.type === 'command') void item.command.run();
  else if (item.type === 'conversation') openConversation(item.row.id);
  else openView('all', { text: item.text });
}

/** The open conversation, or null: its commands come first. */
function useScope(): { readonly name: string; readonly icon: IconName } | null {
  const t = useT();
  const id = useApp(selectSelectedId);
  const row = useApp(selectRow(id));
  const inInbox = useApp((state) => state.layout.area === 'inbox');
  if (row === undefined || !inInbox) return null;
  return { name: row.author.name ?? t('common.unknownPerson'), icon: conversationIcon(row) };
}

function Scope(props: { readonly name: string; readonly icon: IconName }): ReactElement {
  return (
    <span className={styles['scope']}>
      <Icon name={props.icon} small />
      <bdi>{props.name}</bdi>
    </span>
  );
}

function Search(): ReactElement {
  const t = useT();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const scope = useScope();
  const [text, setText] = useState('');
  const [widened, setWidened] = useState(false);
  const [chosen, setChosen] = useState(0);
  const scoped = scope !== null && !widened;
  const groups = paletteGroups(t, { text, scoped, found: useFound(text) });
  const items = groups.flatMap((group) => group.items);
  const active = items[Math.min(chosen, items.length - 1)];
  useEffect(() => input.current?.focus(), []);

  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setChosen((chosen + step + items.length) % Math.max(1, items.length));
    else if (event.key === 'Enter' && active !== undefined) choose(active);
    else if (event.key === 'Backspace' && text === '' && scoped) setWidened(true);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles['field']}>
        <Icon name="search" />
        {scoped ? <Scope {...scope} /> : null}
        <input
          ref={input}
          className={styles['input']}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={active === undefined ? undefined : optionIdOf(active)}
          aria-label={t('palette.placeholder')}
          placeholder={t('palette.placeholder')}
          dir="auto"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
        <Keycap keys={['Esc']} look="quiet" />
      </div>
      <PaletteList id={listId} groups={groups} active={active} text={text} onChoose={choose} />
      <PaletteFoot results={items.length} scope={scoped ? scope.name : null} />
    </>
  );
}

/** One field for everything: commands of the open conversation, conversations by words, ways to go. */
export function Palette(): ReactElement {
  const t = useT();
  return (
    <Dialog
      label={t('app.search')}
      closeLabel={null}
      size="palette"
      onClose={() => showOverlay(null)}
    >
      <Search />
    </Dialog>
  );
}
