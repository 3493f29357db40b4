import type {
  InnerMailView,
  ReadableFileView,
} from '../../../shared/contract/mail-file-schemas.ts';
import type { Readable, ReadableMail } from '../../../shared/domain/mail/readable.ts';

const innerMailView = ({ to, files, mails, ...mail }: ReadableMail): InnerMailView => ({
  ...mail,
  to: [...to],
  files: [...files],
  mails: mails.map(innerMailView),
});

/** What can be seen of a file of a mail, as the contract shows it. */
export function readableFileView(file: Readable): ReadableFileView {
  switch (file.kind) {
    case 'mail':
      return { kind: 'mail', mail: innerMailView(file.mail) };
    case 'event':
      return { kind: 'event', event: file.event };
    case 'picture':
      return { kind: 'picture', dataUrl: file.dataUrl };
    case 'text':
      return { kind: 'text', text: file.text, isCut: file.isCut };
    case 'file':
      return { kind: 'file' };
  }
}
