/** What the checks found: contradictions, gaps, lateness, copies; how many there are of each; which reports have none. */
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../marks.ts';
import type { PlanInput } from '../plan.ts';
import { cellsIn } from './audit/cells.ts';
import { rulesOf, severitiesOf } from './audit/groups.ts';
import { lackingSection, lacksSome, sectionsIn, standFor } from './audit/sections.ts';
import { asksForSound } from './audit/sound.ts';
import { missingTable, namesByContent, ofTables, tablesIn } from './audit/tables.ts';
import { saidTwice } from './audit/twice.ts';
import { useCounts } from './counts.ts';
import { orderIn } from './order.ts';
import { ofFaults, ownFaults } from './themes.ts';

/** 哪份报告前后数字对不上 · "is anything missing from Yanchi's report" · "does it balance" */
export const audit: Rule = {
  name: 'audit',
  make(hearing) {
    const { marks } = hearing;
    const cues = marks.firing('audit').filter((mark) => !marks.used(mark));
    if (cues.length > 0) useCounts(hearing);
    const close = missingTable(hearing) ?? cellsIn(hearing) ?? ofNumber(hearing, cues) ?? saidTwice(hearing);
    if (close) return close;
    if (cues.length === 0) return lackingSection(hearing);
    // 怎么保证信息不出错: what is done against errors, and none of them.
    if (prevents.test(hearing.question.text)) return null;
    return otherwise(hearing, cues) ? null : found(hearing, cues);
  },
};

const prevents =
  /(?:怎么样?|如何|怎样|咋)(?:来|去|)(?:保证|确保|避免|防止|防范)|\bhow (?:do|does|did|will) .{0,60}\b(?:ensure|avoid|prevent|make sure)\b/;

/** 438那个数对吗 · "does the 438 add up": the findings that the number has a part in. */
function ofNumber({ marks }: Hearing, cues: readonly Mark[]): Draft | null {
  const tables = tablesIn(marks);
  const numbers = marks
    .with('number')
    .filter(
      ({ mark, sense: { value, percent } }) =>
        !marks.used(mark) &&
        !percent &&
        !tables.includes(value) &&
        !besideReports(marks, mark) &&
        !/^(?:one|一)$/.test(mark.text),
    );
  const [number] = numbers;
  const other = marks
    .with('measure')
    .some(({ mark }) => !fires(mark, 'check') && !fires(mark, 'unit.case') && !fires(mark, 'verb'));
  if (marks.has('audit.best', 'audit.worst')) return null;
  if (!number || numbers.length > 1 || !marks.has('check', 'audit') || other) return null;
  marks.use(number.mark, ...cues, ...marks.with('topic').map(({ mark }) => mark));
  marks.useRule('check', 'op.sum', 'group', 'unit', 'not', 'definition', 'verb', 'ask', 'section', 'show');
  return {
    rule: 'audit of a number',
    needs: 'many',
    plan: { operation: 'audit', audit: { tables }, topic: `${number.sense.value}` },
  };
}

const wholeReport =
  /[缺少差](?:少|了)?(?:(?:19|20)\d\d年?度?|去年|前年|今年)的?(?:年度)?(?:年报|报告)|(?:年报|报告)还?[缺差少]了?(?:哪些|哪几|哪)[家个]?(?:单位|部门|机关)/;

/** 五家报告: so many reports or bodies, and no figure. */
const besideReports = ({ all }: Marks, mark: Mark): boolean =>
  /^(?:家|份|个单位|家单位|reports?|agencies|bureaus|bodies)$/.test(all[all.indexOf(mark) + 1]?.text ?? '');

/** The words are cues of the checks, but something else is asked. */
function otherwise(hearing: Hearing, cues: readonly Mark[]): boolean {
  const { marks } = hearing;
  const cells = marks.with('measure').length > 0;
  if (marks.has('op.rate', 'op.average')) return true;
  // 大家普遍有什么毛病, 讲自己毛病那一块: what the reports say of themselves.
  if (ofFaults(marks) && (marks.has('themes', 'section.word') || /自己|自家|自身/.test(hearing.question.text)))
    return true;
  if (ownFaults(hearing)) return true;
  // "How many notices about acceptance checks": a check that bodies make.
  const things = marks.all.some(({ text }) => /^(?:notices|posts|articles|items|messages)$/.test(text));
  if (things && marks.has('ask.quantity') && cues.every(({ text }) => /^checks?$/.test(text))) return true;
  // "The report in one sentence": one side alone contradicts nothing.
  if (cues.length < 2 && cues.every((mark) => fires(mark, 'audit.side'))) return true;
  // 缺2021年年报的单位, 2021年报告缺了哪些单位: reports that are not held, and nothing that is missing in one.
  if (wholeReport.test(hearing.question.text)) return true;
  // 谁承认内容不完整: what bodies say of themselves is no finding.
  if (marks.has('search.admit')) return true;
  // 谁的问题里说信息不及时: a problem that has a name, in what the reports say of themselves.
  if (cues.every((mark) => sense(mark, 'theme')) && namesProblems(hearing)) return true;
  // 安康科技局的报告晚了吗: of one report its date and its deadline are asked for.
  if (cues.every((mark) => fires(mark, 'audit.late')) && oneAgency(hearing)) return true;
  // "Add up the applications of …": an order to add, where no figures are checked.
  const first = marks.all.find((mark) => !fires(mark, 'filler') && !fires(mark, 'ask'));
  if (cues.every((mark) => fires(mark, 'op.sum')) && first && cues.includes(first) && cells) return true;
  // 新收申请比上年少了的: a figure that became less lacks nothing.
  if (cells && cues.every((mark) => fires(mark, 'op.change')) && marks.has('year.last', 'op.change', 'op.compare'))
    return true;
  // "How many were missing" with cells is a question about their state.
  return cells && cues.every((mark) => fires(mark, 'state'));
}

