import { lazy, Suspense, type ReactElement } from 'react';
import { useT } from '../lib/i18n/i18n.ts';
import { useApp } from '../state/store.ts';
import { Banner } from '../ui/notice/banner.tsx';
import { TooltipHost } from '../ui/tooltip/tooltip-host.tsx';
import { AREAS } from './areas.tsx';
import styles from './app.module.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { Failure } from './failure.tsx';
import { TitleBar } from './title-bar.tsx';
import { useUsable } from './use-usable.ts';

const Overlays = lazy(async () => ({ default: (await import('./overlays.tsx')).Overlays }));

/** What a connection that is not there looks like: the page stays, and says what it is waiting for. */
function ConnectionBanner(): ReactElement | null {
  const t = useT();
  const reconnecting = useApp((state) => state.session.status === 'reconnecting');
  if (!reconnecting) return null;
  return <Banner look="warning" icon="refresh" text={t('service.reconnecting')} />;
}

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
  const overlaid = useApp((state) => state.layout.overlay !== null);
  return (
    <div className={styles['app']}>
      <TitleBar />
      <div>
        <ConnectionBanner />
      </div>
      <div className={styles['area']}>
        <CurrentArea />
      </div>
      <TooltipHost />
      {overlaid ? (
        <Suspense fallback={null}>
          <Overlays />
        </Suspense>
      ) : null}
    </div>
  );
}
