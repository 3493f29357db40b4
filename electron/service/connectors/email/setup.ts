import { appError } from '../../../../shared/kernel/app-error.ts';
import { err } from '../../../../shared/kernel/result.ts';
import { assertNever } from '../../../../shared/kernel/assert-never.ts';
import type { IssuerChoice, MailSetup } from '../../ports/mail-setup.ts';
import { discoverServers, type MailResolver } from './discover.ts';
import { GOOGLE, microsoft, type OauthIssuer } from './oauth/issuers.ts';
import { logInByOauth } from './oauth/log-in.ts';

export interface MailSetupDeps {
  readonly resolver: MailResolver;
  /** Shows an address in the person's browser; null where there is none. */
  readonly openBrowser: ((url: string) => Promise<boolean>) | null;
  readonly now: () => number;
}

/** What connecting a mailbox works with: the name servers, and the person's browser. */
export const createMailSetup = ({ resolver, openBrowser, now }: MailSetupDeps): MailSetup => ({
  discover: (address) => discoverServers(address, resolver),
  logIn: async ({ issuer, clientId, clientSecret, address }, signal) => {
    if (openBrowser === null) return err(appError('not_allowed'));
    const open = async (url: string): Promise<void> => {
      if (!(await openBrowser(url))) throw new Error('no browser');
    };
    const app = { issuer: issuerOf(issuer), clientId, clientSecret };
    const loginHint = address === '' ? null : address;
    return logInByOauth({ app, loginHint, openBrowser: open, now }, signal);
  },
});

function issuerOf(choice: IssuerChoice): OauthIssuer {
  switch (choice.id) {
    case 'google':
      return GOOGLE;
    case 'microsoft':
      return choice.tenant === '' ? microsoft() : microsoft(choice.tenant);
    case 'other': {
      const { id, authorizeUrl, tokenUrl, scopes } = choice;
      return { id, authorizeUrl, tokenUrl, scopes, redirectHost: '127.0.0.1', params: {} };
    }
    default:
      return assertNever(choice);
  }
}
