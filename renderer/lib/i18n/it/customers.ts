/** Who is whom: the identities of one customer. */
export const customersIt = {
  'customer.title': 'Dove scrive',
  'customer.link': 'Collega…',
  'customer.unlink': 'Scollega {name}',
  'customer.here': 'in questa conversazione',
  'customer.lastAt': 'ultimo messaggio {when}',
  'customer.none': 'Chi scrive non è noto: non si può collegare.',
  'linkCustomer.title': 'Collega allo stesso cliente',
  'linkCustomer.hint':
    'Se {name} ha scritto anche altrove, scegli con quale identità: lo storico le coprirà entrambe. Si può annullare.',
  'linkCustomer.field': 'Cerca per nome o indirizzo',
  'linkCustomer.proposals': 'Forse la stessa persona',
  'linkCustomer.found': 'Persone trovate',
  'linkCustomer.noProposals': 'Nessun indizio. Cerca per nome o per indirizzo e-mail.',
  'linkCustomer.nothing': 'Nessuno ha scritto con questo nome o indirizzo.',
  'linkCustomer.count': '{n, plural, one {# conversazione} other {# conversazioni}}',
  'linkCustomer.reason.same_address': 'Stesso indirizzo in un’altra casella',
  'linkCustomer.reason.address_written': 'L’indirizzo è scritto in un messaggio',
  'linkCustomer.reason.same_name': 'Stesso nome e cognome: solo un indizio',
  'command.linkCustomer': 'Collega il cliente a un’altra identità…',
  'undo.customerLinked': '{name}: stesso cliente',
  'undo.customerUnlinked': '{name}: non più lo stesso cliente',
} as const;
