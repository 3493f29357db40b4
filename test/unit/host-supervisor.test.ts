import { describe, expect, it } from 'vitest';
import { backOffMs, CrashWindow } from '../../electron/main/service-host/back-off.ts';
import { chooseHost } from '../../electron/main/service-host/choose-host.ts';
import type {
  HostKind,
  ServiceProcessEvents,
} from '../../electron/main/service-host/service-process.ts';
import { ServiceSupervisor } from '../../electron/main/service-host/supervisor.ts';
import type { HostToService } from '../../shared/contract/host.ts';
import { CONTRACT_VERSION } from '../../shared/contract/version.ts';
import { manualClock } from '../support/manual-clock.ts';

const died = { code: null, signal: 'SIGKILL', error: null };
const ready = {
  type: 'ready',
  contractVersion: CONTRACT_VERSION,
  host: { kind: 'child', node: '24', napi: '10' },
} as const;

/** A supervisor over processes that do what the test says. */
function supervise({ host = 'child' as HostKind, forced = false } = {}) {
  const clock = manualClock(1_000_000);
  const runs: {
    readonly host: HostKind;
    readonly sent: HostToService[];
    readonly events: ServiceProcessEvents;
    ended: 'no' | 'in order' | 'by force';
  }[] = [];
  const supervisor = new ServiceSupervisor({
    options: {
      profileDir: '/w',
      practice: false,
      logDir: '/w/logs',
      downloadsDir: '/downloads',
      canSeal: true,
    },
    host,
    hostForced: forced,
    startProcess: (kind, events) => {
      const run: (typeof runs)[number] = { host: kind, sent: [], events, ended: 'no' };
      runs.push(run);
      return {
        pid: () => runs.length,
        send: (message) => run.sent.push(message),
        openPort: () => {},
        end: () => {
          run.ended = 'in order';
        },
        kill: () => {
          run.ended = 'by force';
          events.onExit(died);
        },
      };
    },
    browse: () => Promise.resolve(false),
    keychain: (what, value) => Promise.resolve(what === 'seal' ? `sealed ${value}` : null),
    logIn: () => Promise.resolve(null),
    now: clock.now,
    random: () => 0,
    after: clock.after,
    log: () => {},
  });
  const states: string[] = [];
  supervisor.onState(({ state }) => states.push(state));
  supervisor.start();
  return { supervisor, runs, states, clock, last: () => runs.at(-1) };
}

