/** The modal behind "show sources": each citation with its place, the line itself, and the lines around it. */
import type { Citation } from '../../answer/answer.ts';
import { sourceGroups } from '../../message/sources.ts';
import type { StoredFact } from '../../store/store.ts';
import { type Language, say } from '../phrases.ts';
import { escaped } from './markup.ts';

/** A cell of the form, as far as it is shown around a cited one. */
type Cell = Pick<StoredFact, 'report' | 'table' | 'row' | 'column' | 'raw' | 'state'>;

/** Sources of one view (five blocks each, of a hundred), and rows of the form shown of one. */
const SOURCES = 20;
const ROWS = 3;
/** Lines shown before and after the cited one. */
const AROUND = 4;
/** Longest text shown of a line that is not the cited one, and of the cited one (a section takes 3,000 characters). */
const SHORT = 220;
const LONG = 1400;

/**
 * The view; `texts` are the decoded reports by id, null where one is no longer held, `facts` the cells of their forms. Everything is plain text: nothing
 * that a report says can format, mention or link.
 */
export function sourcesView(
  citations: readonly Citation[],
  texts: ReadonlyMap<string, string | null>,
  facts: readonly Cell[],
  language: Language,
): object {
  const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
  const lines = new Map([...texts].map(([report, text]) => [report, text?.split('\n') ?? null]));
  const blocks = sourceGroups(citations.slice(0, SOURCES)).flatMap((group, index) => {
    const citation = group.find(({ row }) => row !== null) ?? (group[0] as Citation);
    const around = passage(citation, lines.get(citation.report) ?? null);
    const head = [placeOf(citation, index + 1, language), ...rowsOf(group, facts, language)].join('\n');
    return [
      { type: 'section', text: plain(head) },
      ...(around.before === '' ? [] : [{ type: 'context', elements: [plain(around.before)] }]),
      { type: 'section', text: plain(around.line) },
      ...(around.after === '' ? [] : [{ type: 'context', elements: [plain(around.after)] }]),
      { type: 'divider' },
    ];
  });
  return {
    type: 'modal',
    title: plain(say('sourcesTitle', language)),
    close: plain(say('close', language)),
    blocks: blocks.slice(0, 100),
  };
}

/** The rows of the form that are cited, with all of their cells: text that lost its grid shows neither heads nor labels. */
function rowsOf(group: readonly Citation[], facts: readonly Cell[], language: Language): string[] {
  const zh = language === 'zh';
  const named = group.filter(({ table, row, column }) => table !== null && row !== null && column !== null);
  const rows = [...new Map(named.map((each) => [`${each.table} ${each.row}`, each])).values()].slice(0, ROWS);
  return rows.flatMap(({ report, table, row }) => {
    const cells = facts.filter((each) => each.report === report && each.table === table && each.row === row);
    if (cells.length < 2) return [];
    const told = cells.map(({ column, raw, state }) => `${column} ${state === 'stated' ? (raw ?? '?').trim() : '—'}`);
    return [cut(`${row}${zh ? '：' : ': '}${told.join(' · ')}`, SHORT * 2)];
  });
}

function passage({ line, quote }: Citation, lines: readonly string[] | null) {
  const cited = (text: string) => `▶ ${line === null ? '' : `${line}  `}${cut(text, LONG)}`;
  if (lines === null || line === null || lines[line - 1] === undefined)
    return { before: '', line: cited(quote), after: '' };
  const some = (from: number, to: number) =>
    lines
      .slice(Math.max(0, from), Math.min(lines.length, to))
      .map((text, index) => ({ text: text.trim(), number: Math.max(0, from) + index + 1 }))
      .filter(({ text }) => text !== '')
      .map(({ text, number }) => `${number}  ${cut(text, SHORT)}`)
      .join('\n');
  const whole = lines[line - 1] as string;
  const at = Math.max(0, whole.indexOf(quote));
  // A very long line is shown around the quote, so that the figure is never what is cut away.
  const shown = whole.length > LONG ? whole.slice(Math.max(0, at - 200), at + LONG - 200) : whole;
  return { before: some(line - 1 - AROUND, line - 1), line: cited(shown.trim()), after: some(line, line + AROUND) };
}

function placeOf(
  { agency, year, file, table, row, column, line, page, place, section }: Citation,
  number: number,
  language: Language,
): string {
  const zh = language === 'zh';
  const where = [
    section === null ? '' : zh ? `第${section}部分` : `section ${section}`,
    table === null ? '' : zh ? `表${table}` : `table ${table}`,
    row ?? '',
    column ?? '',
    line === null ? '' : zh ? `第${line}行` : `line ${line}`,
    page === null ? '' : zh ? `第${page}页` : `page ${page}`,
    place ?? '',
  ];
  const head = [agency ?? file, year === null ? '' : String(year), ...where, agency === null ? '' : file];
  return cut(`[${number}] ${head.filter((each) => each !== '').join(' · ')}`, LONG);
}

function cut(text: string, limit: number): string {
  return escaped(text.length > limit ? `${text.slice(0, limit)}…` : text);
}
