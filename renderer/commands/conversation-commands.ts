import { openExternal } from '../lib/shell.ts';
import { focusPane } from '../lib/panes.ts';
import {
  closeConversation,
  noAnswerNeeded,
  reopenConversation,
  toggleMine,
} from '../state/conversation-actions.ts';
import { mailIn, writeMail } from '../state/compose-mail.ts';
import { setDraftMode, usualMode } from '../state/draft-actions.ts';
import type { DraftMode } from '../state/drafts.ts';
import { setPrinting, showOverlay, toggleDetails } from '../state/layout-actions.ts';
import { canSend, send } from '../state/reply-actions.ts';
import { markRead } from '../state/selection.ts';
import { appState } from '../state/store.ts';
import { undoLast } from '../state/undo-actions.ts';
import { command } from './command.ts';
import { selected, withSelected } from './selected.ts';

const row = () => {
  const id = selected();
  return id === null ? undefined : appState().records.conversations[id];
};

function write(id: string, mode: DraftMode): void {
  setDraftMode(id, mode);
  focusPane('composer');
}

/** Among two people there is no public: the answer goes the way that the conversation has. */
function answer(id: string): void {
  if (row()?.kind === 'email') return writeMail(id, 'reply');
  const detail = appState().records.details[id];
  write(id, detail === undefined ? 'public' : usualMode(detail));
}

const isMail = (): boolean => row()?.kind === 'email';

/** Where it is known that nobody else got the mail, all is the one who wrote it. */
const answerAll = (id: string): void =>
  writeMail(id, mailIn(id)?.others.length === 0 ? 'reply' : 'reply_all');

const hasOtherTeam = (): boolean => (appState().session.hello?.teams.length ?? 0) > 1;
const hasCustomer = (): boolean =>
  (appState().records.details[selected() ?? '']?.customer ?? null) !== null;
const permalink = (): string | null => {
  const id = selected();
  return id === null ? null : (appState().records.details[id]?.permalink ?? null);
};

/** What can be done to the selected conversation. */
export const conversationCommands = [
  command({
    id: 'reply',
    label: 'command.reply',
    group: 'conversation',
    icon: 'reply',
    keys: ['R'],
    canRun: () => selected() !== null,
    run: withSelected(answer),
  }),
  command({
    id: 'replyAll',
    label: 'command.replyAll',
    group: 'conversation',
    icon: 'users',
    keys: ['Shift+A'],
    canRun: isMail,
    run: withSelected(answerAll),
  }),
  command({
    id: 'forward',
    label: 'command.forward',
    group: 'conversation',
    icon: 'forward',
    keys: ['Shift+F'],
    canRun: isMail,
    run: withSelected((id) => writeMail(id, 'forward')),
  }),
  command({
    id: 'note',
    label: 'command.note',
    group: 'conversation',
    icon: 'note',
    keys: ['I'],
    canRun: () => selected() !== null,
    run: withSelected((id) => write(id, 'note')),
  }),
  command({
    id: 'send',
    label: 'command.send',
    group: 'conversation',
    icon: 'send',
    keys: ['Mod+Enter'],
    whileTyping: true,
    keyOnly: true,
    canRun: () => canSend(selected() ?? ''),
    run: withSelected((id) => send(id, false)),
  }),
  command({
    id: 'sendAndClose',
    label: 'command.sendAndClose',
    group: 'conversation',
    icon: 'send',
    keys: ['Mod+Shift+Enter'],
    whileTyping: true,
    keyOnly: true,
    canRun: () => canSend(selected() ?? ''),
    run: withSelected((id) => send(id, true)),
  }),
  command({
    id: 'handOver',
    label: 'command.handOver',
    group: 'conversation',
    icon: 'swap',
    keys: ['T'],
    canRun: () => selected() !== null && hasOtherTeam(),
    run: () => showOverlay('handOver'),
  }),
  command({
    id: 'assignMe',
    label: 'command.assignMe',
    group: 'conversation',
    icon: 'user',
    keys: ['A'],
    canRun: () => selected() !== null,
    run: withSelected(toggleMine),
  }),
  command({
    id: 'noAnswerNeeded',
    label: 'command.noAnswerNeeded',
    group: 'conversation',
    icon: 'moon',
    keys: ['N'],
    canRun: () => row()?.status === 'pending',
    run: withSelected(noAnswerNeeded),
  }),
  command({
    id: 'close',
    label: 'command.close',
    group: 'conversation',
    icon: 'check',
    keys: ['E'],
    canRun: () => row() !== undefined && row()?.status !== 'closed',
    run: withSelected(closeConversation),
  }),
  command({
    id: 'reopen',
    label: 'command.reopen',
    group: 'conversation',
    icon: 'undo',
    keys: ['Shift+E'],
    canRun: () => row() !== undefined && row()?.status !== 'pending',
    run: withSelected(reopenConversation),
  }),
  command({
    id: 'toggleRead',
    label: 'command.toggleRead',
    group: 'conversation',
    icon: 'mail',
    keys: ['U'],
    canRun: () => selected() !== null,
    run: withSelected((id) => markRead(id, row()?.unread !== true)),
  }),
  command({
    id: 'openOutside',
    label: 'command.openOutside',
    group: 'conversation',
    icon: 'external',
    keys: ['O'],
    canRun: () => permalink() !== null,
    run: () => {
      const url = permalink();
      if (url !== null) openExternal(url);
    },
  }),
  command({
    id: 'print',
    label: 'mail.print',
    group: 'conversation',
    icon: 'file',
    keys: ['Mod+P'],
    whileTyping: true,
    canRun: () => appState().records.details[selected() ?? ''] !== undefined,
    run: () => setPrinting(true),
  }),
  command({
    id: 'details',
    label: 'command.details',
    group: 'conversation',
    icon: 'details',
    keys: ['D'],
    canRun: () => selected() !== null,
    run: toggleDetails,
  }),
  command({
    id: 'linkCustomer',
    label: 'command.linkCustomer',
    group: 'conversation',
    icon: 'link',
    keys: ['Shift+L'],
    canRun: () => hasCustomer(),
    run: () => showOverlay('linkCustomer'),
  }),
  command({
    id: 'exportConversation',
    label: 'command.exportConversation',
    group: 'conversation',
    icon: 'file',
    keys: [],
    canRun: () => selected() !== null,
    run: () => showOverlay('exportConversation'),
  }),
  command({
    id: 'undo',
    label: 'command.undo',
    group: 'conversation',
    icon: 'undo',
    keys: ['Z'],
    canRun: () => appState().undo.entries.length > 0,
    run: undoLast,
  }),
] as const;
