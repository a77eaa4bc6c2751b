/** Nearest: where words stay unread, the complete questions that the rest makes. They are asked back, never answered. */
import { type Hearing, unused } from './hearing.ts';
import { fires, type Mark, sense } from './marks.ts';
import type { Language, Plan } from './plan.ts';
import type { Choice, Reading } from './reading.ts';
import { displayName } from './refine/naming.ts';

/** Left out, these would turn a question round: it is declined rather than offered without them. */
const turns = ['not', 'except', 'cmp', 'state', 'version', 'group', 'op', 'order', 'count', 'year'];
const turning = (mark: Mark) =>
  turns.some((rule) => fires(mark, rule)) ||
  (
    ['years', 'recent', 'number', 'region', 'agency', 'department', 'applicant', 'measure', 'form', 'quoted'] as const
  ).some((kind) => sense(mark, kind) !== undefined);

/** The most that is offered, and that may be left out. */
const MOST = 3;

/** What was not understood, and up to three complete questions that the rest makes. */
export function nearest(
  hearing: Hearing,
  lefts: readonly (readonly Mark[])[],
  read: (question: string) => Reading,
): { readonly words: readonly Mark[]; readonly choices: readonly Choice[] } | null {
  const sets = lefts.filter(
    (left) =>
      left.length > 0 && left.length <= MOST && !left.some(turning) && size(left) * 2 <= hearing.question.text.length,
  );
  const found = new Map<string, readonly Mark[]>();
  for (const left of [...sets].sort((a, b) => size(a) - size(b))) {
    if (found.size === MOST) break;
    const { plan } = read(without(hearing.question, left));
    const question = plan === null ? null : restated(plan, hearing);
    // What is offered is understood by itself, as the same.
    if (question !== null && !found.has(question) && same(read(question).plan, plan)) found.set(question, left);
  }
  const [words] = found.values();
  return words === undefined
    ? null
    : { words, choices: [...found.keys()].map((each) => ({ label: each, question: each })) };
}

const size = (marks: readonly Mark[]) => marks.reduce((sum, { start, end }) => sum + end - start, 0);

/** The question as typed, less these pieces. */
function without({ original, starts, ends }: Hearing['question'], left: readonly Mark[]): string {
  return [...left]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => {
      const [from, to] = [starts[start] ?? 0, ends[end - 1] ?? 0];
      return `${text.slice(0, from)} ${text.slice(to)}`;
    }, original);
}

/** A plan of one agency's report as a question in full; null where it is another. */
function restated(plan: Plan, hearing: Hearing): string | null {
  const { language, lexicon, roster } = hearing;
  const { operation, measures, scope, groupBy, rate, share, sections } = plan;
  const [agency, year] = [roster.byKey.get(scope.agencies[0] ?? ''), scope.years[0]];
  if (!agency || year === undefined || scope.agencies.length > 1 || scope.years.length > 1) return null;
  if (
    scope.except.length + scope.exceptKinds.length > 0 ||
    scope.versions !== 'current' ||
    plan.topic !== null ||
    plan.statement !== null
  )
    return null;
  const name = displayName(hearing, agency);
  const [ref] = measures;
  const zh = (what: string) => `${name}${year}年${what}`;
  const en = (what: string, end = ` of ${name} in ${year}?`) => `${what}${end}`;
  const say = (chinese: string, english: string) => (language === 'zh' ? chinese : english);
  if (operation === 'section' && sections.length === 1)
    return say(zh(`报告的第${sections[0]}部分写了什么？`), en(`Show section ${sections[0]}`));
  if (operation === 'rate' && rate !== null && share === null) {
    const known = lexicon.words.rates.find(({ id }) => id === rate);
    return known ? say(zh(`的${known.zh}是多少？`), en(`What is the ${known.en}`)) : null;
  }
  if (operation !== 'lookup' || !ref) return null;
  if (groupBy === 'outcome')
    return say(zh('的申请是怎么处理的？'), en('How were the applications', ` to ${name} in ${year} handled?`));
  if (measures.length > 1) return null;
  const measure = lexicon.measures.find(({ id }) => id === ref.measure);
  const applicant =
    ref.applicant === null || ref.applicant === 'total'
      ? null
      : lexicon.applicants.find(({ id }) => id === ref.applicant);
  if (!measure) return null;
  const by = (list: readonly string[] | undefined) => list?.[0] ?? '';
  return say(
    zh(`${applicant ? `${by(applicant.zhNames)}的` : ''}${by(measure.zhNames)}是多少？`),
    en(`What was the figure for ${measure.en}${applicant ? ` from ${by(applicant.enNames)}` : ''}`),
  );
}

/** Whether the two ask the same of the same reports. */
const same = (a: Plan | null, b: Plan | null): boolean => a !== null && b !== null && asked(a) === asked(b);
const asked = ({ operation, measures, groupBy, rate, sections, scope }: Plan): string =>
  JSON.stringify([operation, measures, groupBy, rate, sections, scope.agencies, scope.years]);

/** 一共有多少件？ "How many were there?": a number is asked, and nothing says of what. */
export const asksOfNothing = ({ marks, bodies, context }: Hearing): boolean =>
  bodies.length === 0 &&
  context.turns.length === 0 &&
  marks.has('ask.quantity', 'unit.case', 'op.sum', 'count') &&
  unused(marks, ['op.sum', 'unit', 'count']).length === 0;

/** Questions that are usually meant by such a one, in its years. */
export function usual({ language, when }: Hearing): Choice[] {
  const year = when.years.length === 1 ? when.years[0]! : null;
  const questions: Readonly<Record<Language, readonly string[]>> = {
    zh: [
      `${year === null ? '' : `${year}年`}所有单位一共收到几件申请？`,
      `${year === null ? '' : `${year}年`}哪些单位收到过申请？`,
      `资料库里有几份${year === null ? '' : `${year}年的`}报告？`,
    ],
    en: [
      `How many applications did all agencies receive${year === null ? '' : ` in ${year}`}?`,
      `Which agencies received applications${year === null ? '' : ` in ${year}`}?`,
      `How many reports${year === null ? '' : ` of ${year}`} are in the library?`,
    ],
  };
  return questions[language].map((question) => ({ label: question, question }));
}
