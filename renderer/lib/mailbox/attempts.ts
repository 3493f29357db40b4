import type {
  FoundServersView,
  MailProofView,
  MailRefusalView,
  MailStepView,
} from '../../../shared/contract/mail-schemas.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { MailServer } from '../../../shared/domain/mail/types.ts';

/** Two servers that belong together. */
export interface ServerPair {
  readonly imap: MailServer;
  readonly smtp: MailServer;
}

/** How it went with two servers. */
export interface FailedAttempt extends ServerPair {
  readonly step: MailRefusalView['step'];
  readonly error: MailRefusalView['error'];
  /** What one wanted to come in with: the words for a refusal depend on it. */
  readonly by: MailProofView['kind'];
}

/** What the service says to a test or a connection: done, refused at a step, or not even asked. */
type Answer = Result<{ readonly ok: true } | MailRefusalView, AppError>;

/** Returns the attempt that an answer tells of; null: it went well. */
export function failedAttempt(
  answer: Answer,
  { imap, smtp }: ServerPair,
  by: FailedAttempt['by'],
): FailedAttempt | null {
  if (!answer.ok) return { imap, smtp, step: null, error: plainError(answer.error), by };
  const said = answer.value;
  return said.ok ? null : { imap, smtp, step: said.step, error: said.error, by };
}

/** Returns an error as the contract has it. */
export const plainError = ({ code, details }: AppError): FailedAttempt['error'] => ({
  code,
  details: { ...details },
});

/** The steps of a connection, in their order. */
export const MAIL_STEPS: readonly MailStepView[] = [
  'imap_reach',
  'imap_secure',
  'imap_login',
  'folders',
  'smtp_reach',
  'smtp_secure',
  'smtp_login',
];

const WAY_ON: ReadonlySet<MailStepView> = new Set([
  'imap_reach',
  'imap_secure',
  'smtp_reach',
  'smtp_secure',
]);

/** Whether other servers are worth a try: nobody was there. Where a password was refused, they are not. */
export const isWrongPlace = ({ step }: FailedAttempt): boolean => step !== null && WAY_ON.has(step);

const depthOf = ({ step }: FailedAttempt): number =>
  step === null ? -1 : MAIL_STEPS.indexOf(step);

/** Returns the attempt that came furthest, the earliest of several; it tells most. */
export const furthest = (attempts: readonly FailedAttempt[]): FailedAttempt | null =>
  attempts.reduce<FailedAttempt | null>(
    (best, one) => (best === null || depthOf(one) > depthOf(best) ? one : best),
    null,
  );

/** Folders whose mails are nobody's business unless somebody says so. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  '\\Trash',
  '\\Junk',
  '\\Drafts',
  '\\All',
  '\\Archive',
  '\\Flagged',
]);

/** A folder as the server lists it. */
export interface ListedFolder {
  readonly path: string;
  /** What the server marks it as (`\Sent`), or null. */
  readonly use: string | null;
}

/** Returns the folders that are read unless somebody chooses others: what arrives, and answers written elsewhere. */
export const usualFolders = (folders: readonly ListedFolder[]): readonly string[] =>
  folders
    .filter(({ path, use }) => path.toUpperCase() === 'INBOX' || use === '\\Sent')
    .map(({ path }) => path);

/** Returns the folders as one looks for them: what is usually read first, what is not wanted last. */
export const inOrder = (folders: readonly ListedFolder[]): readonly ListedFolder[] => {
  const usual = new Set(usualFolders(folders));
  const rank = ({ path, use }: ListedFolder): number =>
    usual.has(path) ? 0 : use !== null && LEFT_OUT.has(use) ? 2 : 1;
  return folders.toSorted((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
};

/** Returns the way in that is the best one: in the browser, or by a password. */
export const bestWay = (found: FoundServersView | undefined): 'password' | 'browser' =>
  ['google', 'microsoft'].includes(found?.logins[0] ?? '') ? 'browser' : 'password';
