/**
 * The contract's version. The shell, the service and the page refuse to work with another one:
 * a half-updated installation must say so instead of failing somewhere later.
 */
export const CONTRACT_VERSION = 3;
