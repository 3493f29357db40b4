import { describe, expect, it } from 'vitest';
import { loginAddresses } from '../../electron/main/windows/login-address.ts';

const END = 'https://www.facebook.com/connect/login_success.html';
const AT_FACEBOOK = { url: 'https://www.facebook.com/v26.0/dialog/oauth', redirectUrl: END };
const AT_HOME = { url: 'http://127.0.0.1:4100/dialog/oauth', redirectUrl: END };

describe('where a login window may go', () => {
  it.each([
    ['https://www.facebook.com/login', true],
    ['https://sso.company.example/saml', true],
    ['wss://edge-chat.facebook.com/chat', true],
    ['http://www.facebook.com/login', false],
    ['http://127.0.0.1:4100/dialog/oauth', false],
    ['file:///etc/passwd', false],
    ['app://riscontro/', false],
    ['javascript:alert(1)', false],
    ['fb-messenger://share', false],
    ['nonsense', false],
  ])('from the platform, to %s: %s', (url, may) => {
    expect(loginAddresses(AT_FACEBOOK)?.mayGo(url)).toBe(may);
  });

  it.each([
    ['http://127.0.0.1:4100/dialog/oauth?practice_choice=continue', true],
    ['http://127.0.0.1:4101/', false],
    ['http://localhost:4100/', false],
    ['http://192.168.1.1/', false],
  ])('from a server on this computer, to %s: %s', (url, may) => {
    expect(loginAddresses(AT_HOME)?.mayGo(url)).toBe(may);
  });

  it.each([
    'http://www.facebook.com/dialog/oauth',
    'file:///etc/passwd',
    'http://10.0.0.1/dialog/oauth',
    '',
  ])('it does not even begin at %s', (url) => {
    expect(loginAddresses({ url, redirectUrl: END })).toBeNull();
  });
});

describe('the end of a login', () => {
  it.each([
    [`${END}?code=1&state=2#_=_`, true],
    [END, true],
    ['https://evil.example/connect/login_success.html?code=1', false],
    ['https://www.facebook.com/connect/login_success.html/more?code=1', false],
    ['https://www.facebook.com.evil.example/connect/login_success.html', false],
    ['http://www.facebook.com/connect/login_success.html?code=1', false],
  ])('at %s: %s', (url, is) => {
    expect(loginAddresses(AT_FACEBOOK)?.isEnd(url)).toBe(is);
  });
});

it('the title is the host with its port, in letters that cannot be mistaken', () => {
  const rules = loginAddresses(AT_HOME);
  expect(rules?.hostOf('http://127.0.0.1:4100/x')).toBe('127.0.0.1:4100');
  expect(rules?.hostOf('https://fаcebook.com/')).toBe('xn--fcebook-2fg.com');
});
