import type { ReactElement } from 'react';
import type { ConversationSummary } from '../../../shared/contract/schemas.ts';
import { useT, type MessageId } from '../../lib/i18n/i18n.ts';
import type { IconName } from '../../ui/icon/icon.tsx';
import { Tag, type TagLook } from '../../ui/marks/tag.tsx';

interface TagFace {
  readonly look: TagLook;
  readonly label: MessageId;
  readonly icon?: IconName;
}

type OutboxState = NonNullable<ConversationSummary['outbox']>;

const OUTBOX_TAGS: Readonly<Record<OutboxState, TagFace | null>> = {
  queued: { look: 'plain', label: 'inbox.row.outgoing', icon: 'send' },
  sending: { look: 'plain', label: 'inbox.row.outgoing', icon: 'send' },
  deferred: { look: 'plain', label: 'inbox.row.outgoing', icon: 'send' },
  reconciling: { look: 'plain', label: 'inbox.row.check', icon: 'send' },
  unknown: { look: 'failed', label: 'inbox.row.check' },
  needs_human: { look: 'failed', label: 'inbox.row.check' },
  rejected: { look: 'failed', label: 'inbox.row.failed' },
  sent: null,
  cancelled: null,
};

/** What the message seems to be, then what stands in the way: two tags at most, the gravest last. */
function tagsOf(row: ConversationSummary): readonly TagFace[] {
  const outbox = row.outbox === null ? null : OUTBOX_TAGS[row.outbox];
  const state: TagFace | null =
    outbox ??
    (row.hasDraft ? { look: 'draft', label: 'inbox.row.draft' } : null) ??
    (row.timer.uncertain && row.status === 'pending'
      ? { look: 'partial', label: 'inbox.row.partial' }
      : null) ??
    (row.status === 'closed' ? { look: 'plain', label: 'inbox.row.closed', icon: 'check' } : null);
  const nature: TagFace | null =
    row.tag === null ? null : { look: row.tag, label: `tag.${row.tag}` };
  return [nature, state].filter((tag) => tag !== null);
}

/** The tags of a row. */
export function RowTags(props: { readonly row: ConversationSummary }): ReactElement {
  const t = useT();
  return (
    <>
      {tagsOf(props.row).map(({ look, label, icon }) => (
        <Tag key={label} look={look} label={t(label)} {...(icon === undefined ? {} : { icon })} />
      ))}
    </>
  );
}
