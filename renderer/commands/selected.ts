import { appState } from '../state/store.ts';

/** The conversation that commands mean: the selected one, while the inbox is in view. */
export const selected = (): string | null =>
  appState().layout.area === 'inbox' ? appState().inbox.selectedId : null;

/** Runs `run` with the selected conversation, when there is one. */
export const withSelected = (run: (id: string) => void | Promise<void>) => (): void => {
  const id = selected();
  if (id !== null) void run(id);
};
