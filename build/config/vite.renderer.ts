/** How the page is bundled: modules for the Chromium of the oldest supported Electron. */
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Vite's configuration of the page, for the bundle and for the development server alike. */
export const rendererConfig = (distFolder = join(root, 'dist')): InlineConfig => ({
  configFile: false,
  root: join(root, 'renderer'),
  // The page is served from its own scheme: every address is relative to it.
  base: './',
  logLevel: 'warn',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: join(distFolder, 'renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    sourcemap: true,
    // The page may load files of its own only, so that fonts and pictures stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', fs: { allow: [root] } },
});
