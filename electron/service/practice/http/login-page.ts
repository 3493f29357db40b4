import type { Answer } from './answers.ts';
import { PRACTICE_APP } from './access.ts';
import { ALL_SCOPES } from './grants.ts';
import { escapeHtml, PAGE_STYLE } from './html.ts';
import type { GraphRequest, Query } from './query.ts';
import type { View } from './view.ts';

type Site = Pick<View, 'access' | 'state'>;

/** Where the documented desktop flow ends: Meta, "Manually Build a Login Flow", Mar 2026. */
const LOGIN_SUCCESS = 'https://www.facebook.com/connect/login_success.html';

/** Codes are handed only to this machine, and to the address of the desktop flow. */
function isAllowedRedirect(address: string): boolean {
  if (address === LOGIN_SUCCESS) return true;
  try {
    const { protocol, hostname } = new URL(address);
    return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  } catch {
    return false;
  }
}

const scopesOf = (query: Query): readonly string[] => {
  const asked = (query.get('scope') ?? '').split(/[\s,]+/).filter((one) => one !== '');
  const granted = ALL_SCOPES.filter((scope) => asked.includes(scope) || scope === 'public_profile');
  return asked.length === 0 ? ['public_profile'] : granted;
};

function backTo(address: string, parameters: Readonly<Record<string, string>>): Answer {
  const target = new URL(address);
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  return { status: 302, body: '', headers: { Location: target.href } };
}

const refused = (text: string): Answer => ({
  status: 400,
  body: `<!DOCTYPE html><meta charset="utf-8"><style>${PAGE_STYLE}</style><h1>${text}</h1>`,
});

/** The page says what it is: a rehearsal, with no password to give. */
function dialog(view: Site, request: GraphRequest, scopes: readonly string[]): Answer {
  const italian = request.query.get('locale')?.startsWith('en') !== true;
  const words = italian
    ? {
        title: 'Accesso di prova',
        what: `${PRACTICE_APP.name} chiede di gestire`,
        note: 'Questa è la pagina di prova di questo computer: nessun dato va a Facebook e nessuna password serve.',
        yes: 'Continua',
        no: 'Annulla',
      }
    : {
        title: 'Practice login',
        what: `${PRACTICE_APP.name} asks to manage`,
        note: 'This is the practice page of this computer: nothing goes to Facebook and no password is needed.',
        yes: 'Continue',
        no: 'Cancel',
      };
  const kept = [...request.query].map(([name, value]) => {
    const [key, held] = [escapeHtml(name), escapeHtml(value)];
    return `<input type="hidden" name="${key}" value="${held}">`;
  });
  const list = scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('');
  const page = escapeHtml(view.state.info.name);
  return {
    status: 200,
    body:
      `<!DOCTYPE html><html lang="${italian ? 'it' : 'en'}"><meta charset="utf-8">` +
      `<title>${words.title}</title><style>${PAGE_STYLE}</style><h1>${words.title}</h1>` +
      `<p>${words.note}</p><p>${words.what} <b>${page}</b>:</p><ul>${list}</ul>` +
      `<form action="/dialog/oauth">${kept.join('')}` +
      `<button id="continue" name="practice_choice" value="continue">${words.yes}</button> ` +
      `<button id="cancel" name="practice_choice" value="cancel">${words.no}</button>` +
      `</form></html>`,
  };
}

/** Answers `GET /dialog/oauth`: the question, and where each of its two answers leads. */
export function loginDialog(view: Site, request: GraphRequest): Answer {
  const { query } = request;
  const redirect = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== PRACTICE_APP.id) return refused('Invalid app id');
  if (!isAllowedRedirect(redirect)) return refused('URL blocked: this redirect is not allowed');
  if ((query.get('response_type') ?? 'code') !== 'code') return refused('Only response_type=code');
  const scopes = scopesOf(query);
  const state = query.get('state');
  const echo: Record<string, string> = state === undefined ? {} : { state };
  switch (query.get('practice_choice')) {
    case 'continue': {
      const code = view.access.issueCode(redirect, scopes, view.state.nowMs());
      return backTo(redirect, { code, ...echo });
    }
    case 'cancel':
      return backTo(redirect, {
        error: 'access_denied',
        error_code: '200',
        error_description: 'Permissions error',
        error_reason: 'user_denied',
        ...echo,
      });
    default:
      return dialog(view, request, scopes);
  }
}
