import { ask } from './service.ts';
import { appState } from './store.ts';

/** Starts a complete read of every account; progress arrives as account changes. */
export async function syncAll(): Promise<void> {
  const accounts = appState().records.accounts ?? [];
  await Promise.all(accounts.map(({ id }) => ask((service) => service.accounts.sync({ id }))));
}
