import { OUTBOX_ACTIONS, type OutboxAction } from '../action/types.ts';
import { ACTION_PERMISSIONS, SOURCE_PERMISSIONS } from './permissions.ts';
import { SOURCES, type SourceId } from './types.ts';

/** What one permission of a login is for. */
export interface PermissionUse {
  readonly permission: string;
  readonly sources: readonly SourceId[];
  readonly actions: readonly OutboxAction[];
}

/** Without it a login does not even say which pages there are. */
const LISTS_PAGES = 'pages_show_list';

const all: readonly string[] = [
  ...new Set([
    LISTS_PAGES,
    ...Object.values(SOURCE_PERMISSIONS).flat(),
    ...Object.values(ACTION_PERMISSIONS).flat(),
  ]),
];

/** Every permission that is of use here, with the sources and actions that need it. */
export const PERMISSION_USES: readonly PermissionUse[] = all.map((permission) => ({
  permission,
  sources: SOURCES.filter((source) => SOURCE_PERMISSIONS[source].includes(permission)),
  actions: OUTBOX_ACTIONS.filter((action) => ACTION_PERMISSIONS[action].includes(permission)),
}));
