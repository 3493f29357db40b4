import { z } from './zod.ts';
import { language, themeChoice } from './shell-request.ts';

/** What the shell remembers between starts. Everything about the inbox is the service's. */
export const preferencesSchema = z.object({
  theme: themeChoice.optional(),
  language: language.optional(),
  window: z
    .object({
      x: z.number().int(),
      y: z.number().int(),
      width: z.number().int().positive(),
      height: z.number().int().positive(),
      maximized: z.boolean(),
    })
    .optional(),
});
export type PreferenceValues = z.infer<typeof preferencesSchema>;
