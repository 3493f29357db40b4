/** Why a token does not work any more, as far as the platform tells. */
export type TokenTrouble =
  'app_removed' | 'checkpoint' | 'password_changed' | 'expired' | 'role_lost' | 'invalid';

/** What a token is worth. What the platform did not tell is null, never guessed. */
export interface TokenReport {
  /** `user`: of a person; it reads empty lists where a page's token reads comments. */
  readonly kind: 'page' | 'user' | null;
  readonly appId: string | null;
  /** Granted permissions. */
  readonly scopes: readonly string[] | null;
  /** UTC milliseconds; null: it does not expire, or the platform does not say. */
  readonly expiresAtMs: number | null;
  readonly dataAccessExpiresAtMs: number | null;
  /** The Instagram account that is linked to the page. */
  readonly instagram: { readonly externalId: string; readonly name: string } | null;
}
