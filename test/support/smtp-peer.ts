import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { MailServer } from '../../shared/domain/mail/types.ts';
import type { SelfSigned } from './self-signed.ts';

/** Where a peer can misbehave: at a command, at the final dot, or once the content began. */
export type PeerStep =
  'CONNECT' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'CONTENT' | 'DOT';

/**
 * `drop`: hangs up · `hang`: says nothing · `take_and_drop`: delivers, then hangs up · `take_and_close`:
 * delivers, says so, then hangs up · else says it.
 */
export type PeerDeed = 'drop' | 'hang' | 'take_and_drop' | 'take_and_close' | (string & {});

export interface PeerPlan {
  readonly security: MailServer['security'];
  readonly certificate: SelfSigned;
  /** What it does instead of behaving; `line` is the whole command. */
  readonly deed: (step: PeerStep, line: string) => PeerDeed | null;
  /** Without it, commands arrive one by one. */
  readonly pipelining?: boolean;
}

export interface SmtpPeer {
  readonly server: MailServer;
  /** What it delivered, as it came. */
  readonly delivered: readonly string[];
  /** Every command that it heard, in the clear and encrypted. */
  readonly heard: readonly { readonly line: string; readonly encrypted: boolean }[];
  close(): Promise<void>;
}

const USUAL: Readonly<Record<PeerStep, string>> = {
  CONNECT: '220 peer ESMTP',
  EHLO: '',
  STARTTLS: '220 go',
  AUTH: '235 2.7.0 in',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go',
  CONTENT: '',
  DOT: '250 2.0.0 taken',
};

/** Starts an SMTP server on loopback that obeys `plan` line by line: smtp-server cannot hang up anywhere. */
export async function startSmtpPeer(plan: PeerPlan): Promise<SmtpPeer> {
  const delivered: string[] = [];
  const heard: { line: string; encrypted: boolean }[] = [];
  const sockets = new Set<Socket>();
  const context = createSecureContext(plan.certificate);

  function serve(socket: Socket, encrypted: boolean): void {
    let rest = '';
    let content: string | null = null;
    let recipients = 0;
    const answer = (step: PeerStep, line: string): boolean => {
      const deed = plan.deed(step, line);
      if (deed === 'take_and_drop' || deed === 'take_and_close') delivered.push(content ?? '');
      if (deed === 'take_and_close') {
        socket.end(`${USUAL.DOT}\r\n`);
        return false;
      }
      if (deed === 'drop' || deed === 'take_and_drop') socket.destroy();
      if (deed === 'drop' || deed === 'take_and_drop' || deed === 'hang') return false;
      const usual = step === 'EHLO' ? ehlo(plan, encrypted) : USUAL[step];
      const said = deed ?? usual;
      if (said !== '') socket.write(`${said}\r\n`);
      return said === usual;
    };
    const take = (line: string): void => {
      if (content !== null) {
        const first = content === '';
        if (line !== '.') content += `${line.replace(/^\./, '')}\r\n`;
        else {
          if (answer('DOT', line)) delivered.push(content);
          content = null;
        }
        if (first && !answer('CONTENT', line)) socket.end();
        return;
      }
      heard.push({ line, encrypted });
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'QUIT') socket.end('221 bye\r\n');
      else if (verb === 'STAR') {
        if (!answer('STARTTLS', line)) return;
        socket.removeAllListeners('data');
        serve(new TLSSocket(socket, { isServer: true, secureContext: context }), true);
      } else if (verb === 'RCPT') recipients += answer('RCPT', line) ? 1 : 0;
      else if (verb === 'DATA') {
        if (recipients === 0) return void socket.write('554 5.5.1 nobody\r\n');
        if (!answer('DATA', line)) return;
        content = '';
      } else if (['EHLO', 'AUTH', 'MAIL'].includes(verb)) answer(verb as PeerStep, line);
      // The end of a login's challenge.
      else if (line === '') answer('AUTH', line);
      else socket.write('500 what\r\n');
    };
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (socket.writable) take(line);
    });
  }

  const greet = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => {});
    const deed = plan.deed('CONNECT', '');
    if (deed === 'drop') return void socket.destroy();
    if (deed !== 'hang') socket.write(`${deed ?? USUAL.CONNECT}\r\n`);
    serve(socket, plan.security === 'tls');
  };
  const listener =
    plan.security === 'tls' ? createTlsServer(plan.certificate, greet) : createServer(greet);
  listener.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  return {
    server: { host: '127.0.0.1', port, security: plan.security, user: 'care@example.it' },
    delivered,
    heard,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

const ehlo = ({ security, pipelining = false }: PeerPlan, encrypted: boolean): string =>
  [
    '250-peer',
    ...(security === 'starttls' && !encrypted ? ['250-STARTTLS'] : ['250-AUTH PLAIN XOAUTH2']),
    ...(pipelining ? ['250-PIPELINING'] : []),
    '250-DSN',
    '250 SIZE 100000',
  ].join('\r\n');
