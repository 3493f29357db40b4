import { useMemo } from 'react';
import type { MailAddressView } from '../../../shared/contract/mail-schemas.ts';
import { displayName, sameAddress } from '../../../shared/domain/mail/address.ts';
import type { MailNow } from '../../state/mail-now.ts';
import { selectDetail, selectAccount, selectSelectedId } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';

const NOBODY: readonly MailAddressView[] = [];

/** Returns everybody who has a part in the open conversation but us, who wrote last first. */
export function usePeople(mail: MailNow): readonly MailAddressView[] {
  const selected = useApp(selectSelectedId);
  const detail = useApp(selectDetail(selected));
  const account = useApp(selectAccount(detail?.summary.accountId));
  return useMemo(() => {
    const ours = account?.mailbox?.addresses ?? NOBODY;
    const all = (detail?.messages ?? [])
      .toReversed()
      .flatMap(({ author, mail: facts }) => [
        ...(author.externalId === null ? [] : [{ name: author.name, address: author.externalId }]),
        ...(facts?.reply?.to ?? []),
        ...(facts?.to ?? []),
        ...(facts?.cc ?? []),
      ]);
    return [...mail.to, ...mail.cc, ...all].filter(
      (one, index, everybody) =>
        one.address.includes('@') &&
        !ours.some((own) => sameAddress(own, one)) &&
        everybody.findIndex((other) => sameAddress(other, one)) === index,
    );
  }, [detail, account, mail.to, mail.cc]);
}

/** Returns those of `known` whose name or address holds what was typed, and who are not there yet. */
export const matching = (
  known: readonly MailAddressView[],
  typed: string,
  there: readonly MailAddressView[],
): readonly MailAddressView[] => {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  return known
    .filter((one) => !there.some((other) => sameAddress(other, one)))
    .filter((one) => `${displayName(one)} ${one.address}`.toLowerCase().includes(wanted))
    .slice(0, 5);
};
