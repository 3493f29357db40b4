import { useState, type ReactElement } from 'react';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { announce } from '../../lib/announce.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useLanguage, useT } from '../../lib/i18n/i18n.ts';
import { chooseLanguage, chooseTheme, setSingleKeys } from '../../state/layout-actions.ts';
import { selectAgent } from '../../state/selectors.ts';
import { setAgentName } from '../../state/settings-actions.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Segmented } from '../../ui/segmented/segmented.tsx';
import { Toggle } from '../../ui/toggle/toggle.tsx';
import { Card, Page } from './page.tsx';
import styles from './appearance.module.css';

const THEMES = ['system', 'light', 'dark'] as const;

function Theme(): ReactElement {
  const t = useT();
  const theme = useApp((state) => state.layout.theme);
  return (
    <Card title={t('appearance.theme')}>
      <div className={styles['choice']}>
        <Segmented
          label={t('appearance.theme')}
          value={theme}
          segments={THEMES.map((value) => ({ value, label: t(`appearance.theme.${value}`) }))}
          onChange={chooseTheme}
        />
        <p>{t('appearance.theme.note')}</p>
      </div>
    </Card>
  );
}

function Language(): ReactElement {
  const t = useT();
  const language = useLanguage();
  return (
    <Card title={t('appearance.language')}>
      <div className={styles['choice']}>
        <Segmented
          label={t('appearance.language')}
          value={language}
          // Each in its own words: who does not read one of them finds the other.
          segments={[
            { value: 'it', label: 'Italiano' },
            { value: 'en', label: 'English' },
          ]}
          onChange={chooseLanguage}
        />
        <p>{t('appearance.language.note')}</p>
      </div>
    </Card>
  );
}

/** The longest name that the service takes. */
const LONGEST_NAME = 80;

function AgentName(): ReactElement {
  const t = useT();
  const saved = useApp(selectAgent);
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<AppError | 'missing' | null>(null);
  const name = typed ?? saved;
  const save = async (): Promise<void> => {
    if (name.trim() === '') return setError('missing');
    const failure = await setAgentName(name.trim());
    setError(failure);
    if (failure !== null) return;
    setTyped(null);
    announce(t('appearance.agent.saved'));
  };
  return (
    <Card title={t('appearance.agent')}>
      <form
        className={styles['name']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={t('appearance.agent.label')}
          hint={t('appearance.agent.hint')}
          error={
            error === null
              ? undefined
              : error === 'missing'
                ? t('appearance.agent.missing')
                : errorText(t, error)
          }
          value={name}
          maxLength={LONGEST_NAME}
          onChange={(event) => {
            setTyped(event.target.value);
            setError(null);
          }}
        />
        <Button
          type="submit"
          size="large"
          label={t('appearance.agent.save')}
          disabled={typed === null || typed.trim() === saved}
        />
      </form>
    </Card>
  );
}

/** How the window looks and speaks, and who sits before it. All of it holds at once. */
export function Appearance(): ReactElement {
  const t = useT();
  const singleKeys = useApp((state) => state.layout.singleKeys);
  return (
    <Page title={t('settings.appearance')}>
      <Theme />
      <Language />
      <AgentName />
      <Card title={t('appearance.keyboard')}>
        <Toggle
          label={t('help.singleKeys')}
          hint={t('help.singleKeysHint')}
          on={singleKeys}
          onChange={setSingleKeys}
        />
        <div className={styles['after']}>
          <CommandButton id="help" label={t('appearance.keyboard.all')} />
        </div>
      </Card>
    </Page>
  );
}
