/** `nianbao changes REPORT [OTHER]`: what a corrected report says otherwise than the version before it. */
import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { showFigure } from '../message/numbers.ts';
import { Changes, changesBetween } from '../report/changes.ts';
import { cellOf, keyOf } from '../report/forms.ts';
import type { Report } from '../report/report.ts';
import type { ReportHead, Store } from '../store/store.ts';
import { command, type Output, type Run } from './command.ts';
import { withApp } from './open.ts';

const Version = z.object({
  report: z.string(),
  agency: z.string().nullable(),
  year: z.number().nullable(),
  file: z.string(),
  publishedDate: z.string().nullable(),
  ingestedAt: z.string(),
  version: z.number(),
  current: z.boolean(),
});
type Version = z.infer<typeof Version>;

/** What `nianbao changes --json` prints; `before` is null where there is one version only. */
export const ChangesOutput = Changes.extend({ before: Version.nullable(), after: Version });
type Compared = z.infer<typeof ChangesOutput> & { readonly before: Version };

export const changesCommand = (output: Output) =>
  command(
    'changes <report> [other]',
    'what a corrected report says otherwise than the version before it, or than another report',
    output,
    (run, [report = '', other]) => withApp(run, ({ store }) => changes(run, store, report, other)),
  );

async function changes(run: Run, store: Store, id: string, other: string | undefined): Promise<number> {
  const pair = await versionsOf(store, id, other);
  if (pair === null) {
    const [alone] = await store.heads({ reports: [id], versions: 'all' });
    const none = { identity: [], cells: [], sections: [] };
    if (run.json) run.printJson({ ...none, before: null, after: shown(alone as ReportHead) });
    else run.print((run.language ?? 'zh') === 'zh' ? `${id} 只有一个版本。` : `There is only one version of ${id}.`);
    return 0;
  }
  const [before, after] = await Promise.all(pair.map((head) => held(store, head.report)));
  const [old, fresh] = pair.map(shown) as [Version, Version];
  const found: Compared = { before: old, after: fresh, ...changesBetween(before as Report, after as Report) };
  if (run.json) run.printJson(found);
  else for (const line of linesOf(found, run.language ?? 'zh')) run.print(line);
  return 0;
}

/**
 * The two versions, the one that counts last. Without another: of the current version and the one that arrived last before or beside
 * it. Null where there is no other.
 */
async function versionsOf(
  store: Store,
  id: string,
  other: string | undefined,
): Promise<[ReportHead, ReportHead] | null> {
  const named = await store.heads({ reports: [id, ...(other === undefined ? [] : [other])], versions: 'all' });
  const find = (report: string) => {
    const head = named.find((each) => each.report === report);
    if (!head) throw new CodedError('store.noReport', { what: report });
    return head;
  };
  const one = find(id);
  if (other !== undefined) return inOrder(one, find(other));
  if (one.agencyKey === null || one.year === null) return null;
  const all = await store.heads({ agencies: [one.agencyKey], years: [one.year], versions: 'all' });
  const rest = all.filter(({ report }) => report !== id).toSorted((a, b) => a.version - b.version);
  const beside = one.current ? rest.at(-1) : rest.find(({ current }) => current);
  return beside === undefined ? null : inOrder(one, beside);
}

function inOrder(one: ReportHead, other: ReportHead): [ReportHead, ReportHead] {
  const same = one.agencyKey === other.agencyKey && one.year === other.year;
  const first = same
    ? other.current || (!one.current && one.version < other.version)
    : (one.year ?? 0) <= (other.year ?? 0);
  return first ? [one, other] : [other, one];
}

async function held(store: Store, id: string): Promise<Report> {
  const report = await store.report(id);
  if (report === null) throw new CodedError('store.noReport', { what: id });
  return report;
}

function shown({ report, agency, year, file, publishedDate, ingestedAt, version, current }: ReportHead): Version {
  return { report, agency, year, file, publishedDate, ingestedAt, version, current };
}

const RULE = {
  zh: '现行版本：发布日期较晚者；日期相同或有一份未写明时，后收录者。',
  en: 'Current is the version published later; where the dates are equal or one is not stated, the one that arrived later.',
};

