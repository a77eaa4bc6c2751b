/**
 * Coded errors: what went wrong, where, and what to do, in both languages. The code is stable and documented in
 * docs/commands.md; a message never holds a secret, and quotes from files are bounded.
 */

export const errors = {
  'input.missing': { zh: '没有找到文件：{what}。请检查路径。', en: 'No such file: {what}. Check the path.' },
  'input.unreadable': { zh: '无法读取 {what}：{why}。', en: 'Cannot read {what}: {why}.' },
  'input.empty': { zh: '文件是空的：{what}。', en: 'The file is empty: {what}.' },
  'input.tooLarge': {
    zh: '{what} 超过上限（{limit}）。可用 {setting} 调整。',
    en: '{what} is over the limit ({limit}). {setting} changes it.',
  },
  'input.tooSlow': {
    zh: '读取 {what} 超过了 {limit} 毫秒，已停止。可用 {setting} 调整。',
    en: 'Reading {what} took longer than {limit} ms and was stopped. {setting} changes it.',
  },
  'input.format': {
    zh: '不认识 {what} 的格式（{why}）。可以读取 TXT、Markdown、HTML、DOCX、DOC、PDF、XLSX、CSV 和 ZIP。',
    en: 'The format of {what} is not known ({why}). TXT, Markdown, HTML, DOCX, DOC, PDF, XLSX, CSV and ZIP can be read.',
  },
  'input.damaged': { zh: '{what} 已损坏，无法打开：{why}。', en: '{what} is damaged and cannot be opened: {why}.' },
  'input.encrypted': {
    zh: '{what} 有密码保护，请先去除密码。',
    en: '{what} is protected by a password; remove it first.',
  },
  'input.scanned': {
    zh: '{what} 是扫描件或图片，没有文字。请先做文字识别（OCR），或安装 tesseract 并设置 NIANBAO_OCR=tesseract 后重试。',
    en: '{what} is a scan or a picture without text. Run OCR first, or install tesseract, set NIANBAO_OCR=tesseract and try again.',
  },
  'input.tool': {
    zh: '读取 {what} 需要 {tool}，这台机器上没有。`nianbao doctor` 会说明如何安装。',
    en: 'Reading {what} needs {tool}, which this machine lacks. `nianbao doctor` says how to install it.',
  },
  'report.none': {
    zh: '{what} 里没有找到政府信息公开工作年度报告（标题、章节和表格都看不出是这样的报告）。',
    en: '{what} holds no annual report on open government information (neither title nor sections nor tables show one).',
  },
  'report.unfilled': {
    zh: '{what} 是还没有填写的年度报告格式或模板，不是报告。',
    en: '{what} is a form or template of the annual report that is not filled in, and no report.',
  },
  'store.busy': {
    zh: '资料库正被另一个进程写入，请稍后再试。',
    en: 'Another process is writing to the library; try again shortly.',
  },
  'store.damaged': {
    zh: '资料库 {what} 无法打开：{why}。请从备份恢复，或删除后重新导入。',
    en: 'The library {what} cannot be opened: {why}. Restore a backup, or delete it and ingest again.',
  },
  'store.version': {
    zh: '资料库 {what} 由更新版本的 nianbao 写成，请先升级。',
    en: 'The library {what} was written by a newer nianbao; upgrade first.',
  },
  'store.noReport': { zh: '资料库里没有报告 {what}。', en: 'The library holds no report {what}.' },
  'store.noFinding': { zh: '资料库里没有核查发现 {what}。', en: 'The library holds no finding {what}.' },
  'question.empty': { zh: '请输入一个问题。', en: 'Please type a question.' },
  'question.tooLong': {
    zh: '问题有 {length} 个字符，上限是 {limit} 个。请缩短后再问。',
    en: 'The question has {length} characters; the limit is {limit}. Please shorten it.',
  },
  'question.badLine': {
    zh: '第 {line} 行不是有效的问题（{why}）。',
    en: 'Line {line} is not a valid question ({why}).',
  },
  'plan.invalid': { zh: '查询计划无效：{why}。', en: 'The plan is not valid: {why}.' },
  'config.invalid': { zh: '设置 {what} 无效：{why}。', en: 'The setting {what} is not valid: {why}.' },
  'slack.refused': { zh: 'Slack 拒绝了请求：{why}。', en: 'Slack refused the request: {why}.' },
  internal: { zh: '程序内部出错（{why}）。已记录。', en: 'Something broke inside ({why}). It was logged.' },
} as const;

export type ErrorCode = keyof typeof errors;

/** An error that a user may see. `message` is English (for logs); `bilingual` is what an answer shows. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly bilingual: { zh: string; en: string };
  constructor(code: ErrorCode, details: Record<string, string | number> = {}, options?: { cause?: unknown }) {
    const fill = (template: string) =>
      template.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?').slice(0, 300));
    const bilingual = { zh: fill(errors[code].zh), en: fill(errors[code].en) };
    super(bilingual.en, options);
    this.name = 'CodedError';
    this.code = code;
    this.bilingual = bilingual;
  }
}

/** Any thrown value as a coded error; what is not one already becomes `internal` with its message as cause. */
export function coded(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new CodedError('internal', { why }, { cause: error });
}
