import { createHash } from 'node:crypto';
import type { OauthApp } from '../../electron/service/connectors/email/oauth/issuers.ts';
import type { ServerResponse } from 'node:http';
import { startLoopback, type LoopbackServer, type SeenRequest } from './loopback-server.ts';

/** An issuer of tokens on loopback that checks what a real one checks. */
export interface FakeIssuer {
  readonly app: OauthApp;
  readonly server: LoopbackServer;
  /** Reads a question as its login page would and returns the address that the browser goes to. */
  approve(question: string): string;
  /** Answers the next calls for tokens so instead, one after the other. */
  readonly instead: { readonly status: number; readonly body: unknown }[];
  /** Refresh tokens that are good. */
  readonly good: Set<string>;
  /** Holds renewals back until the returned way is called. */
  hold(): () => void;
  readonly renewals: () => number;
}

const nothing = (): void => {};

const refuse = (error: string) => ({ status: 400, body: { error, error_description: 'words' } });

interface Question {
  readonly challenge: string;
  readonly redirect: string;
}

/** Starts a {@link FakeIssuer}; each renewal gives a new refresh token and ends the old one. */
export async function startIssuer(livesSeconds: number | string = 3600): Promise<FakeIssuer> {
  const questions = new Map<string, Question>();
  const good = new Set<string>();
  const instead: { status: number; body: unknown }[] = [];
  let count = 0;
  let renewals = 0;
  let gate: Promise<void> = Promise.resolve();

  const give = () => {
    count += 1;
    good.add(`refresh-${count}`);
    return {
      access_token: `access-${count}`,
      refresh_token: `refresh-${count}`,
      expires_in: livesSeconds,
      token_type: 'Bearer',
    };
  };
  const answer = ({ form }: SeenRequest) => {
    const planned = instead.shift();
    if (planned !== undefined) return planned;
    if (form.get('client_id') !== 'client') return refuse('invalid_client');
    if (form.get('grant_type') === 'refresh_token') {
      renewals += 1;
      const known = good.delete(form.get('refresh_token') ?? '');
      return known ? { status: 200, body: give() } : refuse('invalid_grant');
    }
    const question = questions.get(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const same =
      question?.challenge === proof && question.redirect === (form.get('redirect_uri') ?? '');
    questions.delete(form.get('code') ?? '');
    return same ? { status: 200, body: give() } : refuse('invalid_grant');
  };
  const reply = async (request: SeenRequest, response: ServerResponse): Promise<void> => {
    await gate;
    const { status, body } = answer(request);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const server = await startLoopback((request, response) => void reply(request, response));
  return {
    server,
    instead,
    good,
    renewals: () => renewals,
    hold: () => {
      let release: () => void = nothing;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    approve: (text) => {
      const params = new URL(text).searchParams;
      const code = `code-${questions.size}`;
      const redirect = params.get('redirect_uri') ?? '';
      questions.set(code, { challenge: params.get('code_challenge') ?? '', redirect });
      const back = new URL(redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', params.get('state') ?? '');
      return back.href;
    },
    app: {
      clientId: 'client',
      clientSecret: null,
      issuer: {
        id: 'fake',
        authorizeUrl: `${server.origin}/authorize`,
        tokenUrl: `${server.origin}/token`,
        scopes: ['mail', 'offline'],
        redirectHost: '127.0.0.1',
        params: { prompt: 'consent' },
      },
    },
  };
}
