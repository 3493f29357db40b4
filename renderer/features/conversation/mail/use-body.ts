import { useEffect, useState } from 'react';
import type { MailBodyView } from '../../../../shared/contract/mail-schemas.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import { readMail } from '../../../state/mail-actions.ts';

/**
 * Reads a mail as it was sent once it is wanted; null until it is here. The same object for as long
 * as the mail is shown: its frame is drawn once.
 */
export function useBody(messageId: string, wanted: boolean): Result<MailBodyView, AppError> | null {
  const [body, setBody] = useState<Result<MailBodyView, AppError> | null>(null);
  const isMissing = wanted && body === null;
  useEffect(() => {
    if (!isMissing) return undefined;
    let isOver = false;
    const read = async (): Promise<void> => {
      const answer = await readMail(messageId);
      if (!isOver) setBody(answer);
    };
    void read();
    return () => {
      isOver = true;
    };
  }, [messageId, isMissing]);
  return body;
}
