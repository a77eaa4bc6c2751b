/** A message as plain text: for the terminal, for `ask --json`, and as what Slack shows where blocks fail. */
import type { Citation } from '../../answer/answer.ts';
import type { Message, Part } from '../message.ts';
import { type Say, speak } from '../phrases.ts';
import { sourceGroups } from '../sources.ts';
import { alignTable } from './width.ts';

/** The whole message; parts are set apart by an empty line where they are more than a line. */
export function renderText(message: Message): string {
  const say = speak(message.language);
  const blocks = message.parts.map((part) => renderPart(part, message.language, say)).filter((text) => text !== '');
  return blocks.join('\n\n');
}

/** One part as plain text. */
export function renderPart(part: Part, language: 'zh' | 'en', say: Say): string {
  switch (part.kind) {
    case 'headline':
    case 'text':
    case 'note':
      return part.text;
    case 'link':
      return part.text === part.url ? part.url : `${part.text} ${part.url}`;
    case 'quote':
      return part.caption === '' ? part.text : `${part.caption}\n${part.text}`;
    case 'list':
      return [...part.items.map((item) => `• ${item}`), ...(part.more === null ? [] : [part.more])].join('\n');
    case 'table':
      return [alignTable(part.columns, part.rows, part.numeric), ...(part.more === null ? [] : [part.more])].join('\n');
    case 'chart':
      return '';
    case 'file':
      return [part.caption, ...(part.how === undefined ? csvLines(part.csv, say) : [part.how])].join('\n');
    case 'warning':
      return `${MARKS[part.severity]} ${part.text}`;
    case 'sources':
      return [part.title, ...sourceLines(part.citations, language, say)].join('\n');
    case 'choices':
      return [part.prompt, ...part.choices.map((choice, index) => `${index + 1}. ${choice.label}`)].join('\n');
  }
}

/** Lines of a file that are shown; the file itself holds all. */
const FILE_LINES = 60;

/** The CSV's lines, without the mark that spreadsheet programs want; of a long one the first, and how to have the rest. */
export function csvLines(csv: string, say: Say): string[] {
  const lines = csv
    .replace(/^\u{feff}/u, '')
    .trimEnd()
    .split('\r\n');
  return lines.length <= FILE_LINES ? lines : [...lines.slice(0, FILE_LINES), say.exportMore(FILE_LINES)];
}

export const MARKS = { error: '⚠', warning: '⚠', info: 'ℹ' } as const;

/** Numbered sources; cells of one line share a source, with their rows and columns named together. */
export function sourceLines(citations: readonly Citation[], language: 'zh' | 'en', say: Say): string[] {
  return sourceGroups(citations).map((some, index) => sourceLine(some, index + 1, language, say));
}

function sourceLine(some: readonly Citation[], number: number, language: 'zh' | 'en', say: Say): string {
  const each = some.find(({ row }) => row !== null) ?? (some[0] as Citation);
  const rows = [...new Set(some.flatMap(({ row }) => row ?? []))];
  const cell = rows.map((row) => cellsOf(row, some, language)).join(language === 'zh' ? '；' : '; ');
  const where = [
    each.file,
    each.table === null && each.section !== null ? say.section(each.section) : '',
    each.table === null ? '' : say.table(each.table),
    cell,
    each.line === null ? '' : say.line(each.line),
    each.page === null ? '' : say.page(each.page),
    each.line === null && each.page === null ? (each.place ?? '') : '',
  ];
  const [open, close] = language === 'zh' ? ['“', '”'] : ['“', '”'];
  return `[${number}] ${where.filter((part) => part !== '').join(' · ')}\n    ${open}${each.quote}${close}`;
}

function cellsOf(row: string, some: readonly Citation[], language: 'zh' | 'en'): string {
  const columns = [...new Set(some.flatMap((each) => (each.row === row && each.column !== null ? each.column : [])))];
  return [row, columns.join(language === 'zh' ? '、' : ', ')].filter((part) => part !== '').join(' | ');
}