/** Section five is named, or somebody who says so. */
const namesProblems = ({ marks }: Hearing): boolean =>
  marks.with('section').some(({ sense: { number } }) => number === 5) ||
  marks.all.some(({ text }) => /^(?:说|讲|写|写到|提到|提了|说到|承认|say|says|said|mention|mentions)$/.test(text));

function found(hearing: Hearing, cues: readonly Mark[]): Draft {
  const { marks } = hearing;
  const sound = asksForSound(hearing, cues);
  const byRule = !sound && asksForKinds(marks);
  const tally = sound ? {} : byRule ? { order: orderIn(marks)?.order ?? null } : tallyOf(hearing);
  const rules = rulesOf(cues, marks, ofTables(marks));
  // 表格有没有毛病: of the tables, and not of the text beside them.
  const anyTable = rules.length === 0 && ofTables(marks) && !/正文|文字|叙述|text|prose/.test(hearing.question.text);
  const numbered = tablesIn(marks);
  const tables = numbered.length === 0 && anyTable ? [2, 3, 4] : numbered;
  const sections = sectionsIn(hearing);
  const statuses = statusesIn(marks);
  const missing = rules.length > 0 && rules.every((rule) => rule === 'layout' || rule === 'layout.missingSection');
  marks.use(...cues, ...sections.map(({ mark }) => mark), ...standFor(hearing, sections));
  use(hearing, tables);
  return {
    rule: 'audit',
    needs: 'many',
    plan: {
      operation: 'audit',
      audit: {
        rules:
          missing && (sections.length > 0 || marks.has('section.six') || lacksSome(marks, cues))
            ? ['layout.missingSection']
            : rules,
        severities: sound && faultless(cues) ? ['error'] : severitiesOf(marks),
        card: marks.has('audit.card'),
        tables,
        sound,
        ...(byRule ? { byRule } : {}),
        ...(statuses.length > 0 ? { statuses } : {}),
      },
      sections: [...new Set(sections.map(({ sense: { number } }) => number))],
      ...tally,
    },
  };
}

/** 没有错误, "free of errors": whatever else was found, no two printed things that cannot both be true. */
const faultless = (cues: readonly Mark[]): boolean =>
  cues.some(({ text }) => /错误|差错|\berrors?\b|mistakes?/.test(text));

/** 哪类错误最多 · 各类问题各有几条 · "the most common kinds of errors": findings are counted by what they find. */
const asksForKinds = (marks: Marks): boolean => marks.has('audit.kinds');

/** 哪些发现确认过, "dismissed findings": what a person said of them. */
const statusesIn = (marks: Marks): NonNullable<NonNullable<PlanInput['audit']>['statuses']> =>
  (['confirmed', 'dismissed', 'noted'] as const).filter((status) => marks.has(`audit.status.${status}`));

const groups = ['year', 'province', 'city', 'county', 'kind', 'form', 'agency'] as const;

/** 哪份报告错误最多 · "how many findings does each agency have": numbers of findings, not the findings. */
function tallyOf({ marks }: Hearing): Pick<PlanInput, 'order' | 'groupBy'> {
  const order = orderIn(marks)?.order ?? superlative(marks);
  const counts = marks.has('ask.quantity', 'count', 'unit.text', 'group');
  const group = marks.has('whichYear') ? 'year' : (groups.find((each) => marks.has(`group.${each}`)) ?? null);
  const each = marks.all.some(({ text }) => /^(?:each|every|各|每)(?!年)|^分别$/.test(text))
    ? ('agency' as const)
    : null;
  if (order) return { order, groupBy: group === 'agency' ? null : group };
  return counts && (group ?? each) !== null ? { groupBy: group ?? each } : {};
}

/** 最完整的, "the sloppiest": one has the fewest findings of the kind, one the most. */
function superlative(marks: Marks): PlanInput['order'] {
  if (!marks.has('audit.best', 'audit.most', 'audit.worst')) return null;
  // "Which three reports are the most complete".
  const number = marks.with('number').find(({ mark }) => !marks.used(mark));
  if (number) marks.use(number.mark);
  const limit = Math.max(1, Math.round(number?.sense.value ?? 1));
  return { direction: marks.has('audit.best') ? 'asc' : 'desc', limit };
}

/** What is said beside the cues: the tables and the text are what is checked, not a restriction. */
function use({ marks }: Hearing, tables: readonly number[]): void {
  for (const kind of ['section', 'theme', 'topic', 'definition'] as const)
    marks.use(...marks.with(kind).map(({ mark }) => mark));
  marks.useRule(
    'section',
    'count',
    'not',
    'themes',
    'state',
    'verb',
    'search',
    'op',
    'order',
    'meta',
    'definition',
    'library',
    'cmp.eq',
    'check',
    'show',
    'ask',
    'whichYear',
    'group',
    'unit',
  );
  marks.use(
    ...marks.with('number').flatMap(({ mark, sense: { value } }) => (tables.includes(value) ? [mark] : [])),
    ...marks.all.filter((mark) => mark.text === '各有' || mark === namesByContent(marks)),
  );
  // 结转数接不上: what is carried from year to year is what is checked.
  if (marks.has('audit.carry', 'audit.inForce'))
    marks.use(
      ...marks
        .with('measure')
        .filter(({ sense: { ids } }) => ids.every((id) => /carried|nForce/.test(id)))
        .map(({ mark }) => mark),
    );
}

/** One agency is named, and no other could be meant. */
const oneAgency = ({ marks, bodies }: Hearing): boolean =>
  bodies.length === 1 && !bodies[0]!.plural && !asksWhich(marks) && !marks.has('all', 'count');
