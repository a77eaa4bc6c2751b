/** How to mend what Slack's codes mean; any other code is shown as it is. */
export const remedies: Readonly<Record<string, { zh: string; en: string }>> = {
  invalid_auth: {
    zh: '令牌无效，请从应用设置重新复制。',
    en: 'The token is not valid; copy it again from the app settings.',
  },
  not_authed: { zh: '令牌为空。', en: 'The token is empty.' },
  account_inactive: {
    zh: '应用已从工作区移除，请重新安装。',
    en: 'The app was removed from the workspace; install it again.',
  },
  token_revoked: { zh: '令牌已撤销，请重新安装应用。', en: 'The token was revoked; install the app again.' },
  missing_scope: {
    zh: '令牌缺少权限。应用令牌需要 connections:write。',
    en: 'The token lacks a scope; an app-level token needs connections:write.',
  },
  not_allowed_token_type: {
    zh: '令牌类型不对：xoxb- 是机器人令牌，xapp- 是应用令牌。',
    en: 'The wrong kind of token: xoxb- is for the bot, xapp- for the app.',
  },
  channel_not_found: {
    zh: '没有这个频道，或机器人不在其中。请填频道 ID（C…）并邀请机器人。',
    en: 'No such channel, or the bot is not in it: give the id (C…) and invite the bot.',
  },
};
