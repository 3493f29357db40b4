import type { Connection } from '../lib/service/index.ts';
import { applyChange } from './changes.ts';
import { saveAllDrafts } from './draft-actions.ts';
import { refreshHello } from './hello.ts';
import { refreshAccounts, refreshCounts, refreshList } from './inbox-load.ts';
import { refreshPosition } from './position-actions.ts';
import { ask, setServiceClient } from './service.ts';
import { update } from './store.ts';

/** Where the teams stand is asked once the inbox is usable, so that a sitting has its beginning. */
const FIGURES_WITHIN_MS = 2_000;

/** Ties the state to a connection and reads what the first screen needs. Returns the way to stop. */
export function begin(connection: Connection): () => void {
  setServiceClient(connection.client);
  let known = false;
  const follow = (): void => {
    const { status, failure } = connection.state();
    update.session(() => ({ status, failure }));
    if (status !== 'connected') return;
    // A service that has just started takes it that there is a network.
    if (!navigator.onLine) networkChanged();
    if (known) void saveAllDrafts();
    else void firstRead();
    known = true;
  };
  window.addEventListener('online', networkChanged);
  window.addEventListener('offline', networkChanged);
  const stops = [
    connection.subscribe(follow),
    connection.onChange(applyChange),
    () => window.removeEventListener('online', networkChanged),
    () => window.removeEventListener('offline', networkChanged),
  ];
  follow();
  return () => {
    for (const stop of stops) stop();
  };
}

/** The agent's name decides what "mine" is, so that who sits here is asked first. */
async function firstRead(): Promise<void> {
  const list = refreshList();
  await Promise.all([refreshHello(), list]);
  await Promise.all([refreshAccounts(), refreshCounts()]);
  window.requestIdleCallback(() => void refreshPosition(), { timeout: FIGURES_WITHIN_MS });
}

function networkChanged(): void {
  const online = navigator.onLine;
  update.session(() => ({ online }));
  void ask((service) => service.system.setOnline({ online }));
}
