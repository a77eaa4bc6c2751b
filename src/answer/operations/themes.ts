/** themes: which problems and measures the reports name in section five, with the sentences. */
import { setImmediate } from 'node:timers/promises';
import type { Theme } from '../../lexicon/lexicon.ts';
import type { Paragraph } from '../../report/report.ts';
import type { ReportHead, Store } from '../../store/store.ts';
import { clauses, sentences } from '../../text/sentences.ts';
import type { Answer, Citation, Excerpt, Row } from '../answer.ts';
import { cite, distinct, SHOWN, verbatim } from '../cite.ts';
import { answer, type Desk, noData, nothingFound } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { listed, reason, reportName } from '../reasons.ts';
import { type Side, sideOf, sideOfHeading } from '../sides.ts';
import { warning } from '../warnings.ts';
import { without } from '../without.ts';

/** A sentence of a section with the themes it names. */
interface Sentence {
  readonly text: string;
  readonly line: number | null;
  readonly page: number | null;
  readonly themes: readonly string[];
}

const PROBLEMS = 5;
/** Sentences by report and sections: a report's text never changes under its id. */
const known = new WeakMap<Store, Map<string, readonly Sentence[] | null>>();
const KEPT = 20_000;
/** Reports that are read in one go. */
const AT_ONCE = 50;

export async function themes(desk: Desk): Promise<Answer> {
  if (desk.plan.having === 'without') return lacking(desk);
  const numbers = desk.plan.sections.length > 0 ? desk.plan.sections : [PROBLEMS];
  const wanted = wantedOf(desk);
  const found: { head: ReportHead; sentences: readonly Sentence[] }[] = [];
  let without = 0;
  for (const head of desk.heads) {
    const all = await sentencesOf(desk, head, numbers);
    if (all === null) without += 1;
    else
      found.push({
        head,
        sentences: all.filter((each) => each.themes.some((id) => wanted.has(id))),
      });
  }
  const base = baseOf(desk.heads);
  if (found.length === 0)
    return noData(
      desk,
      reason(
        'sectionMissing',
        `这 ${base.reports} 份报告都没有这一部分。`,
        `None of the ${base.reports} reports in scope has this section.`,
      ),
      { base },
    );
  const counts = tally(desk, found);
  if (counts.length === 0)
    return nothingFound(
      desk,
      reason('noTheme', '这些报告的这一部分没有写到所列主题。', 'These sections name none of the listed themes.'),
      { base },
    );
  const shown = found
    .flatMap(({ head, sentences: own }) => own.map((sentence) => ({ head, sentence })))
    .slice(0, SHOWN);
  const excerpts = await excerptsOf(desk, shown);
  return answer(desk, 'answered', {
    rows:
      desk.plan.themes.length > 0
        ? counts.flatMap((each) => namingRows(desk, each))
        : counts.map((each) => countRow(desk, each)),
    excerpts,
    citations: distinct(excerpts.map((each) => each.citation)),
    base: { ...base, reports: base.reports - without },
  });
}

/** Reports whose section names none of the themes asked for, or says nothing of that side; those without the section are left out, and said. */
async function lacking(desk: Desk): Promise<Answer> {
  const numbers = desk.plan.sections.length > 0 ? desk.plan.sections : [PROBLEMS];
  const wanted = wantedOf(desk);
  const { themes: named, themeKind } = desk.plan;
  const kept: ReportHead[] = [];
  const out: ReportHead[] = [];
  for (const head of desk.heads) {
    const all = await sentencesOf(desk, head, numbers);
    if (all === null) out.push(head);
    else if (
      named.length > 0 || themeKind === null
        ? !all.some((each) => each.themes.some((id) => wanted.has(id)))
        : !(await says(desk, head, numbers, themeKind))
    )
      kept.push(head);
  }
  const { zh, en } =
    themeKind === 'measure' ? { zh: '改进措施', en: 'measures' } : { zh: '存在的问题', en: 'problems' };
  const what =
    named.length === 0
      ? { zh, en }
      : {
          zh: named.map((id) => desk.names.zh.theme(id)).join('、'),
          en: named.map((id) => desk.names.en.theme(id)).join(', '),
        };
  const found = without({ ...desk, heads: desk.heads.filter((head) => !out.includes(head)) }, kept, what, {
    zh: `有第五部分的 ${desk.heads.length - out.length} 份报告都写了${what.zh}。`,
    en: `All ${desk.heads.length - out.length} reports that have section five name ${what.en}.`,
  });
  if (out.length === 0) return found;
  const names = listed(out.map((head) => reportName(desk, head)));
  const text = {
    zh: `没有第五部分、未计入的报告：${names.zh}。`,
    en: `Left out, since they have no section five: ${names.en}.`,
  };
  return { ...found, warnings: [...found.warnings, warning(desk, 'sectionMissing', text)] };
}

