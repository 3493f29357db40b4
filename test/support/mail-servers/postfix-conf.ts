export interface PostfixPorts {
  /** Takes mail for our domains from anybody on this computer, as the servers of others would send it. */
  readonly mx: number;
  /** Wants a user and a password; offers STARTTLS and DSN. */
  readonly submission: number;
  /** The same, TLS from the first byte. */
  readonly smtps: number;
}

/** The way from Postfix to Dovecot. */
export interface PostfixPeers {
  readonly lmtp: number;
  readonly auth: number;
}

/** Mail to it is handed to Dovecot; one that Dovecot has no user for comes back as a report. */
export const LOCAL_DOMAINS = ['negozio.test', 'posta.test'] as const;
/** Mail to it is taken and always comes back as a report (RFC 3464): Dovecot has nobody there. */
export const BOUNCING_DOMAIN = 'respinto.test';
/** Mail to it is never delivered and waits in the queue. */
export const SLOW_DOMAIN = 'lento.test';

/**
 * Returns `main.cf` of a Postfix below `folder` from which nothing can leave this computer: whatever
 * is not for our domains is refused (5.4.4), no name is looked up, and sockets are bound to loopback.
 */
export const mainCf = (folder: string, peers: PostfixPeers): string => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
myhostname = mx.negozio.test
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtp_bind_address = 127.0.0.1
disable_dns_lookups = yes
mynetworks = 127.0.0.0/8
mydestination =
alias_maps =
local_recipient_maps =
recipient_delimiter = +
virtual_mailbox_domains = ${[...LOCAL_DOMAINS, BOUNCING_DOMAIN].join(' ')}
virtual_mailbox_maps = static:ok
virtual_transport = lmtp:inet:127.0.0.1:${peers.lmtp}
transport_maps = inline:{ {${SLOW_DOMAIN} = retry:4.3.0 try later} }
default_transport = error:5.4.4 no route off this machine
relay_transport = error:5.4.4 no route off this machine
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${peers.auth}
smtpd_tls_security_level = may
smtpd_tls_cert_file = ${folder}/cert.pem
smtpd_tls_key_file = ${folder}/key.pem
smtpd_tls_loglevel = 0
smtpd_error_sleep_time = 0
`;

const SUBMISSION =
  ' -o smtpd_sasl_auth_enable=yes -o smtpd_relay_restrictions=permit_sasl_authenticated,reject';

/** Returns `master.cf`: the three doors, and the services that a delivery passes. */
export const masterCf = (ports: PostfixPorts): string => `
127.0.0.1:${ports.mx} inet n - n - - smtpd
127.0.0.1:${ports.submission} inet n - n - - smtpd${SUBMISSION}
127.0.0.1:${ports.smtps} inet n - n - - smtpd${SUBMISSION} -o smtpd_tls_wrappermode=yes
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
verify    unix  - - n - 1 verify
lmtp      unix  - - n - - lmtp
smtp      unix  - - n - - smtp
error     unix  - - n - - error
retry     unix  - - n - - error
discard   unix  - - n - - discard
anvil     unix  - - n - 1 anvil
proxymap  unix  - - n - - proxymap
scache    unix  - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
`;
