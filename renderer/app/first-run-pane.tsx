import type { ReactElement } from 'react';
import { ConnectPage } from '../features/connect/connect-page.tsx';
import { FirstRun } from '../features/first-run/first-run.tsx';

/** How to begin, with the form that connects a page. */
export const FirstRunPane = (): ReactElement => (
  <FirstRun>
    <ConnectPage />
  </FirstRun>
);
