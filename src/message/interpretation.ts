/** What a question was taken to mean, as one sentence in its language, from the plan alone. */
import { fieldNames } from '../lexicon/fields.ts';
import type { Naming } from '../lexicon/naming.ts';
import type { Condition, Level, MeasureRef, Operation, Plan, Scope, Yardstick } from '../question/plan.ts';
import type { Bilingual } from '../report/report.ts';
import { showNumber } from './numbers.ts';

const OPERATIONS: Record<Operation, Bilingual> = {
  lookup: { zh: '查数值', en: 'look up' },
  list: { zh: '列出报告', en: 'list reports' },
  count: { zh: '数个数', en: 'count' },
  sum: { zh: '求合计', en: 'sum' },
  average: { zh: '求平均', en: 'average' },
  rank: { zh: '排名', en: 'rank' },
  compare: { zh: '比较', en: 'compare' },
  trend: { zh: '看逐年变化', en: 'trend' },
  change: { zh: '看增减', en: 'change' },
  rate: { zh: '算比率', en: 'rate' },
  section: { zh: '看原文', en: 'show the text' },
  search: { zh: '全文检索', en: 'full-text search' },
  themes: { zh: '归纳问题和措施', en: 'themes of problems and measures' },
  audit: { zh: '看核查发现', en: 'audit findings' },
  metadata: { zh: '看报告信息', en: 'particulars of a report' },
  definition: { zh: '解释名词', en: 'definition' },
  export: { zh: '导出', en: 'export' },
  library: { zh: '看资料库', en: 'what is held' },
  help: { zh: '帮助', en: 'help' },
};

const COMPARISONS: Record<string, Bilingual> = {
  eq: { zh: '等于', en: '=' },
  ne: { zh: '不等于', en: '≠' },
  gt: { zh: '大于', en: '>' },
  ge: { zh: '不少于', en: '≥' },
  lt: { zh: '小于', en: '<' },
  le: { zh: '不超过', en: '≤' },
  between: { zh: '介于', en: 'between' },
  stated: { zh: '有数值', en: 'is stated' },
  blank: { zh: '空白', en: 'is blank' },
  missing: { zh: '缺失', en: 'is missing' },
  uncertain: { zh: '不确定', en: 'is uncertain' },
};

/** `subject` is what the answer calls its figures; without it the plan's cells are named one by one. */
export function interpret(plan: Plan, naming: Naming, subject: Bilingual | null = null): string {
  const zh = naming.language === 'zh';
  const parts = [
    OPERATIONS[plan.operation][naming.language],
    subjectOf(plan, naming, subject),
    ...plan.conditions.map((each) => conditionText(each, naming)),
    occurringText(plan, zh),
    claimText(plan, zh),
    ...scopeText(plan.scope, naming),
    plan.sections
      .map((each) => (zh ? `第 ${each} 部分（${naming.section(each)}）` : `section ${each} (${naming.section(each)})`))
      .join(zh ? '、' : ', '),
    plan.topic === null || plan.statement !== null ? '' : zh ? `“${plan.topic}”` : `“${plan.topic}”`,
    plan.dated ? (zh ? '发生的日期' : 'when it happened') : '',
    ...detailText(plan, naming),
    orderText(plan, zh),
    windowText(plan, zh),
    plan.show === 'sources'
      ? zh
        ? '显示原文'
        : 'show the sentences'
      : plan.show === 'why'
        ? zh
          ? '说明依据'
          : 'explain why'
        : '',
    ...plan.assumptions.map((each) => assumptionText(each, naming)),
  ];
  return parts.filter((each) => each !== '').join(zh ? '；' : '; ');
}

function windowText({ window }: Plan, zh: boolean): string {
  if (window === null) return '';
  const first = window.from + 1;
  if (window.size === null) return zh ? `从第 ${first} 行起` : `from row ${first} on`;
  const last = window.from + window.size;
  return zh ? `第 ${first}–${last} 行` : `rows ${first} to ${last}`;
}

function subjectOf(plan: Plan, naming: Naming, subject: Bilingual | null): string {
  if (plan.statement !== null) {
    const { subject, parts, whole } = plan.statement;
    if (whole !== null) return partText(subject, whole, plan.percent, naming.language === 'zh');
    const words = parts.length === 0 ? [subject] : parts.map((part) => part.subject);
    const bound =
      plan.statement.compared === null ? '' : ` ${boundText(plan.statement.compared, naming.language === 'zh')}`;
    return naming.language === 'zh'
      ? `正文里的“${words.join('”“')}”${bound}`
      : `“${words.join('”, “')}” in the text${bound}`;
  }
  if (plan.operation === 'list' || plan.operation === 'count') return '';
  if (subject !== null && (plan.measures.length > 0 || plan.rate !== null || plan.share !== null))
    return subject[naming.language];
  const names = [...new Set(plan.measures.map((each) => naming.measure(each)))];
  const few = names.slice(0, 4).join(naming.language === 'zh' ? '、' : ', ');
  return names.length > 4 ? `${few}…` : few;
}