describe('the supervisor', () => {
  it('greets a new process first, with its own contract version and the workspace', () => {
    const { last } = supervise();
    expect(last()?.sent).toEqual([
      {
        type: 'hello',
        contractVersion: CONTRACT_VERSION,
        options: {
          profileDir: '/w',
          practice: false,
          logDir: '/w/logs',
          downloadsDir: '/downloads',
          canSeal: true,
        },
      },
    ]);
  });

  it('says of an address whether the browser shows it', async () => {
    const { last } = supervise();
    last()?.events.onMessage({ type: 'browse', id: 7, value: 'https://issuer.example/' });
    await Promise.resolve();
    expect(last()?.sent.at(-1)).toEqual({ type: 'answer', id: 7, value: null });
  });

  it('runs once the service is ready, and hands out no port before', () => {
    const { supervisor, last, states } = supervise();
    last()?.events.onMessage(ready);
    expect(states).toEqual(['starting', 'running']);
    expect(supervisor.state).toEqual({ state: 'running' });
  });

  it('does not work with a service of another version', () => {
    const { supervisor, last } = supervise();
    last()?.events.onMessage({ ...ready, contractVersion: CONTRACT_VERSION + 1 });
    expect(supervisor.state).toEqual({
      state: 'failed',
      failure: { code: 'contract_mismatch', logDir: '/w/logs' },
    });
    expect(last()?.ended).toBe('in order');
  });

  it('restarts a service that died, later each time', () => {
    const { runs, clock, last } = supervise();
    const waits = [250, 500, 1_000, 2_000];
    for (const wait of waits) {
      last()?.events.onExit(died);
      clock.advance(wait - 1);
      const before = runs.length;
      clock.advance(1);
      expect(runs.length).toBe(before + 1);
    }
  });

  it('gives up at the fifth death within five minutes', () => {
    const { supervisor, runs, clock, last, states } = supervise();
    for (let deaths = 0; deaths < 5; deaths += 1) {
      last()?.events.onExit(died);
      clock.advance(10_000);
    }
    expect(supervisor.state).toEqual({
      state: 'failed',
      failure: { code: 'crash_loop', logDir: '/w/logs' },
    });
    clock.advance(600_000);
    expect([runs.length, states.at(-1)]).toEqual([5, 'failed']);
  });

  it('goes on for ever when the deaths are further apart', () => {
    const { supervisor, clock, last } = supervise();
    for (let deaths = 0; deaths < 12; deaths += 1) {
      last()?.events.onMessage(ready);
      clock.advance(70_000);
      last()?.events.onExit(died);
      clock.advance(10_000);
    }
    expect(supervisor.state.state).toBe('restarting');
  });

  it('ends a service that does not come up within a minute, and starts another', () => {
    const { supervisor, clock, runs, last } = supervise();
    clock.advance(59_999);
    expect(last()?.ended).toBe('no');
    clock.advance(1);
    expect([last()?.ended, supervisor.state.state]).toEqual(['by force', 'restarting']);
    clock.advance(250);
    last()?.events.onMessage(ready);
    clock.advance(600_000);
    expect([runs.length, last()?.ended, supervisor.state.state]).toEqual([2, 'no', 'running']);
  });

  it('gives up a service that never comes up', () => {
    const { supervisor, clock, runs } = supervise();
    clock.advance(600_000);
    expect([supervisor.state.state, runs.length]).toEqual(['failed', 5]);
  });

  it('does not end a stopped or refused service a second time', async () => {
    const stopped = supervise();
    const end = stopped.supervisor.stop();
    stopped.last()?.events.onExit(died);
    await end;
    const refused = supervise();
    refused.last()?.events.onMessage({
      type: 'refused',
      code: 'workspace_newer',
      contractVersion: CONTRACT_VERSION,
    });
    for (const { clock } of [stopped, refused]) clock.advance(600_000);
    expect([stopped.last()?.ended, refused.last()?.ended]).toEqual(['no', 'in order']);
  });

  it('starts from nothing when a person says: try again', () => {
    const { supervisor, clock, last, runs } = supervise();
    for (let deaths = 0; deaths < 5; deaths += 1) {
      last()?.events.onExit(died);
      clock.advance(10_000);
    }
    void supervisor.retry();
    last()?.events.onExit(died);
    clock.advance(10_000);
    last()?.events.onMessage(ready);
    expect([supervisor.state.state, runs.length]).toEqual(['running', 7]);
  });

  it('ends a running service in order before it starts another, when a person says so', async () => {
    const { supervisor, last, runs, states } = supervise();
    last()?.events.onMessage(ready);
    const retried = supervisor.retry();
    last()?.events.onMessage({ type: 'bye' });
    last()?.events.onExit({ code: 0, signal: null, error: null });
    await retried;
    last()?.events.onMessage(ready);
    expect([states, runs.length]).toEqual([['starting', 'running', 'restarting', 'running'], 2]);
    last()?.events.onExit(died);
    expect(supervisor.state.state).toBe('restarting');
  });

  it('does not restart a service that refuses', () => {
    const { supervisor, runs, clock, last } = supervise();
    last()?.events.onMessage({
      type: 'refused',
      code: 'workspace_newer',
      contractVersion: CONTRACT_VERSION,
    });
    last()?.events.onExit(died);
    clock.advance(60_000);
    expect([supervisor.state, runs.length]).toEqual([
      { state: 'failed', failure: { code: 'workspace_newer', logDir: '/w/logs' } },
      1,
    ]);
  });

  it('moves to a child process when the utility process is too old for the store', () => {
    const { supervisor, runs, last } = supervise({ host: 'utility' });
    const refused = {
      type: 'refused',
      code: 'runtime_too_old',
      contractVersion: CONTRACT_VERSION,
    } as const;
    last()?.events.onMessage(refused);
    expect(runs.map((run) => [run.host, run.ended])).toEqual([
      ['utility', 'in order'],
      ['child', 'no'],
    ]);
    expect(supervisor.state.state).toBe('starting');
  });

  it('keeps to a host that was asked for by name', () => {
    const { supervisor, runs, last } = supervise({ host: 'utility', forced: true });
    last()?.events.onMessage({
      type: 'refused',
      code: 'runtime_too_old',
      contractVersion: CONTRACT_VERSION,
    });
    expect([supervisor.state.state, runs.length]).toEqual(['failed', 1]);
  });

  it('answers the keychain questions of the process that asked', async () => {
    const { last } = supervise();
    last()?.events.onMessage({ type: 'seal', id: 1, value: 'token' });
    last()?.events.onMessage({ type: 'open', id: 2, value: 'sealed' });
    await Promise.resolve();
    await Promise.resolve();
    expect(last()?.sent.slice(1)).toEqual([
      { type: 'answer', id: 1, value: 'sealed token' },
      { type: 'answer', id: 2, value: null },
    ]);
  });

  it('waits for the last word of the service before it is over', async () => {
    const { supervisor, last, states } = supervise();
    last()?.events.onMessage(ready);
    const stopped = supervisor.stop();
    expect(last()?.sent.at(-1)).toEqual({ type: 'shutdown' });
    last()?.events.onMessage({ type: 'bye' });
    expect(last()?.ended).toBe('in order');
    last()?.events.onExit({ code: 0, signal: null, error: null });
    await stopped;
    expect(states).toEqual(['starting', 'running']);
  });

  it('ends once, however often it is told to, and starts nothing for a retry on the way', async () => {
    const { supervisor, last, runs } = supervise();
    last()?.events.onMessage(ready);
    const ends = [supervisor.stop(), supervisor.retry(), supervisor.stop()];
    last()?.events.onMessage({ type: 'bye' });
    last()?.events.onExit({ code: 0, signal: null, error: null });
    await Promise.all(ends);
    const shutdowns = last()?.sent.filter(({ type }) => type === 'shutdown');
    expect([shutdowns?.length, runs.length]).toEqual([1, 1]);
  });

  it('ends a service that does not come to an end, after five seconds', async () => {
    const { supervisor, last, clock } = supervise();
    const stopped = supervisor.stop();
    clock.advance(5_000);
    await stopped;
    expect(last()?.ended).toBe('by force');
  });

  it('starts nothing any more while it waits for a restart and is stopped', async () => {
    const { supervisor, last, clock, runs } = supervise();
    last()?.events.onExit(died);
    await supervisor.stop();
    clock.advance(60_000);
    expect(runs.length).toBe(1);
  });
});

describe('the delay before a restart', () => {
  it.each([
    [1, 0, 250],
    [2, 0, 500],
    [5, 0, 4_000],
    [20, 0, 10_000],
    [1, 0.5, 188],
    [20, 0.999_999, 5_000],
  ])('after crash %i with chance %f is %i ms', (crashes, random, expected) => {
    expect(backOffMs(crashes, random)).toBe(expected);
  });

  it('forgets crashes that are five minutes old', () => {
    const crashes = new CrashWindow();
    const counts = [0, 100_000, 299_999, 300_000, 1_000_000].map((atMs) => crashes.add(atMs));
    expect(counts).toEqual([1, 2, 3, 3, 1]);
  });
});

describe('the host', () => {
  it.each([
    ['10', null, 'utility'],
    ['11', null, 'utility'],
    ['8', null, 'child'],
    [undefined, null, 'child'],
    ['8', 'utility', 'utility'],
    ['10', 'child', 'child'],
  ] as const)('for Node-API %s, asked for %s, is %s', (napi, forced, expected) => {
    expect(chooseHost(napi, forced)).toBe(expected);
  });
});
