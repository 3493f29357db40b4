import { noSuchObject, type Answer } from './answers.ts';
import type { Fault } from './faults.ts';
import type { GraphRequest } from './query.ts';
import { isObject } from './render.ts';

interface Held {
  readonly untilMs: number;
  reads: number;
}

/** What was written and does not show yet: lists are read from copies that lag behind. */
export interface Lag {
  /** Holds back what that answer to a write names. */
  hold(given: Answer, fault: Fault, nowMs: number): void;
  /** Takes out of an answer what is held back; a list that was read counts. */
  withhold(given: Answer, request: GraphRequest, nowMs: number): Answer;
}

/** Returns `value` without the objects of those ids in its lists, however deep. */
function without(value: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    return value
      .filter((one) => !(isObject(one) && typeof one['id'] === 'string' && ids.has(one['id'])))
      .map((one: unknown) => without(one, ids));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, without(one, ids)]));
}

/** Returns a lag that holds nothing back yet. */
export function createLag(): Lag {
  const held = new Map<string, Held>();
  const drop = (nowMs: number): void => {
    for (const [id, { untilMs, reads }] of held)
      if (reads <= 0 && untilMs <= nowMs) held.delete(id);
  };
  return {
    hold: ({ body }, { lagReads, lagMs }, nowMs) => {
      const id = isObject(body) ? (body['message_id'] ?? body['id']) : undefined;
      if (typeof id !== 'string') return;
      const reads = lagReads ?? (lagMs === undefined ? 1 : 0);
      held.set(id, { untilMs: nowMs + (lagMs ?? 0), reads });
    },
    withhold: (given, { method, path }, nowMs) => {
      drop(nowMs);
      if (held.size === 0 || method !== 'GET') return given;
      const [id = '', edge] = path;
      if (held.has(id)) return noSuchObject(id);
      const body = without(given.body, new Set(held.keys()));
      if (edge !== undefined) for (const one of held.values()) one.reads -= 1;
      return { ...given, body };
    },
  };
}
