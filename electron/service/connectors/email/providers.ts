import type { MailServer } from '../../../../shared/domain/mail/types.ts';
import type { MailLogin } from '../../ports/mail-setup.ts';

/** A server of a provider, before it is known for whom. */
export type ProviderServer = Pick<MailServer, 'host' | 'port' | 'security'> & {
  /** Whom it logs in as: the whole address, or what stands before its `@`. */
  readonly user: 'address' | 'local';
};

/** Where a provider's mailboxes are read and written. */
export interface MailProvider {
  readonly name: string;
  /** Its own addresses end in these. */
  readonly domains: readonly string[];
  /** The hosts that take mail for customers' own domains are these or below them. */
  readonly mx: readonly string[];
  readonly imap: ProviderServer;
  readonly smtp: ProviderServer;
  /** The best first. */
  readonly logins: readonly MailLogin[];
  /** It files what it sends by itself; where nobody says so: no (a copy is looked for before filing). */
  readonly filesSent: boolean;
  /** Where the servers are from. `ISPDB`: Thunderbird's list (github.com/thunderbird/autoconfig). */
  readonly source: string;
}

const tls = (host: string, port: 993 | 465, user: ProviderServer['user'] = 'address') =>
  ({ host, port, security: 'tls', user }) as const;
const starttls = (host: string, port: 143 | 587, user: ProviderServer['user'] = 'address') =>
  ({ host, port, security: 'starttls', user }) as const;

/** What most of them have in common. */
const usual = { mx: [], logins: ['password'], filesSent: false } as const;

const MICROSOFT_DOMAINS =
  'outlook.com outlook.it outlook.de outlook.fr outlook.es hotmail.com hotmail.it hotmail.de hotmail.fr hotmail.es hotmail.co.uk live.com live.it live.de live.fr live.co.uk msn.com windowslive.com';

const microsoft = {
  imap: tls('outlook.office365.com', 993),
  smtp: starttls('smtp.office365.com', 587),
  logins: ['microsoft'],
  filesSent: true,
} as const;

