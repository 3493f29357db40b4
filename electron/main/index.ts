import { app, dialog, Menu } from 'electron';
import { readArguments, type ShellArguments } from './arguments.ts';
import { prepareEnvironment } from './environment.ts';
import { Shell } from './shell.ts';
import { declareSchemes } from './windows/app-protocol.ts';

/** Starts the shell: reads the arguments, takes the workspace for this instance, opens. */
function main(): void {
  const args = readArguments(process.argv.slice(1), process.cwd());
  if (!args.ok) return leave(2, args.error);
  declareSchemes();
  // Electron would make a menu of its own first.
  Menu.setApplicationMenu(null);
  const environment = prepareEnvironment(args.value);
  reportBugs(args.value, environment.log);
  if (!app.requestSingleInstanceLock()) {
    const pictureWanted = args.value.screenshotFile !== null;
    return leave(pictureWanted ? 1 : 0, 'Riscontro is already open with this workspace.');
  }
  const shell = new Shell(environment);
  app.on('second-instance', () => shell.show());
  void app.whenReady().then(() => shell.open());
}

function leave(code: number, reason: string): void {
  process.stderr.write(`${reason}\n`, () => app.exit(code));
}

/** A bug of the shell itself: into the log, one sentence to the person, and out. */
function reportBugs(args: ShellArguments, log: (event: string) => void): void {
  process.on('uncaughtException', (bug) => {
    log('shell.bug');
    process.stderr.write(`${bug.stack ?? bug.message}\n`);
    if (args.screenshotFile === null) dialog.showErrorBox('Riscontro', bug.message);
    app.exit(70);
  });
}

main();
