import { z } from './zod.ts';

/** What the page may ask of the shell; the shell checks every request against this. */

export const themeChoice = z.enum(['system', 'light', 'dark']);
export type ThemeChoice = z.infer<typeof themeChoice>;

export const language = z.enum(['it', 'en']);
export type Language = z.infer<typeof language>;

/** A sanitised mail with its pictures in it, in characters. */
export const MAIL_LIMIT = 32_000_000;

const mailUrl = z.string().max(100);

export const shellRequest = z.discriminatedUnion('type', [
  /** The page listens: it may be given a port, now and after each restart of the service. */
  z.strictObject({ type: z.literal('connect') }),
  /** The inbox (or the first-run page) can be worked with; or why the page shows a failure instead. */
  z.strictObject({ type: z.literal('usable'), failure: z.string().max(100).nullable() }),
  z.strictObject({ type: z.literal('open_external'), url: z.string().max(4_000) }),
  /** Show a file that was saved, in its folder. */
  z.strictObject({ type: z.literal('reveal'), path: z.string().max(4_000) }),
  /** Keep a sanitised mail for a frame of the page; measure it there; forget it. */
  z.strictObject({ type: z.literal('stage_mail'), html: z.string().max(MAIL_LIMIT) }),
  z.strictObject({ type: z.literal('measure_mail'), url: mailUrl, width: z.number() }),
  z.strictObject({ type: z.literal('drop_mail'), url: mailUrl }),
  z.strictObject({ type: z.literal('set_theme'), theme: themeChoice }),
  z.strictObject({ type: z.literal('set_language'), language }),
  /** Try the service again after it was given up. */
  z.strictObject({ type: z.literal('retry_service') }),
  z.strictObject({ type: z.literal('open_logs') }),
  /** Nothing typed is left unsaved: the window may close. */
  z.strictObject({ type: z.literal('close_ready') }),
  z.strictObject({ type: z.literal('quit') }),
]);
export type ShellRequest = z.infer<typeof shellRequest>;
