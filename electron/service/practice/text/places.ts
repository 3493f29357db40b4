const lines = (list: string): readonly string[] => list.split('|');

/** Towns from north to south. */
export const TOWNS = lines(
  'Bari|Bergamo|Bologna|Brescia|Cagliari|Catania|Cosenza|Cuneo|Ferrara|Firenze|Foggia|Forlì|Genova|Latina|Lecce|Livorno|Matera|Messina|Milano|Modena|Monza|Napoli|Novara|Olbia|Padova|Palermo|Parma|Perugia|Pesaro|Pescara|Piacenza|Pisa|Potenza|Prato|Ragusa|Reggio Emilia|Rimini|Roma|Salerno|Sassari|Savona|Siena|Siracusa|Taranto|Terni|Torino|Trento|Treviso|Trieste|Udine|Varese|Verona|Vicenza|Viterbo',
);

/** Streets that every town has. */
export const STREETS = lines(
  'via Garibaldi|via Mazzini|via Dante|corso Italia|via Verdi|via Roma|viale della Libertà|via Marconi|via Cavour|via San Francesco|via dei Mille|viale Europa|via Leopardi|via Manzoni|via Gramsci|via Matteotti|via delle Rose|via del Mulino|largo Sauro|piazza Bovio|via Carducci|via Puccini|contrada Sant’Anna|via Torino|via XX Settembre|via IV Novembre|via Pascoli|vicolo Stretto|via della Stazione|via Po|via Adige|via Monte Grappa',
);

export const MONTHS = lines(
  'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
);
