import type { ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import type { ListedFolder } from '../../lib/mailbox/attempts.ts';
import { Select } from '../select/select.tsx';

/** Where copies of our answers are filed; nothing where the server does it by itself. */
export function SentFolder(props: {
  readonly folders: readonly ListedFolder[];
  readonly filesSent: boolean;
  readonly value: string | null;
  readonly onChange: (folder: string | null) => void;
}): ReactElement | null {
  const t = useT();
  const { folders, filesSent, value, onChange } = props;
  if (filesSent) return null;
  const marked = folders.find(({ use }) => use === '\\Sent')?.path;
  const paths = folders.map(({ path }) => path);
  // One that was chosen stays in the list although the server has it no longer.
  const all = value === null || paths.includes(value) ? paths : [value, ...paths];
  return (
    <Select
      look="above"
      label={t('mailbox.sentFolder')}
      value={value ?? ''}
      options={[
        {
          value: '',
          label:
            marked === undefined
              ? t('mailbox.sentFolder.unmarked')
              : t('mailbox.sentFolder.marked', { folder: marked }),
        },
        ...all.map((path) => ({ value: path, label: path })),
      ]}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  );
}
