import type { MailIssuerView } from '../../../shared/contract/mail-schemas.ts';

/** The customer's own app at an issuer, as it is being typed. */
export interface LoginAppDraft {
  readonly issuer: MailIssuerView['id'];
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenant: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** Apart by blanks. */
  readonly scopes: string;
}

/** A field of a {@link LoginAppDraft} that one types in. */
export type LoginAppField = Exclude<keyof LoginAppDraft, 'issuer'>;

/** An app of which nothing is known yet. */
export const EMPTY_APP: LoginAppDraft = {
  issuer: 'other',
  clientId: '',
  clientSecret: '',
  tenant: '',
  authorizeUrl: '',
  tokenUrl: '',
  scopes: '',
};

const isUrl = (text: string): boolean => {
  const url = URL.parse(text.trim());
  return url !== null && ['https:', 'http:'].includes(url.protocol);
};

/** Returns the fields of an app in which something is wrong. */
export function appFaults(app: LoginAppDraft): readonly LoginAppField[] {
  const faults: LoginAppField[] = [];
  if (app.clientId.trim() === '') faults.push('clientId');
  if (app.issuer !== 'other') return faults;
  if (!isUrl(app.authorizeUrl)) faults.push('authorizeUrl');
  if (!isUrl(app.tokenUrl)) faults.push('tokenUrl');
  return faults;
}

function issuerOf({ issuer, tenant, ...other }: LoginAppDraft): MailIssuerView {
  if (issuer === 'google') return { id: 'google' };
  if (issuer === 'microsoft') return { id: 'microsoft', tenant: tenant.trim() };
  return {
    id: 'other',
    authorizeUrl: other.authorizeUrl.trim(),
    tokenUrl: other.tokenUrl.trim(),
    scopes: other.scopes.split(/\s+/).filter((scope) => scope !== ''),
  };
}

/** Returns what is asked to let a person log in by their app. */
export const loginAsk = (app: LoginAppDraft, address: string) => ({
  issuer: issuerOf(app),
  clientId: app.clientId.trim(),
  clientSecret: app.clientSecret.trim() === '' ? null : app.clientSecret.trim(),
  address: address.trim(),
});
