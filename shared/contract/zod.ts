import { z } from 'zod';

/**
 * zod without code made from strings. The page's policy forbids such code; only trying it costs the
 * page a report and a second parse of its bundle, and the service a compiler run for each schema.
 */
z.config({ jitless: true });

export { z };
