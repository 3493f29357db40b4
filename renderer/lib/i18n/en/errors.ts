import type { errorsIt } from '../it/errors.ts';

/** The English half of the table of failures. */
export const errorsEn: Record<keyof typeof errorsIt, string> = {
  'error.bad_input': 'Something in this data is not right. Check the marked fields and try again.',
  'error.not_found': 'This is no longer there. Refresh the list.',
  'error.conflict':
    'Something changed in the meantime. Look at how it stands now, then decide whether to retry.',
  'error.not_allowed': 'This cannot be done here. Use an account that has the permission.',
  'error.workspace_locked':
    'Riscontro is already open on this workspace. Use the other window, or close it and try again.',
  'error.workspace_newer':
    'This data comes from a newer version. Update Riscontro: nothing has been touched.',
  'error.workspace_damaged':
    'The data file is damaged. Restore the latest backup: the original file stays where it is.',
  'error.workspace_missing':
    'The workspace folder cannot be found. Reconnect the disk that holds it, then try again.',
  'error.workspace_read_only':
    'The workspace folder cannot be written to. Check its permissions, then try again.',
  'error.disk_full':
    'The disk is full and nothing can be saved. Free some space: what you type stays here.',
  'error.runtime_too_old':
    'The runtime is too old for this data. Reinstall the current version of Riscontro.',
  'error.service_restarting':
    'The inbox service is restarting and did not get the request. Try again shortly: the text is still here.',
  'error.service_stopped':
    'The inbox service has stopped. Restart it from the notice: the text is still here.',
  'error.offline': 'The network does not answer. Try again once you are online: nothing is lost.',
  'error.timeout': 'The server did not answer in time. We will retry shortly.',
  'error.server_error': 'The server had a problem. We will retry shortly.',
  'error.not_json':
    'The server sent a web page instead of data. Check the address and the network (proxy, Wi-Fi sign-in).',
  'error.empty_answer': 'The server sent an empty answer. We will retry shortly.',
  'error.cut_answer': 'The server’s answer broke off half-way. We will retry shortly.',
  'error.bad_shape':
    'The data does not have the expected shape. The rest was read; update Riscontro if this goes on.',
  'error.endless_paging':
    'The server kept repeating the same page of results. Reading stopped: try again later.',
  'error.throttled': 'The server asked to slow down. We go on by ourselves soon.',
  'error.token_dead':
    'The access token or password is no longer valid. Reconnect the account in Settings, Accounts.',
  'error.permission_missing':
    'The access token lacks a permission. Reconnect the page and grant all that is asked for.',
  'error.object_gone':
    'What was needed is gone: the comment, the post or the mail folder. Look where it was, then decide.',
  'error.duplicate':
    'Facebook says the same text was already published. Check the thread, then change the text if needed.',
  'error.blocked': 'Facebook has blocked publishing for a while. Wait some hours, then try again.',
  'error.refused':
    'The reply was refused. Check its text, files and recipients, then send it again.',
  'error.unknown_outcome':
    'We do not know whether the reply arrived. Look on the page or in the sent mail, then decide.',
  'error.not_secure':
    'No secure connection to the server could be made, or its certificate cannot be trusted. Check its name, port and encryption.',
  'error.wrong_token_kind':
    'This key belongs to a person, not to a page: Facebook shows it empty lists. Connect the page again.',
  'error.source_unavailable':
    'Facebook does not offer this source any more. Everything else is read as usual.',
  'error.asleep': 'The computer was asleep. What happened in the meantime is being read now.',
  'error.not_running': 'Riscontro was closed. What happened in the meantime is being read now.',
  'error.usage_high':
    'The allowance of calls is nearly used up: for now only waiting conversations are read.',
  'error.window_closed':
    'Too much time has passed since the customer’s last message: Facebook takes no private message here any more. Reply in public.',
  'error.already_replied':
    'This comment already got a private reply: Facebook takes only one. Go on in Messenger.',
  'error.login_cancelled':
    'The login was cancelled. Try again whenever you like: nothing has changed.',
  'error.login_failed':
    'The login did not work. Try again; if it does not help, connect the account another way.',
  'error.app_refused': 'These app details are not accepted. Check the app’s ID and secret.',
  'error.image_too_large': 'The picture is larger than 10 MB. Choose a smaller one.',
  'error.image_bad_type': 'Pictures can be JPEG, PNG, GIF or WebP. Choose another file.',
  'error.image_missing':
    'The attached picture is not on this computer any more. Attach it again, then send.',
  'error.mail_missing':
    'The whole email is not on this computer: it was too large, or its file is gone. Open it in the mailbox.',
  'error.folder_unwritable': 'The file cannot be saved in this folder. Choose another one.',
  'error.files_too_large':
    'The attachments are larger than 20 MB together. Remove some, or share them by a link.',
  'error.files_too_many': 'A mail can carry 10 files at most. Remove some.',
  'error.file_missing':
    'An attached file is not on this computer any more. Attach it again, then send.',
  'error.item_bad_shape': 'One item could not be read and was set aside. The rest arrived.',
  'error.item_bad_date': 'One item has an impossible date and was set aside. The rest arrived.',
  'error.item_no_id': 'One item has no identifier and was set aside. The rest arrived.',
  'error.new_message_arrived':
    'A new message arrived before sending. Read it, then decide whether the reply still fits.',
  'error.answered_meanwhile':
    'Somebody else answered before sending. Read their answer, then decide.',
  'error.message_vanished':
    'The message you answered vanished before sending. Copy the text elsewhere or drop the reply.',
  'error.text_empty': 'The text is empty. Write something, then send.',
  'error.text_too_long': 'The text is too long for this channel. Shorten it, then send.',
  'error.secret_missing':
    'The access token or password is not on this computer. Reconnect the account in Settings, Accounts.',
  'error.secret_sealed':
    'The access token is encrypted and the system keychain does not open it. Unlock the keychain or reconnect the page.',
  'error.internal':
    'This is our fault. Try again; if it goes on, open the logs and send them to whoever looks after Riscontro.',
};
