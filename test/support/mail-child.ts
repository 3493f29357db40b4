/** Runs the real service on a real workspace with a mailbox, and dies where its plan says. */
import { appendFileSync, existsSync, readFileSync, writeSync } from 'node:fs';
import { createSmtp } from '../../electron/service/connectors/email/smtp/smtp.ts';
import type { MailConnector } from '../../electron/service/ports/mail.ts';
import type { WritableStore } from '../../electron/service/ports/store.ts';
import { uuidIds } from '../../electron/service/system/uuid-ids.ts';
import type { Inbox } from '../../electron/service/usecases/inbox.ts';
import { connectMailbox } from '../../electron/service/usecases/mail/connect-mailbox.ts';
import { queueMail } from '../../electron/service/usecases/mail/queue-mail.ts';
import { syncMailbox } from '../../electron/service/usecases/mail/sync-mailbox.ts';
import { isMoving } from '../../electron/service/usecases/outbox-queue.ts';
import { createService } from '../../electron/service/wire.ts';
import type { NewEvent } from '../../shared/domain/event.ts';
import { ok } from '../../shared/kernel/result.ts';
import { fastClock } from './fast-clock.ts';
import type { MailKillPlan } from './mail-kill-plan.ts';
import { OUR_ADDRESS, ScriptedMailbox, SETTINGS } from './scripted-mailbox.ts';

const plan = JSON.parse(process.argv[2] ?? '') as MailKillPlan;
const clock = fastClock(plan.epochMs, plan.factor);
const { signal } = new AbortController();
const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);

function die(): void {
  process.kill(process.pid, 'SIGKILL');
  // The signal may take a moment; nothing more must happen until it comes.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

function stageOf(events: readonly NewEvent[]): string | null {
  for (const event of events) {
    if (event.kind === 'reply.queued') return 'queued';
    if (event.kind === 'reply.state') return event.payload.state;
  }
  return null;
}

function watched<T>(events: readonly NewEvent[], commitThem: () => T): T {
  const stage = stageOf(events);
  if (stage !== null && plan.killAt === `before_${stage}`) die();
  const result = commitThem();
  if (stage !== null && plan.killAt === `after_${stage}`) die();
  return result;
}

const store = (inner: WritableStore): WritableStore => ({
  ...inner,
  append: (events) => watched(events, () => inner.append(events)),
  appendRead: (events, local) => watched(events, () => inner.appendRead(events, local)),
});

const linesOf = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];

/** What lies in Sent: what was filed there, and what the server filed by itself. */
const inSent = (): readonly string[] => [
  ...linesOf(plan.filedFile),
  ...(plan.filesSent ? linesOf(plan.deliveredFile) : []),
];

function mailbox(): MailConnector {
  const box = new ScriptedMailbox();
  for (let seed = plan.seed % plan.step; seed <= plan.seed; seed += plan.step) {
    const messageId = `q${seed}@c`;
    box.arrive({
      from: 'anna@c.example',
      messageId,
      subject: `Domanda ${seed}`,
      atMs: plan.epochMs + seed,
    });
  }
  for (const messageId of plan.filesSent ? linesOf(plan.deliveredFile) : [])
    box.arrive({
      from: OUR_ADDRESS,
      to: ['anna@c.example'],
      messageId,
      atMs: clock.now(),
      folder: 'Sent',
    });
  const smtp = createSmtp({ limits: { greetingMs: 300, replyMs: 300, finalReplyMs: 300 } });
  return {
    ...box.connector,
    test: () => Promise.resolve({ ok: true, folders: [], filesSent: plan.filesSent }),
    compose: smtp.compose,
    send: async (...call) => {
      if (plan.killAt === 'under_way') setTimeout(die, plan.killAfterMs);
      const sent = await smtp.send(...call);
      if (plan.killAt === 'after_send') die();
      return sent;
    },
    findSent: (_mailbox, ids) =>
      Promise.resolve(ok(ids.find((id) => inSent().includes(id)) ?? null)),
    fileSent: (_mailbox, ids) => {
      if (plan.killAt === 'before_file') die();
      if (!ids.some((id) => inSent().includes(id)))
        appendFileSync(plan.filedFile, `${ids[0] ?? ''}\n`);
      if (plan.killAt === 'after_file') die();
      return Promise.resolve(ok(undefined));
    },
  };
}

/** Resolves when nothing moves by itself any more. */
const atRest = (inbox: Inbox): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!inbox.store.outboxOpen().some(isMoving)) resolve();
    };
    inbox.changes.listen(look);
    look();
  });

async function run(): Promise<void> {
  const service = createService({
    profileDir: plan.profileDir,
    program: 'cli',
    logger: {
      info: () => {},
      warn: () => {},
      error: (bug, cause) => say({ bug, cause: String(cause) }),
    },
    keychain: null,
    clock,
    ids: uuidIds,
    caretaker: false,
    jobs: { sync: false, outbox: true },
    undoMs: 0,
    mail: mailbox(),
    around: { store },
  });
  if (!service.ok) throw new Error(service.error.code);
  await service.value.begin();
  const { inbox } = service.value;
  const settings = { ...SETTINGS, smtp: plan.server, filesSent: plan.filesSent };
  const secret = { kind: 'password', password: 'x' } as const;
  if (inbox.store.accounts().length === 0)
    await connectMailbox(inbox, { settings, secret }, signal);
  const account = inbox.store.accounts()[0]?.id ?? '';
  await atRest(inbox);
  await syncMailbox(inbox, account, { depth: 'complete', signal });
  if (plan.killAt === 'any_instant') setTimeout(die, plan.killAfterMs);
  if (plan.ask) await ask(inbox, account);
  await atRest(inbox);
  // Copies that could not be filed are, with the next read.
  await syncMailbox(inbox, account, { depth: 'complete', signal });
  say({ stands: plan.killAt === null ? howItStands(inbox, account) : [] });
  await service.value.close();
}

async function ask(inbox: Inbox, account: string): Promise<void> {
  const [known] = inbox.store.knownMessages(account, [`mid:q${plan.seed}@c`]);
  const queued = await queueMail(inbox, {
    kind: 'reply',
    conversationId: known?.conversationId ?? '',
    text: `Risposta ${plan.seed}`,
    seenThroughMs: clock.now(),
    closeAfter: false,
  });
  if (!queued.ok) throw new Error(queued.error.code);
  say({ accepted: queued.value.mail?.messageId });
}

function howItStands(inbox: Inbox, account: string): readonly object[] {
  const seeds = Array.from({ length: plan.seed + 1 }, (_, seed) => `mid:q${seed}@c`);
  return inbox.store.knownMessages(account, seeds).flatMap(({ conversationId }) => {
    const conversation = inbox.store.conversation(conversationId);
    const shown = (conversation?.messages ?? []).map(({ externalId }) => externalId);
    return (conversation?.outbox ?? []).map(({ mail, state, reason }) => ({
      messageId: mail?.messageId,
      state,
      reason,
      shown: shown.filter((id) => id === `mid:${mail?.messageId ?? ''}`).length,
    }));
  });
}

await run();
