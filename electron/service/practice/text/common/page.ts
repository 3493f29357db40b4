/** What the page's people say around the matter itself. */

export const HELLOS = [
  'Ciao {first},',
  'Buongiorno {first},',
  'Salve {first},',
  'Ciao {first}, [grazie per averci scritto|grazie del messaggio|eccoci].',
  'Gentile {first},',
  'Ciao {first}, [ci dispiace|ci scusiamo] per [l’attesa|il disagio|quanto è successo].',
  '{first}, [hai ragione|capiamo bene|ci spiace leggerlo].',
] as const;

/** When the customer's name is linked in front, nothing else greets. */
export const PLAIN_HELLOS = [
  'ciao,',
  'buongiorno,',
  'eccoci:',
  'grazie di averci scritto.',
  '',
] as const;

export const SIGN_OFFS = [
  '^{agent}',
  '– {agent}',
  '{agent} di {brand}',
  'A presto, {agent}',
  '[Buona giornata|Un saluto], {agent}',
  '',
  '',
] as const;

export const ASK_DATA = [
  'Ci mandi [in privato|con un messaggio privato] [il codice cliente|il codice fiscale dell’intestatario|un recapito e il codice cliente]? [Così controlliamo subito|Guardiamo noi|Verifichiamo e ti richiamiamo].',
  'Scrivici in privato [il numero della segnalazione|nome e codice cliente], [ce ne occupiamo noi|così non devi ripetere tutto|ti seguiamo da lì].',
  'Per guardare la tua posizione ci serve il codice cliente: [mandacelo in privato|ti aspettiamo in messaggio].',
] as const;

export const TO_PRAISE = [
  'Grazie {first}! [Lo leggeremo in squadra|Fa piacere iniziare così la giornata|Lo diciamo a chi di dovere] 😊',
  'Che bello leggerlo, {first}. [Grazie a te|Alla prossima]!',
  'Grazie {first}, [messaggi come questo fanno bene|parole così ci ripagano] 💙',
  '{first}, grazie di cuore da tutta la squadra.',
] as const;

export const TO_THANKS = [
  'Di niente, {first}!',
  'Grazie a te, {first}. [Siamo qui|A presto|Buona giornata].',
  'Figurati! [Per qualunque cosa scrivici|Siamo qui se serve].',
] as const;

export const TO_ANGER = [
  '{first}, ti capiamo. [Abbiamo sollecitato di nuovo|Ho riaperto io la segnalazione|Ho parlato con i colleghi] e ti [scriviamo in privato|richiamiamo entro domani|aggiorniamo entro sera].',
  'Hai ragione a essere [seccato|arrabbiato], {first}: [la pratica si era fermata|mancava un passaggio da parte nostra]. Ora è ripartita, ti scriviamo in privato con i tempi.',
  '{first}, non è la risposta che aspettavi, lo sappiamo. [Prendo io in carico la pratica|La seguo io da adesso] e ti do notizie entro {weekday}.',
] as const;

export const ENGLISH_REPLIES = [
  'Hi {first}, sorry for the trouble. Could you send us your customer code in a private message? We will check right away. ^{agent}',
  'Hello {first}, thanks for writing. We have found your case and a colleague who speaks English will call you [today|tomorrow morning]. ^{agent}',
  'Hi {first}, yes: you can do it from the app, under “Profilo”, or write to us here and we will do it for you. ^{agent}',
] as const;