/** “26”这个数由哪些数组成, 部门文件 in it. */
function partText(
  part: string,
  { subject, quantity }: { subject: string | null; quantity: number | null },
  percent: boolean,
  zh: boolean,
): string {
  const whole = [subject, quantity].filter((each) => each !== null).join(' ');
  if (part === '') return zh ? `正文里的“${whole}”由哪些数组成` : `what “${whole}” in the text is made up of`;
  if (percent) return zh ? `正文里“${part}”占“${whole}”的比例` : `share of “${part}” in “${whole}” in the text`;
  return zh ? `正文里“${whole}”中的“${part}”` : `“${part}” as a part of “${whole}” in the text`;
}

const OCCURRING: Record<NonNullable<Plan['occurring']>, Bilingual> = {
  every: { zh: '每一年都符合', en: 'in every one of the years' },
  first: { zh: '最早的一年', en: 'the first year' },
  last: { zh: '最近的一年', en: 'the last year' },
  once: { zh: '只有一年', en: 'one year only' },
  together: { zh: '各年相加', en: 'the years together' },
};

function occurringText({ occurring, running }: Plan, zh: boolean): string {
  if (occurring === null) return '';
  if (running !== null) return zh ? `连续 ${running} 年都符合` : `in ${running} years running`;
  return OCCURRING[occurring][zh ? 'zh' : 'en'];
}

/** What the question said of the figure, to be confirmed. */
function claimText({ claim, rate, share }: Plan, zh: boolean): string {
  if (claim === null) return '';
  const said = boundText(claim, zh, rate !== null || share !== null);
  return zh ? `核实：是否${said}` : `whether it is ${said}`;
}

/** "> 100", 介于 1–3. */
function boundText({ comparison, value, upper }: NonNullable<Plan['claim']>, zh: boolean, share = false): string {
  const show = (bound: number) => (share ? `${showNumber(bound * 100)}%` : showNumber(bound));
  const to = upper === undefined ? '' : `–${show(upper)}`;
  return `${COMPARISONS[comparison]?.[zh ? 'zh' : 'en'] ?? ''} ${show(value)}${to}`;
}

function conditionText(condition: Condition, naming: Naming): string {
  const name = comparedName(condition, naming);
  if ('state' in condition) return `${name} ${COMPARISONS[condition.state]?.[naming.language]}`;
  const bound =
    'than' in condition
      ? yardstickName(condition.than, naming)
      : 'against' in condition
        ? cellsName(condition.against, naming)
        : condition.comparison === 'between'
          ? `${showNumber(condition.value)}–${showNumber(condition.upper ?? condition.value)}`
          : showNumber(condition.value);
  return `${name} ${COMPARISONS[condition.comparison]?.[naming.language]} ${bound}`;
}

function comparedName(condition: Condition, naming: Naming): string {
  if ('state' in condition) return cellsName([condition], naming);
  const { rate, share, plus = [] } = condition;
  if (share !== undefined) return `${cellsName(share.of, naming)} / ${cellsName(share.in, naming)}`;
  return rate ?? cellsName([condition, ...plus], naming);
}

/** Whom, or what, a figure is measured against. */
function yardstickName(than: Yardstick, naming: Naming): string {
  const zh = naming.language === 'zh';
  if ('agency' in than) return zh ? `${naming.agency(than.agency)}的` : `that of ${naming.agency(than.agency)}`;
  return than.middle === 'mean' ? (zh ? '平均数' : 'the mean') : zh ? '中位数' : 'the median';
}

/** One cell by its name, a known group by what users call it, other cells one by one. */
function cellsName(cells: readonly MeasureRef[], naming: Naming): string {
  const applicants = new Set(cells.map(({ applicant }) => applicant));
  const group = applicants.size === 1 ? naming.group(cells.map(({ measure }) => measure)) : null;
  const [applicant] = applicants;
  if (group !== null && cells.length > 1) {
    const by =
      applicant === null || applicant === undefined || applicant === 'total' ? '' : naming.applicant(applicant);
    return by === '' ? group : naming.language === 'zh' ? `${group}（${by}）` : `${group} (${by})`;
  }
  const names = cells.map((each) => naming.measure(each));
  return names.slice(0, 3).join(' + ') + (names.length > 3 ? ' + …' : '');
}

