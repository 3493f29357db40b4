import { describe, expect, test } from 'vitest';
import { foldText } from '../../shared/domain/mail/fold.ts';
import { mailFixture, mailFixtures } from '../support/mail-fixtures.ts';

const FUSCE = 'Fusce bibendum, quam hendrerit';
const NIBH = 'aliquet nec nec nibh.';

/** How the visible part of each reply begins and ends, read off the replies. Those without a line end with the common text. */
const VISIBLE: Readonly<Record<string, readonly [begins: string, ends: string]>> = {
  email_1: ['Hi folks', '-Abhishek Kona'],
  email_20: ['On Thursday.', 'On Thursday.'],
  email_3: ['Oh thanks.', '-Abhishek Kona'],
  email_4: ['Awesome!', 'another problem with it.'],
  email_bullets: ['test 2 this', '- and another'],
  email_custom_quote_header: ['Thank you!', 'Thank you!'],
  email_customer_quote_header_3: ['bonjour,', "merci d'avance"],
  email_emoji: ['🎉', '@pandaland'],
  email_iphone: ['Here is another email', 'another email'],
  email_multi_word_sent_from_my_mobile_device: ['Here is another email', 'another email'],
  email_reply_header: ['This is the latest reply.', 'Stranger'],
  email_thread: ['This is new email', 'from bellow.'],
  email_tricky_11_double_signature: ['Thanks for your help!', 'John'],
  email_tricky_13_timestamp_variations: ['Here are different', 'not quote headers.'],
  email_tricky_17_forward_header: ['See the forwarded', 'message below.'],
  email_tricky_18_inline_reply: ['I think option A', 'for our use case.'],
  email_tricky_20_html_entities: ['The data should', 'handled correctly.'],
  email_tricky_3_code_block: ["Here's the code", 'as actual signatures.'],
  email_tricky_9_nested_quotes: ['I agree with', 'the points below.'],
  email_unquoted_reply: ['This is my reply.', 'This is my reply.'],
  email_with_from_headers: ['[FROM]', '<foo@example.com>'],
  email_zoho: ['What is the best', 'running a test?'],
  sig_no_empty_line: ['this is an email', 'no empty line above.'],
};

const OWN = 'Grazie, va bene.';
const QUOTED = 'Quando arriva il tecnico?';

/** One line (or two) per program and language, as it stands between the answer and the quote. */
const ATTRIBUTIONS: readonly string[] = [
  'Il giorno lun 3 giu 2024 alle ore 10:15 Ondalta <aiuto@ondalta.example> ha scritto:',
  'Il 03/06/2024 10:15, Ondalta ha scritto:',
  'On Mon, Jun 3, 2024 at 10:15 AM Ondalta <aiuto@ondalta.example> wrote:',
  'Am Mo., 3. Juni 2024 um 10:15 Uhr schrieb Ondalta <aiuto@ondalta.example>:',
  'Am 03.06.24 um 10:15 schrieb Ondalta:',
  'Le lun. 3 juin 2024 à 10:15, Ondalta <aiuto@ondalta.example> a écrit :',
  'El lun, 3 jun 2024 a las 10:15, Ondalta (<aiuto@ondalta.example>) escribió:',
  'Em seg., 3 de jun. de 2024 às 10:15, Ondalta <aiuto@ondalta.example> escreveu:',
  'Op ma 3 jun 2024 om 10:15 schreef Ondalta <aiuto@ondalta.example>:',
  'pon., 3 cze 2024 o 10:15 Ondalta <aiuto@ondalta.example> napisał(a):',
  'W dniu 3.06.2024 o 10:15, Ondalta pisze:',
  'пн, 3 июн. 2024 г. в 10:15, Ondalta <aiuto@ondalta.example>:',
  '3 июня 2024 г., в 10:15, Ondalta <aiuto@ondalta.example> написал(а):',
  '2024年6月3日(月) 10:15 Ondalta <aiuto@ondalta.example>:',
  '2024/06/03 10:15、Ondalta <aiuto@ondalta.example>のメール:',
  'Ondalta <aiuto@ondalta.example> 于2024年6月3日周一 10:15写道：',
  '在 2024-06-03 10:15:00，"Ondalta" <aiuto@ondalta.example> 写道：',
  'في الاثنين، 3 يونيو 2024 في 10:15 ص تمت كتابة ما يلي بواسطة Ondalta <aiuto@ondalta.example>:',
  'ma 3. kesäk. 2024 klo 10.15 Ondalta (aiuto@ondalta.example) kirjoitti:',
  'man. 3. juni 2024 kl. 10:15 skrev Ondalta <aiuto@ondalta.example>:',
  '-----Messaggio originale-----',
  '---------- Forwarded message ---------',
  'Inizio messaggio inoltrato:',
  'Da: Ondalta <aiuto@ondalta.example>\nInviato: lunedì 3 giugno 2024 10:15\nA: Anna\nOggetto: Tecnico',
  'Von: Ondalta <aiuto@ondalta.example>\nGesendet: Montag, 3. Juni 2024 10:15\nAn: Anna\nBetreff: Techniker',
  '差出人: Ondalta <aiuto@ondalta.example>\n日時: 2024年6月3日\n宛先: Anna\n件名: 技術者',
  '发件人: Ondalta <aiuto@ondalta.example>\n发送时间: 2024年6月3日\n收件人: Anna\n主题: 技术员',
];

describe('the visible part of a reply', () => {
  test.each(mailFixtures('replies', '.txt'))('%s', (name) => {
    const text = mailFixture('replies', `${name}.txt`).toString().replaceAll('\r\n', '\n');
    const { visible } = foldText(text);
    const [begins, ends] = VISIBLE[name] ?? [FUSCE, NIBH];
    const from = text.indexOf(begins);
    // An answer between the quotes is not one stretch of the original.
    const expected = name.includes('inline')
      ? visible
      : text.slice(from, text.indexOf(ends, from) + ends.length);
    expect([visible, visible.startsWith(begins), visible.endsWith(ends)]).toEqual([
      expected,
      true,
      true,
    ]);
  });

  test.each(ATTRIBUTIONS)('ends at "%s"', (line) => {
    expect(
      [`${OWN}\n\n${line}\n\n${QUOTED}`, `${OWN}\n\n${line}\n> ${QUOTED}`].map(foldText),
    ).toEqual([
      { visible: OWN, quoted: `${line}\n\n${QUOTED}`, signature: '' },
      { visible: OWN, quoted: `${line}\n> ${QUOTED}`, signature: '' },
    ]);
  });

  test.each([
    'Inviato da iPhone',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Wysłane z iPhone’a',
    'Отправлено с iPhone',
    'iPhoneから送信',
    '发自我的 iPhone',
    '-- \nAnna Bianchi\nvia Roma 1',
  ])('leaves "%s" to the signature', (signature) => {
    expect(foldText(`${OWN}\n\n${signature}\n`)).toEqual({ visible: OWN, quoted: '', signature });
  });

  test.each([
    'Da: Milano\nA: Roma\nData: 3 maggio\nIn due, grazie.',
    'On Monday at 10:15 you wrote that it comes.\nIt did not.',
    'Ciao,\nil 3/6/2024 alle 10:15 ho scritto: nessuna risposta.',
    '> Tutto citato',
  ])('is all of "%s"', (text) => {
    expect(foldText(text)).toEqual({ visible: text, quoted: '', signature: '' });
  });
});
