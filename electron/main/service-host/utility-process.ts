import { utilityProcess } from 'electron';
import {
  isServiceMessage,
  type ServiceProcess,
  type ServiceProcessEvents,
} from './service-process.ts';

/** Starts the service in an Electron utility process. Only after the app is ready. */
export function startUtility(serviceFile: string, events: ServiceProcessEvents): ServiceProcess {
  const child = utilityProcess.fork(serviceFile, [], {
    serviceName: 'Riscontro inbox',
    stdio: 'ignore',
  });
  let lastPortId = 0;
  child.on('message', (data: unknown) => {
    if (isServiceMessage(data)) events.onMessage(data);
  });
  child.once('exit', (code) => events.onExit({ code, signal: null, error: null }));
  return {
    pid: () => child.pid ?? null,
    send: (message) => child.postMessage(message),
    openPort: (port) => child.postMessage({ type: 'port.open', portId: ++lastPortId }, [port]),
    end: () => void child.kill(),
    kill: () => void child.kill(),
  };
}
