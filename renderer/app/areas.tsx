import { lazy, type ComponentType } from 'react';
import type { CommandId } from '../commands/registry.ts';
import type { Area } from '../state/layout.ts';
import { InboxArea } from './inbox-area.tsx';

/** A part of the window. Only the inbox is in the first bundle; the others come when opened. */
export interface AreaEntry {
  readonly area: Area;
  /** The command that opens it: words, icon and key. */
  readonly command: Extract<CommandId, `area.${string}`>;
  /** Stands in the title bar; settings stand in the rail's foot. */
  readonly inTitleBar: boolean;
  readonly View: ComponentType;
}

/** Every area that exists, in the order of the title bar. */
export const AREAS: readonly AreaEntry[] = [
  { area: 'inbox', command: 'area.inbox', inTitleBar: true, View: InboxArea },
  {
    area: 'position',
    command: 'area.position',
    inTitleBar: true,
    View: lazy(async () => ({
      default: (await import('../features/position/position-area.tsx')).PositionArea,
    })),
  },
  {
    area: 'settings',
    command: 'area.settings',
    inTitleBar: false,
    View: lazy(async () => ({
      default: (await import('./settings-area.tsx')).SettingsArea,
    })),
  },
];