function linesOf(found: Compared, language: 'zh' | 'en'): string[] {
  const zh = language === 'zh';
  const { before, after, identity, cells, sections } = found;
  const name = (each: Version) =>
    `${each.agency ?? (zh ? '（未写明机关）' : '(agency not named)')} ${each.year ?? '----'}`;
  const version = (each: Version, word: string) =>
    [
      `${word}${each.report}`,
      zh
        ? `第 ${each.version} 版${each.current ? '（现行）' : ''}`
        : `version ${each.version}${each.current ? ' (current)' : ''}`,
      `${zh ? '发布' : 'published'} ${each.publishedDate ?? (zh ? '未写明' : 'not stated')}`,
      `${zh ? '收录' : 'ingested'} ${each.ingestedAt.slice(0, 16).replace('T', ' ')}`,
      each.file,
    ].join('  ');
  const lines = [
    zh ? `${name(after)} · 两个版本的差异` : `${name(after)} · what changed between two versions`,
    version(before, zh ? '更正前  ' : 'before  '),
    version(after, zh ? '更正后  ' : 'after   '),
    ...(before.agency === after.agency || before.year === after.year ? [RULE[language]] : []),
  ];
  const title = (what: string, count: number) => lines.push('', zh ? `${what}（${count} 处）` : `${what} (${count})`);
  if (identity.length > 0) title(zh ? '基本信息' : 'Identity', identity.length);
  for (const { field, before: was, after: is } of identity)
    lines.push(`  ${(FIELDS[field] ?? { zh: field, en: field })[language]}: ${was ?? '—'} → ${is ?? '—'}`);
  if (cells.length > 0) title(zh ? '表中数字' : 'Figures of the tables', cells.length);
  for (const cell of cells)
    lines.push(`  ${cellName(cell, language)}: ${figure(cell.before, language)} → ${figure(cell.after, language)}`);
  const changed = sections.reduce((sum, { removed, added }) => sum + removed.length + added.length, 0);
  if (sections.length > 0) title(zh ? '文字' : 'Text', changed);
  for (const { number, title: heading, only, removed, added } of sections) {
    const where =
      number === null
        ? heading
        : zh
          ? `第${'一二三四五六'[number - 1]}部分 ${heading}`
          : `Section ${number} ${heading}`;
    const alone = only === null ? '' : zh ? `（只在更正${only === 'before' ? '前' : '后'}）` : ` (only ${only})`;
    lines.push(`  ${where}${alone}`);
    for (const { text, line } of removed) lines.push(`    − ${text}${place(line, language)}`);
    for (const { text, line } of added) lines.push(`    + ${text}${place(line, language)}`);
  }
  if (identity.length + cells.length + sections.length === 0)
    lines.push('', zh ? '章节文字和表中数字都没有差异。' : 'The sections and the figures of the tables are the same.');
  return lines;
}

const FIELDS: Record<string, { zh: string; en: string }> = {
  agency: { zh: '机关', en: 'agency' },
  year: { zh: '年度', en: 'year' },
  form: { zh: '格式', en: 'form' },
  title: { zh: '标题', en: 'title' },
  publishedDate: { zh: '发布日期', en: 'date of publication' },
};

function cellName(cell: Compared['cells'][number], language: 'zh' | 'en'): string {
  const { table, row, column } = cell;
  if (language === 'zh') return `表${'二三四'[table - 2]} ${row} | ${column}`;
  return `Table ${table} ${cellOf(keyOf(cell))?.en ?? `${row} | ${column}`}`;
}

function place(line: number | null, language: 'zh' | 'en'): string {
  if (line === null) return '';
  return language === 'zh' ? `（第 ${line} 行）` : ` (line ${line})`;
}

function figure(cell: Compared['cells'][number]['before'], language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  if (cell === null) return zh ? '无此格' : 'no such cell';
  if (!cell.certain) return zh ? `列不能确定（${cell.raw ?? ''}）` : `column not certain (${cell.raw ?? ''})`;
  if (cell.state === 'blank') return zh ? '空白' : 'blank';
  if (cell.state === 'missing' || cell.value === null) return zh ? '缺失' : 'missing';
  return `${showFigure(cell.value, cell.unit, language)}${place(cell.line, language)}`;
}
