import type { Jobs } from './jobs/index.ts';
import { attempt, type Inbox } from './usecases/inbox.ts';
import { connectPractice, type PracticeHost } from './usecases/practice.ts';

/** What a service consists of while it works. */
export interface LifeParts {
  readonly inbox: Inbox;
  readonly jobs: Jobs;
  readonly practice: PracticeHost;
  /** The workspace cannot be read without its practice page. */
  readonly needsPractice: boolean;
  /** Lets go of the workspace, after everything else. */
  readonly closeWorkspace: () => void;
}

/** The beginning and the end of what goes on by itself. */
export interface Life {
  /** Starts the practice page where one is needed, then the jobs. A second call waits for the first. */
  begin(): Promise<void>;
  /** The practice page is not up yet; pages hear of the end as a change of settings. */
  isStartingPractice(): boolean;
  /** Ends everything that was started, in order. */
  close(): Promise<void>;
}

/** Returns the life of a service that has not begun. */
export function serviceLife(parts: LifeParts): Life {
  const { inbox, jobs, practice, needsPractice, closeWorkspace } = parts;
  let isStartingPractice = needsPractice;
  let isClosing = false;
  let begun: Promise<void> | null = null;

  const start = async (): Promise<void> => {
    if (isClosing) return;
    if (needsPractice) {
      await startPractice(inbox, practice);
      isStartingPractice = false;
      inbox.changes.publish({ type: 'settings' });
    }
    if (!isClosing) jobs.start();
  };
  return {
    begin: () => (begun ??= start()),
    isStartingPractice: () => isStartingPractice,
    close: async () => {
      isClosing = true;
      await begun;
      await jobs.close();
      await practice.close();
      closeWorkspace();
    },
  };
}

/** A practice page that does not start leaves its account unread, which says so; all else goes on. */
async function startPractice(inbox: Inbox, practice: PracticeHost): Promise<void> {
  const done = await attempt(() => connectPractice(inbox, practice));
  const connected = done.ok ? done.value : done;
  if (!connected.ok) inbox.logger.warn('practice.connect', { code: connected.error.code });
}
