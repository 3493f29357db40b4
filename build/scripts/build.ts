/** `npm run build`: makes dist/ from the sources. */
import { ensureBuilt } from './bundle/bundle.ts';
import { appFolder } from './runtime/prepare.ts';

await ensureBuilt(appFolder);