/** Whether a clause, or a heading with something under it, is of this side. */
async function says(desk: Desk, head: ReportHead, numbers: readonly number[], side: Side): Promise<boolean> {
  const sections = (await desk.store.sections(head.report)) ?? [];
  return sections
    .filter(({ number }) => number !== null && numbers.includes(number))
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ tabular }) => !tabular)
    .some(
      ({ text }) =>
        sideOfHeading(text.trim()) === side ||
        sentences(text).some((each) => clauses(each.text).some((clause) => sideOf(clause.text) === side)),
    );
}

/** The themes asked for: those named, else all of the side asked for. */
function wantedOf({ plan, lexicon }: Desk): ReadonlySet<string> {
  if (plan.themes.length > 0) return new Set(plan.themes);
  const fitting = lexicon.themes.filter(({ kind }) => plan.themeKind === null || kind === plan.themeKind);
  return new Set(fitting.map(({ id }) => id));
}

function countRow(desk: Desk, [theme, reports]: readonly [string, readonly string[]]): Row {
  return {
    agency: null,
    year: null,
    report: reports.length === 1 ? (reports[0] ?? null) : null,
    value: reports.length,
    label: desk.names[desk.plan.language].theme(theme),
    theme,
    reports,
  };
}

/** Who names a theme: a row for each report. */
function namingRows(desk: Desk, [theme, reports]: readonly [string, readonly string[]]): Row[] {
  return reports.map((report) => {
    const head = desk.library.byId.get(report);
    const label = desk.names[desk.plan.language].theme(theme);
    return { agency: head?.agency ?? null, year: head?.year ?? null, report, value: null, label, theme };
  });
}

/** Themes with the reports that name them, the most frequent first. */
function tally(
  desk: Desk,
  found: readonly { head: ReportHead; sentences: readonly Sentence[] }[],
): [string, string[]][] {
  const wanted = wantedOf(desk);
  const counts = new Map<string, Set<string>>();
  for (const { head, sentences: own } of found) {
    for (const id of own.flatMap((each) => each.themes)) {
      if (wanted.has(id)) counts.set(id, (counts.get(id) ?? new Set()).add(head.report));
    }
  }
  return [...counts]
    .map(([id, reports]): [string, string[]] => [id, [...reports]])
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

async function sentencesOf(
  desk: Desk,
  head: ReportHead,
  numbers: readonly number[],
): Promise<readonly Sentence[] | null> {
  const cache = known.get(desk.store) ?? new Map<string, readonly Sentence[] | null>();
  known.set(desk.store, cache);
  const key = `${head.report}/${numbers.join()}`;
  const kept = cache.get(key);
  if (kept !== undefined) return kept;
  const sections = (await desk.store.sections(head.report)) ?? [];
  // Other work goes on while a large library is read for the first time.
  if (cache.size % AT_ONCE === 0) await setImmediate();
  const chosen = sections.filter((each) => each.number !== null && numbers.includes(each.number));
  const read = chosen.length === 0 ? null : chosen.flatMap((each) => inSection(each.paragraphs, desk.lexicon.themes));
  if (cache.size >= KEPT) cache.clear();
  cache.set(key, read);
  return read;
}

/** A heading in the section says whether problems or measures stand under it; elsewhere each clause says so itself. */
function inSection(paragraphs: readonly Paragraph[], all: readonly Theme[]): Sentence[] {
  let under: Side | null = null;
  return paragraphs
    .filter((paragraph) => !paragraph.tabular)
    .flatMap(({ text, lines, page }) => {
      const heading = sideOfHeading(text.trim());
      if (heading !== null) under = heading;
      const side = under;
      return sentences(text).flatMap((each): Sentence[] => {
        const parts = clauses(each.text).map((clause) => clause.text);
        const named = all.filter((theme) => names(parts, theme, side)).map((theme) => theme.id);
        return named.length === 0 ? [] : [{ text: each.text, line: lines?.[0] ?? null, page, themes: named }];
      });
    });
}

/** A clause of the sentence has a name of the theme and is of its side. What is named as lacking under measures is no problem had. */
function names(sentence: readonly string[], theme: Theme, under: Side | null): boolean {
  return sentence.some((clause) => {
    if (!theme.zhNames.some((name) => clause.includes(name))) return false;
    const own = sideOf(clause);
    if (theme.kind === 'problem') return own === 'problem' && under !== 'measure';
    return own === 'measure' && under !== 'problem';
  });
}

async function excerptsOf(desk: Desk, shown: readonly { head: ReportHead; sentence: Sentence }[]): Promise<Excerpt[]> {
  const texts = new Map<string, string | null>();
  for (const { head } of shown) if (!texts.has(head.report)) texts.set(head.report, await desk.store.text(head.report));
  return shown.map(({ head, sentence }) => {
    const { line, page, text } = sentence;
    const citation: Citation = cite(head, {
      section: PROBLEMS,
      line,
      page,
      quote: verbatim(texts.get(head.report) ?? null, line, text),
    });
    const title = sentence.themes
      .map((id) => desk.names[desk.plan.language].theme(id))
      .join(desk.plan.language === 'zh' ? '、' : ', ');
    return {
      report: head.report,
      agency: head.agency,
      year: head.year,
      section: PROBLEMS,
      title,
      text,
      highlights: [],
      citation,
    };
  });
}
