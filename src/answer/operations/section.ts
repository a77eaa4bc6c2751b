/** section: the whole text of a section, or those of its paragraphs that treat a topic. */
import type { Paragraph, Report, Section } from '../../report/report.ts';
import type { ReportHead } from '../../store/store.ts';
import type { Answer, Excerpt, Row } from '../answer.ts';
import { cite, distinct, verbatim } from '../cite.ts';
import { answer, type Desk, noData, nothingFound } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { also, listed, reason, reportName } from '../reasons.ts';
import { type Topic, topicOf } from '../topical.ts';
import { warning } from '../warnings.ts';
import { points } from './points.ts';
import { nearest, search } from './search.ts';

/** Reports whose sections one answer shows. */
const REPORTS = 10;
/** Share of the topic's words that a paragraph must hold. */
const ENOUGH = 0.5;

export async function section(desk: Desk): Promise<Answer> {
  const { plan, heads } = desk;
  if (heads.length > REPORTS && plan.topic !== null) return search(desk);
  const topic = plan.topic === null || plan.topic.trim() === '' ? null : topicOf(plan.topic, desk.lexicon);
  const found = await Promise.all(heads.slice(0, REPORTS).map((head) => ofReport(desk, head, topic)));
  const [one] = found;
  if (plan.points !== null && one !== undefined && found.length === 1 && one.shown.length > 0)
    return points(desk, one.head, one.shown, one.text, plan.points.at);
  const excerpts = found.flatMap((each) => each.excerpts);
  const without = found.filter((each) => each.missing.length > 0 && each.excerpts.length === 0);
  const rows = excerpts.map(
    (each): Row => ({
      agency: each.agency,
      year: each.year,
      report: each.report,
      value: null,
      section: each.section,
      label: each.title ?? '',
      line: each.citation.line,
    }),
  );
  const content = {
    rows,
    excerpts,
    citations: distinct(found.flatMap((each) => each.citations)),
    base: heads.length > 1 ? baseOf(heads) : null,
  };
  if (excerpts.length > 0)
    return answer(desk, 'answered', { ...content, warnings: [...lacking(desk, without), ...notShown(desk)] });
  if (topic !== null && without.length < found.length) return unmentioned(desk, plan.topic as string);
  return missing(desk, found);
}

interface Found {
  readonly head: ReportHead;
  readonly excerpts: readonly Excerpt[];
  /** Of each excerpt where it begins, and of a part the lines that treat the topic. */
  readonly citations: Answer['citations'];
  /** Numbers of the sections asked for that the report does not have. */
  readonly missing: readonly number[];
  readonly report: Report | null;
  readonly shown: readonly Piece[];
  readonly text: string | null;
}

async function ofReport(desk: Desk, head: ReportHead, topic: Topic | null): Promise<Found> {
  const { sections: numbers } = desk.plan;
  const report = await desk.store.report(head.report);
  const text = await desk.store.text(head.report);
  const chosen = (report?.sections ?? []).filter(
    (each) => numbers.length === 0 || (each.number !== null && numbers.includes(each.number)),
  );
  const missing = numbers.filter((number) => !chosen.some((each) => each.number === number));
  const pieces = chosen.flatMap((each) =>
    topic === null
      ? [{ from: each, paragraphs: halfOf(each, desk.plan.themeKind) }]
      : (remedying(each, desk.plan.themeKind, topic) ??
        treating(each, each.paragraphs, topic, desk.plan.whole ? 1 : ENOUGH)),
  );
  // 第四部分有没有写复议: a section that is asked for by number and is about the topic as a whole is shown as a whole.
  const entitled = numbers.length > 0 && topic !== null && pieces.length === 0;
  const entire = (entitled ? chosen : [])
    .filter(({ title }) => topic !== null && topic.score(title) >= 1)
    .map((from) => ({ from, paragraphs: from.paragraphs }));
  const best = topic === null ? pieces : entire.length > 0 ? entire : keepBest(pieces, topic);
  const shown = best.filter(({ paragraphs }) => paragraphs.length > 0);
  const excerpts = shown.map(({ from, paragraphs }) => excerpt(head, from, paragraphs, topic, text));
  const citations = shown.flatMap((piece, index) => [
    excerpts[index]!.citation,
    ...(topic === null || text === null ? [] : treated(head, piece, topic, text)),
  ]);
  return { head, excerpts, citations, missing, report, shown, text };
}

