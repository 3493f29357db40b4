import { safeStorage } from 'electron';

/**
 * Seals or opens a value with the system's keychain, as base64. Null when the keychain cannot: none
 * there, locked, or (Linux) only a key that everyone knows, which would be a lock of paper.
 */
export async function useKeychain(what: 'seal' | 'open', value: string): Promise<string | null> {
  try {
    if (!(await keychainWorks())) return null;
    return what === 'seal' ? await seal(value) : await open(value);
  } catch {
    return null;
  }
}

/** The pinned release has promises and warns of the synchronous calls; the fallback has only those. */
const hasAsync = (): boolean => 'encryptStringAsync' in safeStorage;

async function keychainWorks(): Promise<boolean> {
  if (process.platform === 'linux' && 'getSelectedStorageBackend' in safeStorage) {
    if (safeStorage.getSelectedStorageBackend() === 'basic_text') return false;
  }
  return hasAsync()
    ? safeStorage.isAsyncEncryptionAvailable()
    : safeStorage.isEncryptionAvailable();
}

async function seal(value: string): Promise<string> {
  const sealed = hasAsync()
    ? await safeStorage.encryptStringAsync(value)
    : safeStorage.encryptString(value);
  return sealed.toString('base64');
}

async function open(value: string): Promise<string> {
  const sealed = Buffer.from(value, 'base64');
  return hasAsync()
    ? (await safeStorage.decryptStringAsync(sealed)).result
    : safeStorage.decryptString(sealed);
}
