/** `npm start`: sets up what is missing, builds what has changed, and opens the application. */
import { ensureBuilt } from './bundle/bundle.ts';
import { guard } from './guard.ts';
import { openApp } from './runtime/open-app.ts';
import { say } from './runtime/output.ts';
import { appFolder, prepareStage } from './runtime/prepare.ts';
import { START_USAGE, startArguments } from './start-options.ts';

const args = startArguments(process.argv.slice(2));
if (args === undefined) {
  say(START_USAGE);
  process.exit(2);
}

await guard(async () => {
  await ensureBuilt(appFolder);
  const stage = await prepareStage();
  const code = await openApp(stage, args).ended;
  stage.close();
  return code;
});
