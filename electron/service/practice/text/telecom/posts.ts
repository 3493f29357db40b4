import type { OwnPosts } from '../types.ts';

/** What Ondalta publishes. */
export const telecomPosts: OwnPosts = {
  offer: [
    '{plan}: fibra fino a 1 Gigabit a {small} euro al mese, [per sempre|senza vincoli|attivazione compresa]. Scopri se arriva a casa tua 👉 nel primo commento la verifica di copertura.',
    'Solo fino al {day}: passa a {plan} e [il primo mese è gratis|il modem è in regalo|porti con te un amico]. 💙',
    '150 giga, minuti e SMS senza limiti a {small} euro. [Cambia operatore, tieni il numero|Il tuo numero resta tuo]. Nei negozi e online.',
    'Hai già la fibra Ondalta? Con {plan} aggiungi una SIM a {small} euro al mese per [tutta la famiglia|chi vuoi tu].',
    'Under 25? {plan} ti dà 200 giga e [nessun costo di attivazione|il 5G compreso]. Passa in negozio con un documento.',
    'Il weekend delle sorprese: [sabato e domenica|da venerdì a domenica] {percent}% di sconto sugli smartphone a rate. Fino a esaurimento scorte.',
  ],
  tip: [
    'Il wifi non arriva in camera? Tre consigli: metti il modem in alto, [lontano dal forno|fuori dal mobile], e usa la rete a 5 GHz. 📶',
    'Attenzione alle telefonate truffa: Ondalta non chiede mai codici o IBAN al telefono. Se hai un dubbio, [scrivici qui|riaggancia e chiamaci tu].',
    'Sapevi che dall’app {app} puoi [spostare il giorno dell’addebito|vedere i consumi in tempo reale|prenotare l’appuntamento in negozio]?',
    'Vai all’estero? Prima di partire guarda nell’app quali Paesi sono compresi: in Europa navighi come a casa. ✈️',
    'Password del wifi: cambiarla richiede due minuti. Ecco come si fa, passo dopo passo.',
    'Come leggere la fattura in un minuto: cosa sono canone, opzioni e indennizzi.',
  ],
  life: [
    'Oggi inauguriamo il negozio di {town}, in {street}. Venite a trovarci: [caffè offerto|c’è anche la merenda] ☕',
    'Buon lavoro ai {round} tecnici che anche oggi sono [sui pali|nelle centrali|in strada] per noi. 💪',
    'La fibra arriva a {town}: da oggi altre {round} vie collegate.',
    'Scuole connesse: altre {days} scuole di {town} da questa settimana viaggiano in fibra. 🎒',
    'Buona domenica! Voi la passate [al mare|in montagna|sul divano con una serie]?',
    'Cerchiamo colleghe e colleghi per il servizio clienti di {town}. Candidature sul sito, voce “Lavora con noi”.',
    'Vi presentiamo {agent}: da {years} anni risponde ai vostri messaggi. Qual è la domanda più strana che ci avete fatto? 😄',
  ],
  outage: [
    '⚠️ Stiamo lavorando a un guasto che riguarda la fibra a {town} e dintorni. I tecnici sono sul posto, vi aggiorniamo qui.',
    '⚠️ A causa di un cavo danneggiato, a {town} internet e telefono possono non funzionare. Ci scusiamo: prossimo aggiornamento alle {hour}.',
    '⚠️ Dopo il maltempo di stanotte alcune zone di {town} e provincia sono senza linea. Stiamo intervenendo, grazie della pazienza.',
    '⚠️ Alcuni clienti mobili faticano a [chiamare|navigare]. Il problema è noto e ci stiamo lavorando.',
  ],
  solved: [
    '✅ Guasto risolto a {town}: se la linea non è tornata, spegnete il modem due minuti. I giorni senza servizio saranno rimborsati in automatico.',
    '✅ Il servizio è ripartito. Grazie per la pazienza, e scusateci ancora.',
  ],
};
