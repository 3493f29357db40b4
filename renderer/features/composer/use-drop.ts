import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { attachFiles } from '../../state/file-actions.ts';
import { attachImage } from '../../state/image-actions.ts';

const hasFiles = ({ types }: DataTransfer): boolean => types.includes('Files');

/** The picture among what was pasted; text that comes with one (a table, a page) is what was meant. */
const pictureIn = (data: DataTransfer): File | undefined =>
  data.types.includes('text/plain')
    ? undefined
    : [...data.files].find(({ type }) => type.startsWith('image/'));

/** What a box takes: one picture, any files, or nothing now. */
export type Taken = 'image' | 'files' | null;

function take(id: string, taken: Taken, files: readonly File[]): void {
  const [first] = files;
  if (taken === 'files') attachFiles(id, files);
  else if (taken === 'image' && first !== undefined) void attachImage(id, first);
}

/** Files that were pasted. Text that comes with a picture (a table, a page) is what was meant. */
function pastedIn(data: DataTransfer, taken: Taken): readonly File[] {
  if (taken === 'files') return data.types.includes('text/plain') ? [] : [...data.files];
  const picture = pictureIn(data);
  return picture === undefined ? [] : [picture];
}

/** Returns what a box needs to take files that are pasted or dropped. */
export function useDrop(id: string, taken: Taken) {
  const [over, setOver] = useState(false);
  return {
    over: over && taken !== null,
    handlers: {
      onPaste: (event: ClipboardEvent) => {
        const files = pastedIn(event.clipboardData, taken);
        if (files.length === 0 || taken === null) return;
        event.preventDefault();
        take(id, taken, files);
      },
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event.dataTransfer)) return;
        // Without this the window would open the file in the page's place.
        event.preventDefault();
        event.dataTransfer.dropEffect = taken === null ? 'none' : 'copy';
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event.dataTransfer)) return;
        event.preventDefault();
        setOver(false);
        take(id, taken, [...event.dataTransfer.files]);
      },
    },
  };
}
