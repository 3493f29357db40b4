/**
 * The smallest program behind the service's side of the control channel: a real process for the
 * tests of the hosts. It answers `system.hello`, sends one change record, and can be told to fail
 * by the name of its workspace folder.
 */
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { contract } from '../../shared/contract/contract.ts';
import { CONTRACT_VERSION } from '../../shared/contract/version.ts';
import { connectHost } from '../../electron/service/host/index.ts';

const host = connectHost();
const options = await host.hello;
const os = implement(contract);
const router = {
  system: {
    hello: os.system.hello.handler(async () => ({
      contractVersion: CONTRACT_VERSION,
      runtime: { kind: 'child', node: process.versions.node, napi: process.versions['napi'] ?? '' },
      practice: options.practice,
      practiceStarting: false,
      online: true,
      profileDir: options.profileDir,
      // Shows that the keychain of the shell was reached and answered.
      agent: { name: (await host.seal('word')) ?? 'no keychain' },
      teams: [],
      undoMs: 8_000,
      nowMs: 0,
      recovered: null,
      damageFound: false,
    })),
  },
};
const handler = new RPCHandler(router);

host.onPort((port) => handler.upgrade(port, { context: {} }));
if (options.profileDir.endsWith('refuses')) host.refuse('workspace_newer');
else host.ready();
