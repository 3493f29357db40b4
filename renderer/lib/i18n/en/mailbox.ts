/** Connecting a mailbox and changing one; signatures. */
export const mailboxEn = {
  'connect.channel': 'What to connect',
  'connect.channel.facebook': 'Facebook page',
  'connect.channel.email': 'Mailbox',

  'mailbox.address': 'E-mail address',
  'mailbox.name': 'Sender name',
  'mailbox.name.hint': 'Customers see it beside the address. For example: Ondalta Care.',
  'mailbox.look': 'Find the servers',
  'mailbox.looking': 'Looking for the servers of this address…',
  'mailbox.check': 'Test the connection',
  'mailbox.testing': 'Testing the connection…',
  'mailbox.stop': 'Stop',
  'mailbox.logIn': 'Log in: {issuer}',
  'mailbox.waiting': 'Waiting for the browser…',
  'mailbox.waiting.text':
    'Finish the login in the browser, then come back. Riscontro does not see your password.',
  'mailbox.way': 'How to get in',
  'mailbox.way.browser': 'Login in the browser',
  'mailbox.way.password': 'Password',
  'mailbox.password': 'Password',
  'mailbox.appPassword': 'App password',
  'mailbox.password.hint':
    'It stays on this computer, among the keys, and is not shown here again.',
  'mailbox.showPassword': 'Show the password',
  'mailbox.hidePassword': 'Hide the password',
  'mailbox.byHand': 'Settings by hand',
  'mailbox.imap': 'Incoming mail (IMAP)',
  'mailbox.smtp': 'Outgoing mail (SMTP)',
  'mailbox.host': 'Server',
  'mailbox.port': 'Port',
  'mailbox.security': 'Encryption',
  'mailbox.security.tls': 'TLS',
  'mailbox.security.starttls': 'STARTTLS',
  'mailbox.security.none': 'None',
  'mailbox.user': 'User name',

  'mailbox.found': 'Where the mailbox is',
  'mailbox.found.before':
    'Enter the address: its servers are looked for among the known ones and in the domain’s DNS.',
  'mailbox.found.provider': 'The servers of {provider} are known.',
  'mailbox.found.srv': 'The domain itself says so, in its DNS (SRV records).',
  'mailbox.found.mx': '{provider} takes this domain’s mail: its DNS says so (MX records).',
  'mailbox.found.guess':
    'Nobody says so: these are the most common names. {n, plural, one {One is tried.} other {# are tried, one after the other; the password only goes to servers of this domain.}}',
  'mailbox.found.none':
    'Nothing is found for this address. Enter the servers by hand: whoever gave you the mailbox knows them.',
  'mailbox.found.hand':
    'The servers entered by hand count. Whoever gave you the mailbox knows them, or the provider’s guide.',
  'mailbox.promise':
    'The password only goes to these servers, encrypted, and stays on this computer.',
  'mailbox.foreign':
    'These servers lie outside the address’s domain, and only the DNS vouches for them: {hosts}. Check that they are your provider’s.',
  'mailbox.foreign.confirm': 'They are the right ones',
  'mailbox.appPassword.how':
    '{provider} does not accept the account’s password in mail programs. Create one for apps, then paste it here.',
  'mailbox.appPassword.open': 'Create an app password: {provider}',
  'mailbox.noPassword':
    '{provider} does not accept passwords in mail programs: log in with the browser.',

  'mailbox.app': 'App for the login',
  'mailbox.app.issuer': 'Who lets you in',
  'mailbox.app.issuer.google': 'Google',
  'mailbox.app.issuer.microsoft': 'Microsoft',
  'mailbox.app.issuer.other': 'Other (OAuth 2.0)',
  'mailbox.app.how.google':
    'It takes an app of your company: in Google Cloud, an OAuth client of type “Desktop app”.',
  'mailbox.app.how.microsoft':
    'It takes an app of your company: in Microsoft Entra, a registration with the redirect http://localhost for desktop apps.',
  'mailbox.app.register': 'Open the page of the apps',
  'mailbox.app.clientId': 'Client ID',
  'mailbox.app.clientId.hint': 'From the app’s page.',
  'mailbox.app.clientSecret': 'Client secret',
  'mailbox.app.clientSecret.hint':
    'Google wants it, Microsoft does not for desktop apps. It stays on this computer.',
  'mailbox.app.tenant': 'Directory (tenant)',
  'mailbox.app.tenant.hint': 'Optional: without it any account will do.',
  'mailbox.app.authorizeUrl': 'Authorization address',
  'mailbox.app.authorizeUrl.hint': 'Where one logs in; it begins with https://.',
  'mailbox.app.tokenUrl': 'Token address',
  'mailbox.app.tokenUrl.hint': 'Where the app gets its keys; it begins with https://.',
  'mailbox.app.scopes': 'Scopes',
  'mailbox.app.scopes.hint': 'Separated by blanks, as the provider wants them.',

  'mailbox.test': 'Connection test',
  'mailbox.tested': 'Connected',
  'mailbox.trying': 'Attempt {at} of {of}',
  'mailbox.step.imap_reach': 'Reaching the server',
  'mailbox.step.imap_secure': 'Encryption of the line',
  'mailbox.step.imap_login': 'Login',
  'mailbox.step.folders': 'List of folders',
  'mailbox.step.smtp_reach': 'Reaching the server',
  'mailbox.step.smtp_secure': 'Encryption of the line',
  'mailbox.step.smtp_login': 'Login',
  'mailbox.step.bare': 'Without encryption, on this computer',
  'mailbox.state.done': 'done',
  'mailbox.state.running': 'under way',
  'mailbox.state.failed': 'failed',
  'mailbox.state.waiting': 'not tried yet',

  'mailbox.folders': 'Folders to read',
  'mailbox.folders.hint':
    'Sent mail shows what somebody has answered already from another program.',
  'mailbox.folder.inbox': 'incoming',
  'mailbox.folder.sent': 'sent',
  'mailbox.folder.trash': 'trash',
  'mailbox.folder.junk': 'junk',
  'mailbox.folder.drafts': 'drafts',
  'mailbox.folder.archive': 'archive',
  'mailbox.folder.all': 'all mail',
  'mailbox.folder.flagged': 'flagged',
  'mailbox.sentFolder': 'Copies of answers go to',
  'mailbox.sentFolder.marked': '{folder} (as the server says)',
  'mailbox.sentFolder.unmarked': 'As the server says',
  'mailbox.team.standard': 'Customer Care',
  'mailbox.known':
    'This mailbox is connected already: the new settings take the place of the old ones.',
  'mailbox.do': 'Connect the mailbox',
  'mailbox.connecting': 'Connecting…',

  'mailbox.fault.address': 'Enter the whole address, for example care@example.com.',
  'mailbox.fault.password': 'Enter the password.',
  'mailbox.fault.password.refused': 'It was not accepted. Enter it again.',
  'mailbox.fault.foreign': 'First confirm that these are the right servers, or enter them by hand.',
  'mailbox.fault.folders': 'Choose at least one folder.',
  'mailbox.fault.field.host': 'Enter the server’s name, without https:// and without a port.',
  'mailbox.fault.field.port': 'A number up to 65535.',
  'mailbox.fault.field.user': 'Enter the user name: often it is the whole address.',
  'mailbox.fault.field.security':
    'Without encryption the password would travel in the clear: that is only possible to this computer.',
  'mailbox.fault.app.clientId': 'Enter the app’s client ID.',
  'mailbox.fault.app.authorizeUrl': 'Enter an address that begins with https://.',
  'mailbox.fault.app.tokenUrl': 'Enter an address that begins with https://.',
  'mailbox.fault.app.tenant': 'Check the directory.',
  'mailbox.fault.app.scopes': 'Check the scopes.',
  'mailbox.fault.security':
    'Without encryption the password would travel in the clear. Choose TLS or STARTTLS.',
  'mailbox.fault.issuer_address':
    'A login in the browser wants addresses that begin with https://. Check them.',
  'mailbox.fault.login_cancelled': 'The login was cancelled. Try again whenever you like.',
  'mailbox.fault.login_failed':
    'The login in the browser did not work. Check the app’s data and permissions, then try again.',
  'mailbox.fault.login_late':
    'Nobody finished the login within ten minutes. Try again whenever you like.',
  'mailbox.fault.login_short':
    'The login worked, but without a lasting key. The app’s permissions lack offline access: add it, then try again.',
  'mailbox.fault.login_over': 'The login ended after ten minutes. Log in again.',
  'mailbox.fault.login_dead': 'The login is no longer valid. Log in again.',
  'mailbox.fault.app_refused':
    'These app data are not accepted. Check client ID, secret and redirect address.',
  'mailbox.fault.no_browser': 'The browser did not open. Set a default browser, then try again.',
  'mailbox.fault.secret_missing': 'There is no password on this computer. Enter it.',
  'mailbox.fault.secret_sealed':
    'The password is encrypted and the system keychain does not open it. Unlock it, or enter the password.',
  'mailbox.fault.offline':
    'Nobody answers at {host}, port {port}. Check the name, the port and the network.',
  'mailbox.fault.timeout':
    '{host}, port {port}, did not answer in time. Check the port: a company network may close it.',
  'mailbox.fault.broke_off':
    '{host} broke the line off. Try again; if it keeps happening, check port and encryption.',
  'mailbox.fault.not_secure':
    'The line to {host} cannot be encrypted: port {port} takes another encryption, or the certificate is not its own. No password was sent.',
  'mailbox.fault.bad_shape':
    'Something other than a mail server answers at {host}, port {port}. Check the port.',
  'mailbox.fault.login.password':
    '{host} does not accept user name and password. Enter the password again; with two-step verification it takes one for apps.',
  'mailbox.fault.login.smtp':
    '{host} does not accept user name and password for sending. Reading works: check the user name of outgoing mail, and that authenticated sending is allowed.',
  'mailbox.fault.login.browser':
    '{host} does not accept this login. Check that you logged in with this mailbox and that its administrator allows IMAP and SMTP, then log in again.',
  'mailbox.fault.login.kept':
    '{host} no longer accepts what is kept here. Enter the new password, or log in again.',
  'mailbox.fault.server': 'Something is wrong with {host} and port {port}. Check them.',
  'mailbox.fault.busy': '{host} cannot answer at the moment. Try again in a few minutes.',
  'mailbox.fault.refused':
    '{host} refused. Ask the mailbox’s administrator whether IMAP and SMTP are allowed.',

  'mailbox.servers': 'Servers',
  'mailbox.pause': 'Pause reading',
  'mailbox.pause.tip': 'Reading stops at once and goes on later from where it was',
  'mailbox.resume': 'Go on reading',
  'mailbox.resume.tip': 'Reads from where it stopped',
  'mailbox.threads': 'Answers without a thread',
  'mailbox.threads.headers': 'by their headers only',
  'mailbox.threads.note':
    'Usually the headers say to which conversation an answer belongs. Where a program loses them, a mark in your mails helps.',
  'mailbox.threads.plus': 'In the reply address (care+7kd2qx@…), if your provider delivers it here',
  'mailbox.threads.plus.short': 'address',
  'mailbox.threads.tag': 'At the end of the subject: [#7KD2QX]',
  'mailbox.threads.tag.short': 'subject',
  'mailbox.unfiled':
    '{count, plural, one {The copy of one sent mail is not in the sent folder yet: it is tried again by itself.} other {The copies of # sent mails are not in the sent folder yet: it is tried again by itself.}}',
  'mailbox.addresses': 'Addresses',
  'mailbox.folders.part': 'Folders',
  'mailbox.team': 'Team that answers the mailbox',
  'mailbox.folders.listing': 'Asking the server for its folders…',
  'mailbox.sentFolder.byServer': 'The server files answers in sent mail by itself.',
  'mailbox.addresses.note':
    'The addresses that arrive in this mailbox. The first is the usual sender; an answer leaves from the one that the customer wrote to.',
  'mailbox.addresses.usual': 'Usual sender: {address}',
  'mailbox.addresses.isUsual': 'usual',
  'mailbox.addresses.name': 'Sender name for {address}',
  'mailbox.addresses.address': 'Address {address}',
  'mailbox.addresses.remove': 'Remove {address}',
  'mailbox.addresses.add': 'Add an address',
  'mailbox.fault.addresses': 'Enter each address in full, and only once.',
  'mailbox.access.password': 'With a password',
  'mailbox.access.oauth': 'With a login in the browser',
  'mailbox.access.none': 'No password on this computer',
  'mailbox.newPassword': 'New password',
  'mailbox.newPassword.save': 'Test and keep',
  'mailbox.logInAgain': 'Log in again',
  'mailbox.unsaved': 'Unsaved changes: the connection is tested before they are kept.',
  'mailbox.unsaved.wrong': 'A field needs correcting.',
  'mailbox.save': 'Test and save',
  'mailbox.saved': 'Tested and saved.',
  'mailbox.health.password': 'The server no longer accepts the password. Enter the new one.',
  'mailbox.health.login': 'The login is no longer valid. Log in again.',
  'mailbox.health.not_secure':
    'The line to the server cannot be encrypted, or the certificate is not its own. Check the servers below.',
  'mailbox.health.offline': 'The mail server does not answer. It is tried again by itself.',
  'mailbox.health.folder':
    'The folder {folder} cannot be read: it may be gone. Choose the folders below.',
  'mailbox.remove.stays':
    'What stays: all mail on the server, and the facts already gathered in the data file and in the backups.',
  'banner.mailbox.do': 'What to do',
  'settings.signatures': 'Signatures',
  'signature.note':
    'It stands below the team’s answers by mail, in the language chosen while writing. It is saved when you leave the field.',
  'signature.field': 'Signature of {team}, {language}',
  'signature.language.it': 'Italian',
  'signature.language.en': 'English',
  'signature.preview': 'How it looks',
  'signature.preview.it': 'Buongiorno Giulia,\nil tecnico arriva domani alle nove.',
  'signature.preview.en': 'Dear Giulia,\nthe technician comes tomorrow at nine.',
  'signature.none': 'No signature',
  'signature.saved': 'Saved',
  'signature.saving': 'Saving…',
  'signature.undo': 'Back to the one before',
  'signature.failed': 'It was not saved: the text is still here.',
  'signature.loading': 'Loading the signatures…',
};
