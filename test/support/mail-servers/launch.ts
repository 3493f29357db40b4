import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { mailOwner, startDovecot, type Dovecot } from './dovecot.ts';
import type { MailUser } from './dovecot-conf.ts';
import { startPostfix, type Postfix } from './postfix.ts';

export { BOUNCING_DOMAIN, LOCAL_DOMAINS, SLOW_DOMAIN } from './postfix-conf.ts';
export type { MailUser };

/** Our mailbox, a customer's, and one that holds 20 kB at most. */
export const MAIL_USERS = {
  care: { address: 'assistenza@negozio.test', password: 'segreto-assistenza' },
  customer: { address: 'anna@posta.test', password: 'segreto-anna' },
  full: { address: 'piena@negozio.test', password: 'segreto-piena', quotaBytes: 20_000 },
} as const satisfies Record<string, MailUser>;

/** Real mail servers on loopback, which nothing can leave. */
export interface MailServers {
  readonly host: '127.0.0.1';
  readonly dovecot: Dovecot;
  /** Null where it was not asked for. */
  readonly postfix: Postfix | null;
  /** The certificate of both, PEM, for `localhost` and 127.0.0.1; nobody trusts it by itself. */
  readonly certificate: string;
  /** Puts mails into a mailbox as its provider does, past SMTP; resolves when they lie there. */
  deliver(address: string, ...mails: readonly (string | Uint8Array)[]): Promise<void>;
  stop(): Promise<void>;
}

/** Whether Postfix can be started: only root can. Tests that need it are skipped elsewhere. */
export const canRunPostfix = process.getuid?.() === 0;

function makeCertificate(folder: string): void {
  const made = spawnSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '30',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost,IP:127.0.0.1',
      '-keyout',
      join(folder, 'key.pem'),
      '-out',
      join(folder, 'cert.pem'),
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`openssl makes no certificate: ${made.stderr}`);
}

/** What is started, and for whom. */
export interface MailServersWanted {
  readonly smtp?: boolean;
  readonly users?: readonly MailUser[];
}

/**
 * Starts Dovecot, and Postfix where it is asked for, in a temporary folder on free ports; they must be
 * installed. To be stopped.
 */
export async function launchMailServers({
  smtp = false,
  users = Object.values(MAIL_USERS),
}: MailServersWanted = {}): Promise<MailServers> {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-mail-'));
  // Dovecot's user and Postfix's both come through here.
  chmodSync(folder, 0o711);
  makeCertificate(folder);
  const dovecot = await startDovecot(folder, users, mailOwner());
  const { lmtp, auth } = dovecot.ports;
  const postfix = smtp ? await startPostfix(join(folder, 'postfix'), folder, { lmtp, auth }) : null;
  return {
    host: '127.0.0.1',
    dovecot,
    postfix,
    certificate: readFileSync(join(folder, 'cert.pem'), 'utf8'),
    deliver: (address, ...mails) => deliver(lmtp, address, mails),
    stop: async () => {
      await Promise.all([dovecot.stop(), postfix?.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function deliver(
  port: number,
  address: string,
  mails: readonly (string | Uint8Array)[],
): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    lmtp: true,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
    maxMessages: Infinity,
  });
  try {
    const envelope = { from: 'busta@posta.test', to: [address] };
    for (const mail of mails) {
      await transport.sendMail({
        envelope,
        raw: typeof mail === 'string' ? mail : Buffer.from(mail),
      });
    }
  } finally {
    transport.close();
  }
}
