import { useState, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import type { RemotePictures } from '../../lib/mail-html/use-mail.ts';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import styles from './mail.module.css';

/** Says that pictures from elsewhere are not shown, and fetches them when a person wants it. */
export function RemoteLine(props: {
  readonly urls: readonly string[];
  /** What was asked for already. */
  readonly loaded: RemotePictures;
  readonly load: (urls: readonly string[]) => Promise<void>;
}): ReactElement | null {
  const { urls, loaded, load } = props;
  const t = useT();
  const [isLoading, setLoading] = useState(false);
  const failed = [...loaded.values()].filter((pixels) => pixels === null).length;
  if (urls.length === 0 && failed === 0) return null;
  const words =
    urls.length === 0 ? t('mail.failed', { n: failed }) : t('mail.remote', { n: urls.length });
  return (
    <div className={styles['remote']} role="status">
      <Icon name="image" />
      <span>{isLoading ? t('mail.loading') : words}</span>
      {urls.length === 0 ? null : (
        <Button
          look="link"
          label={t('mail.show')}
          disabled={isLoading}
          data-tip={t('mail.showHint')}
          onClick={() => {
            setLoading(true);
            void load(urls).finally(() => setLoading(false));
          }}
        />
      )}
    </div>
  );
}
