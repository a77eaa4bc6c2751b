/** points: one of the points that a section counts (第二个呢, "the last one"), or how many there are, with all of them. */
import type { Paragraph, Section } from '../../report/report.ts';
import type { ReportHead } from '../../store/store.ts';
import type { Answer, Excerpt } from '../answer.ts';
import { cite, distinct, verbatim } from '../cite.ts';
import { answer, type Desk, noData } from '../desk.ts';
import { type Point, type Points, pointsOf } from '../points.ts';
import { reason, reportName } from '../reasons.ts';

/** What was shown of a section. */
export interface Shown {
  readonly from: Section;
  readonly paragraphs: readonly Paragraph[];
}

/** `at`: from 1, -1 the last, null for all of them. */
export function points(
  desk: Desk,
  head: ReportHead,
  shown: readonly Shown[],
  source: string | null,
  at: number | null,
): Answer {
  const lists = shown.flatMap(({ from, paragraphs }) =>
    pointsOf(paragraphs.map(({ text }) => text)).map((list) => ({ from, paragraphs, list })),
  );
  const wanted = desk.plan.themeKind ?? (desk.plan.sections.join() === '5' ? 'problem' : null);
  const fitting = lists.filter(({ list }) => list.side === wanted);
  const meant = fitting.length > 0 ? fitting : desk.plan.themeKind === null ? lists : [];
  const [only, ...more] = meant;
  if (only === undefined || more.length > 0) return none(desk, head, meant.length);
  const { points: all } = only.list;
  const one = at === null ? null : all.at(at < 0 ? at : at - 1);
  if (one === undefined) return beyond(desk, head, all.length);
  const numbers = one === null ? all.map((_, index) => index) : [all.indexOf(one)];
  const excerpts = numbers.map((index) => excerptOf(desk, head, only, all[index]!, index, source));
  return answer(desk, 'answered', {
    rows: excerpts.map((each) => ({
      agency: each.agency,
      year: each.year,
      report: each.report,
      value: null,
      section: each.section,
      label: each.title ?? '',
      line: each.citation.line,
    })),
    excerpts,
    citations: distinct(excerpts.map(({ citation }) => citation)),
    ...(at === null ? { value: all.length, unit: null } : {}),
  });
}

function excerptOf(
  desk: Desk,
  head: ReportHead,
  { from, paragraphs, list }: Shown & { readonly list: Points },
  point: Point,
  index: number,
  source: string | null,
): Excerpt {
  const { lines, page, place } = paragraphs[point.paragraph]!;
  const line = lineOf(point.text, lines, source);
  const zh = desk.plan.language === 'zh';
  const side =
    list.side === null || from.number !== 5
      ? ''
      : list.side === 'problem'
        ? zh
          ? '问题'
          : 'problems, '
        : zh
          ? '措施'
          : 'measures, ';
  const which = zh
    ? `${side}第 ${index + 1} 条（共 ${list.points.length} 条）`
    : `${side}point ${index + 1} of ${list.points.length}`;
  return {
    ...{ report: head.report, agency: head.agency, year: head.year, section: from.number },
    ...{ title: `${from.title} · ${which}`, text: point.text, highlights: [] },
    citation: cite(head, { section: from.number, line, page, place, quote: verbatim(source, line, point.text) }),
  };
}

/** The line that the point begins on. */
function lineOf(text: string, lines: Paragraph['lines'], source: string | null): number | null {
  if (lines === null || source === null) return lines?.[0] ?? null;
  const printed = source.split('\n');
  const begins = text.slice(0, 8);
  for (let line = lines[0]; line <= lines[1]; line += 1) if (printed[line - 1]?.includes(begins)) return line;
  return lines[0];
}

function none(desk: Desk, head: ReportHead, many: number): Answer {
  const { zh, en } = reportName(desk, head);
  const what = desk.plan.themeKind;
  if (many > 1)
    return noData(
      desk,
      reason(
        'severalLists',
        `${zh}的这一部分有 ${many} 处分条列出，没有说是哪一处。`,
        `That part of the report of ${en} counts points in ${many} places; which is meant was not said.`,
      ),
    );
  const named = { problem: { zh: '问题', en: 'its problems' }, measure: { zh: '措施', en: 'its measures' } };
  const why = what === null ? { zh: '', en: 'anything' } : named[what];
  return noData(
    desk,
    reason(
      'notCounted',
      `${zh}的这一部分没有逐条列出${why.zh}。`,
      `That part of the report of ${en} does not list ${why.en} one by one.`,
    ),
  );
}

function beyond(desk: Desk, head: ReportHead, count: number): Answer {
  const { zh, en } = reportName(desk, head);
  const why = reason(
    'noSuchPoint',
    `${zh}的这一部分只列了 ${count} 条。`,
    `That part of the report of ${en} lists only ${count} points.`,
  );
  return noData(desk, why);
}
