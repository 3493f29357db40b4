import { execFile, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { greeted, onFreePorts, readLog, startChild, type Owner } from './child.ts';
import { dovecotConf, passwdFile, type DovecotPorts, type MailUser } from './dovecot-conf.ts';

const run = promisify(execFile);

export interface Dovecot {
  readonly ports: DovecotPorts;
  /** Runs Dovecot's own tool as the mail's owner; returns what it prints. */
  doveadm(...args: readonly string[]): Promise<string>;
  /** The folder that holds a user's mail, for filling it faster than LMTP does; owner and mode matter. */
  maildir(address: string): string;
  log(): string;
  stop(): Promise<void>;
}

const asked = (flag: string, name: string): string =>
  spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim();

/** Ourselves, or for root the user that Dovecot's package made: it refuses to keep root's mail. */
export function mailOwner(): Owner {
  const isRoot = process.getuid?.() === 0;
  const name = isRoot ? 'dovecot' : userInfo().username;
  return {
    name,
    group: asked('-gn', name),
    uid: Number(asked('-u', name)),
    gid: Number(asked('-g', name)),
  };
}

/** Starts a Dovecot of its own below `folder`, which `owner` must be able to enter. */
export function startDovecot(
  folder: string,
  users: readonly MailUser[],
  owner: Owner,
): Promise<Dovecot> {
  writeFileSync(join(folder, 'users'), passwdFile(users));
  for (const part of ['run', 'state', 'mail']) mkdirSync(join(folder, part));
  for (const part of ['', 'run', 'state', 'mail', 'users', 'key.pem']) {
    chownSync(join(folder, part), owner.uid, owner.gid);
  }
  return onFreePorts(4, ([imap = 0, imaps = 0, lmtp = 0, auth = 0]) =>
    startOn(folder, { imap, imaps, lmtp, auth }, owner),
  );
}

async function startOn(folder: string, ports: DovecotPorts, owner: Owner): Promise<Dovecot> {
  const conf = join(folder, 'dovecot.conf');
  writeFileSync(conf, dovecotConf(folder, ports, owner));
  const dropped = process.getuid?.() === owner.uid ? null : owner;
  const child = startChild('dovecot', ['-F', '-c', conf], dropped);
  const log = (): string => readLog(join(folder, 'dovecot.log')) + child.output();
  await greeted(ports.imap, child, log);
  return {
    ports,
    doveadm: async (...args) => {
      const as = dropped === null ? {} : { uid: owner.uid, gid: owner.gid };
      const { stdout } = await run('doveadm', ['-c', conf, ...args], as);
      return stdout;
    },
    maildir: (address) => join(folder, 'mail', address, 'Maildir'),
    log,
    stop: () => child.stop(),
  };
}
