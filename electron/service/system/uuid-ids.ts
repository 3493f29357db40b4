import { uuidv7 } from 'uuidv7';
import type { Ids } from '../ports/clock.ts';

/** UUIDv7 (RFC 9562): sorted by time of making, safe to leave the machine. */
export const uuidIds: Ids = { next: () => uuidv7() };
