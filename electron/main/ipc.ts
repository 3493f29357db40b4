import { ipcMain, type MessagePortMain, type WebContents, type WebFrameMain } from 'electron';
import {
  SHELL_CHANNELS,
  type ShellEvent,
  type ShellRequest,
} from '../../shared/contract/bridge.ts';
import { shellRequest } from '../../shared/contract/shell-request.ts';

/**
 * The shell's only door to the page: nothing else in this program touches `ipcMain` or posts to a
 * page. Requests are taken from the main frame of our own origin alone.
 */

/** Answers each request of the page; what `answer` returns goes back to it as plain data. */
export function onPageRequest(
  origin: string,
  answer: (request: ShellRequest, page: WebContents) => unknown,
): void {
  ipcMain.handle(SHELL_CHANNELS.request, (event, raw: unknown) => {
    if (!isOurMainFrame(event.senderFrame, origin)) throw new Error('Not our page.');
    const request = shellRequest.safeParse(raw);
    if (!request.success) throw new Error('Not a request of the contract.');
    return answer(request.data, event.sender);
  });
}

/** Tells the page something; a page that is gone hears nothing. */
export function tellPage(page: WebContents, event: ShellEvent): void {
  if (!page.isDestroyed()) page.send(SHELL_CHANNELS.event, event);
}

/** Gives the page its end of a channel to the service. */
export function givePort(page: WebContents, port: MessagePortMain): void {
  if (!page.isDestroyed()) page.postMessage(SHELL_CHANNELS.port, null, [port]);
}

/** The frame is null when the page navigated away after it had sent. */
function isOurMainFrame(frame: WebFrameMain | null, origin: string): boolean {
  return frame !== null && frame.parent === null && frame.origin === origin;
}
