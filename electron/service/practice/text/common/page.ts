/** What the page's people say around the matter itself. */

const neutral = [
  'Ciao {first},',
  'Ciao {first},',
  'Buongiorno {first},',
  'Salve {first},',
  'Gentile {first},',
  'Ciao {first}, [grazie per averci scritto|grazie del messaggio|eccoci].',
];

/** How an answer begins, by what was written. */
export const HELLOS = {
  trouble: [
    ...neutral,
    'Ciao {first}, [ci dispiace|ci scusiamo] per [l’attesa|il disagio|quanto è successo].',
    '{first}, [hai ragione|capiamo bene|ci spiace leggerlo].',
    '{first}, non doveva andare così:',
  ],
  question: [...neutral, 'Ciao {first}, [bella domanda|volentieri|subito]:'],
} as const;

/** When the customer's name is linked in front, nothing else greets. */
export const PLAIN_HELLOS = [
  'ciao,',
  'buongiorno,',
  'eccoci:',
  'grazie di averci scritto:',
] as const;

export const SIGN_OFFS = [
  '^{agent}',
  '– {agent}',
  '{agent} di {brand}',
  'A presto, {agent}',
  '[Buona giornata|Un saluto], {agent}',
  '{agent}',
  '',
] as const;

export const ASK_DATA = [
  'Ci mandi in privato [il codice cliente|un recapito e il codice cliente]? [Così controlliamo subito|Guardiamo noi|Verifichiamo e ti richiamiamo].',
  'Scrivici in privato [nome e codice cliente|dove possiamo chiamarti], [ce ne occupiamo noi|così non devi ripetere tutto|ti seguiamo da lì].',
] as const;

export const TO_PRAISE = [
  'Grazie {first}! [Lo leggeremo in squadra|Fa piacere iniziare così la giornata|Lo diciamo a chi di dovere] 😊',
  'Che bello leggerlo, {first}. [Grazie a te|Alla prossima]!',
  'Grazie {first}, [messaggi come questo fanno bene|parole così ci ripagano] 💙',
  '{first}, grazie di cuore da tutta la squadra.',
  'Grazie {first} 💙',
  'Che gentile, {first}! [Lo giro subito|Buona giornata].',
] as const;

export const TO_THANKS = [
  'Di niente, {first}!',
  'Grazie a te, {first}. [Siamo qui|A presto|Buona giornata].',
  'Figurati! [Per qualunque cosa scrivici|Siamo qui se serve].',
] as const;

export const TO_ANGER = [
  '{first}, ti capiamo. [Abbiamo sollecitato di nuovo|Ho riaperto io la segnalazione|Ho parlato con i colleghi] e ti [scriviamo in privato|richiamiamo entro domani|aggiorniamo entro sera].',
  'Hai ragione a lamentarti, {first}: [la pratica si era fermata|mancava un passaggio da parte nostra]. Ora è ripartita, ti scriviamo in privato con i tempi.',
  '{first}, non è la risposta che aspettavi, lo sappiamo. [Prendo io in carico la pratica|La seguo io da adesso] e ti do notizie entro {weekday}.',
] as const;

/** When there is a photo and not a word. */
export const TO_MUTE = [
  'Ciao {first}, vediamo solo la foto: ci racconti in due righe cosa succede? ^{agent}',
  'Buongiorno {first}, ci aiuti a capire? Dalla foto da sola non ci riusciamo. {agent}',
] as const;

export const ENGLISH_REPLIES = [
  'Hi {first}, sorry for the trouble. Could you send us your customer code in a private message? We will check right away. ^{agent}',
  'Hello {first}, thanks for writing. We have found your case and a colleague who speaks English will call you [today|tomorrow morning]. ^{agent}',
  'Hi {first}, thanks for asking here. We are sending you all the details in a private message. ^{agent}',
] as const;
