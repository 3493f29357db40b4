/** `npm run build`: makes dist/ from the sources. */
import { ensureBuilt } from './bundle/bundle.ts';
import { guard } from './guard.ts';
import { appFolder } from './runtime/prepare.ts';

await guard(async () => {
  await ensureBuilt(appFolder);
  return 0;
});