function scopeText(scope: Scope, naming: Naming): string[] {
  const join = (names: readonly string[]) =>
    names.slice(0, 6).join(naming.language === 'zh' ? '、' : ', ') + (names.length > 6 ? '…' : '');
  const zh = naming.language === 'zh';
  const { pairs = [] } = scope;
  return [
    pairs.length > 0
      ? join(pairs.map(({ agency, year }) => `${naming.agency(agency)} ${year}${zh ? ' 年' : ''}`))
      : join(scope.agencies.map((each) => naming.agency(each))),
    scope.versions === 'current'
      ? ''
      : scope.versions === 'earlier'
        ? zh
          ? '更正前的版本'
          : 'the version before the correction'
        : zh
          ? '更正前后'
          : 'before and after the correction',
    scope.exceptKinds.length === 0
      ? ''
      : zh
        ? `不含${join(scope.exceptKinds.map((each) => naming.kind(each)))}`
        : `without ${join(scope.exceptKinds.map((each) => naming.kind(each)))}`,
    scope.except.length === 0
      ? ''
      : zh
        ? `除 ${join(scope.except.map((each) => naming.agency(each)))} 外`
        : `other than ${join(scope.except.map((each) => naming.agency(each)))}`,
    join(scope.regions.map((each) => naming.region(each))),
    join(scope.kinds.map((each) => naming.kind(each))),
    join(scope.levels.map((each) => LEVELS[each][naming.language])),
    scope.years.length === 0 || pairs.length > 0
      ? ''
      : zh
        ? `${join(scope.years.map(String))} 年`
        : join(scope.years.map(String)),
    join(
      scope.forms.map((each) =>
        each === 'free' ? (zh ? '无统一格式' : 'free form') : zh ? `${each} 年格式` : `${each} form`,
      ),
    ),
    scope.reports.length === 0
      ? ''
      : zh
        ? `所指的 ${scope.reports.length} 份报告`
        : `the ${scope.reports.length === 1 ? 'report' : `${scope.reports.length} reports`} meant`,
  ];
}

const LEVELS: Record<Level, Bilingual> = {
  province: { zh: '省级', en: 'province level' },
  city: { zh: '地市级', en: 'city level' },
  county: { zh: '县区级', en: 'county level' },
  township: { zh: '乡镇街道', en: 'township level' },
};

/** A ranking of so many is one of all, as far as the plan goes. */
const WHOLE = 1000;

const orders: Record<'desc' | 'asc', Record<'first' | 'whole', Bilingual>> = {
  desc: {
    first: { zh: '前 # 名', en: 'top #' },
    whole: { zh: '从高到低（至多 # 名）', en: 'highest first (at most #)' },
  },
  asc: {
    first: { zh: '后 # 名', en: 'bottom #' },
    whole: { zh: '从低到高（至多 # 名）', en: 'lowest first (at most #)' },
  },
};

const bothEnds: Bilingual = { zh: '前 # 名和后 # 名', en: 'top # and bottom #' };

function orderText({ order, operation, groupBy }: Plan, zh: boolean): string {
  const by =
    groupBy === null || groupBy === 'outcome' ? '' : zh ? `按${GROUPS[groupBy].zh}` : `by ${GROUPS[groupBy].en}`;
  if (order === null || operation !== 'rank') return by;
  const said = order.ends ? bothEnds : orders[order.direction][order.limit >= WHOLE ? 'whole' : 'first'];
  const first = (zh ? said.zh : said.en).replaceAll('#', `${order.limit}`);
  const mean = order.mean ? (zh ? '按平均数' : 'by the mean') : '';
  return [first, mean, by].filter((each) => each !== '').join(zh ? '，' : ', ');
}

/** The kinds of findings that are asked for; none: all of them. */
export function kindsOf({ audit }: Plan, { language }: Naming): string {
  const kinds = [...(audit?.rules ?? []), ...(audit?.severities ?? [])].map((each) => word(each, language === 'zh'));
  return [...new Set(kinds)].join(language === 'zh' ? '、' : ', ');
}

