import type { ThemeChoice } from '../../shared/contract/bridge.ts';

/** The areas of the window. The first ones stand in the title bar, settings in the rail's foot. */
export type Area = 'inbox' | 'position' | 'settings';

/** What may lie over the page: one thing at a time. */
export type Overlay =
  'palette' | 'help' | 'handOver' | 'confirmAct' | 'linkCustomer' | 'exportConversation';

/** What is on the screen and how, apart from the inbox's own view. */
export interface LayoutState {
  readonly area: Area;
  /** A part of the area to open at, such as `accounts` in settings; null for its first. */
  readonly section: string | null;
  readonly overlay: Overlay | null;
  readonly theme: ThemeChoice;
  /** The details pane as the person set it; null: open where the window is wide enough. */
  readonly details: boolean | null;
  readonly searching: boolean;
  /** The open conversation is on its way to paper. */
  readonly printing: boolean;
  /** Shortcuts of one letter alone work; someone who dictates turns them off. */
  readonly singleKeys: boolean;
}

/** The inbox, nothing over it. */
export const initialLayout: LayoutState = {
  area: 'inbox',
  section: null,
  overlay: null,
  theme: 'system',
  details: null,
  searching: false,
  printing: false,
  singleKeys: true,
};
