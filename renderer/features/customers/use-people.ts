import { useEffect, useState } from 'react';
import type { LinkProposal, PersonRowView } from '../../../shared/contract/customer-schemas.ts';
import { findPeople, proposalsFor } from '../../state/customer-actions.ts';

const PAUSE_MS = 120;

/** Somebody who can be chosen, and why they were proposed; no reasons: they were searched for. */
export type Choice = LinkProposal;

/** Who can be chosen at the moment. `searched`: by the words; else proposed. Null choices: not known yet. */
export interface People {
  readonly searched: boolean;
  /** They are those of the words as they stand: the last ones stay on the screen until the next come. */
  readonly settled: boolean;
  readonly choices: readonly Choice[] | null;
}

const keyOf = ({ accountId, externalId }: { accountId: string; externalId: string }): string =>
  `${accountId}/${externalId}`;

interface Found {
  readonly text: string;
  readonly choices: readonly Choice[] | null;
}

const NOTHING: Found = { text: '', choices: null };

const found = (rows: readonly PersonRowView[]): readonly Choice[] =>
  rows.map((person) => ({ person, reasons: [] }));

/** Returns who may be linked: proposals while nothing is typed, then whom the words find; never those of `own`. */
export function usePeople(
  conversationId: string,
  text: string,
  own: readonly PersonRowView[],
): People {
  const [proposals, setProposals] = useState<readonly Choice[] | null>(null);
  const [rows, setRows] = useState<Found>(NOTHING);
  const searched = text.trim().length >= 2;
  useEffect(() => {
    let stale = false;
    const read = async (): Promise<void> => {
      const answer = await proposalsFor(conversationId);
      if (!stale) setProposals(answer);
    };
    void read();
    return () => {
      stale = true;
    };
  }, [conversationId]);
  useEffect(() => {
    let stale = false;
    const read = async (): Promise<void> => {
      const answer = await findPeople(text);
      if (!stale) setRows({ text, choices: found(answer) });
    };
    const timer = window.setTimeout(() => void read(), PAUSE_MS);
    return () => {
      stale = true;
      window.clearTimeout(timer);
    };
  }, [text]);
  const taken = new Set(own.map(keyOf));
  const shown = searched ? rows.choices : proposals;
  return {
    searched,
    settled: !searched || rows.text === text,
    choices: shown?.filter(({ person }) => !taken.has(keyOf(person))) ?? null,
  };
}
