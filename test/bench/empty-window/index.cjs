/**
 * The least that an Electron application can be: one window on an empty page. It says when it is
 * usable as Riscontro does: two frames after the page stands, in the same words of the same log.
 */
const { appendFileSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

const profile = process.argv.find((word) => word.startsWith('--profile=')) ?? '';
const profileDir = profile.slice('--profile='.length);
const logDir = join(profileDir, 'logs');
mkdirSync(logDir, { recursive: true });
app.setPath('userData', join(profileDir, 'shell'));

const TWO_FRAMES =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))';

async function open() {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  const shown = new Promise((resolve) =>
    window.once('ready-to-show', () => resolve(window.show())),
  );
  await window.loadFile(join(__dirname, 'index.html'));
  await shown;
  await window.webContents.executeJavaScript(TWO_FRAMES);
  const line = JSON.stringify({ at: new Date().toISOString(), event: 'page.usable' });
  appendFileSync(join(logDir, 'shell.log'), `${line}\n`);
}

void app.whenReady().then(open);
app.on('window-all-closed', () => app.quit());
