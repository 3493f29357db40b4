import type { AppError, ErrorCode } from '../../../../shared/kernel/app-error.ts';
import type { ReadStep } from '../../ports/connector.ts';

/** Returns a step with what is given, and nothing else in it. */
export const readStep = (part: Partial<ReadStep>): ReadStep => ({
  contexts: [],
  messages: [],
  setAside: [],
  complete: [],
  gone: [],
  posts: new Map(),
  usagePercent: null,
  failures: [],
  ...part,
});

/** Returns one step with everything of several; the usage figure is the latest. */
export const mergeSteps = (steps: readonly ReadStep[]): ReadStep => ({
  contexts: steps.flatMap((step) => step.contexts),
  messages: steps.flatMap((step) => step.messages),
  setAside: steps.flatMap((step) => step.setAside),
  complete: steps.flatMap((step) => step.complete),
  gone: steps.flatMap((step) => step.gone),
  posts: new Map(steps.flatMap((step) => [...step.posts])),
  usagePercent: steps.findLast((step) => step.usagePercent !== null)?.usagePercent ?? null,
  failures: steps.flatMap((step) => step.failures),
});

const ENDS_A_READ: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'throttled',
  'blocked',
  'token_dead',
  'wrong_token_kind',
  'bad_input',
]);

/** True when nothing else of the account can be read now either. */
export const endsTheRead = (error: AppError): boolean => ENDS_A_READ.has(error.code);

/** True when a part is simply not ours to see; such a part is left out for good. */
export const mayNotBeSeen = (error: AppError): boolean =>
  error.code === 'permission_missing' || error.code === 'object_gone' || error.code === 'refused';
