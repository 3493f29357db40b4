/** Sees that the mail servers which tests talk to are on this system: Dovecot and Postfix. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { installPackages } from './packages.ts';

/** A file that each package brings. */
const fileOf: Readonly<Record<string, string>> = {
  'dovecot-imapd': '/usr/lib/dovecot/imap',
  'dovecot-lmtpd': '/usr/lib/dovecot/lmtp',
  postfix: '/usr/lib/postfix/sbin/master',
};

const policyFile = '/usr/sbin/policy-rc.d';

/** Runs `work` while Debian starts no service that it installs; then all is as it was. */
function withoutServices(work: () => void): void {
  const before = existsSync(policyFile)
    ? { text: readFileSync(policyFile), mode: statSync(policyFile).mode }
    : null;
  writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    work();
  } finally {
    if (before === null) rmSync(policyFile);
    else writeFileSync(policyFile, before.text, { mode: before.mode });
  }
}

/** Postfix asks what it shall be while it is installed: nothing, it is configured per test. */
const answerPostfix = (): void =>
  void spawnSync('debconf-set-selections', {
    input: 'postfix postfix/main_mailer_type select No configuration\n',
  });

/**
 * Installs Dovecot and, for root, who alone can start it, Postfix; the system's own mail services are
 * neither configured nor started. Throws a `SetupError` that names the one command when it may not.
 */
export function ensureMailPackages(): void {
  const isRoot = process.getuid?.() === 0;
  const wanted = Object.entries(fileOf).filter(([name]) => isRoot || name !== 'postfix');
  const missing = wanted.filter(([, file]) => !existsSync(file)).map(([name]) => [name]);
  if (missing.length === 0) return;
  const install = (): void =>
    installPackages(missing, 'The tests of the mail channel need mail servers that are not here.');
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    install();
    return;
  }
  answerPostfix();
  withoutServices(install);
}
