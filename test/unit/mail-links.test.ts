import { describe, expect, it } from 'vitest';
import { MailShelf } from '../../electron/main/windows/mail-shelf.ts';
import { isParsable } from '../../renderer/lib/mail-html/limits.ts';
import { readLink } from '../../renderer/lib/mail-html/link.ts';
import { linkify } from '../../renderer/lib/mail-text/linkify.ts';

describe('a link of a mail', () => {
  it.each([
    // What it says is where it leads: nothing stands beside it.
    ['https://bank.example/a', 'Apri', 'https://bank.example/a', null],
    ['https://bank.example/a', 'www.bank.example', 'https://bank.example/a', null],
    ['https://www.bank.example/', 'bank.example', 'https://www.bank.example/', null],
    [
      'https://bank.example/?u=evil.example',
      'Bank.Example/',
      'https://bank.example/?u=evil.example',
      null,
    ],
    ['mailto:care@bank.example', 'care@bank.example', 'mailto:care@bank.example', null],
    ['tel:+39011123456', '011 123456', 'tel:+39011123456', null],
    // It says one host and leads to another.
    [
      'https://evil.example/',
      'https://bank.example/login',
      'https://evil.example/',
      'evil.example',
    ],
    [
      'https://evil.example:8443/',
      'bank.example',
      'https://evil.example:8443/',
      'evil.example:8443',
    ],
    [
      'https://bank.example.evil.example/',
      'bank.example',
      'https://bank.example.evil.example/',
      'bank.example.evil.example',
    ],
    ['https://evil.example/', 'bank\u200b.example', 'https://evil.example/', 'evil.example'],
    ['https://evil.example/', 'bank．example', 'https://evil.example/', 'evil.example'],
    ['https://evil.example/', 'b\u00e0nk.example', 'https://evil.example/', 'evil.example'],
    ['https://evil.example/', '10.0.0.1', 'https://evil.example/', 'evil.example'],
    [
      'mailto:evil@evil.example',
      'care@bank.example',
      'mailto:evil@evil.example',
      'evil@evil.example',
    ],
    ['tel:899000000', '011 123456', 'tel:899000000', '899000000'],
    // Letters of another script look the same.
    ['https://b\u0430nk.example/', 'Apri', 'https://xn--bnk-6cd.example/', 'xn--bnk-6cd.example'],
    // A host in front of the host.
    ['https://bank.example@evil.example/', 'Apri', null, 'evil.example'],
    // Files do not come along.
    [
      'mailto:a@b.example?subject=x%26y&attach=/etc/passwd',
      'Scrivi',
      'mailto:a@b.example?subject=x%26y',
      null,
    ],
  ])('%s, shown as %s', (href, words, leads, truth) => {
    expect(readLink(href, words)).toMatchObject({ href: leads, truth });
  });

  it.each([
    '',
    '/path',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '\\\\host\\share\\x.exe',
    '//host/x',
    'http:\\\\host\\x',
    'https:host',
    'smb://host/x',
    'ms-msdt:/id',
    'tel:*%2306%23',
    'mailto:',
    'mailto:a@b.example,<script>',
    'https://',
    `https://a.example/${'x'.repeat(4_001)}`,
  ])('is text when it is none (%#)', (href) => {
    expect(readLink(href, 'x')).toBeNull();
  });
});

const linksIn = (text: string): readonly string[] =>
  linkify(text).flatMap(({ address, text }) => (address === null ? [] : [text]));

describe('addresses in a plain text', () => {
  it.each([
    ['Vedi https://a.example/x.', ['https://a.example/x']],
    ['(https://a.example/x_(y))', ['https://a.example/x_(y)']],
    ['«https://a.example/», poi', ['https://a.example/']],
    ['<https://a.example/>', ['https://a.example/']],
    ['https://a.example/?q=1&r=[2]!?', ['https://a.example/?q=1&r=[2]']],
    ['www.a.example e care@a.example, grazie', ['www.a.example', 'care@a.example']],
    ['mailto:care@a.example;', ['mailto:care@a.example']],
    ['HTTPS://A.example/\u202e', ['HTTPS://A.example/']],
    ['javascript:alert(1) file:///etc a.b 1.2 10:30 e.g. \\\\host\\x', []],
    ['http://', []],
  ])('%s', (text, expected) => {
    expect(linksIn(text)).toEqual(expected);
    expect(
      linkify(text)
        .map(({ text }) => text)
        .join(''),
    ).toBe(text);
  });

  it('stay fast in a text that is made to be slow', () => {
    const slow = ['a@', 'a.', 'http://', '((((', 'a-', 'www.', '\u00e9@a.'].map((s) =>
      s.repeat(40_000),
    );
    for (const text of slow)
      expect(
        linkify(text)
          .map(({ text }) => text)
          .join(''),
      ).toBe(text);
  });
});

describe('a source', () => {
  it.each([
    ['<p>x', true],
    ['<br>'.repeat(3_000), true],
    ['<div>x</div>'.repeat(5_000), true],
    ['<div>'.repeat(100_000), false],
    ['<i>x</i>'.repeat(50_000), false],
    ['x'.repeat(10_000_001), false],
  ])('that is too large or too deep is not parsed (%#)', (html, parsable) => {
    expect(isParsable(html)).toBe(parsable);
  });
});

describe('the shelf of mails', () => {
  it('gives each an address of its own and lets the oldest go', () => {
    const shelf = new MailShelf({ documents: 2, characters: 10 });
    const first = shelf.put('one');
    expect(first).toMatch(/^rmsg:\/\/mail\/[0-9a-f]{32}$/);
    const second = shelf.put('two');
    expect([shelf.get(first), shelf.get(second), shelf.get('rmsg://mail/')]).toEqual([
      'one',
      'two',
      null,
    ]);
    const third = shelf.put('three');
    expect([shelf.get(first), shelf.get(second), shelf.get(third)]).toEqual([null, 'two', 'three']);
    const large = shelf.put('larger than all');
    expect([shelf.get(second), shelf.get(third), shelf.get(large)]).toEqual([
      null,
      null,
      'larger than all',
    ]);
    shelf.drop(large);
    shelf.drop(large);
    expect(shelf.get(shelf.put('four'))).toBe('four');
  });
});
