import type { ReactElement } from 'react';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { ConfirmAct } from '../features/conversation/confirm-act.tsx';
import { ExportConversation } from '../features/conversation/export-conversation.tsx';
import { HandOver } from '../features/conversation/hand-over.tsx';
import { LinkCustomer } from '../features/customers/link-customer.tsx';
import { Help } from '../features/palette/help.tsx';
import { Palette } from '../features/palette/palette.tsx';
import { useApp } from '../state/store.ts';

/** What lies over the page. At hand from the start: keys typed right after Ctrl K must reach it. */
export function Overlays(): ReactElement | null {
  const overlay = useApp((state) => state.layout.overlay);
  switch (overlay) {
    case 'palette':
      return <Palette />;
    case 'help':
      return <Help />;
    case 'confirmAct':
      return <ConfirmAct />;
    case 'handOver':
      return <HandOver />;
    case 'linkCustomer':
      return <LinkCustomer />;
    case 'exportConversation':
      return <ExportConversation />;
    case null:
      return null;
    default:
      return assertNever(overlay);
  }
}
