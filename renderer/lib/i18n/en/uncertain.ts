import type { uncertainIt } from '../it/uncertain.ts';

/** The English half of why a timer is not sure. */
export const uncertainEn: Record<keyof typeof uncertainIt, string> = {
  'uncertain.now': 'The source “{source}” has not been read since {from}: {why}',
  'uncertain.past':
    'The source “{source}” was not read from {from} to {to}: {why}. The next complete read clears it up',
  'uncertain.unknown': 'The source “{source}” was not read whole',
  'uncertain.account': 'Go to the account',
};
