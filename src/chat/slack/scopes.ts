/** What the bot asks Slack for, and why. manifest.json grants the same; a test keeps the two together. */

export const scopes: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'app_mentions:read': { zh: '看到频道里提到它的问题', en: 'sees questions that mention it' },
  'assistant:write': { zh: '助手窗格里的状态和提示问题', en: 'status and suggested questions in the assistant pane' },
  'channels:history': { zh: '公开频道消息列里的追问', en: 'follow-ups in threads of public channels' },
  'channels:read': { zh: '知道自己被邀请进公开频道', en: 'knows that it was invited to a public channel' },
  'chat:write': { zh: '回答', en: 'answers' },
  commands: { zh: '/disclosure', en: '/disclosure' },
  'files:read': { zh: '读取私信里发来的文件', en: 'reads files dropped into its messages' },
  'files:write': { zh: '导出的表格', en: 'exported tables' },
  'groups:history': { zh: '私有频道消息列里的追问', en: 'follow-ups in threads of private channels' },
  'groups:read': { zh: '知道自己被邀请进私有频道', en: 'knows that it was invited to a private channel' },
  'im:history': { zh: '私信里的问题', en: 'questions in direct messages' },
  'im:write': { zh: '打开私信', en: 'opens a direct message' },
  'mpim:history': { zh: '多人私信消息列里的追问', en: 'follow-ups in threads of group messages' },
};

/** Events that the app subscribes to. */
export const events = [
  'app_home_opened',
  'app_mention',
  'assistant_thread_context_changed',
  'assistant_thread_started',
  'member_joined_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
] as const;
