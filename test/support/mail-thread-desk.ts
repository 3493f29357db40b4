import { letter, longText, newsletter } from './friendly-mail.ts';
import { mailDesk, type MailDesk } from './mail-desk.ts';
import { PNG } from './raw-mail.ts';
import { OUR_ADDRESS } from './scripted-mailbox.ts';

const DAY = 24 * 60;
const ANTONIETTA = 'antonietta@posta.example';

const QUOTED = `Buongiorno, vi riscrivo perché la bolletta 4471-B risulta pagata due volte: il 3 novembre con bollettino e il 9 con addebito diretto, per un totale di 173,40 €.

Chiedo il rimborso entro i termini della Carta dei servizi. Vedi https://www.ondalta.example/carta.

-- 
Antonietta De Lucia
Via Po 9, Torino

Il giorno gio 19 nov 2026 alle ore 10:00 Ondalta <${OUR_ADDRESS}> ha scritto:
> Gentile signora De Lucia,
> abbiamo aperto la verifica.`;

const INVITATION = `BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:1@posta.example
DTSTAMP:20261120T080000Z
DTSTART;TZID=Europe/Rome:20261201T100000
DTEND;TZID=Europe/Rome:20261201T110000
SUMMARY:Sopralluogo al contatore
LOCATION:Via Po 9, Torino
ORGANIZER;CN=Antonietta De Lucia:mailto:${ANTONIETTA}
ATTENDEE:mailto:${OUR_ADDRESS}
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

const INNER = `From: Banca <banca@posta.example>\r\nTo: ${ANTONIETTA}\r\nSubject: Addebito eseguito\r\nDate: Mon, 9 Nov 2026 08:00:00 +0100\r\n\r\nAbbiamo addebitato 86,70 euro.\r\n`;

/** A mailbox with a thread of every kind: what a mail looks like, and what can be the matter with it. */
export async function threadDesk(): Promise<MailDesk> {
  const desk = await mailDesk();
  const antonietta = { from: ANTONIETTA, name: 'Antonietta De Lucia' };
  const subject = 'Doppia fatturazione, bolletta 4471-B';
  await desk.arrive(
    {
      ...antonietta,
      id: 'a1',
      subject,
      text: 'Buongiorno, ho ricevuto due addebiti per lo stesso mese.',
    },
    8 * DAY,
  );
  await desk.arrive(
    {
      from: OUR_ADDRESS,
      name: 'Ondalta',
      to: ANTONIETTA,
      cc: 'Studio Neri <studio.neri@posta.example>',
      id: 'o1',
      answers: 'a1',
      subject: `Re: ${subject}`,
      text: 'Gentile signora De Lucia, abbiamo aperto la verifica.',
    },
    6 * DAY,
  );
  await desk.arrive(
    {
      ...antonietta,
      id: 'a2',
      answers: 'o1',
      subject: `Re: ${subject}`,
      cc: 'Studio Neri <studio.neri@posta.example>, =?utf-8?B?TmnDsg==?= <nio@posta.example>',
      text: QUOTED,
      html: newsletter,
      files: [
        { name: 'bolletta-4471-B.pdf', type: 'application/pdf', body: '%PDF-1.4' },
        { name: 'estratto-conto.png', type: 'image/png', body: PNG },
        { name: 'addebito.eml', type: 'message/rfc822', body: INNER },
        {
          name: 'invito.ics',
          type: 'text/calendar; charset=utf-8; method=REQUEST',
          body: INVITATION,
        },
        { name: 'note.txt', type: 'text/plain', body: 'Numero cliente 0118-44' },
        { name: 'fattura\u202efdp.exe', type: 'application/octet-stream', body: 'MZ' },
      ],
    },
    90,
  );
  await desk.arrive(
    {
      from: 'estraneo@altrove.example',
      name: 'Mario Estraneo',
      answers: 'a2',
      subject: `Re: ${subject}`,
      text: 'Anch’io vorrei sapere di questa bolletta.',
    },
    60,
  );
  await desk.arrive(
    {
      from: 'offerte@negozio.example',
      name: 'Negozio',
      subject: 'Offerte',
      html: newsletter,
      head: ['List-Unsubscribe: <mailto:x@negozio.example>', 'List-Id: <offerte.negozio.example>'],
    },
    50,
  );
  await desk.arrive(
    { from: 'grande@posta.example', name: 'Piero Grande', subject: 'Filmato', text: 'x' },
    40,
    true,
  );
  await desk.arrive(
    {
      from: 'giulia@posta.example',
      name: 'Giulia Ferrero',
      subject: 'Il mio diario',
      text: longText,
    },
    30,
  );
  await desk.arrive(
    { from: 'studio@posta.example', name: 'Studio Ferrero', subject: 'Linea ferma', html: letter },
    20,
  );
  await desk.read();
  desk.box.arrive({
    from: 'mailer-daemon@posta.example',
    subject: 'Undelivered',
    atMs: desk.world.clock.now() - 5 * DAY * 60_000,
    class: {
      kind: 'bounce',
      why: 'dsn',
      report: {
        originalMessageId: 'o1@test.example',
        envelopeId: null,
        recipients: [
          {
            address: ANTONIETTA,
            action: 'failed',
            status: '5.2.2',
            diagnostic: '552 5.2.2 mailbox full',
          },
        ],
      },
    },
  });
  await desk.read();
  return desk;
}
