import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { SignatureView } from '../../../shared/contract/mail-schemas.ts';
import type { TeamView } from '../../../shared/contract/schemas.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { selectTeams } from '../../state/selectors.ts';
import { forgetSignatures, loadSignatures, saveSignature } from '../../state/signature-actions.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { GrowingText } from '../../ui/growing-text/growing-text.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Banner } from '../../ui/notice/banner.tsx';
import { Card, Page } from './page.tsx';
import styles from './signatures.module.css';

/** The longest one that the service takes. */
const LONGEST = 5_000;

const LANGUAGES = ['it', 'en'] as const;

interface Kept {
  readonly text: string;
  /** What stood there before it was saved here last; null: nothing was. */
  readonly before: string | null;
  readonly state: 'idle' | 'saving' | 'saved';
  readonly error: AppError | null;
}

/** Saves a signature when its field is left, by whatever way; what was not saved stays in the field. */
function useSignature({ teamId, language, text: first }: SignatureView) {
  const [typed, setTyped] = useState(first);
  const [kept, setKept] = useState<Kept>({ text: first, before: null, state: 'idle', error: null });
  const save = async (text: string): Promise<void> => {
    if (text.trim() === kept.text.trim() || kept.state === 'saving') return;
    setKept({ ...kept, state: 'saving', error: null });
    const error = await saveSignature({ teamId, language, text });
    setKept(
      error === null
        ? { text, before: kept.text, state: 'saved', error }
        : { ...kept, state: 'idle', error },
    );
  };
  const latest = useRef({ typed, kept: kept.text });
  useEffect(() => {
    latest.current = { typed, kept: kept.text };
  }, [typed, kept.text]);
  useEffect(
    () => () => {
      const { typed: text, kept: before } = latest.current;
      if (text.trim() !== before.trim()) void saveSignature({ teamId, language, text });
    },
    [teamId, language],
  );
  return { typed, setTyped, kept, save };
}

function Preview(props: {
  readonly language: SignatureView['language'];
  readonly text: string;
}): ReactElement {
  const t = useT();
  const signature = props.text.trim();
  return (
    <div className={styles['preview']}>
      <h3>{t('signature.preview')}</h3>
      <p>{t(`signature.preview.${props.language}`)}</p>
      <p className={styles['signature']} dir="auto">
        {signature === '' ? t('signature.none') : `-- \n${signature}`}
      </p>
    </div>
  );
}

function Signature({
  team,
  first,
}: {
  readonly team: string;
  readonly first: SignatureView;
}): ReactElement {
  const t = useT();
  const { typed, setTyped, kept, save } = useSignature(first);
  const language = t(`signature.language.${first.language}`);
  const { before } = kept;
  const back = (text: string): void => {
    setTyped(text);
    void save(text);
  };
  return (
    <div className={styles['one']}>
      <div>
        <p className={styles['language']}>{language}</p>
        <div className={styles['field']}>
          <GrowingText
            label={t('signature.field', { team, language })}
            value={typed}
            maxLength={LONGEST}
            onChange={setTyped}
            onBlur={() => void save(typed)}
          />
        </div>
        <p className={styles['state']} role="status">
          {kept.error !== null ? (
            <span className={styles['failed']}>
              {t('signature.failed')} {errorText(t, kept.error)}
            </span>
          ) : kept.state === 'saving' ? (
            t('signature.saving')
          ) : kept.state === 'saved' && typed === kept.text ? (
            <span className={styles['saved']}>
              <Icon name="check" /> {t('signature.saved')}
            </span>
          ) : null}
          {kept.state === 'saved' && before !== null ? (
            <Button look="link" label={t('signature.undo')} onClick={() => back(before)} />
          ) : null}
        </p>
      </div>
      <Preview language={first.language} text={typed} />
    </div>
  );
}

function Teams(props: {
  readonly teams: readonly TeamView[];
  readonly known: readonly SignatureView[];
}): ReactElement {
  const t = useT();
  return (
    <>
      <p className={styles['note']}>{t('signature.note')}</p>
      {props.teams.map(({ id, name }) => (
        <Card key={id} title={name}>
          {LANGUAGES.map((language) => {
            const known = props.known.find((one) => one.teamId === id && one.language === language);
            return (
              <Signature
                key={language}
                team={name}
                first={known ?? { teamId: id, language, text: '' }}
              />
            );
          })}
        </Card>
      ))}
    </>
  );
}

/** What stands below the answers by mail, per team and language. */
export function Signatures(): ReactElement {
  const t = useT();
  const teams = useApp(selectTeams);
  const { known, error } = useApp((state) => state.settings.signatures);
  useEffect(() => {
    void loadSignatures();
    return forgetSignatures;
  }, []);
  return (
    <Page title={t('settings.signatures')}>
      {error === null ? null : (
        <Banner look="error" icon="warning" text={errorText(t, error)}>
          <Button label={t('common.retry')} onClick={() => void loadSignatures()} />
        </Banner>
      )}
      {known === null ? (
        <p role="status">{error === null ? t('signature.loading') : ''}</p>
      ) : (
        <Teams teams={teams} known={known} />
      )}
    </Page>
  );
}
