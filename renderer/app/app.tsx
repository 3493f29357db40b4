import { Suspense, type ReactElement } from 'react';
import { useApp } from '../state/store.ts';
import { TooltipHost } from '../ui/tooltip/tooltip-host.tsx';
import { AREAS } from './areas.tsx';
import styles from './app.module.css';
import { Banners } from './banners.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Failure } from './failure.tsx';
import { Overlays } from './overlays.tsx';
import { TitleBar } from './title-bar.tsx';
import { useUsable } from './use-usable.ts';

function CurrentArea(): ReactElement | null {
  const area = useApp((state) => state.layout.area);
  const failed = useApp(
    (state) =>
      state.session.status === 'failed' ||
      (state.session.hello === null && state.session.helloError !== null),
  );
  if (failed) return <Failure />;
  const entry = AREAS.find((candidate) => candidate.area === area);
  if (entry === undefined) return null;
  return (
    <ErrorBoundary key={area}>
      <Suspense fallback={null}>
        <entry.View />
      </Suspense>
    </ErrorBoundary>
  );
}

/** The window: title bar, the area of the moment, and what may lie over it. */
export function App(): ReactElement {
  useUsable();
  return (
    <div className={styles['app']}>
      <TitleBar />
      <Banners />
      <div className={styles['area']}>
        <CurrentArea />
      </div>
      <TooltipHost />
      <Overlays />
    </div>
  );
}