/** What an operation that is about no figure asks for. */
function detailText(plan: Plan, naming: Naming): string[] {
  const zh = naming.language === 'zh';
  const join = (names: readonly string[]) => names.join(zh ? '、' : ', ');
  return [
    kindsOf(plan, naming),
    join((plan.audit?.tables ?? []).map((number) => (zh ? `表${'二三四'[number - 2]}` : `table ${number}`))),
    plan.audit?.sound ? (zh ? '没有这类发现的报告' : 'reports without such findings') : '',
    plan.having === null
      ? ''
      : plan.having === 'with'
        ? zh
          ? '只列有的'
          : 'only those that have it'
        : zh
          ? '只列没有的'
          : 'only those without',
    plan.themeKind === null || plan.having === null
      ? ''
      : plan.themeKind === 'measure'
        ? zh
          ? '改进措施'
          : 'measures'
        : zh
          ? '存在的问题'
          : 'problems',
    join(plan.metadata.map((each) => word(each, zh))),
    join(plan.themes.map((each) => naming.theme(each))),
    plan.operation === 'average' && plan.middle === 'median' ? (zh ? '中位数' : 'median') : '',
    plan.part === null
      ? ''
      : zh
        ? `${join(plan.part.agencies.map((each) => naming.agency(each)))}占全部的比例`
        : `share of ${join(plan.part.agencies.map((each) => naming.agency(each)))} in all`,
    plan.order?.within == null
      ? ''
      : zh
        ? `分${GROUPS[plan.order.within].zh}`
        : `for each ${GROUPS[plan.order.within].en}`,
    plan.comparable === null ? '' : zh ? '能不能比' : 'whether they can be compared',
    plan.library === null ? '' : word(plan.library, zh),
    join((plan.terms ?? [plan.term]).flatMap((each) => (each === null ? [] : [naming.definition(each)]))),
    plan.export === null || plan.operation === 'export'
      ? ''
      : zh
        ? `导出 ${plan.export.format.toUpperCase()}`
        : `export as ${plan.export.format.toUpperCase()}`,
  ];
}

const GROUPS: Record<Exclude<Plan['groupBy'], null>, Bilingual> = {
  year: { zh: '年份', en: 'year' },
  province: { zh: '省份', en: 'province' },
  city: { zh: '城市', en: 'city' },
  county: { zh: '区县', en: 'county' },
  kind: { zh: '部门类别', en: 'department kind' },
  agency: { zh: '机关', en: 'agency' },
  applicant: { zh: '申请人', en: 'applicant' },
  outcome: { zh: '办理结果', en: 'outcome' },
  form: { zh: '格式', en: 'form' },
};

function assumptionText({ slot, value, origin }: Plan['assumptions'][number], naming: Naming): string {
  const zh = naming.language === 'zh';
  const join = zh ? '、' : ', ';
  if (slot === 'unused') return zh ? `没有用到：${value}` : `did not use: ${value}`;
  const name = /^[a-z]+(\.[a-zA-Z]+)+$/.test(value)
    ? naming.measure({ measure: value })
    : slot === 'kind'
      ? value.split('、').map(naming.kind).join(join)
      : slot === 'measure' && value === 'key figures'
        ? zh
          ? '主要指标'
          : 'key figures'
        : slot === 'reports'
          ? zh
            ? `上一答案的 ${value} 份报告`
            : `the ${value} reports of the last answer`
          : value;
  if (origin === 'inherited') return zh ? `承接上文：${name}` : `from before: ${name}`;
  return zh ? `假定：${name}` : `assuming: ${name}`;
}

/** Words of plans (fields, first parts of rules) as people read them; what is not listed stays as it is. */
const WORDS: Record<string, Bilingual> = {
  ...fieldNames,
  reports: { zh: '报告', en: 'reports' },
  agencies: { zh: '机关', en: 'agencies' },
  years: { zh: '年份', en: 'years' },
  regions: { zh: '地区', en: 'regions' },
  failures: { zh: '导入失败的文件', en: 'files that failed' },
  coverage: { zh: '收录情况', en: 'coverage' },
  ingested: { zh: '导入时间', en: 'times of ingestion' },
  missing: { zh: '缺少的年份', en: 'missing years' },
  layout: { zh: '缺漏和版式', en: 'gaps and layout' },
  'layout.missingSection': { zh: '缺部分', en: 'missing sections' },
  'layout.missingTable': { zh: '缺表', en: 'missing tables' },
  'layout.missingRow': { zh: '缺行', en: 'missing rows' },
  'layout.lostColumns': { zh: '丢列', en: 'lost columns' },
  'layout.blankCells': { zh: '空白格', en: 'blank cells' },
  'layout.shiftedRow': { zh: '移位', en: 'shifted rows' },
  'text.agency': { zh: '写错的机关名', en: 'wrong names of agencies' },
  'text.year': { zh: '写错的年份', en: 'wrong years' },
  'text.parts': { zh: '总数与分项', en: 'totals against their parts' },
  year: { zh: '年际衔接', en: 'from year to year' },
  text: { zh: '文字与数字', en: 'text against figures' },
  t3: { zh: '表三勾稽', en: 'cross-footing of table 3' },
  t4: { zh: '表四勾稽', en: 'cross-footing of table 4' },
  late: { zh: '逾期', en: 'lateness' },
  copy: { zh: '雷同文字', en: 'copied text' },
  range: { zh: '数值范围', en: 'range of figures' },
  error: { zh: '矛盾', en: 'contradictions' },
  warning: { zh: '注意', en: 'notes' },
  info: { zh: '提示', en: 'hints' },
};

const word = (id: string, zh: boolean) => (WORDS[id] ?? WORDS[id.split('.')[0]!])?.[zh ? 'zh' : 'en'] ?? id;
