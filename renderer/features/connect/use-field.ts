import { useT } from '../../lib/i18n/i18n.ts';
import type { ConnectField } from '../../state/connect.ts';
import { editConnect } from '../../state/connect-actions.ts';
import { useApp } from '../../state/store.ts';
import { faultText } from './fault-text.ts';

/** Returns what stands in a field, what is wrong with it, and how it changes. */
export function useField(field: ConnectField) {
  const t = useT();
  const value = useApp(({ connect }) => connect.values[field]);
  const faults = useApp(({ connect }) => connect.faults);
  return {
    value,
    error: faultText(t, faults, field),
    onEdit: (next: string) => editConnect(field, next),
  };
}
