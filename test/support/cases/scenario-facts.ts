import { z } from 'zod';
import type { SlaTarget } from '../../../shared/domain/sla/types.ts';
import type {
  LifeState,
  SlaFact,
  SlaHappening,
  SlaSubject,
} from '../../../shared/domain/sla/clocks/facts.ts';
import {
  OUR_CONVENTIONS,
  type ClockMetric,
  type PriorityTargets,
  type SlaConventions,
  type SlaRule,
} from '../../../shared/domain/sla/clocks/policy.ts';
import { instant } from './calendar-case.ts';
import { caseCalendar } from './calendar-shape.ts';

const minutes = z.number().min(0).nullish();

/** What a peer promises; minutes of business time unless it says otherwise. */
const peerPolicy = z.looseObject({
  firstResponseMinutes: minutes,
  nextResponseMinutes: minutes,
  periodicUpdateMinutes: minutes,
  resolutionMinutes: minutes,
  businessHours: z.boolean().optional(),
});

const status = z.string().transform((text, context): LifeState => {
  const state = stateOf(text);
  if (state !== undefined) return state;
  context.addIssue({ code: 'custom', message: `no status is called ${text}` });
  return z.NEVER;
});

/** What happened. A type that is not named below says nothing of promises: a note, an assignment. */
const peerEvent = z.looseObject({
  at: instant,
  type: z.string(),
  status: status.optional(),
  to: z.unknown().optional(),
  /** Any event may bring another policy (null: none any more) or other opening hours. */
  policy: peerPolicy.nullish(),
  calendar: caseCalendar.optional(),
  contactBlocked: z.boolean().optional(),
  values: z.looseObject({}).catchall(z.unknown()).optional(),
});

export type PeerEvent = z.output<typeof peerEvent>;

/** One story with what a peer says after some of its events. */
export const clockScenario = z.looseObject({
  peer: z.string().default(''),
  policy: peerPolicy,
  calendar: caseCalendar,
  events: z.array(peerEvent).min(1),
  updateMode: z.boolean().default(false),
  toleranceSeconds: z.number().default(0),
  checks: z.array(
    z.looseObject({
      afterEvent: z.number().int().min(0),
      expect: z.record(z.string(), z.unknown()),
      equivalent: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  cleanRuleDiffers: z
    .array(
      z.looseObject({
        afterEvent: z.number(),
        key: z.string(),
        clean: z.unknown(),
        peer: z.unknown(),
      }),
    )
    .default([]),
});

export type ClockScenario = z.output<typeof clockScenario>;

export const SUBJECT: SlaSubject = {
  channel: 'email',
  accountId: 'account',
  teamId: 'care',
  priority: 'normal',
  labels: [],
  customer: 'customer',
};

const EVERY_PAUSE = Object.fromEntries(
  Object.keys(OUR_CONVENTIONS.pausedIn).map((metric) => [metric, ['pending', 'on_hold']]),
) as unknown as SlaConventions['pausedIn'];
const NO_PAUSE = Object.fromEntries(
  Object.keys(OUR_CONVENTIONS.pausedIn).map((metric) => [metric, []]),
) as unknown as SlaConventions['pausedIn'];

/** What the peers chose where our rules leave a choice. */
export const conventionsOf = (peer: string): SlaConventions =>
  peer.startsWith('chatwoot')
    ? {
        ...OUR_CONVENTIONS,
        firstResponseFrom: 'opening',
        pausedIn: NO_PAUSE,
      }
    : {
        firstResponseFrom: 'opening',
        firstQuestionIsNextToo: true,
        updatesFrom: 'opening',
        pausedIn: EVERY_PAUSE,
      };

/** Returns a peer's policy as one of our rules. */
export function ruleOf(
  policy: z.output<typeof peerPolicy>,
  conventions: SlaConventions,
  calendarId: string,
): SlaRule {
  const clock = policy.businessHours === false ? 'calendar' : 'business';
  const target = (length: number | null | undefined): PriorityTargets | undefined =>
    typeof length === 'number'
      ? { any: { durationMs: length * 60_000, clock } satisfies SlaTarget }
      : undefined;
  const targets: Readonly<Partial<Record<ClockMetric, PriorityTargets | undefined>>> = {
    first_response: target(policy.firstResponseMinutes),
    next_response: target(policy.nextResponseMinutes),
    pausable_update: target(policy.periodicUpdateMinutes),
    requester_wait: target(policy.resolutionMinutes),
  };
  return {
    id: 'peer',
    name: 'Peer',
    when: [],
    calendarId,
    targets: Object.fromEntries(
      Object.entries(targets).filter(([, value]) => value !== undefined),
    ) as SlaRule['targets'],
    conventions,
  };
}

function stateOf(text: string): LifeState | undefined {
  const name = text.toLowerCase().replaceAll(/[-_]/g, ' ');
  if (name.startsWith('pending') || name === 'snoozed') return 'pending';
  if (['on hold', 'hold'].includes(name)) return 'on_hold';
  if (['closed', 'solved', 'resolved'].includes(name)) return 'solved';
  if (name === 'merged') return 'merged';
  if (['removed', 'spam', 'deleted'].includes(name)) return 'removed';
  return ['new', 'open', 'reopened'].includes(name) ? 'open' : undefined;
}

/** Returns the facts that events make, under ids that keep their order. Throws on a status that is none. */
export function factsOf(events: readonly PeerEvent[]): readonly SlaFact[] {
  return events.flatMap((event, index) =>
    happeningsOf(event).map((happening): SlaFact => ({
      ...happening,
      id: String(index).padStart(6, '0'),
      atMs: event.at,
    })),
  );
}

/** Says whether an event brings other rules; the peers compute what is running anew. */
export const bringsRules = ({ type, policy, calendar }: PeerEvent): boolean =>
  type === 'policy_change' || policy !== undefined || calendar !== undefined;

function happeningsOf(event: PeerEvent): readonly SlaHappening[] {
  if (bringsRules(event) && event.type !== 'created') return [{ kind: 'recomputed' }];
  switch (event.type) {
    case 'created':
      return [
        { kind: 'opened', subject: SUBJECT },
        ...(event.status === undefined || event.status === 'open'
          ? []
          : [{ kind: 'state' as const, state: event.status }]),
      ];
    case 'customer_message':
      return [{ kind: 'asked', person: 'customer' }];
    case 'agent_reply':
      return [{ kind: 'answered', people: 'everybody' }];
    case 'status':
      return [{ kind: 'state', state: status.parse(event.to ?? event.status) }];
    default:
      return [];
  }
}
