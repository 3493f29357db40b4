/**
 * The procedures that only read. While the service restarts they wait and are asked again; all
 * others fail at once, so that the caller keeps what was typed and a person decides.
 */
const QUERIES: ReadonlySet<string> = new Set([
  'system.hello',
  'inbox.page',
  'inbox.rows',
  'inbox.counts',
  'conversation.get',
  'conversation.explain',
  'accounts.list',
  'accounts.setAside',
  'position.get',
  'settings.get',
  'settings.preview',
  'customers.search',
  'customers.proposals',
]);

/** Whether a call may be repeated without changing anything. */
export const isQuery = (path: readonly string[]): boolean => QUERIES.has(path.join('.'));
