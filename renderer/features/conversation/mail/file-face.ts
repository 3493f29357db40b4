import type { MailView } from '../../../../shared/contract/mail-schemas.ts';
import { safeFileName } from '../../../../shared/domain/mail/file-name.ts';
import type { IconName } from '../../../ui/icon/icon.tsx';

/** A file that came with a mail. */
export type MailFileView = MailView['attachments'][number];

/** How a file is shown before anybody looked into it. */
export interface FileFace {
  /** Its name without the ending; as it will be saved. */
  readonly stem: string;
  /** Its true ending with the dot, always to be seen; empty when it has none. */
  readonly ending: string;
  readonly icon: IconName;
  /** It can be looked at here. */
  readonly canLook: boolean;
  /** Opened elsewhere it may do things. */
  readonly isProgram: boolean;
}

const ENDING = /\.[^.\s]{1,24}$/u;
/** What systems run, or hand to something that runs it. */
const PROGRAMS =
  /^\.(?:apk|app|appimage|bat|cmd|com|cpl|deb|desktop|dll|dmg|docm|dotm|exe|hta|html?|img|inf|iso|jar|js|jse|lnk|mht|mhtml|mjs|msc|msi|one|php|pif|pkg|pl|ps1|psm1|py|reg|rpm|run|scf|scr|sh|shtml|svg|sys|url|vb|vbe|vbs|vhdx?|ws|wsf|wsh|xhtml|xlam|xlsm|xltm|xll|xml|pptm)$/i;
const LOOKS =
  /^(?:image\/(?:png|jpe?g|pjpeg|gif|webp|bmp|avif)|message\/rfc822|message\/global|text\/(?!html|xml|rtf)[\w.+-]+|application\/(?:ics|json))$/i;
const LOOKED_AT = /^\.(?:png|jpe?g|gif|webp|bmp|avif|eml|ics|txt|log|csv|json|md)$/i;

/** Returns how a file of a mail is shown. Its name is a stranger's: no sign in it turns or hides another. */
export function fileFace({ name, mediaType }: Pick<MailFileView, 'name' | 'mediaType'>): FileFace {
  const safe = safeFileName(name, mediaType);
  const ending = ENDING.exec(safe)?.[0] ?? '';
  const isProgram = PROGRAMS.test(ending);
  return {
    stem: safe.slice(0, safe.length - ending.length),
    ending,
    icon: iconOf(mediaType, ending),
    canLook: !isProgram && (LOOKS.test(mediaType) || LOOKED_AT.test(ending)),
    isProgram,
  };
}

function iconOf(mediaType: string, ending: string): IconName {
  if (/^image\//i.test(mediaType)) return 'image';
  if (/^video\//i.test(mediaType)) return 'video';
  if (/^message\//i.test(mediaType) || /^\.eml$/i.test(ending)) return 'mail';
  if (/calendar|ics$/i.test(mediaType) || /^\.ics$/i.test(ending)) return 'clock';
  return 'file';
}
