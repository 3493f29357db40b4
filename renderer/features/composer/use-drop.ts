import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { attachImage } from '../../state/image-actions.ts';

const hasFiles = ({ types }: DataTransfer): boolean => types.includes('Files');

/** The picture among what was pasted; text that comes with one (a table, a page) is what was meant. */
const pictureIn = (data: DataTransfer): File | undefined =>
  data.types.includes('text/plain')
    ? undefined
    : [...data.files].find(({ type }) => type.startsWith('image/'));

/** Returns what a box needs to take pictures that are pasted or dropped, while `taken`. */
export function useDrop(id: string, taken: boolean) {
  const [over, setOver] = useState(false);
  return {
    over: over && taken,
    handlers: {
      onPaste: (event: ClipboardEvent) => {
        const picture = pictureIn(event.clipboardData);
        if (picture === undefined || !taken) return;
        event.preventDefault();
        void attachImage(id, picture);
      },
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event.dataTransfer)) return;
        // Without this the window would open the file in the page's place.
        event.preventDefault();
        event.dataTransfer.dropEffect = taken ? 'copy' : 'none';
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
        const [file] = event.dataTransfer.files;
        if (file !== undefined && taken) void attachImage(id, file);
      },
    },
  };
}
