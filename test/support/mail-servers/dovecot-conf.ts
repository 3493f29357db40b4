import type { Owner } from './child.ts';

/** A mailbox on the server. */
export interface MailUser {
  readonly address: string;
  readonly password: string;
  /** Bytes it may hold; left out: as much as it likes. */
  readonly quotaBytes?: number;
}

export interface DovecotPorts {
  readonly imap: number;
  /** TLS from the first byte. */
  readonly imaps: number;
  readonly lmtp: number;
  /** Where Postfix asks whether a password is right. */
  readonly auth: number;
}

/** Returns one line per user for Dovecot's `passwd-file`. */
export const passwdFile = (users: readonly MailUser[]): string =>
  users
    .map(({ address, password, quotaBytes }) => {
      const quota = quotaBytes === undefined ? '' : `userdb_quota_rule=*:bytes=${quotaBytes}`;
      return `${address}:{PLAIN}${password}::::::${quota}\n`;
    })
    .join('');

/**
 * Returns the settings of a Dovecot 2.3 that runs as `owner` without any right of root, below
 * `folder`: nothing is chrooted, all of its own users are one. Wrong passwords are not made to wait.
 */
export const dovecotConf = (folder: string, ports: DovecotPorts, owner: Owner): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = ${owner.name}
default_internal_group = ${owner.group}
default_login_user = ${owner.name}
first_valid_uid = 1
first_valid_gid = 1
mail_home = ${folder}/mail/%u
mail_location = maildir:~/Maildir
mail_fsync = never
mail_plugins = quota
mail_max_userip_connections = 100
recipient_delimiter = +
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
passdb {
  driver = passwd-file
  args = username_format=%Lu ${folder}/users
}
userdb {
  driver = passwd-file
  args = username_format=%Lu ${folder}/users
  default_fields = uid=${owner.name} gid=${owner.group}
}
plugin {
  quota = count:mailbox
  quota_vsizes = yes
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service lmtp {
  chroot =
  user = ${owner.name}
  inet_listener lmtp {
    port = ${ports.lmtp}
  }
  unix_listener lmtp {
    mode = 0
  }
}
service auth {
  inet_listener auth {
    address = 127.0.0.1
    port = ${ports.auth}
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
`;
