/** A shop's newsletter as such mails are made: tables, buttons, pictures from elsewhere, a counter. */
export const newsletter = `<!doctype html><html><head><style>
  .button a { display: inline-block; padding: 12px 24px; background: #b3261e; color: #ffffff; text-decoration: none; border-radius: 4px; }
  @media (max-width: 480px) { .column { display: block !important; width: 100% !important; } }
  @media (prefers-color-scheme: dark) { body, td { background: #000 !important; color: #fff !important; } }
</style></head>
<body bgcolor="#f0ece4" style="margin:0;padding:0;font-family:Georgia,serif">
<table width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px">
<table width="560" cellpadding="0" cellspacing="0" bgcolor="#ffffff" style="max-width:100%">
<tr><td style="padding:24px;text-align:center"><img src="https://img.ondalta.example/logo.png" width="160" height="40" alt="Ondalta"></td></tr>
<tr><td><img src="https://img.ondalta.example/prima.jpg" width="560" height="180" alt="Una casa luminosa con la fibra"></td></tr>
<tr><td style="padding:24px"><h1 style="font-size:24px;margin:0 0 12px;color:#1d1c1a">La fibra arriva nella tua via</h1>
<p style="line-height:1.5;color:#504d47">Ciao Giulia, da lunedì Torino Nord ha la Fibra 2,5 Giga. Il modem è incluso e l’attivazione è gratuita fino al 30 novembre.</p>
<p class="button"><a href="https://www.ondalta.example/fibra?c=1">Verifica la copertura</a></p></td></tr>
<tr><td style="padding:0 24px 24px"><table width="100%"><tr>
<td class="column" width="50%" valign="top" style="padding-right:12px"><b>Domande?</b><br>Scrivi a <a href="mailto:clienti@ondalta.example">clienti@ondalta.example</a></td>
<td class="column" width="50%" valign="top"><b>Area clienti</b><br><a href="https://click.posta.example/r/88121">www.ondalta.example</a></td></tr></table></td></tr>
</table></td></tr></table>
<img src="https://track.posta.example/o.gif?u=81" width="1" height="1" alt="">
</body></html>`;

/** A letter as people write it in an office program: a font, black letters, a logo in the signature. */
export const letter = `<html><head><style><!-- p.MsoNormal { margin: 0cm; font-size: 11.0pt; font-family: "Calibri", sans-serif; } --></style></head>
<body lang="IT"><div class="WordSection1">
<p class="MsoNormal"><span style="color:black">Buongiorno,</span></p><p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">da <b>tre giorni</b> la linea cade ogni sera verso le 21. Ho già riavviato il modem come scritto su <a href="https://www.ondalta.example/aiuto/modem">www.ondalta.example/aiuto/modem</a>.</p>
<p class="MsoNormal" style="color:#1F497D">Potete chiamarmi allo <a href="tel:+39011123456">011 123456</a>?</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">Giulia Ferrero<br><img src="cid:logo@studio" width="40" height="40" alt="Studio Ferrero"></p>
<blockquote style="border-left:2px solid #ccc;padding-left:8px"><p>Il 12 nov 2026 Ondalta ha scritto:<br>Gentile cliente, la verifica è in corso.</p></blockquote>
</div></body></html>`;

/** What deceives at first sight. */
export const deceit = `<div style="position:fixed;inset:0;background:#b3261e"><p style="font:bold 18px Arial;color:#b3261e">Il tuo conto è bloccato</p></div>
<script>alert(1)</script>
<p>Accedi subito: <a href="https://login.ladri.example/x">https://www.banca.example/accesso</a></p>
<p>Oppure <a href="https://banca.example@ladri.example/">dal sito della banca</a>, o da <a href="https://b\u0430nca.example/">banca.example</a>.</p>
<p>Apri <a href="\\\\ladri.example\\fatture\\fattura.exe">fattura.pdf</a> o <a href="javascript:alert(1)">qui</a>.</p>
<form action="https://ladri.example/"><input name="pin" placeholder="PIN"><button>Invia</button></form>
<img src="https://track.ladri.example/a.png" width="300" height="80" alt="Banca Example">`;

const line = (at: number): string =>
  `${at}. Il giorno ${at} la linea è caduta alle 21:${String(at % 60).padStart(2, '0')}; vedi https://diario.example/giorno/${at}.`;

/** A long plain text with addresses in it. */
export const longText = `Gentile assistenza (clienti@ondalta.example),\n\necco il mio diario (https://diario.example/indice_(2026)):\n\n${Array.from({ length: 120 }, (_, at) => line(at + 1)).join('\n')}\n\nCordiali saluti`;
