import '../styles/tokens.css';
import '../styles/fonts.css';
import '../styles/reset.css';
import { createRoot } from 'react-dom/client';
import { listenForKeys } from '../commands/keyboard.ts';
import { runCommand } from '../commands/registry.ts';
import { installAnnouncer } from '../lib/announce.ts';
import { language, onLanguage, setLanguage } from '../lib/i18n/i18n.ts';
import { connect } from '../lib/service/index.ts';
import { shell } from '../lib/shell.ts';
import { begin } from '../state/begin.ts';
import { saveAllDrafts } from '../state/draft-actions.ts';
import { applyTheme, recallSingleKeys, rememberTheme } from '../state/layout-actions.ts';
import { App } from './app.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

/** The page's entry: takes the shell's word on look and language, connects, draws. */
const { start } = shell();
onLanguage(() => {
  document.documentElement.lang = language();
});
setLanguage(start.language);
applyTheme(start.dark);
rememberTheme(start.theme);
recallSingleKeys();
document.documentElement.dataset['platform'] = start.platform;
document.documentElement.dataset['titleBar'] = start.titleBar;

installAnnouncer();
listenForKeys();
shell().onTheme(applyTheme);
shell().onCommand(runCommand);
shell().onClosing(saveAllDrafts);
begin(connect({ shell: shell() }));

const root = document.querySelector('#root');
if (root === null) throw new Error('The page has no place to draw in.');
createRoot(root).render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
);
