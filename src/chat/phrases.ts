/** The sentences of the chat itself: greetings, buttons, and what is said when something cannot be done. */
import type { Message } from '../message/message.ts';

export type Language = 'zh' | 'en';

export const phrases = {
  greeting: {
    zh: '你好，我是「年报」，回答关于政府信息公开工作年度报告的问题；每个数字都注明出自哪份文件的哪一行。',
    en: 'Hello, I am nianbao. I answer questions about annual reports on open government information, every figure with the line that it stands on.',
  },
  greetingHow: {
    zh: '直接提问即可，中文或英文都行；发送「帮助」看我能做什么。',
    en: 'Just ask, in Chinese or English; send "help" to see what I can do.',
  },
  invited: {
    zh: '在频道里请 @{name} 提问，我会在消息列里回答，接着问不用再 @；也可以用 /disclosure 私下提问。',
    en: 'In this channel mention @{name} and ask: I answer in the thread, where you can go on without mentioning me. /disclosure asks in private.',
  },
  tryThese: { zh: '例如：', en: 'For example:' },
  share: { zh: '在频道中分享', en: 'Share in channel' },
  shared: { zh: '{name} 分享 · 问题：{question}', en: 'Shared by {name} · Question: {question}' },
  sharedDone: { zh: '已分享到频道。', en: 'Shared in the channel.' },
  shareGone: {
    zh: '这条回答已不在缓存中，请重新提问后再分享。',
    en: 'This answer is no longer kept. Ask again, then share.',
  },
  shareFailed: {
    zh: 'Slack 没有接受这次分享，请稍后再试。',
    en: 'Slack did not accept the shared answer. Please try again shortly.',
  },
  sources: { zh: '查看出处', en: 'Show sources' },
  sourcesTitle: { zh: '出处', en: 'Sources' },
  close: { zh: '关闭', en: 'Close' },
  export: { zh: '导出表格', en: 'Export' },
  exported: { zh: '「{question}」的数据，CSV 和 XLSX。', en: 'The figures of "{question}", as CSV and XLSX.' },
  exportedToYou: { zh: '表格已发到你的私信。', en: 'The files are in your direct messages.' },
  exportFailed: { zh: '无法导出：{why}。', en: 'Could not export: {why}.' },
  delete: { zh: '删除', en: 'Delete' },
  deleteTitle: { zh: '删除这条回答？', en: 'Delete this answer?' },
  deleteText: { zh: '频道里不再显示它。', en: 'It disappears for everybody.' },
  deleteNotYours: { zh: '只有提问的人可以删除回答。', en: 'Only who asked can delete the answer.' },
  toolsGone: {
    zh: '这条回答的资料已不在缓存中，请重新提问。',
    en: 'What stands behind this answer is no longer kept. Please ask again.',
  },
  broken: {
    zh: '处理这个问题时出错了，已记录。请稍后再试。',
    en: 'Something broke while answering. It was logged; please try again shortly.',
  },
  settings: {
    zh: '你的回答语言：{language}。发送「settings lang zh」「settings lang en」或「settings lang auto」可以更改。',
    en: 'Language of your answers: {language}. Send "settings lang zh", "settings lang en" or "settings lang auto" to change it.',
  },
  languageNames: { zh: '跟随问题', en: 'that of the question' },
  digestOff: {
    zh: '这里没有设置每日摘要。管理员用 NIANBAO_DIGEST_CHANNEL 和 NIANBAO_DIGEST_TIME 设置频道和时间。',
    en: 'No daily digest is set up. Whoever runs me sets its channel and time with NIANBAO_DIGEST_CHANNEL and NIANBAO_DIGEST_TIME.',
  },
  digestOn: {
    zh: '每天 {time}（{zone}）在指定频道发布新收录报告的摘要；没有新报告就不发。',
    en: 'A digest of newly ingested reports is posted once a day at {time} ({zone}) in its channel; nothing is posted when nothing is new.',
  },
  bye: { zh: '再见。', en: 'Bye.' },
  terminalHow: {
    zh: '直接输入问题；出现选项时输入编号；/help 帮助，/quit 退出。',
    en: 'Type a question; where choices are offered, type their number; /help helps, /quit leaves.',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** A sentence with its places filled in. */
export function say(name: keyof typeof phrases, language: Language, details: Record<string, string> = {}): string {
  return phrases[name][language].replace(/\{(\w+)\}/g, (_, key: string) => details[key] ?? '');
}

/** A message of one paragraph. */
export function sentence(language: Language, text: string): Message {
  return { language, parts: [{ kind: 'text', text }] };
}

/** The language of a text by its own characters: Chinese where it holds any Han character. */
export function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}
