/** Why a timer is not sure. */
export const uncertainIt = {
  'uncertain.now': 'La fonte «{source}» non si legge da {from}: {why}',
  'uncertain.past':
    'La fonte «{source}» non è stata letta da {from} a {to}: {why}. La prossima lettura completa lo chiarisce',
  'uncertain.unknown': 'La fonte «{source}» non è stata letta tutta',
  'uncertain.account': 'Vai all’account',
};
