import type { MailboxSettingsView } from '../../../shared/contract/mail-schemas.ts';
import type { MailboxSettings } from '../../../shared/domain/mail/types.ts';
import type { MailTest } from '../ports/mail.ts';
import {
  connectMailbox,
  testMailbox,
  type MailboxRefusal,
} from '../usecases/mail/connect-mailbox.ts';
import { exportConversation } from '../usecases/mail/export-conversation.ts';
import { logInToMailbox, secretOf } from '../usecases/mail/mailbox-secrets.ts';
import { readMailBody } from '../usecases/mail/read-mail.ts';
import { readAttachment } from '../usecases/mail/read-attachment.ts';
import { remotePictures } from '../usecases/mail/remote-pictures.ts';
import { saveAttachment } from '../usecases/mail/save-attachment.ts';
import { finishUpload, unstageFile } from '../usecases/mail/stage-file.ts';
import { setSignature } from '../usecases/mail/signatures.ts';
import { orNever, shown } from './accounts.ts';
import { api, unwrap } from './base.ts';
import { readableFileView } from './mail-file-view.ts';
import { bodyView, foundServersView } from './mail-views.ts';

/** The group `mail` of the contract. */
export const mail = api.mail.router({
  discover: api.mail.discover.handler(async ({ context: { inbox }, input }) => {
    const found = await inbox.mailSetup.discover(input.address);
    return found.map(foundServersView);
  }),
  logIn: api.mail.logIn.handler(async ({ context: { inbox }, input, signal }) => ({
    loginId: unwrap(await logInToMailbox(inbox, input, orNever(signal))),
  })),
  test: api.mail.test.handler(async ({ context: { inbox }, input, signal: asked }) => {
    const signal = orNever(asked);
    const secret = await secretOf(inbox, input.proof, input.accountId, signal);
    if (!secret.ok) return refusal({ step: null, error: secret.error });
    const settings = settingsOf(input.settings);
    return testView(await testMailbox(inbox, { settings, secret: secret.value }, signal));
  }),
  connect: api.mail.connect.handler(async ({ context, input, signal: asked }) => {
    const { inbox, jobs } = context;
    const { accountId, teamId, proof } = input;
    const signal = orNever(asked);
    const secret = await secretOf(inbox, proof, accountId, signal);
    if (!secret.ok) return refusal({ step: null, error: secret.error });
    const settings = settingsOf(input.settings);
    const wanted = { accountId, settings, secret: secret.value, teamId };
    const connected = await connectMailbox(inbox, wanted, signal);
    if (!connected.ok) return refusal(connected.error);
    if (proof.kind === 'login') inbox.mailLogins.forget(proof.loginId);
    jobs.syncNow(connected.value.id);
    return { ok: true as const, account: await shown(inbox, connected.value) };
  }),
  body: api.mail.body.handler(async ({ context, input }) => {
    const body = unwrap(await readMailBody(context.inbox, input.messageId));
    return bodyView(body);
  }),
  remotePictures: api.mail.remotePictures.handler(async ({ context, input, signal }) => {
    const found = await remotePictures(context.inbox, input.urls, orNever(signal));
    return [...found].map(([url, dataUrl]) => ({ url, dataUrl }));
  }),
  attachment: api.mail.attachment.handler(async ({ context: { inbox }, input }) =>
    readableFileView(unwrap(await readAttachment(inbox, input.messageId, input.index))),
  ),
  saveAttachment: api.mail.saveAttachment.handler(async ({ context: { inbox }, input }) =>
    unwrap(await saveAttachment(inbox, { ...input, folder: inbox.downloadsDir })),
  ),
  beginFile: api.mail.beginFile.handler(({ context, input }) => ({
    uploadId: unwrap(context.inbox.uploads.begin(input)),
  })),
  appendFile: api.mail.appendFile.handler(({ context, input: { uploadId, offset, base64 } }) => ({
    received: unwrap(context.inbox.uploads.append(uploadId, offset, Buffer.from(base64, 'base64'))),
  })),
  finishFile: api.mail.finishFile.handler(async ({ context, input }) => {
    const { id, name, bytes } = unwrap(await finishUpload(context.inbox, input.uploadId));
    return { id, name, bytes };
  }),
  cancelFile: api.mail.cancelFile.handler(({ context, input }) =>
    context.inbox.uploads.drop(input.uploadId),
  ),
  removeFile: api.mail.removeFile.handler(({ context, input }) =>
    unstageFile(context.inbox, input.fileId),
  ),
  exportConversation: api.mail.exportConversation.handler(
    async ({ context: { inbox }, input: { id, ...wanted } }) => {
      const folder = inbox.downloadsDir;
      return unwrap(await exportConversation(inbox, { conversationId: id, folder, ...wanted }));
    },
  ),
  signatures: api.mail.signatures.handler(({ context }) => [...context.inbox.store.signatures()]),
  setSignature: api.mail.setSignature.handler(({ context, input }) => {
    unwrap(setSignature(context.inbox, input));
  }),
});

/** Whether the server files what it sends, it says itself when it is asked. */
const settingsOf = ({
  plusAddress,
  subjectTag,
  ...settings
}: MailboxSettingsView): MailboxSettings => ({
  ...settings,
  ...(plusAddress === undefined ? {} : { plusAddress }),
  ...(subjectTag === undefined ? {} : { subjectTag }),
  filesSent: false,
});

const refusal = ({ step, error }: MailboxRefusal) => ({
  ok: false as const,
  step,
  error: { ...error },
});

const testView = (test: MailTest) =>
  test.ok ? { ...test, folders: [...test.folders] } : refusal(test);
