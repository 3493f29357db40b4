/**
 * The one place where the version of Facebook's interface stands: the field names and rules of the
 * connector are written for it. What each newer version breaks is told in
 * `electron/service/connectors/facebook/versions.md`.
 */
export const GRAPH_VERSION = 'v26.0';

/** Where Facebook's interface is; an account carries its own, since practice and tests have theirs. */
export const GRAPH_URL = `https://graph.facebook.com/${GRAPH_VERSION}`;
