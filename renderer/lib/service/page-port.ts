import type { SupportedMessagePort } from '@orpc/client/message-port';

/**
 * The page's end of one channel to the service. `drop` closes it from here and tells oRPC so, which
 * fails the calls under way: the oldest supported runtime has no `close` event on ports.
 */
export interface PagePort {
  readonly port: SupportedMessagePort;
  isGone(): boolean;
  drop(): void;
}

/** Wraps a port that has just arrived. `onGone` is called once, whichever end closed it. */
export function openPagePort(raw: MessagePort, onGone: () => void): PagePort {
  const closeListeners: (() => void)[] = [];
  let isGone = false;
  const drop = (): void => {
    if (isGone) return;
    isGone = true;
    raw.close();
    for (const listener of closeListeners) listener();
    onGone();
  };
  raw.addEventListener('close', drop);
  return {
    isGone: () => isGone,
    drop,
    port: {
      on: (event, listener) => {
        if (event === 'close') closeListeners.push(() => listener());
        if (event !== 'message') return;
        raw.addEventListener('message', ({ data }: MessageEvent) => listener({ data }));
        raw.start();
      },
      postMessage: (data: unknown) => {
        // Silence would leave the call waiting for ever.
        if (isGone) throw new Error('The channel to the service is gone.');
        raw.postMessage(data);
      },
    },
  };
}
