/** themes: which problems and measures the reports name in section five, or what they say there of a topic, with the sentences. */
import type { Bilingual } from '../../report/report.ts';
import type { ReportHead } from '../../store/store.ts';
import { clauses, sentences } from '../../text/sentences.ts';
import type { Answer, Citation, Excerpt, Warning } from '../answer.ts';
import { cite, distinct, SHOWN, verbatim } from '../cite.ts';
import { answer, type Desk, noData, nothingFound } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { groupsReports } from '../groups.ts';
import { listed, reason, reportName } from '../reasons.ts';
import { type Side, sideOf, sideOfHeading } from '../sides.ts';
import { countRows, groupRows, type Naming, namingRows, reportRows, wantedOf } from '../theme-rows.ts';
import { firstOf, type Read, readSections, type Sentence, sentencesOf, treating } from '../themed.ts';
import { warning } from '../warnings.ts';
import { without } from '../without.ts';

const PROBLEMS = 5;

export async function themes(desk: Desk): Promise<Answer> {
  const { plan } = desk;
  if (plan.having !== null) return held(desk, plan.having);
  const numbers = plan.sections.length > 0 ? plan.sections : [PROBLEMS];
  const wanted = wantedOf(desk);
  const topic = plan.themes.length === 0 ? plan.topic : null;
  const wanting = ({ themes: named }: Sentence) => named.some((id) => wanted.has(id));
  const told =
    topic === null ? (read: Read) => sentencesOf(desk, read)?.filter(wanting) : treating(desk, topic, plan.themeKind);
  const reads = await readSections(desk, numbers);
  const found = desk.heads.flatMap((head, at): Naming[] => {
    const own = told(reads[at]!);
    return own ? [{ head, sentences: own }] : [];
  });
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
  // What one report names is shared with nobody.
  if (plan.shared && found.length < 2) return noData(desk, alone(desk, found), { base });
  const naming = found.filter((each) => each.sentences.length > 0);
  if (naming.length === 0) return nothingFound(desk, topic === null ? noTheme : notTreated(topic), { base });
  const rows = groupsReports(plan.groupBy)
    ? groupRows(desk, found)
    : plan.themes.length > 0
      ? namingRows(desk, naming)
      : topic === null
        ? countRows(desk, naming).filter(({ value }) => !plan.shared || value === found.length)
        : reportRows(naming);
  if (plan.shared && rows.length === 0) return nothingFound(desk, nothingShared(found.length), { base });
  const shownThemes = new Set(rows.map(({ theme }) => theme));
  const shown = naming
    .flatMap(({ head, sentences: own }) => own.map((sentence) => ({ head, sentence })))
    .filter(
      ({ sentence }) =>
        (plan.order === null && !plan.shared) || topic !== null || sentence.themes.some((id) => shownThemes.has(id)),
    );
  const excerpts = await excerptsOf(desk, shown.slice(0, SHOWN));
  return answer(desk, 'answered', {
    rows,
    excerpts,
    citations: distinct(excerpts.map((each) => each.citation)),
    base: { ...base, reports: found.length },
  });
}

const alone = (desk: Desk, found: readonly Naming[]) =>
  reason(
    'sectionMissing',
    `共同点要有至少两份报告，范围内有这一部分的只有${found.map(({ head }) => reportName(desk, head).zh).join('')}。`,
    `What is shared needs at least two reports; in scope only ${found.map(({ head }) => reportName(desk, head).en).join('')} has this section.`,
  );

const nothingShared = (n: number) =>
  reason(
    'noTheme',
    `没有一个主题是这 ${n} 份报告都写到的（按主题词判断）。`,
    `No theme is named by all ${n} of these reports (judged by the words of themes).`,
  );

const noTheme = reason(
  'noTheme',
  '这些报告的这一部分没有写到所列主题。',
  'These sections name none of the listed themes.',
);

const notTreated = (topic: string) =>
  reason(
    'noTheme',
    `这些报告的这一部分没有这样写到“${topic}”。`,
    `These sections say nothing of the kind about “${topic}”.`,
  );

/**
 * Reports whose section names one of the themes asked for, or says something of that side, each with the first sentence that does; or
 * those that do not. Those without the section are left out, and said.
 */
async function held(desk: Desk, having: 'with' | 'without'): Promise<Answer> {
  const numbers = desk.plan.sections.length > 0 ? desk.plan.sections : [PROBLEMS];
  const wanted = wantedOf(desk);
  const { themes: named, themeKind } = desk.plan;
  const wanting = ({ themes: own }: Sentence) => own.some((id) => wanted.has(id));
  const side = named.length > 0 ? null : themeKind;
  const kept: ReportHead[] = [];
  const out: ReportHead[] = [];
  const shown: { head: ReportHead; sentence: Sentence }[] = [];
  const reads = await readSections(desk, numbers);
  for (const [at, head] of desk.heads.entries()) {
    const read = reads[at]!;
    const all = sentencesOf(desk, read);
    if (all === null) {
      out.push(head);
      continue;
    }
    const has = side === null ? all.some(wanting) : await says(desk, head, numbers, side);
    if (has !== (having === 'with')) continue;
    kept.push(head);
    const sentence = !has ? null : side === null ? (all.find(wanting) ?? null) : firstOf(read, side);
    if (sentence !== null && shown.length < SHOWN) shown.push({ head, sentence });
  }
  const what =
    named.length === 0
      ? sideNames[themeKind ?? 'problem']
      : {
          zh: named.map((id) => desk.names.zh.theme(id)).join('、'),
          en: named.map((id) => desk.names.en.theme(id)).join(', '),
        };
  const n = desk.heads.length - out.length;
  const within = { ...desk, heads: desk.heads.filter((head) => !out.includes(head)) };
  const found = without(within, kept, what, having === 'with' ? noneNames(n, what) : allName(n, what));
  const excerpts = await excerptsOf(desk, shown);
  const citations = distinct(excerpts.map((each) => each.citation));
  return { ...found, excerpts, citations, warnings: [...found.warnings, ...sectionless(desk, out)] };
}

const allName = (n: number, what: Bilingual): Bilingual => ({
  zh: `有第五部分的 ${n} 份报告都写了${what.zh}。`,
  en: `All ${n} reports that have section five name ${what.en}.`,
});
const noneNames = (n: number, what: Bilingual): Bilingual => ({
  zh: `有第五部分的 ${n} 份报告都没有写${what.zh}。`,
  en: `None of the ${n} reports that have section five names ${what.en}.`,
});

function sectionless(desk: Desk, out: readonly ReportHead[]): Warning[] {
  if (out.length === 0) return [];
  const names = listed(out.map((head) => reportName(desk, head)));
  return [
    warning(desk, 'sectionMissing', {
      zh: `没有第五部分、未计入的报告：${names.zh}。`,
      en: `Left out, since they have no section five: ${names.en}.`,
    }),
  ];
}

const sideNames: Record<Side, Bilingual> = {
  problem: { zh: '存在的问题', en: 'problems' },
  measure: { zh: '改进措施', en: 'measures' },
};

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
