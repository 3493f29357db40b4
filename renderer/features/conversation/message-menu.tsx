import { useCallback, useState, type ReactElement, type RefObject } from 'react';
import type { MessageView, OutboxView } from '../../../shared/contract/schemas.ts';
import { keysOf } from '../../commands/command-button.tsx';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { offersOf, type Offer } from '../../lib/thread/offers.ts';
import { takeOffer } from '../../state/message-actions.ts';
import type { MessageMenuState } from '../../state/thread.ts';
import { closeMenu } from '../../state/thread-actions.ts';
import { Menu, type MenuEntry } from '../../ui/menu/menu.tsx';
import type { MenuPlace } from '../../ui/menu/menu-place.ts';
import { COMMAND_OF, faceOf } from './offer-faces.ts';

/** The menu's message has the focus again. */
const focusMessage = (id: string): void =>
  document
    .querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`)
    ?.focus({ preventScroll: true });

/** The toolbar's height above the message: the menu hangs from its lower edge. */
const TOOLBAR_PX = 16;

function placeAt(spot: HTMLElement | null, at: MessageMenuState['at']): MenuPlace {
  if (at !== null || spot === null) return at ?? { x: 0, y: 0 };
  spot.scrollIntoView({ block: 'nearest' });
  const { top, right } = spot.getBoundingClientRect();
  return { under: { top: top - TOOLBAR_PX, bottom: top + TOOLBAR_PX, right } };
}

function entryOf(t: Translate, offer: Offer, message: MessageView): MenuEntry {
  const { icon, label } = faceOf(offer, message);
  const { slot, reason } = offer;
  return {
    key: slot,
    icon,
    label: t(label),
    keys: keysOf(COMMAND_OF[slot]),
    reason: reason === null ? null : t(`reason.${reason}`),
    danger: slot === 'delete' || slot === 'block',
    apart: slot === 'edit' || slot === 'delete',
  };
}

/** Everything that can be done with a message, always in the same order; what cannot says why. */
export function MessageMenu(props: {
  readonly conversationId: string;
  readonly message: MessageView;
  readonly deeds: readonly OutboxView[];
  readonly at: MessageMenuState['at'];
  readonly spot: RefObject<HTMLElement | null>;
}): ReactElement {
  const t = useT();
  const { conversationId, message, deeds, at, spot } = props;
  const [place] = useState(() => placeAt(spot.current, at));
  const offers = offersOf(message, deeds);
  const close = useCallback(() => {
    closeMenu();
    focusMessage(message.id);
  }, [message.id]);
  return (
    <Menu
      label={t('action.of', { name: message.author.name ?? t('common.unknownPerson') })}
      entries={offers.map((offer) => entryOf(t, offer, message))}
      place={place}
      onClose={close}
      onChoose={(key) => {
        close();
        const chosen = offers.find(({ slot }) => slot === key);
        if (chosen !== undefined) takeOffer(conversationId, message, chosen);
      }}
    />
  );
}
