import { PORT_MESSAGE } from '../../../shared/contract/bridge.ts';

/**
 * Calls `listener` with each port that the preload script hands over; returns the way to stop.
 * Only this window's own messages count: a port from anywhere else would be a false service.
 */
export function receivePorts(listener: (port: MessagePort) => void): () => void {
  const receive = (event: MessageEvent): void => {
    if (event.source !== window || event.data !== PORT_MESSAGE) return;
    const [port] = event.ports;
    if (port !== undefined) listener(port);
  };
  window.addEventListener('message', receive);
  return () => window.removeEventListener('message', receive);
}
