import type { AppError } from '../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { readRules, rulesDraft, type Rules, type RulesDraft } from './rules-draft.ts';
import { ask, type Answers } from './service.ts';
import type { Settings } from './settings.ts';
import { appState, update } from './store.ts';

/** Reads the settings anew; what is being changed stays. */
export async function refreshSettings(): Promise<void> {
  const answer = await ask((service) => service.settings.get());
  if (!answer.ok) return update.settings(() => ({ error: answer.error }));
  update.settings(() => ({ value: answer.value, error: null }));
}

/** Reads the settings anew where they have been shown already. */
export async function settingsChanged(): Promise<void> {
  if (appState().settings.value !== null) await refreshSettings();
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Changes the rules on the screen; a change that leads back to the saved ones is none. */
export function editRules(change: (draft: RulesDraft) => Partial<RulesDraft>): void {
  update.settings(({ value, draft }) => {
    if (value === null) return {};
    const saved = rulesDraft(value);
    const before = draft ?? saved;
    const next = { ...before, ...change(before) };
    return {
      draft: same(next, saved) ? null : next,
      discarded: null,
      saving: 'idle',
      saveError: null,
    };
  });
}

/** Throws the unsaved changes away; {@link restoreRules} brings them back. */
export const discardRules = (): void =>
  update.settings(({ draft }) => ({ draft: null, discarded: draft, saveError: null }));

/** Brings back what was thrown away. */
export const restoreRules = (): void =>
  update.settings(({ discarded }) => ({ draft: discarded, discarded: null }));

/** Saves the changed rules; they hold for what arrives from now on. Nothing happens while one is wrong. */
export async function saveRules(): Promise<void> {
  const { value, draft, saving } = appState().settings;
  if (value === null || draft === null || saving === 'saving') return;
  const { rules } = readRules(draft, value);
  if (rules === null) return;
  const { policy, calendar } = rules;
  update.settings(() => ({ saving: 'saving', saveError: null }));
  const saved = await saveBoth(value, rules);
  if (!saved.ok) return update.settings(() => ({ saving: 'idle', saveError: saved.error }));
  update.settings((now) => ({
    value: { ...(now.value ?? value), policy, calendar },
    // What was typed while the service wrote is still unsaved.
    draft: now.draft === draft ? null : now.draft,
    discarded: null,
    saving: 'saved',
  }));
}

async function saveBoth(
  value: Settings,
  { policy, calendar }: Rules,
): Promise<Result<void, AppError>> {
  if (!same(value.policy, policy)) {
    const answer = await ask((service) => service.settings.setPolicy(policy));
    if (!answer.ok) return err(answer.error);
  }
  if (!same(value.calendar, calendar)) {
    const answer = await ask((service) => service.settings.setCalendar(calendar));
    if (!answer.ok) return err(answer.error);
  }
  return ok(undefined);
}

let latestPreview = 0;

/** Asks when something that arrives at `atMs` would be due under the rules that are being typed. */
export async function refreshPreview(draft: RulesDraft, atMs: number): Promise<void> {
  const { value } = appState().settings;
  if (value === null) return;
  const { rules } = readRules(draft, value);
  latestPreview += 1;
  const mine = latestPreview;
  const preview = rules === null ? null : await askPreview(rules, atMs);
  if (mine === latestPreview) update.settings(() => ({ preview }));
}

async function askPreview(rules: Rules, atMs: number) {
  const { policy, calendar } = rules;
  // The service previews the first answer; the next one is asked as if it were the first.
  const { first_response: first, next_response: next = first } = policy.targets;
  const asNext = { ...policy, targets: { first_response: next } };
  const [one, other] = await Promise.all([
    ask((service) => service.settings.preview({ policy, calendar, atMs })),
    ask((service) => service.settings.preview({ policy: asNext, calendar, atMs })),
  ]);
  return one.ok && other.ok ? { atMs, first: one.value, next: other.value } : null;
}

/** Copies the workspace into its backup folder. */
export async function backupNow(): Promise<void> {
  if (appState().settings.backup.running) return;
  update.settings(() => ({ backup: { running: true, done: null, error: null } }));
  const answer: Result<Answers['settings']['backup'], AppError> = await ask((service) =>
    service.settings.backup(),
  );
  update.settings(() => ({
    backup: answer.ok
      ? { running: false, done: answer.value, error: null }
      : { running: false, done: null, error: answer.error },
  }));
  if (answer.ok) await refreshSettings();
}

/** Says who works here; null when it is kept, else why not. */
export async function setAgentName(name: string): Promise<AppError | null> {
  const answer = await ask((service) => service.settings.setAgentName({ name }));
  return answer.ok ? null : answer.error;
}
