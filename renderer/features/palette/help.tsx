import type { ReactElement } from 'react';
import type { Command, CommandGroup } from '../../commands/command.ts';
import { COMMANDS } from '../../commands/registry.ts';
import { keycaps } from '../../commands/shortcut.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { isMac } from '../../lib/shell.ts';
import { setSingleKeys, showOverlay } from '../../state/layout-actions.ts';
import { useApp } from '../../state/store.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Keycap } from '../../ui/keycap.tsx';
import { ScrollPane } from '../../ui/scroll-pane/scroll-pane.tsx';
import { Toggle } from '../../ui/toggle/toggle.tsx';
import styles from './help.module.css';

const GROUPS: readonly CommandGroup[] = ['conversation', 'message', 'list', 'go', 'app'];

const ofGroup = (group: CommandGroup): readonly Command[] =>
  COMMANDS.filter((command) => command.group === group && command.keys.length > 0);

/** Every shortcut there is, from the same table that the keyboard uses. */
export function Help(): ReactElement {
  const t = useT();
  const singleKeys = useApp((state) => state.layout.singleKeys);
  return (
    <Dialog
      label={t('help.title')}
      closeLabel={t('common.close')}
      size="wide"
      onClose={() => showOverlay(null)}
    >
      <ScrollPane label={t('help.title')} className={styles['sheet']}>
        {GROUPS.map((group) => (
          <section key={group} className={styles['group']}>
            <h3 className={styles['heading']}>{t(`commands.${group}`)}</h3>
            <dl>
              {ofGroup(group).map((command) => (
                <div key={command.id} className={styles['line']}>
                  <dt>{t(command.label)}</dt>
                  <dd>
                    <Keycap keys={keycaps(command.keys[0], isMac())} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </ScrollPane>
      <div className={styles['foot']}>
        <Toggle
          label={t('help.singleKeys')}
          hint={t('help.singleKeysHint')}
          on={singleKeys}
          onChange={setSingleKeys}
        />
      </div>
    </Dialog>
  );
}
