import { describe, expect, it } from 'vitest';
import { PortRelay, type RelayPort } from '../../electron/main/service-host/port-relay.ts';
import { RelayedPort } from '../../electron/service/host/relayed-port.ts';
import type { HostToService } from '../../shared/contract/host.ts';

/** A page's port as Electron gives it: events, nothing delivered before `start`. */
function pagePort() {
  const listeners = new Map<string, (event: { readonly data: unknown }) => void>();
  const seen: unknown[] = [];
  let closed = 0;
  const port: RelayPort = {
    on: (event: string, listener: (event: { readonly data: unknown }) => void) =>
      listeners.set(event, listener),
    postMessage: (data) => seen.push(data),
    start: () => {},
    close: () => {
      closed += 1;
    },
  };
  return {
    port,
    seen,
    closedTimes: () => closed,
    say: (data: unknown) => listeners.get('message')?.({ data }),
    goAway: () => listeners.get('close')?.({ data: null }),
  };
}

describe('the relay of the shell', () => {
  it('announces a port before its first message and numbers ports apart', () => {
    const sent: HostToService[] = [];
    const relay = new PortRelay((message) => sent.push(message));
    const [first, second] = [pagePort(), pagePort()];
    relay.open(first.port);
    relay.open(second.port);
    second.say('two');
    first.say('one');
    expect(sent).toEqual([
      { type: 'port.open', portId: 1 },
      { type: 'port.open', portId: 2 },
      { type: 'port.message', portId: 2, data: 'two' },
      { type: 'port.message', portId: 1, data: 'one' },
    ]);
  });

  it('gives each answer to the page it is for, and none to a page that is gone', () => {
    const sent: HostToService[] = [];
    const relay = new PortRelay((message) => sent.push(message));
    const [first, second] = [pagePort(), pagePort()];
    relay.open(first.port);
    relay.open(second.port);
    first.goAway();
    relay.receive({ type: 'port.message', portId: 1, data: 'late' });
    relay.receive({ type: 'port.message', portId: 2, data: 'hello' });
    expect([first.seen, second.seen]).toEqual([[], ['hello']]);
    expect(sent.at(-1)).toEqual({ type: 'port.close', portId: 1 });
  });

  it('closes every page when the service is gone, and tells nobody who is not there', () => {
    const sent: HostToService[] = [];
    const relay = new PortRelay((message) => sent.push(message));
    const page = pagePort();
    relay.open(page.port);
    relay.closeAll();
    page.goAway();
    expect(page.closedTimes()).toBe(1);
    expect(sent).toEqual([{ type: 'port.open', portId: 1 }]);
  });

  it('leaves the messages that are not its own to others', () => {
    const relay = new PortRelay(() => {});
    expect(relay.receive({ type: 'bye' })).toBe(false);
    expect(relay.receive({ type: 'port.close', portId: 7 })).toBe(true);
  });
});

describe('a relayed port of the service', () => {
  it('keeps what comes before it is started, in order', () => {
    const port = new RelayedPort(1, () => {});
    const heard: unknown[] = [];
    port.receive('a');
    port.on('message', (event) => heard.push(event?.data));
    port.receive('b');
    port.start();
    port.receive('c');
    expect(heard).toEqual(['a', 'b', 'c']);
  });

  it('says close once, whichever end closes, and is silent afterwards', () => {
    const sent: unknown[] = [];
    const port = new RelayedPort(3, (message) => sent.push(message));
    let closed = 0;
    port.on('close', () => {
      closed += 1;
    });
    port.start();
    port.close();
    port.closed();
    port.postMessage('late');
    expect([closed, sent]).toEqual([1, [{ type: 'port.close', portId: 3 }]]);
  });
});
