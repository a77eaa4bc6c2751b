/** `nianbao doctor`: checks the set-up and says how to mend each fault; without the network unless --slack. */
import { execFileSync } from 'node:child_process';
import { access, constants, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { libraryFile } from '../app.ts';
import { checkSlack } from '../chat/slack/check.ts';
import type { Config } from '../config.ts';
import { coded } from '../errors.ts';
import { loadLexicon } from '../lexicon/load.ts';
import type { Bilingual } from '../report/report.ts';
import { openStore } from '../store/embedded/open.ts';
import { command, type Output, type Run } from './command.ts';

/** ok: fine · note: works without it, and says what it would give · fault: must be mended. */
interface Check {
  readonly name: string;
  readonly state: 'ok' | 'note' | 'fault';
  readonly message: Bilingual;
}

interface Options {
  readonly slack?: boolean;
}

export const doctorCommand = (output: Output) =>
  command<Options>('doctor', 'check the set-up and say how to mend each fault', output, doctor, (made) => {
    made.option('--slack', 'also ask Slack: tokens, scopes, events');
  });

async function doctor(run: Run, _: readonly string[], options: Options): Promise<number> {
  const checks = [
    node(),
    ...natives(),
    lexicon(),
    await folder(run.config),
    await library(run.config),
    ...slackSettings(run.config),
    ocr(run.config),
  ];
  if (options.slack) checks.push(...(await checkSlack(run.config)));
  const faults = checks.filter((check) => check.state === 'fault').length;
  if (run.json) run.printJson({ checks, faults });
  else {
    const language = run.language ?? 'zh';
    const sign = { ok: '✓', note: '·', fault: '✗' };
    for (const { name, state, message } of checks) run.print(`${sign[state]} ${name.padEnd(14)} ${message[language]}`);
  }
  return faults > 0 ? 1 : 0;
}

const ok = (name: string, what: string): Check => ({ name, state: 'ok', message: { zh: what, en: what } });
const fault = (name: string, zh: string, en: string): Check => ({ name, state: 'fault', message: { zh, en } });
const note = (name: string, zh: string, en: string): Check => ({ name, state: 'note', message: { zh, en } });

function node(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return ok('node', process.versions.node);
  return fault(
    'node',
    `Node ${process.versions.node} 太旧，请安装 20.19 或更新版本。`,
    `Node ${process.versions.node} is too old; install 20.19 or newer.`,
  );
}

/** The add-ons are compiled at install: a changed Node needs them built again. */
function natives(): Check[] {
  const require = createRequire(import.meta.url);
  return ['better-sqlite3', 'nodejieba'].map((name) => {
    try {
      require(name);
      return ok(name, 'loads');
    } catch (error) {
      const why = (error as Error).message.split('\n')[0] ?? '';
      return fault(
        name,
        `无法加载（${why}）。请运行 npm rebuild ${name}；需要 python3、make 和 C++ 编译器。`,
        `does not load (${why}). Run npm rebuild ${name}; python3, make and a C++ compiler are needed.`,
      );
    }
  });
}

function lexicon(): Check {
  try {
    return ok('lexicon', loadLexicon().hash.slice(0, 12));
  } catch (error) {
    const { bilingual } = coded(error);
    return fault('lexicon', `index/ 无法读取：${bilingual.zh}`, `index/ cannot be read: ${bilingual.en}`);
  }
}

async function folder({ NIANBAO_DATA }: Config): Promise<Check> {
  try {
    await mkdir(NIANBAO_DATA, { recursive: true });
    await access(NIANBAO_DATA, constants.W_OK);
    return ok('data', resolve(NIANBAO_DATA));
  } catch {
    return fault(
      'data',
      `${NIANBAO_DATA} 不可写，请改权限或用 NIANBAO_DATA 指定别处。`,
      `${NIANBAO_DATA} cannot be written; change its permissions or set NIANBAO_DATA.`,
    );
  }
}

async function library(config: Config): Promise<Check> {
  try {
    const store = await openStore({ path: libraryFile(config), lexicon: loadLexicon() });
    try {
      const found = await store.check();
      const { reports } = await store.status();
      if (found === null) return ok('library', `${reports} reports`);
      return fault(
        'library',
        `资料库有损坏：${found}。请用 nianbao restore 恢复备份，或删除后重新导入。`,
        `The library is damaged: ${found}. Use nianbao restore, or delete it and ingest again.`,
      );
    } finally {
      await store.close();
    }
  } catch (error) {
    const { bilingual } = coded(error);
    return { name: 'library', state: 'fault', message: bilingual };
  }
}

function slackSettings(config: Config): Check[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = config;
  if (!bot && !app && !secret)
    return [
      note(
        'slack',
        '未设置，npm start 会在终端里聊天。见 docs/slack.md。',
        'Not set: npm start chats in the terminal. See docs/slack.md.',
      ),
    ];
  const mode = config.NIANBAO_SLACK_MODE ?? (app ? 'socket' : 'http');
  const faults: Check[] = [];
  if (!bot) faults.push(fault('slack', '缺少 SLACK_BOT_TOKEN（xoxb-…）。', 'SLACK_BOT_TOKEN (xoxb-…) is missing.'));
  else if (!bot.startsWith('xoxb-'))
    faults.push(fault('slack', 'SLACK_BOT_TOKEN 应以 xoxb- 开头。', 'SLACK_BOT_TOKEN should begin with xoxb-.'));
  if (mode === 'socket' && !app)
    faults.push(
      fault('slack', 'Socket Mode 需要 SLACK_APP_TOKEN（xapp-…）。', 'Socket Mode needs SLACK_APP_TOKEN (xapp-…).'),
    );
  if (mode === 'http' && !secret)
    faults.push(fault('slack', 'HTTP 模式需要 SLACK_SIGNING_SECRET。', 'HTTP mode needs SLACK_SIGNING_SECRET.'));
  return faults.length > 0 ? faults : [ok('slack', `${mode} mode`)];
}

/** An optional program of the system: nianbao works without it. */
/** Reading pictures is optional: set NIANBAO_OCR, and the program must be there with both of its languages. */
function ocr({ NIANBAO_OCR: program }: Config): Check {
  const tool = program ?? 'tesseract';
  try {
    const said = execFileSync(tool, ['--list-langs'], {
      encoding: 'utf8',
      timeout: 10_000,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lacking = ['chi_sim', 'eng'].filter((language) => !said.split(/\s+/).includes(language));
    if (lacking.length > 0) throw new Error(lacking.join(', '));
    if (program !== undefined) return ok('ocr', tool);
    return note(
      'ocr',
      `${tool} 可用；设 NIANBAO_OCR=${tool} 后读取扫描件和图片。`,
      `${tool} is there; set NIANBAO_OCR=${tool} to read scans and pictures.`,
    );
  } catch {
    const zh = `需要 tesseract 及其语言 chi_sim、eng（如 apt install tesseract-ocr tesseract-ocr-chi-sim），并设 NIANBAO_OCR=tesseract；没有它，扫描件和图片不被读取。`;
    const en = `scans and pictures need tesseract with chi_sim and eng (apt install tesseract-ocr tesseract-ocr-chi-sim) and NIANBAO_OCR=tesseract; without it they are refused.`;
    return program === undefined ? note('ocr', zh, en) : fault('ocr', `${program}：${zh}`, `${program}: ${en}`);
  }
}
