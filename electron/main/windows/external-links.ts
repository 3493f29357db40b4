import { shell } from 'electron';
import { externalAddress } from './external-address.ts';

/** Opens the address in the person's browser, mail or telephone program; false when it may not be. */
export async function openOutside(text: string): Promise<boolean> {
  const address = externalAddress(text);
  if (address === null) return false;
  try {
    await shell.openExternal(address);
    return true;
  } catch {
    return false;
  }
}
