import { describe, expect, it } from 'vitest';
import { externalAddress } from '../../electron/main/windows/external-address.ts';
import { pageFile } from '../../electron/main/windows/page-file.ts';
import { titleBarOf } from '../../electron/main/windows/title-bar.ts';
import { openingBounds } from '../../electron/main/windows/window-bounds.ts';
import { wordsOf } from '../../electron/main/words.ts';
import { COMMANDS } from '../../renderer/commands/registry.ts';
import { MENU_COMMANDS } from '../../shared/contract/bridge.ts';
import { shellRequest } from '../../shared/contract/shell-request.ts';

describe('a file of the page', () => {
  it.each([
    ['/', '/app/index.html'],
    ['/index.html', '/app/index.html'],
    ['/assets/inbox.js', '/app/assets/inbox.js'],
    ['/assets/a%20b.css', '/app/assets/a b.css'],
    ['/assets/../index.html', '/app/index.html'],
  ])('%s is %s', (path, file) => {
    expect(pageFile('/app', path)).toBe(file);
  });

  it.each([
    '/../secrets.json',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%5c..%5csecret',
    '/assets/%00.js',
    '/%',
    '/..',
  ])('%s is none', (path) => {
    expect(pageFile('/app', path)).toBeNull();
  });
});

describe('a link that leads outside', () => {
  it.each([
    ['https://www.facebook.com/1_2', 'https://www.facebook.com/1_2'],
    ['http://example.org', 'http://example.org/'],
    ['mailto:care@example.org', 'mailto:care@example.org'],
    ['tel:+39 011-123', 'tel:+39 011-123'],
    // What looks like a Latin a is not one: the browser is given the honest name.
    ['https://pаypal.example/', 'https://xn--pypal-4ve.example/'],
  ])('%s opens %s', (text, opened) => {
    expect(externalAddress(text)).toBe(opened);
  });

  it.each([
    '',
    'example.org',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://host/share',
    '\\\\host\\share\\run.exe',
    'ms-msdt:/id',
    'https://facebook.com@evil.example/',
    'https://user:pass@evil.example/',
    'mailto:a@example.org?subject=x&Attachment=/etc/passwd',
    'tel:*%2306%23',
    'tel:112;phone-context=evil',
    'data:text/html,hi',
    'https://',
  ])('%s does not', (text) => {
    expect(externalAddress(text)).toBeNull();
  });
});

describe('the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const before = { x: 100, y: 50, width: 1300, height: 800, maximized: false };

  it.each([
    [undefined, [screen], { width: 1440, height: 900 }],
    [before, [screen], { x: 100, y: 50, width: 1300, height: 800 }],
    // The second screen is gone: the size stays, the place does not.
    [{ ...before, x: 2_500 }, [screen], { width: 1300, height: 800 }],
    [{ ...before, x: 1_900 }, [screen], { width: 1300, height: 800 }],
    [{ ...before, y: -200 }, [screen], { width: 1300, height: 800 }],
    [{ ...before, width: 300, height: 200 }, [screen], { x: 100, y: 50, width: 1100, height: 700 }],
    [before, [], { width: 1300, height: 800 }],
  ])('remembered as %j on %j opens at %j', (remembered, screens, bounds) => {
    expect(openingBounds(remembered, screens)).toEqual(bounds);
  });

  it.each([
    ['darwin', '45.4.1', 'inset'],
    ['win32', '25.1.1', 'overlay'],
    ['linux', '45.4.1', 'overlay'],
    ['linux', '25.1.1', 'frame'],
  ])('on %s %s has its buttons by: %s', (platform, version, expected) => {
    expect(titleBarOf(platform, version)).toBe(expected);
  });
});

describe('a request of the page', () => {
  it.each([
    { type: 'connect' },
    { type: 'set_theme', theme: 'dark' },
    { type: 'open_external', url: 'https://example.org' },
  ])('%j is taken', (request) => {
    expect(shellRequest.safeParse(request).success).toBe(true);
  });

  it.each([
    null,
    'connect',
    { type: 'run', command: 'rm' },
    { type: 'connect', more: 1 },
    { type: 'set_theme', theme: 'pink' },
    { type: 'open_external', url: 7 },
    { type: 'open_external', url: 'https://'.padEnd(5_000, 'a') },
  ])('%j is not', (request) => {
    expect(shellRequest.safeParse(request).success).toBe(false);
  });
});

describe('the menu', () => {
  it('offers only commands that the page has', () => {
    const known = new Set(COMMANDS.map(({ id }) => id));
    expect(MENU_COMMANDS.filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('the words of the shell', () => {
  it('say the same things in both languages', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
        : typeof value;
    expect(shape(wordsOf('it'))).toEqual(shape(wordsOf('en')));
  });
});
