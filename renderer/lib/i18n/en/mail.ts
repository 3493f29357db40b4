import type { mailIt } from '../it/mail.ts';

export const mailEn: Readonly<Record<keyof typeof mailIt, string>> = {
  'mail.noSubject': 'No subject',
  'mail.remote':
    '{n, plural, one {# picture from elsewhere is not shown} other {# pictures from elsewhere are not shown}}',
  'mail.show': 'Show pictures',
  'mail.showHint': 'Whoever hosts them can tell that the mail was read',
  'mail.loading': 'Loading pictures…',
  'mail.failed':
    '{n, plural, one {# picture cannot be loaded} other {# pictures cannot be loaded}}',
  'mail.unfold': 'Show the whole mail',
  'mail.fold': 'Show less of the mail',
};