/** Providers whose servers are known; read in this order. Their mailboxes ask no name server. */
export const PROVIDERS: readonly MailProvider[] = [
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    mx: ['google.com', 'googlemail.com'],
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    logins: ['google', 'app_password'],
    filesSent: true,
    source: 'ISPDB googlemail.com',
  },
  {
    ...microsoft,
    name: 'Microsoft 365',
    domains: ['office365.com'],
    mx: ['mail.protection.outlook.com', 'mx.microsoft'],
    source: 'ISPDB office365.com',
  },
  {
    ...microsoft,
    name: 'Outlook.com',
    domains: MICROSOFT_DOMAINS.split(' '),
    mx: ['olc.protection.outlook.com'],
    source: 'ISPDB hotmail.com',
  },
  {
    ...usual,
    name: 'Yahoo',
    domains:
      'yahoo.com yahoo.it yahoo.de yahoo.fr yahoo.es yahoo.co.uk ymail.com rocketmail.com'.split(
        ' ',
      ),
    imap: tls('imap.mail.yahoo.com', 993),
    smtp: tls('smtp.mail.yahoo.com', 465),
    logins: ['app_password'],
    source: 'ISPDB yahoo.com',
  },
  {
    ...usual,
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    mx: ['mail.icloud.com'],
    imap: tls('imap.mail.me.com', 993, 'local'),
    smtp: starttls('smtp.mail.me.com', 587),
    logins: ['app_password'],
    source: 'ISPDB me.com',
  },
  {
    ...usual,
    name: 'Aruba PEC',
    domains: ['pec.it', 'arubapec.it', 'pec.aruba.it'],
    mx: ['pec.aruba.it'],
    imap: tls('imaps.pec.aruba.it', 993),
    smtp: tls('smtps.pec.aruba.it', 465),
    source:
      'guide.pec.it, configurare-casella-pec (SMTP); the IMAP host by several public programs',
  },
  {
    ...usual,
    name: 'Aruba',
    domains: ['aruba.it', 'technet.it'],
    mx: ['aruba.it', 'arubabusiness.it'],
    imap: tls('imaps.aruba.it', 993),
    smtp: tls('smtps.aruba.it', 465),
    source: 'guide.hosting.aruba.it, configurazione-email-pc-dispositivi-mobili',
  },
  {
    ...usual,
    name: 'Libero',
    domains: ['libero.it', 'iol.it', 'inwind.it', 'blu.it', 'giallo.it'],
    imap: tls('imapmail.libero.it', 993),
    smtp: tls('smtp.libero.it', 465),
    source: 'several public programs, agreeing; not in ISPDB',
  },
  {
    ...usual,
    name: 'Virgilio',
    domains: ['virgilio.it'],
    imap: tls('in.virgilio.it', 993),
    smtp: tls('out.virgilio.it', 465),
    source: 'ISPDB virgilio.it',
  },
  {
    ...usual,
    name: 'TIM',
    domains: ['tim.it'],
    imap: starttls('imap.tim.it', 143),
    smtp: starttls('smtp.tim.it', 587),
    source: 'ISPDB tim.it',
  },
  {
    ...usual,
    name: 'TIM (Alice)',
    domains: ['alice.it'],
    imap: starttls('in.alice.it', 143),
    smtp: starttls('out.alice.it', 587),
    source: 'ISPDB alice.it',
  },
  {
    ...usual,
    name: 'Tiscali',
    domains: ['tiscali.it'],
    imap: tls('imap.tiscali.it', 993),
    smtp: tls('smtp.tiscali.it', 465),
    source: 'ISPDB tiscali.it',
  },
  {
    ...usual,
    name: 'Fastweb',
    domains: ['fastwebnet.it'],
    imap: tls('imap.fastwebnet.it', 993),
    smtp: starttls('smtp.fastwebnet.it', 587),
    source: 'ISPDB fastwebnet.it',
  },
  {
    ...usual,
    name: 'EOLO',
    domains: ['ngi.it', 'eolo.it'],
    imap: tls('mail-in.eolo.it', 993),
    smtp: tls('mail-out.eolo.it', 465),
    source: 'eolo.it, guide tecniche, posta elettronica',
  },
  {
    ...usual,
    name: 'Register.it',
    domains: [],
    mx: ['register.it', 'securemail.pro'],
    imap: tls('pop.securemail.pro', 993),
    smtp: tls('authsmtp.securemail.pro', 465),
    source: 'register.it/assistenza/parametri-email, as public programs quote it',
  },
  {
    ...usual,
    name: 'OVH',
    domains: [],
    // Its Exchange mailboxes (ex….mail.ovh.net) are elsewhere.
    mx: ['mx0', 'mx1', 'mx2', 'mx3', 'mx4'].map((host) => `${host}.mail.ovh.net`),
    imap: tls('ssl0.ovh.net', 993),
    smtp: tls('ssl0.ovh.net', 465),
    source: 'quai-des-entrepreneurs.com/ovh-mail',
  },
  {
    ...usual,
    name: 'IONOS',
    domains: [],
    mx: ['ionos.it'],
    imap: tls('imap.ionos.it', 993),
    smtp: tls('smtp.ionos.it', 465),
    source: 'several public programs, agreeing',
  },
  {
    ...usual,
    name: 'IONOS (1&1)',
    domains: ['online.de', 'onlinehome.de'],
    mx: ['kundenserver.de', 'schlund.de'],
    imap: tls('imap.1und1.de', 993),
    smtp: tls('smtp.1und1.de', 465),
    source: 'ISPDB 1und1.de',
  },
  {
    ...usual,
    name: 'Zoho',
    domains: ['zoho.com', 'zohomail.com'],
    mx: ['zoho.com'],
    imap: tls('imap.zoho.com', 993),
    smtp: tls('smtp.zoho.com', 465),
    logins: ['password', 'app_password'],
    source: 'ISPDB zoho.com',
  },
  {
    ...usual,
    name: 'GMX',
    domains: 'gmx.com gmx.it gmx.fr gmx.es gmx.co.uk gmx.us gmx.pt'.split(' '),
    imap: tls('imap.gmx.com', 993),
    smtp: tls('mail.gmx.com', 465),
    source: 'ISPDB gmx.com',
  },
  {
    ...usual,
    name: 'GMX',
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    imap: tls('imap.gmx.net', 993),
    smtp: tls('mail.gmx.net', 465),
    source: 'ISPDB gmx.it, an older entry',
  },
  {
    ...usual,
    name: 'WEB.DE',
    domains: ['web.de'],
    imap: tls('imap.web.de', 993, 'local'),
    smtp: tls('smtp.web.de', 465, 'local'),
    source: 'ISPDB web.de',
  },
  {
    ...usual,
    name: 'Infomaniak',
    domains: ['ik.me', 'ikmail.com', 'etik.com'],
    mx: ['infomaniak.ch'],
    imap: tls('mail.infomaniak.com', 993),
    smtp: tls('mail.infomaniak.com', 465),
    source: 'infomaniak.com/it/assistenza, servizio mail; nodemailer’s services for the domains',
  },
];
