import type { firstRunIt } from '../it/first-run.ts';

/** The English half of the first steps. */
export const firstRunEn: Record<keyof typeof firstRunIt, string> = {
  'firstRun.title': 'Welcome to Riscontro',
  'firstRun.lead': 'Connect the page and the team’s inbox is ready.',
  'firstRun.page.title': 'Connect a Facebook page',
  'firstRun.page.text': 'Comments, visitor posts, mentions',
  'firstRun.page.do': 'Connect',
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

  'connect.title': 'Connect a Facebook page',
  'connect.renew': 'Renew the token of {name}',
  'connect.pageId': 'Page identifier',
  'connect.pageId.hint': 'A number. It is on the page, under About, Page transparency.',
  'connect.token': 'Page access token',
  'connect.token.hint': 'It stays on this computer. It usually begins with EAA.',
  'connect.token.show': 'Show the token',
  'connect.token.hide': 'Hide the token',
  'connect.team': 'Who answers',
  'connect.team.standard': 'By the rules (mentions to Comunicazione)',
  'connect.graphUrl': 'Address of the Graph API',
  'connect.graphUrl.hint': 'Usually right as it is.',
  'connect.do': 'Check and connect',
  'connect.renew.do': 'Check and renew',
  'connect.checking': 'Checking with the page…',
  'connect.cancel': 'Back',
  'connect.help': 'Where to get the token',
  'connect.help.1':
    'Open Graph API Explorer with a profile that manages the page, and choose your company’s app.',
  'connect.help.2': 'Under “User or Page” choose the page and grant the permissions below.',
  'connect.help.3':
    'Copy the token. A trial token lasts an hour: for daily work ask whoever runs the app for one that does not expire.',
  'connect.help.open': 'Open Graph API Explorer',
  'connect.permissions': 'Permissions needed, and why',
  'connect.permission.pages_show_list': 'to know which page it is',
  'connect.permission.pages_read_engagement': 'to read the page’s posts',
  'connect.permission.pages_read_user_content': 'to read comments and visitor posts, with names',
  'connect.permission.pages_manage_engagement': 'to answer comments',
  'connect.fault.pageId.missing': 'Enter the page identifier.',
  'connect.fault.token.missing': 'Paste the page access token.',
  'connect.fault.graphUrl.not_an_address': 'This is no address. It must begin with https://.',
  'connect.fault.graphUrl.not_encrypted':
    'Without https the token would travel in the clear. Enter an address that begins with https://.',
  'connect.fault.pageId.bad_input':
    'This token opens another page. Check the identifier, or get the token of this page.',
  'connect.fault.pageId.object_gone':
    'The page cannot be found with this token. Check the identifier.',
  'connect.fault.pageId.refused':
    'The platform does not know this page. Check the identifier and the address below.',
  'connect.fault.token.token_dead':
    'The token is not valid: expired, revoked or only half copied. Create a new one and paste it here.',
  'connect.fault.token.permission_missing':
    'The token lacks a permission. Grant those listed below, then paste the new token.',
  'connect.fault.graphUrl.offline':
    'Nobody answers at this address. Check the network and the address, then try again.',
  'connect.fault.graphUrl.timeout':
    'The address did not answer in time. Check the network and try again.',
  'connect.fault.graphUrl.server_error':
    'The server at this address had a problem. Try again shortly.',
  'connect.fault.graphUrl.other':
    'Something else answers at this address. Check it, and the network (proxy, Wi-Fi sign-in).',
};
