import type { customersIt } from '../it/customers.ts';

/** The English half of who is whom. */
export const customersEn: Record<keyof typeof customersIt, string> = {
  'customer.title': 'Where they write',
  'customer.link': 'Link…',
  'customer.unlink': 'Unlink {name}',
  'customer.here': 'in this conversation',
  'customer.lastAt': 'last message {when}',
  'customer.none': 'Who writes is not known: nobody to link.',
  'linkCustomer.title': 'Link to the same customer',
  'linkCustomer.hint':
    'If {name} wrote elsewhere too, choose as whom: the history will cover both identities. It can be undone.',
  'linkCustomer.field': 'Search by name or address',
  'linkCustomer.proposals': 'Perhaps the same person',
  'linkCustomer.found': 'People found',
  'linkCustomer.noProposals': 'Nothing points to anybody. Search by name or e-mail address.',
  'linkCustomer.nothing': 'Nobody wrote under this name or address.',
  'linkCustomer.count': '{n, plural, one {# conversation} other {# conversations}}',
  'linkCustomer.reason.same_address': 'Same address at another mailbox',
  'linkCustomer.reason.address_written': 'The address is written in a message',
  'linkCustomer.reason.same_name': 'Same full name: no more than a hint',
  'command.linkCustomer': 'Link the customer to another identity…',
  'undo.customerLinked': '{name}: same customer',
  'undo.customerUnlinked': '{name}: no longer the same customer',
};
