import type { ReactElement } from 'react';
import type { ConversationDetail, MessageView } from '../../../../shared/contract/schemas.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { selectDetail } from '../../../state/selectors.ts';
import { useApp } from '../../../state/store.ts';
import { Inline } from '../../../ui/text/customer-text.tsx';
import { plain } from './address.tsx';

type Author = MessageView['author'];

/** As many as a line has room for. */
const NAMED = 2;

/** Who wrote beside us, each once, in the order in which they came. */
function writersOf(detail: ConversationDetail | undefined, starter: Author): readonly Author[] {
  const strangers = (detail?.messages ?? []).filter(({ authorKind }) => authorKind !== 'brand');
  const all = [starter, ...strangers.map(({ author }) => author)];
  return [
    ...new Map(all.toReversed().map((one) => [one.externalId ?? one.name, one])).values(),
  ].toReversed();
}

/** Who takes part in a thread of mails, before the rest of the line. */
export function Participants(props: {
  readonly id: string;
  readonly starter: Author;
}): ReactElement {
  const t = useT();
  const detail = useApp(selectDetail(props.id));
  const writers = writersOf(detail, props.starter);
  const more = writers.length - NAMED;
  return (
    <>
      {writers.slice(0, NAMED).map(({ name, externalId }, index) => (
        <span key={externalId ?? name}>
          {index > 0 ? ', ' : null}
          <Inline text={plain(name ?? t('common.unknownPerson'))} />
        </span>
      ))}
      {more > 0 ? ` ${t('mail.participants.more', { n: more })}` : null}
      {' · '}
    </>
  );
}
