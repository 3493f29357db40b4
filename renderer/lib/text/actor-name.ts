const AGENT = 'agent:';

/** Returns the person's name of an actor (`agent:<name>`), or null when no person acted. */
export const personOf = (actor: string): string | null =>
  actor.startsWith(AGENT) ? actor.slice(AGENT.length) : null;
