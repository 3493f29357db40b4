import {
  useEffect,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import styles from './inbox-list.module.css';

const NARROWEST = 320;
const WIDEST = 480;
const STEP = 16;
const STORED = 'list-width';

const clamp = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));

/** The width that was chosen on this computer, or null: then the tokens say it. */
function storedWidth(): number | null {
  const stored = Number(localStorage.getItem(STORED) ?? Number.NaN);
  return Number.isFinite(stored) && stored > 0 ? clamp(stored) : null;
}

/** The list's right edge: drag it, move it with the arrows, or double-click for the usual width. */
export function ResizeHandle(props: {
  readonly pane: RefObject<HTMLElement | null>;
}): ReactElement {
  const t = useT();
  const [width, setWidth] = useState(storedWidth);
  const { pane } = props;
  useEffect(() => {
    if (width === null) {
      pane.current?.style.removeProperty('width');
      localStorage.removeItem(STORED);
    } else {
      pane.current?.style.setProperty('width', `${width}px`);
      localStorage.setItem(STORED, String(width));
    }
  }, [pane, width]);
  const drag = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setWidth(clamp(event.clientX - (pane.current?.getBoundingClientRect().left ?? 0)));
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0;
    if (step !== 0) setWidth(clamp((pane.current?.offsetWidth ?? NARROWEST) + step));
  };
  return (
    <div
      className={styles['handle']}
      role="slider"
      aria-orientation="horizontal"
      aria-label={t('inbox.width')}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={width ?? 376}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
      onDoubleClick={() => setWidth(null)}
    />
  );
}
