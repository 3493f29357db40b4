import type { ReactElement } from 'react';
import { ConnectPage } from '../features/connect/connect-page.tsx';
import { Settings } from '../features/settings/settings.tsx';

/** The settings, with the form that connects a page. */
export const SettingsArea = (): ReactElement => <Settings connectPage={<ConnectPage />} />;
