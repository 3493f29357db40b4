import type { OwnPosts } from '../types.ts';

/** What Fiammalba Energia publishes. */
export const posts: OwnPosts = {
  offer: [
    '{plan}: il prezzo della luce bloccato per 24 mesi. [Attivazione gratuita|Solo fino {untilsoon}|Anche per chi è già cliente]. 💡',
    'Luce e gas insieme con {plan}: {round} euro di bonus nella prima bolletta, fino {untilsoon}.',
    'Fotovoltaico chiavi in mano a {town} e provincia: sopralluogo gratuito, [dieci anni di garanzia|rate in bolletta]. ☀️',
    'Porta un amico in {brand}: {round} euro a te, {round} a lui, sulla bolletta di {nextmonth}.',
    'Manutenzione della caldaia a {small} euro al mese, controllo fumi compreso. [L’inverno arriva|Meglio prima].',
    'Auto elettrica? {plan} di notte costa meno e la colonnina la montiamo noi. 🔌',
  ],
  tip: [
    'Autolettura: dal 25 a fine mese, dieci secondi dall’app. Così paghi quello che consumi e nient’altro.',
    'Un grado in meno in casa vale circa il 6% di gas. [E si dorme meglio|Provare per credere]. 🌡️',
    'Non passiamo mai casa per casa e non chiediamo il POD al telefono. Se succede, [scrivici|avvisa i vicini].',
    'Voltura o subentro? Se il contatore è acceso è voltura, se è spento è subentro. Ecco i documenti.',
    'Come leggere la bolletta nuova: quattro riquadri, nessun mistero.',
    'Stand-by: televisore, decoder e caricatori accesi costano fino a {small} euro al mese. Una ciabatta e via.',
    'Bonus sociale: non serve chiederlo, basta l’ISEE. Qui le soglie di quest’anno.',
    'Filtro del condizionatore sporco? Consuma un terzo in più. Si lava con acqua tiepida. ❄️',
  ],
  life: [
    'Apre il nuovo sportello di {town}, in {street}. [Torta alle 11|Venite a conoscerci]. 🎂',
    'Le nostre squadre dopo la nevicata di {weekday}: {round} chilometri di linea rimessi in piedi.',
    'Energia in classe: {days} scuole di {town} scoprono come nasce la corrente. ⚡',
    'Impianto solare di {town}: oggi ha prodotto per {round} famiglie. E c’era pure qualche nuvola.',
    'Cerchiamo tecnici a {town}. Si sale in alto e si lavora in squadra: candidature sul sito.',
    'Buona domenica. Finestre aperte o coperta sul divano?',
    '{agent} risponde ai vostri messaggi da {years} anni: “la domanda più bella? Se di notte il contatore dorme”. 😄',
    'Luci della festa a {town}: quest’anno tutte a LED, un decimo dei consumi. ✨',
  ],
  outage: [
    '⚠️ {town}: manca la corrente in diverse vie per un guasto in cabina. Squadre al lavoro, aggiornamenti qui.',
    '⚠️ Il temporale ha danneggiato una linea vicino a {town}. Alcune zone sono senza luce: stima di ripristino in serata.',
    '⚠️ Interruzione in corso a {town}. Se in casa c’è un apparecchio salvavita scriveteci subito in privato.',
    '⚠️ Cavo tagliato durante uno scavo a {town}: stiamo rialimentando un quartiere alla volta.',
  ],
  solved: [
    '✅ {town}: la corrente è tornata ovunque. Se da voi è ancora buio, controllate il salvavita e scriveteci.',
    '✅ Linea riparata. Oltre le otto ore il rimborso arriva da solo in bolletta. Grazie della pazienza.',
  ],
};
