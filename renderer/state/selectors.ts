import type { AccountView } from '../../shared/contract/channel-schemas.ts';
import type {
  ConversationDetail,
  ConversationSummary,
  TeamView,
} from '../../shared/contract/schemas.ts';
import { isFirstRead } from './account-facts.ts';
import { EMPTY_DRAFT, type Draft } from './drafts.ts';
import type { AppState } from './store.ts';

const NO_TEAMS: readonly TeamView[] = [];
const NO_ACCOUNTS: readonly AccountView[] = [];

/** The teams of the workspace. */
export const selectTeams = (state: AppState): readonly TeamView[] =>
  state.session.hello?.teams ?? NO_TEAMS;

/** The connected accounts; none while they are not known. */
export const selectAccounts = (state: AppState): readonly AccountView[] =>
  state.records.accounts ?? NO_ACCOUNTS;

/** The name of who sits here; empty before it is known. */
export const selectAgent = (state: AppState): string => state.session.hello?.agent.name ?? '';

/** The selected conversation's id. */
export const selectSelectedId = (state: AppState): string | null => state.inbox.selectedId;

/** Returns a selector of one conversation's row. */
export const selectRow =
  (id: string | null) =>
  (state: AppState): ConversationSummary | undefined =>
    id === null ? undefined : state.records.conversations[id];

/** Returns a selector of one conversation read whole. */
export const selectDetail =
  (id: string | null) =>
  (state: AppState): ConversationDetail | undefined =>
    id === null ? undefined : state.records.details[id];

/** Returns a selector of one account. */
export const selectAccount =
  (id: string | undefined) =>
  (state: AppState): AccountView | undefined =>
    state.records.accounts?.find((account) => account.id === id);

/** Returns a selector of what is being written in a conversation. */
export const selectDraft =
  (id: string) =>
  (state: AppState): Draft =>
    state.drafts.byId[id] ?? EMPTY_DRAFT;

/** Returns a selector: is the conversation done with, in a way that can still be taken back? */
export const selectIsLeaving =
  (id: string) =>
  (state: AppState): boolean =>
    state.undo.entries.some((entry) => entry.leaves && entry.conversationId === id);

/**
 * Whether the window shows how to begin: nothing is connected, or the very first read has brought
 * nothing yet. False while the accounts are not known.
 */
export const selectIsFirstRun = ({ records }: AppState): boolean =>
  records.accounts?.every(
    ({ health }) => health.lastReadAtMs === null && health.conversationCount === 0,
  ) ?? false;

/** Whether an account is being read for the first time: its past pours in, nothing is an arrival. */
export const selectFirstReadRuns = ({ records }: AppState): boolean =>
  records.accounts?.some(isFirstRead) ?? false;
