import { useEffect, useState } from 'react';
import { shell } from '../shell.ts';
import { mailColours, useLook } from './colours.ts';
import type { InlinePicture } from './pictures.ts';

/** What a mail consists of when it is to be read. */
export interface MailBody {
  /** As the sender wrote it: hostile. Null when there is none. */
  readonly html: string | null;
  readonly text: string;
  /** Pictures that came with it, as `data:` URLs of raster types. */
  readonly inline: readonly InlinePicture[];
}

/** How far a mail is on its way into its frame. `text`: its plain text is what can be shown. */
export type StagedMail =
  | { readonly state: 'preparing' }
  | { readonly state: 'text' }
  | { readonly state: 'staged'; readonly url: string; readonly remoteImages: readonly string[] };

/** Fetched pictures by address; null: could not be fetched. */
export type RemotePictures = ReadonlyMap<string, string | null>;

/**
 * Sanitises a mail and hands it to the shell for its frame; what was staged before is shown until the
 * new one is there. The sanitiser is loaded with the first mail.
 */
export function useMail({ html, inline }: MailBody, remote: RemotePictures): StagedMail {
  const look = useLook();
  const [mail, setMail] = useState<StagedMail>(
    html === null ? { state: 'text' } : { state: 'preparing' },
  );
  useEffect(() => {
    let url: string | null = null;
    let isOver = false;
    const stage = async (): Promise<void> => {
      const staged = await stageMail(html, { inline, remote, look });
      url = staged.state === 'staged' ? staged.url : null;
      if (!isOver) setMail(staged);
      else if (url !== null) shell().dropMail(url);
    };
    void stage();
    return () => {
      isOver = true;
      if (url !== null) shell().dropMail(url);
    };
  }, [html, inline, remote, look]);
  return mail;
}

async function stageMail(
  html: string | null,
  options: { inline: MailBody['inline']; remote: RemotePictures; look: string },
): Promise<StagedMail> {
  if (html === null) return { state: 'text' };
  try {
    const { prepareMail } = await import('./prepare-mail.ts');
    const { look, ...sources } = options;
    const mail = prepareMail(html, { ...sources, colours: mailColours(look) });
    if (mail === null) return { state: 'text' };
    const url = await shell().stageMail(mail.document);
    return { state: 'staged', url, remoteImages: mail.remoteImages };
  } catch {
    // Too large with its pictures, or a fault of ours: the words are there all the same.
    return { state: 'text' };
  }
}
