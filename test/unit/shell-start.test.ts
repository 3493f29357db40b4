import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readArguments } from '../../electron/main/arguments.ts';
import { openPreferences } from '../../electron/main/preferences.ts';
import { findNode } from '../../electron/main/service-host/choose-host.ts';
import { dataFolders } from '../../shared/kernel/data-folders.ts';

const NOTHING = {
  demo: false,
  profileDir: null,
  screenshotFile: null,
  host: null,
  language: null,
  theme: null,
};

describe('the arguments', () => {
  it.each([
    [[], NOTHING],
    [['--demo'], { ...NOTHING, demo: true }],
    [
      ['--profile', 'work', '--host', 'child'],
      { ...NOTHING, profileDir: '/here/work', host: 'child' },
    ],
    [['--profile=/data/one'], { ...NOTHING, profileDir: '/data/one' }],
    [['--lang', 'it', '--theme=dark'], { ...NOTHING, language: 'it', theme: 'dark' }],
    [['--screenshot', 'a=b.png'], { ...NOTHING, screenshotFile: '/here/a=b.png' }],
    [['.', '--no-sandbox', '--inspect=0', 'riscontro://x'], NOTHING],
  ] as const)('%j', (argv, expected) => {
    expect(readArguments(argv, '/here')).toEqual({ ok: true, value: expected });
  });

  it.each([
    [['--host', 'cloud'], '--host is one of: utility, child'],
    [['--lang', 'de'], '--lang is one of: it, en'],
    [['--theme'], '--theme is one of: light, dark, system'],
    [['--profile', '--demo'], '--profile needs a path'],
    [['--screenshot='], '--screenshot needs a path'],
  ] as const)('%j is refused in one sentence', (argv, error) => {
    expect(readArguments(argv, '/here')).toEqual({ ok: false, error });
  });
});

describe('the folders', () => {
  const env = { APPDATA: 'C:\\Users\\anna\\AppData\\Roaming' };
  it.each([
    ['linux', {}, '/home/anna', '/home/anna/.local/share/riscontro'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/anna', '/data/riscontro'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/anna', '/home/anna/.local/share/riscontro'],
    ['darwin', {}, '/Users/anna', '/Users/anna/Library/Application Support/Riscontro'],
  ])('on %s with %j are below %s', (platform, given, home, dataDir) => {
    expect(dataFolders({ platform, env: given, home })).toEqual({
      workspaceDir: `${dataDir}/workspace`,
      shellDir: `${dataDir}/shell`,
      logDir: `${dataDir}/workspace/logs`,
    });
  });

  it('on Windows follow %APPDATA%', () => {
    expect(dataFolders({ platform: 'win32', env, home: 'C:\\Users\\anna' }).workspaceDir).toBe(
      'C:\\Users\\anna\\AppData\\Roaming\\Riscontro\\workspace',
    );
  });

  it('of practice never mix with those of real work', () => {
    const practice = dataFolders({ platform: 'linux', env: {}, home: '/h', practice: true });
    expect(practice).toEqual({
      workspaceDir: '/h/.local/share/riscontro/practice',
      shellDir: '/h/.local/share/riscontro/practice/shell',
      logDir: '/h/.local/share/riscontro/practice/logs',
    });
  });

  it('of a profile are wholly inside it, practice or not', () => {
    const source = { platform: 'linux', env: {}, home: '/h', profileDir: '/p' };
    const inside = { workspaceDir: '/p', shellDir: '/p/shell', logDir: '/p/logs' };
    expect(dataFolders(source)).toEqual(inside);
    expect(dataFolders({ ...source, practice: true })).toEqual(inside);
  });
});

describe('the pinned Node', () => {
  it('is the one that the environment names, else the one beside the app, else of the PATH', () => {
    const dir = mkdtempSync(join(tmpdir(), 'riscontro-node-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    const places = { appDir: dir, resourcesDir: '/none', platform: 'linux' };
    expect(findNode({ ...places, env: { RISCONTRO_NODE: '/opt/node' } })).toBe('/opt/node');
    expect(findNode({ ...places, env: { RISCONTRO_NODE: '' } })).toBe('node');
    expect(findNode({ ...places, env: {}, platform: 'win32' })).toBe('node.exe');
  });
});

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'riscontro-preferences-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

describe('the preferences', () => {
  it('are remembered one by one', () => {
    const file = join(folder(), 'shell', 'preferences.json');
    openPreferences(file).update({ theme: 'dark' });
    openPreferences(file).update({ language: 'it' });
    expect(openPreferences(file).values()).toEqual({ theme: 'dark', language: 'it' });
  });

  it.each(['', '{', '{"theme":"pink"}', '[]'])(
    'start anew from %j, which is kept aside',
    (text) => {
      const dir = folder();
      const file = join(dir, 'preferences.json');
      writeFileSync(file, text);
      expect(openPreferences(file).values()).toEqual({});
      expect(readdirSync(dir)).toEqual(['preferences.json.broken']);
      expect(readFileSync(`${file}.broken`, 'utf8')).toBe(text);
    },
  );

  it('never stop the work when the disk refuses', () => {
    expect(() =>
      openPreferences(join(import.meta.filename, 'none', 'preferences.json')).update({}),
    ).not.toThrow();
  });
});
