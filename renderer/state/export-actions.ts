import type { AppError } from '../../shared/kernel/app-error.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { t } from '../lib/i18n/i18n.ts';
import { ask, type Answers } from './service.ts';

/** Where a conversation was written, and how many mails it became. */
export type Exported = Answers['mail']['exportConversation'];

/** Writes a conversation as mails where downloads go. */
export const exportConversation = (
  id: string,
  format: 'eml' | 'mbox',
  notes: boolean,
): Promise<Result<Exported, AppError>> =>
  ask((service) =>
    service.mail.exportConversation({ id, format, notes, noteWord: t('export.note') }),
  );
