import { useEffect, type ReactElement } from 'react';
import { meantMessage } from '../../commands/message-commands.ts';
import { keycaps } from '../../commands/shortcut.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { gist } from '../../lib/text/gist.ts';
import { isMac } from '../../lib/shell.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { conversationIcon } from '../../ui/icon/kind-icons.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import { Timer } from '../../ui/timer/timer.tsx';
import type { PaletteGroup, PaletteItem } from './palette-items.ts';
import styles from './palette.module.css';

/** What cannot be done now stays in its place and says why. */
export const isBlocked = (item: PaletteItem): boolean =>
  item.type === 'command' && item.blocked !== null;

/** The id of a line's node. */
export const optionIdOf = (item: PaletteItem): string => `palette-${item.key.replaceAll(' ', '-')}`;

function Line(props: { readonly item: PaletteItem }): ReactElement {
  const t = useT();
  const { item } = props;
  if (item.type === 'search') {
    return (
      <>
        <Icon name="search" />
        <Inline className={styles['words']} text={t('palette.searchAll', { text: item.text })} />
      </>
    );
  }
  if (item.type === 'conversation') {
    const { row } = item;
    return (
      <>
        <Icon name={conversationIcon(row)} />
        <Inline className={styles['who']} text={row.author.name ?? t('common.unknownPerson')} />
        <Inline className={styles['aside']} text={gist(row)} />
        <Timer facts={row.timer} />
      </>
    );
  }
  const { command, match, blocked } = item;
  const aside = blocked ?? command.aside?.() ?? null;
  return (
    <>
      <Icon name={command.icon} />
      <span className={cx(styles['words'], aside !== null && styles['named'])}>
        {match.before}
        <mark className={styles['found']}>{match.found}</mark>
        {match.after}
      </span>
      {aside === null ? null : <Inline className={styles['aside']} text={aside} />}
      <Keycap keys={keycaps(command.keys[0], isMac())} look="quiet" />
    </>
  );
}

const headings = {
  scope: 'palette.scope',
  message: 'palette.message',
  conversations: 'palette.conversations',
  go: 'commands.go',
  app: 'commands.app',
} as const;

/** What the palette found, in its groups; the keyboard stays in the field above. */
export function PaletteList(props: {
  readonly id: string;
  readonly groups: readonly PaletteGroup[];
  readonly active: PaletteItem | undefined;
  readonly text: string;
  readonly onChoose: (item: PaletteItem) => void;
}): ReactElement {
  const t = useT();
  const { id, groups, active, text, onChoose } = props;
  const activeId = active === undefined ? null : optionIdOf(active);
  useEffect(() => {
    if (activeId !== null) {
      document.querySelector(`#${CSS.escape(activeId)}`)?.scrollIntoView({ block: 'nearest' });
    }
  }, [activeId]);
  return (
    <div id={id} role="listbox" aria-label={t('app.search')} className={styles['list']}>
      {groups.length === 0 ? (
        <p className={styles['nothing']}>{t('palette.nothing', { text })}</p>
      ) : null}
      {groups.map((group) => (
        <div key={group.key} role="group" aria-label={t(headings[group.key])}>
          <div className={styles['heading']} aria-hidden="true">
            {t(headings[group.key])}
            {group.key === 'message' ? (
              <Inline className={styles['meant']} text={meantMessage() ?? ''} />
            ) : null}
          </div>
          {group.items.map((item) => (
            <div
              key={item.key}
              id={optionIdOf(item)}
              role="option"
              tabIndex={-1}
              aria-selected={item === active}
              aria-disabled={isBlocked(item)}
              className={cx(
                styles['option'],
                item === active && styles['active'],
                isBlocked(item) && styles['blocked'],
              )}
              // The press chooses before the field can lose the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                onChoose(item);
              }}
            >
              <Line item={item} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
