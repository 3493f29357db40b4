import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { greeted, onFreePorts, readLog, startChild } from './child.ts';
import { mainCf, masterCf, type PostfixPeers, type PostfixPorts } from './postfix-conf.ts';

export interface Postfix {
  readonly ports: PostfixPorts;
  log(): string;
  stop(): Promise<void>;
}

/** Folders of the queue with their modes; `drop`: of the group that hands mail in. */
const QUEUE: readonly (readonly [name: string, mode: number, drop?: 'drop'])[] = [
  ...[
    'active',
    'bounce',
    'corrupt',
    'defer',
    'deferred',
    'flush',
    'hold',
    'incoming',
    'private',
  ].map((name) => [name, 0o700] as const),
  ['saved', 0o700],
  ['trace', 0o700],
  ['maildrop', 0o730, 'drop'],
  ['public', 0o710, 'drop'],
];

const numberOf = (database: 'passwd' | 'group', name: string): number =>
  Number(spawnSync('getent', [database, name], { encoding: 'utf8' }).stdout.split(':')[2]);

/** Lays out what `postfix start` would, which takes its time over it. */
function layOut(folder: string): void {
  const [user, drop] = [numberOf('passwd', 'postfix'), numberOf('group', 'postdrop')];
  for (const part of ['etc', 'queue', 'queue/pid'])
    mkdirSync(join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'data'));
  chownSync(join(folder, 'data'), user, 0);
  for (const [name, mode, group] of QUEUE) {
    const path = join(folder, 'queue', name);
    mkdirSync(path);
    chownSync(path, user, group === 'drop' ? drop : 0);
    chmodSync(path, mode);
  }
}

/** Starts a Postfix of its own in `folder`, whose certificate lies in `keys`. Only root can. */
export function startPostfix(folder: string, keys: string, peers: PostfixPeers): Promise<Postfix> {
  layOut(folder);
  for (const file of ['cert.pem', 'key.pem']) {
    copyFileSync(join(keys, file), join(folder, file));
    chownSync(join(folder, file), 0, 0);
  }
  writeFileSync(join(folder, 'etc', 'main.cf'), mainCf(folder, peers));
  return onFreePorts(3, ([mx = 0, submission = 0, smtps = 0]) =>
    startOn(folder, { mx, submission, smtps }),
  );
}

async function startOn(folder: string, ports: PostfixPorts): Promise<Postfix> {
  const etc = join(folder, 'etc');
  writeFileSync(join(etc, 'master.cf'), masterCf(ports));
  // Postfix waits until a file that was just written is two seconds old: somebody might still write.
  for (const file of ['main.cf', 'master.cf']) utimesSync(join(etc, file), 1, 1);
  const child = startChild('/usr/lib/postfix/sbin/master', ['-c', etc, '-s'], null);
  const log = (): string => readLog(join(folder, 'postfix.log')) + child.output();
  await greeted(ports.mx, child, log);
  return { ports, log, stop: () => child.stop() };
}
