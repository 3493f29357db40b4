import type { PersonRowView } from '../../../shared/contract/customer-schemas.ts';
import type { Translate } from '../i18n/i18n.ts';

/** Returns what a person is called: their name, else their address; a platform's number is no name. */
export const personName = (
  t: Translate,
  { name, channel, externalId }: Pick<PersonRowView, 'name' | 'channel' | 'externalId'>,
): string => name ?? (channel === 'email' ? externalId : t('common.unknownPerson'));
