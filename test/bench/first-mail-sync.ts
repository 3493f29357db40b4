import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureMailPackages } from '../../build/scripts/runtime/mail-packages.ts';
import { appFolder } from '../../build/scripts/runtime/prepare.ts';
import { bundleProgram } from '../support/bundle.ts';
import { launchMailServers, MAIL_USERS } from '../support/mail-servers/launch.ts';
import { layInto } from '../support/mail-servers/mailbox.ts';
import { median, progress, round, type Part, type Scale } from './figures.ts';
import { mailboxOfMails } from './mailbox.ts';
import {
  child,
  runChild,
  runProgram,
  type Downloaded,
  type MailSynced,
  type ServedMailbox,
} from './processes.ts';

const MOST_RATIO = 1.5;
const MOST_MIB = 400;

interface Run {
  readonly synced: MailSynced;
  readonly downloaded: Downloaded;
}

/**
 * The first sync of a mailbox from a real Dovecot: mails a second, the most memory that the service had,
 * and its time as a multiple of what imapflow takes only to download the same mails.
 */
export async function benchFirstMailSync({ mails, mailSyncs }: Scale): Promise<Part> {
  ensureMailPackages();
  const { address: user, password } = MAIL_USERS.care;
  // As the product runs, in one file, beside the program of its thread.
  const program = await bundleProgram(child('mail-sync'), join(appFolder, 'dist'));
  const servers = await launchMailServers({ users: [MAIL_USERS.care] });
  try {
    progress(`firstMailSync: laying in ${mails} mails`);
    layInto(servers, user, mailboxOfMails(mails));
    const { host, dovecot } = servers;
    const box: ServedMailbox = { host, port: dovecot.ports.imap, user, password, mails };
    return figuresOf(mails, runAll(box, mailSyncs, program.file));
  } finally {
    rmSync(program.folder, { recursive: true, force: true });
    await servers.stop();
  }
}

function runAll(box: ServedMailbox, times: number, program: string): readonly Run[] {
  const wanted = JSON.stringify(box);
  // The first look into a folder makes the server's index: it would be counted to whoever comes first.
  runChild<Downloaded>('mail-download', wanted);
  return Array.from({ length: times }, (_, index) => {
    progress(`firstMailSync: run ${index + 1} of ${times}`);
    const downloaded = runChild<Downloaded>('mail-download', wanted);
    return { downloaded, synced: runProgram<MailSynced>(program, wanted) };
  });
}

function figuresOf(mails: number, runs: readonly Run[]): Part {
  const ratio = median(runs.map((run) => run.synced.elapsedMs / run.downloaded.elapsedMs));
  const syncMs = median(runs.map((run) => run.synced.elapsedMs));
  const peakMib = Math.max(...runs.map((run) => run.synced.peakMib));
  return {
    mails,
    mailsPerSecond: round((mails / syncMs) * 1_000),
    syncMs: round(syncMs),
    syncCpuMs: round(median(runs.map((run) => run.synced.cpuMs))),
    downloadMs: round(median(runs.map((run) => run.downloaded.elapsedMs))),
    downloadCpuMs: round(median(runs.map((run) => run.downloaded.cpuMs))),
    downloadMib: round((runs[0]?.downloaded.bytes ?? 0) / 2 ** 20, 1),
    peakMemoryMib: round(peakMib),
    ratioToDownload: round(ratio, 2),
    target: `ratioToDownload <= ${MOST_RATIO}, peakMemoryMib < ${MOST_MIB}`,
    holds: ratio <= MOST_RATIO && peakMib < MOST_MIB,
  };
}
