import type { MessagePort } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import type { ServiceOptions, ServiceRuntime } from '../../shared/contract/host.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { router, type ApiContext } from './api/index.ts';
import { connectHost, runtimeCanRun, type Host, type ServicePort } from './host/index.ts';
import { openFileLogger, type FileLogger } from './system/file-logger.ts';
import { systemClock } from './system/system-clock.ts';
import { warmUp } from './warm-up.ts';
import type { Service } from './wire.ts';

/** The service as the shell runs it: in a utility process, or as a child of Node. */
const host = connectHost();
// Before anything that needs better-sqlite3 is loaded: it would take an old runtime down.
if (runtimeCanRun()) void run(host);
else host.refuse('runtime_too_old');

async function run(host: Host): Promise<void> {
  const options = await host.hello;
  const logger = openFileLogger({ dir: options.logDir, clock: systemClock });
  reportBugs(logger);
  const service = await open(options, logger);
  if (!service.ok) logger.warn('service.no_workspace', { code: service.error.code });
  const serve = servePages(service, { options, logger });
  if (service.ok) {
    const { inbox, jobs } = service.value;
    host.onNetwork((online) => inbox.network.set(online));
    host.onPower((event) => (event === 'suspend' ? jobs.suspend() : jobs.resume()));
  }
  host.onShutdown(async () => {
    if (service.ok) await service.value.close();
    logger.close();
  });
  host.ready();
  if (service.ok) await warmUp(serve);
  if (service.ok) beginSoon(service.value);
}

/** So long the first page's first questions have the service to themselves. */
const BEGIN_AFTER_MS = 300;

/** Making a practice page's world takes a moment in which nothing else is answered. */
function beginSoon(service: Service): void {
  const delayMs = service.isStartingPractice() ? BEGIN_AFTER_MS : 0;
  systemClock.after(delayMs, () => void service.begin());
}

async function open(
  options: ServiceOptions,
  logger: FileLogger,
): Promise<Result<Service, AppError>> {
  const { createService } = await import('./wire.ts');
  return createService({
    profileDir: options.profileDir,
    program: 'app',
    practice: options.practice,
    logger,
    keychain: options.canSeal ? host : null,
    loginWindow: (ask, signal) => host.logIn(ask, signal),
    openBrowser: (url) => host.browse(url),
    downloadsDir: options.downloadsDir,
    jobs: { sync: true, outbox: true },
  });
}

interface Serving {
  readonly options: ServiceOptions;
  readonly logger: FileLogger;
}

/**
 * Without a workspace the service still answers: each call says why, and the page what to do. Returns
 * how a port is served.
 */
function servePages(
  service: Result<Service, AppError>,
  { options, logger }: Serving,
): (port: ServicePort | MessagePort) => void {
  const context: ApiContext = {
    workspace: service.ok ? ok(service.value) : err(service.error),
    runtime: runtime(),
    profileDir: options.profileDir,
    practiceWorkspace: options.practice,
    logger,
  };
  const handler = new RPCHandler(router);
  const serve = (port: ServicePort | MessagePort): void => handler.upgrade(port, { context });
  host.onPort(serve);
  return serve;
}

const runtime = (): ServiceRuntime => ({
  kind: 'parentPort' in process ? 'utility' : 'child',
  node: process.versions.node,
  napi: process.versions['napi'] ?? '',
});

/** The one place where bugs end up. The shell starts a new service; the outbox knows what was doubtful. */
function reportBugs(logger: FileLogger): void {
  process.on('uncaughtException', (cause) => {
    logger.error('service.bug', cause);
    process.exit(1);
  });
}
