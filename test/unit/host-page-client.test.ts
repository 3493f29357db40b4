import { implement, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { describe, expect, it, onTestFinished } from 'vitest';
import { attempt, connect } from '../../renderer/lib/service/index.ts';
import type { ServiceState } from '../../shared/contract/bridge.ts';
import { contract, type ChangeRecord } from '../../shared/contract/contract.ts';
import { CONTRACT_VERSION } from '../../shared/contract/version.ts';

const os = implement(contract);
const notFound = os.conversation.get.handler(({ errors }) => {
  throw errors.APP({ data: { code: 'not_found', details: { id: 'c1' } } });
});

/** A service over real oRPC; `hang` answers nothing, as one that is about to die. */
function service({ version = CONTRACT_VERSION, hang = false } = {}) {
  const noted: string[] = [];
  const forever = new Promise<void>(() => {});
  const router = {
    system: {
      hello: os.system.hello.handler(async () => {
        if (hang) await forever;
        return {
          contractVersion: version,
          runtime: { kind: 'child', node: '24', napi: '10' },
          practice: false,
          practiceStarting: false,
          online: true,
          profileDir: '/w',
          agent: { name: 'Anna' },
          teams: [],
          undoMs: 8_000,
          nowMs: 1,
          recovered: null,
          damageFound: false,
        };
      }),
      changes: os.system.changes.handler(async function* changes() {
        yield { type: 'accounts', ids: ['a1'] };
        await forever;
      }),
    },
    conversation: {
      get: notFound,
      note: os.conversation.note.handler(async ({ input }) => {
        noted.push(input.text);
        if (hang) await forever;
      }),
      close: os.conversation.close.handler(() => {
        throw new ORPCError('INTERNAL_SERVER_ERROR');
      }),
    },
  };
  const handler = new RPCHandler(router);
  return {
    noted,
    serve: (port: MessagePort) => {
      handler.upgrade(port, { context: {} });
      port.start();
    },
  };
}

/** A page whose shell the test plays. */
function page() {
  let give: ((port: MessagePort) => void) | null = null;
  let tell: ((state: ServiceState) => void) | null = null;
  const asked: string[] = [];
  const connection = connect({
    shell: {
      connect: () => asked.push('connect'),
      retryService: () => asked.push('retry'),
      onService: (listener) => {
        tell = listener;
        return () => {};
      },
    },
    ports: (listener) => {
      give = listener;
      return () => {};
    },
  });
  onTestFinished(() => connection.close());
  const states: string[] = [];
  connection.subscribe(() => states.push(connection.state().status));
  const records: ChangeRecord[] = [];
  connection.onChange((record) => records.push(record));
  const begin = (running: ReturnType<typeof service>): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    running.serve(port2);
    give?.(port1);
    return port2;
  };
  return {
    connection,
    begin,
    states,
    records,
    asked,
    tell: (state: ServiceState) => tell?.(state),
  };
}

/** Lets everything that is on its way arrive. */
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

describe('the page’s connection', () => {
  it('asks for a port at once and is connected when one comes', () => {
    const { connection, asked, begin, states } = page();
    expect([asked, connection.state().status]).toEqual([['connect'], 'connecting']);
    begin(service());
    expect(states).toEqual(['connected']);
  });

  it('lets a query wait for the first port, and fails a command at once', async () => {
    const { connection, begin } = page();
    const query = connection.client.system.hello({ contractVersion: CONTRACT_VERSION });
    const command = attempt(connection.client.conversation.note({ id: 'c1', text: 'hi' }));
    expect(await command).toEqual({ ok: false, error: { code: 'service_restarting' } });
    begin(service());
    expect((await query).agent).toEqual({ name: 'Anna' });
  });

  it('asks a query again when the service dies under it', async () => {
    const { connection, begin, tell, states } = page();
    begin(service({ hang: true }));
    const query = connection.client.system.hello({ contractVersion: CONTRACT_VERSION });
    tell({ state: 'restarting' });
    begin(service());
    expect((await query).undoMs).toBe(8_000);
    expect(states).toEqual(['connected', 'reconnecting', 'connected']);
  });

  it('never repeats a command that the service took with it: its outcome is not known', async () => {
    const { connection, begin, tell } = page();
    const [dying, next] = [service({ hang: true }), service()];
    begin(dying);
    const command = attempt(connection.client.conversation.note({ id: 'c1', text: 'hi' }));
    await until(() => dying.noted.length === 1);
    tell({ state: 'restarting' });
    begin(next);
    expect(await command).toEqual({ ok: false, error: { code: 'unknown_outcome' } });
    expect([dying.noted, next.noted]).toEqual([['hi'], []]);
  });

  it('fails what waits once the service is given up, says why, and can be tried again', async () => {
    const { connection, begin, tell, asked } = page();
    const query = attempt(connection.client.accounts.list());
    const failure = { code: 'crash_loop', logDir: '/logs' } as const;
    tell({ state: 'failed', failure });
    expect(await query).toEqual({ ok: false, error: { code: 'service_stopped' } });
    expect(connection.state()).toEqual({ status: 'failed', failure });
    connection.retry();
    tell({ state: 'starting' });
    begin(service());
    expect([asked, connection.state().status]).toEqual([['connect', 'retry'], 'connected']);
  });

  it('passes change records on, and says “everything” after a reconnection', async () => {
    const { begin, tell, records } = page();
    begin(service());
    await until(() => records.length === 1);
    tell({ state: 'restarting' });
    begin(service());
    await until(() => records.length === 3);
    expect(records).toEqual([
      { type: 'accounts', ids: ['a1'] },
      { type: 'everything' },
      { type: 'accounts', ids: ['a1'] },
    ]);
  });

  it('sees a port that closes from the other side', async () => {
    const { connection, begin } = page();
    begin(service()).close();
    await until(() => connection.state().status === 'reconnecting');
  });

  it('does not work with a service of another version', async () => {
    const { connection, begin } = page();
    begin(service({ version: CONTRACT_VERSION + 1 }));
    await until(() => connection.state().status === 'failed');
    expect(connection.state().failure?.code).toBe('contract_mismatch');
  });
});

describe('a failed call', () => {
  it('carries the error of the contract', async () => {
    const { connection, begin } = page();
    begin(service());
    expect(await attempt(connection.client.conversation.get({ id: 'c1' }))).toEqual({
      ok: false,
      error: { code: 'not_found', details: { id: 'c1' } },
    });
  });

  it('is bad input when the contract refuses what was asked', async () => {
    const { connection, begin } = page();
    begin(service());
    expect(await attempt(connection.client.conversation.note({ id: 'c1', text: '' }))).toEqual({
      ok: false,
      error: { code: 'bad_input' },
    });
  });

  it('is internal when it is a bug', async () => {
    const { connection, begin } = page();
    begin(service());
    expect(await attempt(connection.client.conversation.close({ id: 'c1' }))).toEqual({
      ok: false,
      error: { code: 'internal' },
    });
  });
});
