import type { ReactElement } from 'react';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { selectDraft } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './composer.module.css';

/** What one should know before sending: why the last try failed, or that the reply will wait. */
export function ComposerHint(props: {
  readonly id: string;
  readonly hintId: string;
}): ReactElement {
  const t = useT();
  const { id, hintId } = props;
  const { error, mode } = useApp(selectDraft(id));
  const online = useApp((state) => state.session.online);
  if (error !== null) {
    return (
      <p id={hintId} className={cx(styles['hint'], styles['bad'])} role="alert">
        <Icon name="warning" small />
        {errorText(t, error)}
      </p>
    );
  }
  return (
    <p id={hintId} className={styles['hint']}>
      {!online && mode === 'public' ? (
        <>
          <Icon name="cloudOff" small />
          {t('composer.offline')}
        </>
      ) : null}
    </p>
  );
}
