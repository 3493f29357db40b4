import { useMemo } from 'react';
import { useLanguage } from '../../lib/i18n/i18n.ts';
import { mailNow, type MailNow } from '../../state/mail-now.ts';
import { selectDetail, selectDraft } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';

/** Returns the mail that is being written here; null where the conversation holds none. */
export function useMail(id: string): MailNow | null {
  const detail = useApp(selectDetail(id));
  const draft = useApp(selectDraft(id));
  const habits = useApp((state) => state.drafts.habits);
  const language = useLanguage();
  return useMemo(
    () => mailNow(detail, draft, { ...habits, language }),
    [detail, draft, habits, language],
  );
}
