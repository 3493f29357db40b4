import type { MessageId, Translate } from './i18n.ts';

type PermissionId = Extract<MessageId, `permission.${string}`>;

const WORDS: Readonly<Record<string, PermissionId>> = {
  pages_show_list: 'permission.pages_show_list',
  pages_read_engagement: 'permission.pages_read_engagement',
  pages_read_user_content: 'permission.pages_read_user_content',
  pages_manage_engagement: 'permission.pages_manage_engagement',
  pages_manage_metadata: 'permission.pages_manage_metadata',
  pages_messaging: 'permission.pages_messaging',
  instagram_basic: 'permission.instagram_basic',
  instagram_manage_comments: 'permission.instagram_manage_comments',
  ads_read: 'permission.ads_read',
};

/** Returns what a permission of a login is for, in plain words. */
export const permissionWords = (t: Translate, permission: string): string =>
  t(WORDS[permission] ?? 'permission.other');
