/** Everything the practice app asks for; see the Permissions Reference, 2026. */
export const ALL_SCOPES = [
  'ads_read',
  'business_management',
  'instagram_basic',
  'instagram_manage_comments',
  'instagram_manage_messages',
  'pages_manage_engagement',
  'pages_manage_metadata',
  'pages_messaging',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_show_list',
  'public_profile',
] as const;

/** Why a token is dead: Meta, "Access Token Debugging and Error Handling"; 492 in [SPEC]. */
export const DEAD_TOKENS: Readonly<Record<number, string>> = {
  458: 'The user has not authorized the application.',
  459: 'The user must log in at www.facebook.com to continue.',
  460: 'The session was invalidated because the password was changed.',
  463: 'The session has expired.',
  464: 'The user is not a confirmed user.',
  467: 'The access token is invalid because the user logged out.',
  492: 'The user must have a role on this page to use its token.',
};

/** A token and what it opens. */
export interface Grant {
  readonly token: string;
  readonly type: 'PAGE' | 'USER';
  /** The page, or the user. */
  readonly subjectId: string;
  readonly scopes: readonly string[];
  readonly issuedAtMs: number;
  /** Infinity: never. */
  readonly expiresAtMs: number;
  /** A subcode of code 190, or null while it lives. */
  readonly dead: number | null;
}

/** The subcode a grant is refused with at that instant, or null while it is good. */
export const deadSubcode = ({ dead, expiresAtMs }: Grant, nowMs: number): number | null =>
  dead ?? (expiresAtMs <= nowMs ? 463 : null);
