/** A mail in its frame. */
export const mailIt = {
  'mail.noSubject': 'Senza oggetto',
  'mail.remote':
    '{n, plural, one {# immagine da altrove non è mostrata} other {# immagini da altrove non sono mostrate}}',
  'mail.show': 'Mostra le immagini',
  'mail.showHint': 'Chi le ospita può sapere che l’e-mail è stata letta',
  'mail.loading': 'Caricamento delle immagini…',
  'mail.failed':
    '{n, plural, one {# immagine non si può caricare} other {# immagini non si possono caricare}}',
  'mail.unfold': 'Mostra tutta l’e-mail',
  'mail.fold': 'Riduci l’e-mail',
};
