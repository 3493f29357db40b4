import { net, powerMonitor } from 'electron';
import type { ServiceSupervisor } from '../service-host/supervisor.ts';

const NETWORK_LOOK_MS = 5_000;

/** Passes sleep, waking and the coming and going of the network on to the service. */
export function passOnSignals(supervisor: ServiceSupervisor): void {
  powerMonitor.on('suspend', () => supervisor.notePower('suspend'));
  powerMonitor.on('resume', () => supervisor.notePower('resume'));

  // There is no event for it in this process, and a page need not be open.
  let online = net.isOnline();
  setInterval(() => {
    if (net.isOnline() === online) return;
    online = !online;
    supervisor.noteNetwork(online);
  }, NETWORK_LOOK_MS);
}
