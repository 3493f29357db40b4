import { initialConnect, type ConnectState, type PageChooser } from './connect.ts';
import { faultOf } from './connect-faults.ts';
import { refreshAccounts } from './inbox-load.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';

const change = (to: (chooser: PageChooser) => Partial<PageChooser>): void =>
  update.connect(({ chooser }) => ({
    chooser: chooser === null ? null : { ...chooser, ...to(chooser) },
  }));

/** Narrows the pages to those whose name or id holds these words. */
export const searchPages = (query: string): void => change(() => ({ query }));

/** Takes a page in or out. */
export const choosePage = (externalId: string, wanted: boolean): void =>
  change(({ chosen }) => {
    const next = new Set(chosen);
    if (wanted) next.add(externalId);
    else next.delete(externalId);
    return { chosen: next };
  });

/** Goes back to the form; the login is left to its time. */
export const leaveChooser = (): void => update.connect(() => ({ chooser: null, faults: [] }));

/**
 * Connects the chosen pages. Those that fail stay chosen and say why; where none does, the form
 * closes and the first read begins.
 */
export async function connectChosen(): Promise<void> {
  const { chooser, busy, values } = appState().connect;
  if (chooser === null || busy !== null || chooser.chosen.size === 0) return;
  update.connect(() => ({ busy: 'asking', faults: [] }));
  const { teamId } = values;
  const answer = await ask((service) =>
    service.accounts.connectPages({
      loginId: chooser.loginId,
      pageIds: [...chooser.chosen],
      ...(teamId === '' ? {} : { teamId }),
    }),
  );
  await refreshAccounts();
  if (!answer.ok) {
    // The login is over: its pages cannot be had any more.
    const over = answer.error.code === 'not_found' ? { chooser: null } : {};
    return update.connect(({ way }) => ({
      busy: null,
      faults: [faultOf(answer.error, way)],
      ...over,
    }));
  }
  const { accounts, failures } = answer.value;
  if (failures.length === 0) return update.connect((): Partial<ConnectState> => initialConnect);
  const byPage = new Map(accounts.map(({ externalId, id }) => [externalId, id]));
  change(({ pages }) => ({
    pages: pages.map((page) => ({
      ...page,
      accountId: byPage.get(page.externalId) ?? page.accountId,
    })),
    chosen: new Set(failures.map(({ externalId }) => externalId)),
    failures: new Map(failures.map(({ externalId, error }) => [externalId, error])),
  }));
  update.connect(() => ({ busy: null }));
}
