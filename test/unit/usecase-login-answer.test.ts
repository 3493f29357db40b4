import { describe, expect, it } from 'vitest';
import { readLoginAnswer } from '../../electron/service/usecases/login-answer.ts';

const question = {
  redirectUrl: 'https://www.facebook.com/connect/login_success.html',
  state: 'a-word-that-nobody-guesses',
};
const back = (query: string): string => `${question.redirectUrl}?${query}`;
const failed = (reason: string) => ({
  ok: false,
  error: { code: 'login_failed', details: { reason } },
});

describe('the address that a login came back to', () => {
  it('gives its code when it answers our own question', () => {
    const address = `${back('code=AQx&state=a-word-that-nobody-guesses')}#_=_`;
    expect(readLoginAnswer(address, question)).toEqual({ ok: true, value: 'AQx' });
  });

  it.each([
    ['another word', 'code=AQx&state=another', 'state'],
    ['no word', 'code=AQx', 'state'],
    ['a part of the word', 'code=AQx&state=a-word', 'state'],
    ['no code', 'state=a-word-that-nobody-guesses', 'code'],
    ['an error of the platform', 'error=server_error&error_code=2', 'platform'],
  ])('is refused with %s', (_name, query, reason) => {
    expect(readLoginAnswer(back(query), question)).toEqual(failed(reason));
  });

  it.each([
    'https://www.facebook.example/connect/login_success.html',
    'http://www.facebook.com/connect/login_success.html',
    'https://www.facebook.com/connect/login_success.html.evil',
    'https://www.facebook.com@evil.example/connect/login_success.html',
    'not an address',
  ])('is refused at another place: %s', (address) => {
    const answer = `${address}?code=AQx&state=${question.state}`;
    expect(readLoginAnswer(answer, question)).toEqual(failed('address'));
  });

  it('is a cancelled login when the person said no, with or without our word', () => {
    const cancelled = { ok: false, error: { code: 'login_cancelled' } };
    const no = 'error_reason=user_denied&error=access_denied';
    expect(readLoginAnswer(back(no), question)).toEqual(cancelled);
    expect(readLoginAnswer(back(`${no}&state=${question.state}`), question)).toEqual(cancelled);
  });
});
