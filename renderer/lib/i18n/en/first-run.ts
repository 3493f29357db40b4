import type { firstRunIt } from '../it/first-run.ts';

/** The English half of the first steps. */
export const firstRunEn: Record<keyof typeof firstRunIt, string> = {
  'firstRun.title': 'Welcome to Riscontro',
  'firstRun.lead': 'Connect the page or the mailbox, and the team’s inbox is ready.',
  'firstRun.page.title': 'Connect a Facebook page',
  'firstRun.page.text': 'Log in with Facebook: comments, posts, mentions, Messenger',
  'firstRun.page.paste': 'Or paste a token',
  'firstRun.page.do': 'Connect',
  'firstRun.mailbox.title': 'Connect a mailbox',
  'firstRun.mailbox.text': 'IMAP and SMTP, or the login of Google and Microsoft',
  'firstRun.rules.title': 'Hours and deadlines',
  'firstRun.rules.ready': 'Ready: {target}, {hours}',
  'firstRun.rules.reading': 'Ready',
  'firstRun.rules.do': 'Change',
  'firstRun.rules.target.minutes.business':
    '{n, plural, one {# business minute} other {# business minutes}}',
  'firstRun.rules.target.hours.business':
    '{n, plural, one {# business hour} other {# business hours}}',
  'firstRun.rules.target.minutes.calendar':
    '{n, plural, one {# calendar minute} other {# calendar minutes}}',
  'firstRun.rules.target.hours.calendar':
    '{n, plural, one {# calendar hour} other {# calendar hours}}',
  'firstRun.rules.target.none': 'no deadline',
  'firstRun.rules.and': '{most} and {last}',
  'firstRun.rules.closed': 'always closed',
  'firstRun.local': 'Messages and tokens stay on this computer.',
  'firstRun.practice': 'Try it with sample data',
  'firstRun.practice.starting': 'Preparing the sample page…',
  'firstRun.practice.failed': 'The sample page did not start.',
  'firstRun.reading.title': 'First read under way',
  'firstRun.reading.text':
    'Conversations appear on the left as they come, the nearest deadline on top.',
  'firstRun.reading.items':
    '{n, plural, =0 {Waiting for the first answer…} one {# item read} other {# items read}}',
  'firstRun.stopped.title': 'The first read stopped',
  'firstRun.stopped.accounts': 'Open the accounts',
};
