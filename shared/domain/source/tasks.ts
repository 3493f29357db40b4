/** What a person must be allowed to do on a page for all of it to work here, in the platform's words. */
export const NEEDED_TASKS = ['MODERATE', 'CREATE_CONTENT', 'MESSAGING'] as const;

export type NeededTask = (typeof NEEDED_TASKS)[number];

/** Pages of the new kind name the same tasks with this before them; full control holds all of them. */
const NEW_PAGES = 'PROFILE_PLUS_';
const FULL_CONTROL = 'FULL_CONTROL';

/**
 * Returns the tasks that are missing; nothing where the platform named none at all. Source: Meta,
 * "Pages API" (facebook.md §2): comments need MODERATE, likes CREATE_CONTENT, messages MESSAGING.
 */
export function missingTasks(tasks: readonly string[]): readonly NeededTask[] {
  const known = new Set(
    tasks.map((task) => (task.startsWith(NEW_PAGES) ? task.slice(NEW_PAGES.length) : task)),
  );
  if (known.size === 0 || known.has(FULL_CONTROL)) return [];
  return NEEDED_TASKS.filter((task) => !known.has(task));
}