/** Lines that one piece of a section is cited by, beside its first. */
const LINES = 3;

/** The lines of a piece that hold a word of the topic; of what stands under a heading that names it, the first. */
function treated(head: ReportHead, { from, paragraphs }: Piece, topic: Topic, source: string): Answer['citations'] {
  const printed = source.split('\n');
  const places = paragraphs.flatMap(({ lines, page, text }, index) => {
    if (lines === null) return [];
    const numbers = Array.from({ length: lines[1] - lines[0] + 1 }, (_, i) => lines[0] + i);
    const own = numbers.filter((line) => topic.highlights(printed[line - 1] ?? '').length > 0);
    const under = index === 1 && own.length === 0 ? lines.slice(0, 1) : own;
    return under.map((line) => ({ line, page, text }));
  });
  return places.slice(0, LINES).map(({ line, page, text }) => {
    const [at] = topic.highlights(printed[line - 1] ?? '');
    const near = at === undefined ? '' : (printed[line - 1] ?? '').slice(at[0], at[1]);
    return cite(head, { section: from.number, line, page, quote: verbatim(source, line, text, near) });
  });
}

/** A heading of the fifth section's second half, alone on its line: (二) 解决措施. */
const REMEDIES = /^.{0,12}(?:措施|改进|整改|对策|打算|下一步).{0,12}$/;

/** How the paragraph begins that says what is to be done, where no heading does: 下一步，我们将…, 为进一步提升…. */
const TO_DO = /^(?:下一步|今后|接下来|为进一步|针对(?:上述|以上|这些|存在|此))/;

/** What is done about the problems, where a heading or the first words of a paragraph tell it apart; else the whole section. */
function halfOf({ paragraphs }: Section, kind: Desk['plan']['themeKind']): readonly Paragraph[] {
  if (kind !== 'measure') return paragraphs;
  const headed = paragraphs.findIndex(({ text }) => REMEDIES.test(text.trim()) && !/问题/.test(text));
  const at = headed >= 0 ? headed : paragraphs.findIndex(({ text }) => TO_DO.test(text.trim()));
  return at < 0 ? paragraphs : paragraphs.slice(at);
}

/**
 * What is done about one problem, where the measures stand under a heading of their own: those that hold all its words, else all of
 * them, since a measure seldom repeats the words of its problem. Null where the report has no such half, or nothing of the topic.
 */
function remedying(from: Section, kind: Desk['plan']['themeKind'], topic: Topic): Piece[] | null {
  const half = halfOf(from, kind);
  if (half.length === from.paragraphs.length) return null;
  const whole = treating(from, half, topic, 1);
  if (whole.length > 0) return whole;
  return from.paragraphs.some(({ text }) => topic.score(text) >= ENOUGH) ? [{ from, paragraphs: half }] : null;
}

interface Piece {
  readonly from: Section;
  readonly paragraphs: readonly Paragraph[];
}

/** A heading of a part: "（六）加强业务培训", alone on its line. */
const HEADING =
  /^(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．])[^。；]{1,40}$/;

/** Paragraphs that treat the topic; a heading that names it brings what stands under it. */
function treating(from: Section, among: readonly Paragraph[], topic: Topic, enough: number): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < among.length; index += 1) {
    const paragraph = among[index] as Paragraph;
    if (paragraph.tabular || topic.score(paragraph.text) < enough) continue;
    let end = index + 1;
    if (HEADING.test(paragraph.text.trim()))
      while (end < among.length && !HEADING.test((among[end] as Paragraph).text.trim())) end += 1;
    pieces.push({ from, paragraphs: among.slice(index, end) });
    index = end - 1;
  }
  return pieces;
}

