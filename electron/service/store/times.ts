/** The last instant that a `Date` can hold: what has no due time sorts after everything that has. */
export const NEVER_MS = 8_640_000_000_000_000;

/** Sorts replies still on their way before all that have arrived. */
export const STILL_GOING_MS = NEVER_MS;

/** How long an arrived reply stays among the outgoing ones. */
export const OUTGOING_KEPT_MS = 24 * 60 * 60 * 1000;
