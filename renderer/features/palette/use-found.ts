import { useEffect, useState } from 'react';
import type { ConversationSummary } from '../../../shared/contract/schemas.ts';
import { findConversations } from '../../state/find.ts';

const PAUSE_MS = 120;

/** Returns the conversations that hold the words of `text`; the last answer stays until the next. */
export function useFound(text: string): readonly ConversationSummary[] {
  const [found, setFound] = useState<readonly ConversationSummary[]>([]);
  useEffect(() => {
    let stale = false;
    const find = async (): Promise<void> => {
      const rows = await findConversations(text);
      if (!stale) setFound(rows);
    };
    const timer = window.setTimeout(() => void find(), PAUSE_MS);
    return () => {
      stale = true;
      window.clearTimeout(timer);
    };
  }, [text]);
  return found;
}
