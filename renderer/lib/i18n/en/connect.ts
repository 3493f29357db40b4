/** Connecting a page: the form, the pages of a login, what permissions are for. */
export const connectEn = {
  'connect.title': 'Connect an account',
  'connect.renew': 'Reconnect {name}',
  'connect.pageId': 'Page identifier',
  'connect.pageId.hint':
    'Optional with a user token. A number: on the page, under About, Page transparency.',
  'connect.token': 'Access token',
  'connect.token.hint': 'It stays on this computer. It usually begins with EAA.',
  'connect.team': 'Who answers',
  'connect.team.standard': 'By the rules (mentions to Comunicazione)',
  'connect.graphUrl': 'Address of the Graph API',
  'connect.graphUrl.hint': 'Usually right as it is.',
  'connect.do': 'Check and connect',
  'connect.renew.do': 'Check and reconnect',
  'connect.checking': 'Checking with the page…',
  'connect.cancel': 'Back',
  'connect.permissions': 'Permissions needed, and why',
  'connect.fault.token.missing': 'Paste the access token.',
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
  'connect.way': 'How to connect',
  'connect.way.login': 'Log in with Facebook',
  'connect.way.token': 'Paste a token',
  'connect.appId': 'Meta app ID',
  'connect.appId.hint': 'A number: your company’s app, under Settings, Basic.',
  'connect.appSecret': 'App secret',
  'connect.appSecret.hint':
    'It stays on this computer, among the keys, and is not shown here again.',
  'connect.showSecret': 'Show it',
  'connect.hideSecret': 'Hide it',
  'connect.logIn': 'Log in with Facebook',
  'connect.listPages': 'List the pages',
  'connect.waiting': 'Finish the login in Facebook’s window. Riscontro does not see your password.',
  'connect.waiting.leave': 'Cancel the login',
  'connect.help.login': 'How to prepare the app',
  'connect.help.login.1':
    'On developers.facebook.com create an app of type Business, or use your company’s, and add “Facebook Login for Business”.',
  'connect.help.login.2': 'Among the valid OAuth redirect URIs enter this address:',
  'connect.help.login.3':
    'Copy ID and secret here, then log in with a profile that manages the pages.',
  'connect.help.login.open': 'Open the apps at Meta for Developers',
  'connect.help.live':
    'The app must be in live mode: customers may not see replies of an app in development mode.',
  'connect.help.token': 'Where to get the token',
  'connect.help.token.1':
    'Open Graph API Explorer with a profile that manages the page, and choose your company’s app.',
  'connect.help.token.2':
    'Grant the permissions below. A user token lists your pages; with a page’s token enter its identifier too.',
  'connect.help.token.3':
    'A trial token lasts an hour: for daily work log in with Facebook, or ask for one that does not expire.',
  'connect.help.token.open': 'Open Graph API Explorer',
  'connect.fault.appId.missing': 'Enter the app ID.',
  'connect.fault.appSecret.missing': 'Enter the app secret.',
  'connect.fault.appSecret.app_refused':
    'Facebook does not accept this pair. Check the ID and enter the secret again.',
  'connect.fault.token.wrong_token_kind':
    'This token is a person’s. Clear the identifier below to choose among their pages.',
  'connect.fault.login_over': 'The login ended after ten minutes. Log in again.',
  'connect.fault.no_window': 'The login window cannot be opened here. Paste a token.',

  'chooser.lead':
    '{n, plural, one {By this login you manage # page.} other {By this login you manage # pages. Choose which to connect.}}',
  'chooser.search': 'Search by name or identifier',
  'chooser.pages': 'Pages',
  'chooser.parts': 'More pages',
  'chooser.part': '{part} of {parts}, {total} pages',
  'chooser.previous': 'Previous pages',
  'chooser.next': 'Next pages',
  'chooser.connected': 'connected',
  'chooser.lacks.MODERATE':
    'You lack the task “Moderate”: comments would come without names, and you could not answer, hide or delete.',
  'chooser.lacks.CREATE_CONTENT':
    'You lack the task “Create content”: no likes in the page’s name.',
  'chooser.lacks.MESSAGING':
    'You lack the task “Messages”: Messenger and private replies would not work.',
  'chooser.do': '{n, plural, =0 {Choose a page} one {Connect # page} other {Connect # pages}}',
  'chooser.notFound': 'No page with these words.',
  'chooser.none': 'No pages',
  'chooser.none.text':
    'Whoever logged in manages no pages, or did not choose them in Facebook’s window. Log in again and select them.',

  'permission.title': 'Permissions',
  'permission.summary.all': 'All granted ({n})',
  'permission.summary.unknown': 'Facebook has not said yet which there are',
  'permission.summary.missing': '{n, plural, one {# missing: {names}} other {# missing: {names}}}',
  'permission.granted': 'granted',
  'permission.missing': 'missing',
  'permission.unknown': 'not known',
  'permission.sources': 'Sources: {names}.',
  'permission.actions': 'Actions: {names}.',
  'permission.how':
    'To grant them reconnect the page and leave every item on in Facebook’s window. An item that does not appear must be added to the app at Meta for Developers.',
  'permission.pages_show_list': 'to know which pages you manage',
  'permission.pages_read_engagement': 'to read the page’s posts and what happens on them',
  'permission.pages_read_user_content': 'to read visitors’ comments, posts and reviews, with names',
  'permission.pages_manage_engagement': 'to answer, hide, delete and like comments',
  'permission.pages_manage_metadata': 'to follow the page’s Messenger conversations',
  'permission.pages_messaging': 'to read Messenger and write privately',
  'permission.instagram_basic': 'to know which Instagram account is linked and read its posts',
  'permission.instagram_manage_comments': 'to read comments on Instagram and answer',
  'permission.ads_read': 'to read comments below advertisements',
  'permission.other': 'asked for by Facebook',
  'permission.action.reply': 'answer',
  'permission.action.private_reply': 'answer privately',
  'permission.action.message': 'write in Messenger',
  'permission.action.edit': 'edit',
  'permission.action.delete': 'delete',
  'permission.action.hide': 'hide',
  'permission.action.unhide': 'show again',
  'permission.action.like': 'like',
  'permission.action.unlike': 'unlike',
  'permission.action.block': 'block',
  'permission.action.unblock': 'unblock',
};