/** Pieces that hold as much of the topic as the best one does, a little less allowed. */
function keepBest(pieces: readonly Piece[], topic: Topic): Piece[] {
  const score = ({ paragraphs }: Piece) => Math.max(...paragraphs.map((each) => topic.score(each.text)));
  const best = Math.max(0, ...pieces.map(score));
  return pieces.filter((each) => score(each) >= best - 0.01).slice(0, 5);
}

function excerpt(
  head: ReportHead,
  from: Section,
  paragraphs: readonly Paragraph[],
  topic: Topic | null,
  source: string | null,
): Excerpt {
  const first = paragraphs.find((each) => each.text.trim() !== '') ?? (paragraphs[0] as Paragraph);
  const text =
    paragraphs.length === from.paragraphs.length ? from.text : paragraphs.map((each) => each.text).join('\n');
  const line = first.lines?.[0] ?? null;
  const { page, place } = first;
  return {
    ...{ report: head.report, agency: head.agency, year: head.year, section: from.number, title: from.title, text },
    highlights: topic === null ? [] : topic.highlights(text),
    citation: cite(head, { section: from.number, line, page, place, quote: verbatim(source, line, first.text) }),
  };
}

async function unmentioned(desk: Desk, words: string): Promise<Answer> {
  const excerpts = await nearest({ ...desk, plan: { ...desk.plan, sections: [] } }, words);
  let why = reason('noMatch', `所问的部分里没有写到“${words}”。`, `The part asked for does not treat “${words}”.`);
  if (excerpts.length > 0)
    why = also(why, '报告里最接近的段落在下面。', 'The nearest passages of the report are below.');
  const none = desk.plan.whole ? noData : nothingFound;
  return none(desk, desk.plan.whole ? unanswered(words, excerpts.length > 0) : why, {
    excerpts,
    citations: distinct(excerpts.map((each) => each.citation)),
    base: baseOf(desk.heads),
  });
}

/** The question's words, not understood otherwise, stand together in no passage: that says nothing of what they ask. */
function unanswered(words: string, near: boolean): ReturnType<typeof reason> {
  const why = reason(
    'noPassage',
    `问题没有全部看懂，报告里也没有一段写有“${words}”的全部字词，所以不作回答。`,
    `The question was not wholly understood, and no passage of the report holds all the words of “${words}”: no answer is given.`,
  );
  return near ? also(why, '最接近的段落在下面。', 'The nearest passages are below.') : why;
}

function missing(desk: Desk, found: readonly Found[]): Answer {
  const [first] = found;
  const numbers = desk.plan.sections;
  const zh = numbers.map((number) => `第${number}部分（${desk.names.zh.section(number)}）`).join('、');
  const en = numbers.map((number) => `section ${number} (${desk.names.en.section(number)})`).join(', ');
  const own = first === undefined ? { zh: '', en: '' } : reportName(desk, first.head);
  const held = (first?.report?.sections ?? []).map((each) => ({ zh: each.title, en: each.title }));
  const names = listed(held);
  const why = reason('sectionMissing', `${own.zh}的报告没有${zh}。`, `The report of ${own.en} has no ${en}.`);
  return noData(desk, held.length === 0 ? why : also(why, `它有：${names.zh}。`, `It has: ${names.en}.`), {
    base: desk.heads.length > 1 ? baseOf(desk.heads) : null,
  });
}

function lacking(desk: Desk, without: readonly Found[]): Answer['warnings'] {
  if (without.length === 0) return [];
  const names = listed(without.map(({ head }) => reportName(desk, head)));
  return [
    warning(desk, 'sectionMissing', {
      zh: `没有这一部分的报告：${names.zh}。`,
      en: `Reports without this section: ${names.en}.`,
    }),
  ];
}

function notShown(desk: Desk): Answer['warnings'] {
  const rest = desk.heads.slice(REPORTS);
  if (rest.length === 0) return [];
  const text = {
    zh: `范围内有 ${desk.heads.length} 份报告，这里只列出前 ${REPORTS} 份；请指定机关或年份查看其余的。`,
    en: `${desk.heads.length} reports are in scope, the first ${REPORTS} are shown; name an agency or a year for the others.`,
  };
  return [warning(desk, 'moreReports', text)];
}
