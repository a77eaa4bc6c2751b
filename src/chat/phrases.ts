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
  exportedAsText: {
    zh: '「{question}」的数据。这里不接收文件，以下是 CSV：',
    en: 'The figures of "{question}". Files are not taken here; as CSV:',
  },
  exportedToYou: { zh: '数据已发到你的私信。', en: 'The figures are in your direct messages.' },
  exportFailed: { zh: '无法导出：{why}', en: 'Could not export: {why}' },
  delete: { zh: '删除', en: 'Delete' },
  deleteTitle: { zh: '删除这条回答？', en: 'Delete this answer?' },
  deleteText: { zh: '频道里不再显示它。', en: 'It disappears for everybody.' },
  deleted: { zh: '（提问的人已删除这条回答。）', en: '(Deleted by who asked.)' },
  deleteFailed: {
    zh: 'Slack 没有接受删除，请稍后再试。',
    en: 'Slack did not take the answer back. Please try again shortly.',
  },
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
  rulesHow: {
    zh: '可以更改的规则（仅管理员）：\nsettings 提问|导入|订阅|核查 所有人|管理员|@某人\nsettings 频道 不限|#频道\nsettings 限额 个人|频道 20|取消',
    en: 'Rules that admins can change:\nsettings ask|ingest|subscribe|dismiss anyone|admins|@person\nsettings channels any|#channel\nsettings limit user|channel 20|off',
  },
  rules: { zh: '规则：', en: 'Rules of the house:' },
  rulesChanged: { zh: '规则已更改：', en: 'The rules were changed:' },
  noAdmins: {
    zh: '还没有管理员。运行机器人的人用 NIANBAO_ADMINS 指定（Slack 用户 ID，逗号分隔）。',
    en: 'There are no admins yet. Whoever runs me names them with NIANBAO_ADMINS (Slack user ids, separated by commas).',
  },
  adminsOnly: { zh: '只有管理员可以更改规则。', en: 'Only admins can change the rules.' },
  mayNot: {
    zh: '按这里的规则，你不能{act}。请联系管理员。',
    en: 'By the rules here you may not {act}. Please ask an admin.',
  },
  notHere: {
    zh: '按这里的规则，我不在这个频道发言。请私信我，或用 /disclosure。',
    en: 'By the rules here I do not speak in this channel. Write to me directly, or use /disclosure.',
  },
  limited: {
    zh: '这一分钟里的提问已达上限，请稍后再问；在此之前我不再提醒。',
    en: 'That is all I may answer for this minute. Please ask again shortly; I will not repeat this until then.',
  },
  ask: { zh: '提问', en: 'ask' },
  ingest: { zh: '导入', en: 'ingest' },
  subscribe: { zh: '订阅', en: 'subscribe' },
  dismiss: { zh: '处理核查发现', en: 'dismiss findings' },
  anyone: { zh: '所有人', en: 'anyone' },
  admins: { zh: '管理员', en: 'admins' },
  channels: { zh: '发言频道', en: 'channels' },
  anyChannel: { zh: '不限', en: 'any' },
  limits: { zh: '限额', en: 'limits' },
  perUser: { zh: '每人', en: 'each person' },
  perChannel: { zh: '每个频道', en: 'each channel' },
  noLimit: { zh: '不限', en: 'none' },
  aMinute: { zh: '每分钟 {limit} 问', en: '{limit} a minute' },
  subscribed: {
    zh: '已订阅 {what}。没有新报告就不发。',
    en: 'Subscribed: {what}. Nothing is posted when nothing is new.',
  },
  unsubscribed: { zh: '已退订 {what}。', en: 'Deleted: {what}.' },
  paused: { zh: '已暂停 {what}。', en: 'Paused: {what}.' },
  resumed: { zh: '已恢复 {what}。', en: 'Resumed: {what}.' },
  rewished: { zh: '已改为 {what}。', en: 'Changed: {what}.' },
  noSubscription: { zh: '这里没有订阅 #{number}。', en: 'There is no subscription #{number} here.' },
  noSubscriptions: { zh: '这里还没有订阅。', en: 'There are no subscriptions here yet.' },
  subscriptionsHere: { zh: '这里的订阅：', en: 'Subscriptions here:' },
  oddTime: {
    zh: '看不懂“{odd}”：时间写作 09:00，时区写作 Asia/Shanghai。没有订阅。',
    en: '"{odd}" is no time and no zone: write 09:00, and Europe/Berlin. Nothing was subscribed.',
  },
  subscribeHow: {
    zh: '例如「订阅 宁夏 科技局 工作日 09:00」「订阅 有问题的 09:00」；「订阅 修改 1 陕西」「订阅 暂停 1」「退订 1」。',
    en: 'For example "subscribe Ningxia science bureau weekdays 09:00", "subscribe findings 09:00"; "subscribe change 1 Shaanxi", "subscribe pause 1", "unsubscribe 1".',
  },
  tooMany: {
    zh: '这里最多 {most} 个订阅，请先退订一个。',
    en: 'There can be {most} subscriptions here. Delete one first.',
  },
  change: { zh: '更改：', en: 'Change:' },
  undeliverable: {
    zh: '订阅 {what} 发不到 {channel}（{why}），已暂停。恢复：在那里发送「订阅 恢复 {number}」。',
    en: 'The digest {what} cannot be posted in {channel} ({why}) and was paused. To resume it, send "subscribe resume {number}" there.',
  },
  undeliverableHere: {
    zh: '每日摘要发不到 {channel}（{why}）。请把机器人请回频道或取消归档，也可以修改 NIANBAO_DIGEST_CHANNEL；恢复后会一并补发。',
    en: 'The daily digest cannot be posted in {channel} ({why}). Invite the bot back, unarchive the channel, or change NIANBAO_DIGEST_CHANNEL; what was missed is then told in one digest.',
  },
  reasonNeeded: {
    zh: '请写明理由，例如「忽略 0123456789ab 原件如此」。',
    en: 'Please say why, for example "dismiss 0123456789ab printed so".',
  },
  confirmed: { zh: '已确认核查发现 {finding}。', en: 'Finding {finding}: confirmed.' },
  dismissed: { zh: '已忽略核查发现 {finding}。', en: 'Finding {finding}: dismissed.' },
  noted: { zh: '已为核查发现 {finding} 加备注。', en: 'Finding {finding}: noted.' },
  noFinding: { zh: '没有编号为 {finding} 的核查发现。', en: 'There is no finding {finding}.' },
  fileCells: {
    zh: '法定表格：有值 {stated} 格，空白 {blank}，缺失 {missing}，不确定 {uncertain}；正文数字 {statements} 处。',
    en: 'Statutory tables: {stated} cells with a value, {blank} blank, {missing} missing, {uncertain} uncertain; {statements} figures in the text.',
  },
  fileNoTables: {
    zh: '没有法定表格。正文数字 {statements} 处。',
    en: 'No statutory tables; {statements} figures in the text.',
  },
  fileFindings: { zh: '核查发现 {n} 项：', en: '{n} findings:' },
  fileClean: { zh: '核查没有发现问题。', en: 'The audit found nothing.' },
  fileHeld: { zh: '资料库里已有这份文件。', en: 'The library holds this very file already.' },
  fileMore: { zh: '另有 {n} 项。', en: '{n} more.' },
  fileReading: { zh: '正在读 {name}……', en: 'Reading {name}…' },
  fileIngest: { zh: '导入资料库', en: 'Ingest' },
  fileNobody: { zh: '未写明机关', en: 'agency not named' },
  fileRefused: { zh: '无法下载 {name}：{why}。', en: 'Could not download {name}: {why}.' },
  fileWhyHost: { zh: '文件不在 Slack 的主机上', en: "it is not on Slack's hosts" },
  fileWhyLarge: { zh: '超过 {limit} 字节', en: 'it is over {limit} bytes' },
  fileWhyScope: {
    zh: 'Slack 给的不是文件本身，机器人可能缺少 files:read 权限',
    en: 'Slack gave a page instead of the file; the bot may lack the scope files:read',
  },
  fileWhyStatus: { zh: 'Slack 返回 {status}', en: 'Slack answered {status}' },
  fileWhyLost: { zh: '下载中断', en: 'the download broke off' },
  fileIngested: { zh: '已导入：{what}。', en: 'Ingested: {what}.' },
  fileUnchanged: { zh: '资料库里已有，没有变化。', en: 'Held already; nothing changed.' },
  fileUpdated: {
    zh: '已导入为新版本：{what}。旧版本仍可查。',
    en: 'Ingested as a new version: {what}. The earlier one is kept.',
  },
  fileTooMany: {
    zh: '一次最多读 {most} 个文件，其余请再发一次。',
    en: 'I read {most} files at a time; please send the others again.',
  },
  homeHeld: { zh: '资料库：{n} 份报告', en: 'The library: {n} reports' },
  homeYears: { zh: '按年度：{list}', en: 'By year: {list}' },
  homeRegions: { zh: '按地区：{list}', en: 'By region: {list}' },
  homeUnknown: { zh: '不明', en: 'unknown' },
  homeRecent: { zh: '最近收录：', en: 'Latest:' },
  homeCount: { zh: '核查发现 {n} 项', en: '{n} findings' },
  homeFindings: {
    zh: '核查发现：错误 {errors} 项，警告 {warnings} 项。问「哪些报告前后数字对不上」看详情。',
    en: 'Findings: {errors} errors, {warnings} warnings. Ask "which reports contradict themselves" for details.',
  },
  homeSubscriptions: { zh: '你的订阅：', en: 'Your subscriptions:' },
  next: { zh: '下一页', en: 'Next' },
  previous: { zh: '上一页', en: 'Previous' },
  sourcesBehind: { zh: '出处：点「查看出处」。', en: 'For the sources press “Show sources”.' },
  up: { zh: '👍', en: '👍' },
  down: { zh: '👎', en: '👎' },
  feedbackTitle: { zh: '谢谢', en: 'Thank you' },
  feedbackAsk: { zh: '想补充一句吗？（可不填）', en: 'Anything to add? (optional)' },
  feedbackKept: {
    zh: '已记下。你的评价、这个问题和你写的话，维护者可以看到。',
    en: 'Noted. The maintainers can read your opinion, this question and what you write.',
  },
  feedbackSend: { zh: '发送', en: 'Send' },
  feedbackHead: { zh: '评价：👍 {up}，👎 {down}', en: 'Feedback: 👍 {up}, 👎 {down}' },
  feedbackNone: { zh: '还没有评价。', en: 'No feedback yet.' },
  adminsRead: { zh: '只有管理员可以看。', en: 'Only admins can read this.' },
  logHead: { zh: '规则的更改（最近的在前）：', en: 'Changes of the rules, the newest first:' },
  logNone: { zh: '规则还没有更改过。', en: 'The rules were never changed.' },
  working: { zh: '正在查阅报告……', en: 'is looking it up in the reports…' },
  checkHead: {
    zh: '核对：相符 {match}，不符 {differ}，无法核对 {unknown}',
    en: 'Checked: {match} match, {differ} differ, {unknown} cannot be checked',
  },
  checkMatch: { zh: '✓ 相符', en: '✓ Matches' },
  checkDiffer: { zh: '不符', en: 'Differs' },
  checkUnknown: { zh: '? 无法核对', en: '? Cannot be checked' },
  checkSays: { zh: '报告：{value}（{what}）', en: 'The report says {value} ({what})' },
  checkNear: {
    zh: '报告正文里最接近的是 {value}（{what}），可能说的不是同一件事。',
    en: 'Nearest in the text of the report is {value} ({what}), which may be about another thing.',
  },
  checkNone: {
    zh: '这条消息里没有可以核对的数字（例如「盐池县科技局2023年收到申请1件」）。',
    en: 'There is no figure in this message that can be checked ("Yanchi science bureau received 1 application in 2023").',
  },
  checkUnclear: { zh: '看不出这是报告里的哪个数字。', en: 'It is not clear which figure of a report this is.' },
  checkWhose: { zh: '没有写明是哪个单位的哪份报告。', en: 'It does not say which body’s report this is about.' },
  checkYears: { zh: '没有写明年度，资料库里有几份报告。', en: 'It names no year, and several reports are held.' },
  checkUnit: { zh: '单位不同：报告里是{unit}。', en: 'The unit differs: the report counts in {unit}.' },
  checkMore: { zh: '只核对了前 {most} 个数字。', en: 'Only the first {most} figures were checked.' },
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
