/** A generated library: consistent reports of many agencies over some years, and defects planted in some of them. */
import type { LibraryEntry } from '../../src/report/audit/audit.ts';
import type { TableForm } from '../../src/report/forms.ts';
import type { Report } from '../../src/report/report.ts';
import { balanced, buildReport, changeFacts, outcomeMeasures, setFact } from './report-builder.ts';

/** Deterministic numbers from a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const counties = [
  '盐池县',
  '彭阳县',
  '同心县',
  '隆德县',
  '泾源县',
  '西吉县',
  '海原县',
  '中宁县',
  '平罗县',
  '贺兰县',
  '永宁县',
  '灵武市',
  '青铜峡市',
  '红寺堡区',
  '利通区',
  '原州区',
  '沙坡头区',
  '大武口区',
  '惠农区',
  '金凤区',
];
const bureaus = [
  '科学技术局',
  '教育局',
  '财政局',
  '人力资源和社会保障局',
  '自然资源局',
  '住房和城乡建设局',
  '交通运输局',
  '水务局',
  '农业农村局',
  '卫生健康局',
  '审计局',
  '统计局',
  '医疗保障局',
  '应急管理局',
  '市场监督管理局',
  '司法局',
  '民政局',
  '文化旅游广电局',
];
const subjects = [
  '政策解读',
  '栏目更新',
  '信息审核',
  '依申请办理',
  '队伍建设',
  '平台维护',
  '目录编制',
  '公众参与',
  '基层指导',
  '业务培训',
  '考核评估',
  '新媒体管理',
  '档案整理',
  '回应关切',
  '数据开放',
  '决策公开',
];
const verbs = [
  '不够及时',
  '形式较为单一',
  '深度仍显不足',
  '机制有待健全',
  '力度需要加大',
  '人员变动频繁',
  '覆盖面偏窄',
  '质量参差不齐',
  '协同不够顺畅',
  '意识尚需增强',
];
const remedies = [
  '开展专题学习',
  '完善工作台账',
  '建立会商制度',
  '压实科室责任',
  '引入图文解读',
  '定期通报进度',
  '组织交叉检查',
  '优化办理流程',
  '邀请群众评议',
  '细化公开目录',
  '加强值班值守',
  '更新公开指南',
];
const works = [
  '机构职能',
  '财政预决算',
  '重大项目',
  '行政执法',
  '民生实事',
  '惠企政策',
  '公共服务',
  '人事招考',
  '应急预案',
  '规划计划',
  '政府采购',
  '乡村振兴',
];

export interface Generated extends LibraryEntry {
  readonly seed: number;
}

function pick<T>(next: () => number, from: readonly T[], many: number): T[] {
  const rest = [...from];
  return Array.from({ length: many }, () => rest.splice(Math.floor(next() * rest.length), 1)[0]!);
}

const count = (next: () => number, below: number) => Math.floor(next() * below);

/** One agency's reports for the years given, consistent with one another. */
export function series(index: number, years: readonly number[]): Generated[] {
  const agency = `${counties[index % counties.length]}${bureaus[Math.floor(index / counties.length) % bureaus.length]}`;
  const next = random(index * 7919 + 13);
  let over = 0;
  let inForce = 5 + count(next, 20);
  let items = 3 + count(next, 30);
  return years.map((year) => {
    const form: TableForm = year >= 2021 ? '2021' : '2019';
    const forward = count(next, 3);
    const outcomes: Record<string, number> = { 'applications.disclosed': over + count(next, 9) };
    for (const measure of pick(next, outcomeMeasures(form), 3))
      outcomes[measure] = (outcomes[measure] ?? 0) + count(next, 4);
    const business = { outcomes: { 'applications.disclosed': count(next, 4) } };
    const values = balanced(
      form,
      { natural: { outcomes, over, forward }, business },
      { review: [count(next, 3), count(next, 2), 0, 0] },
    );
    const change = count(next, 7) - 3;
    const issued = count(next, 4);
    const repealed = count(next, 2);
    Object.assign(values, {
      'normative.issued': issued,
      'normative.repealed': repealed,
      'normative.inForce': inForce + issued - repealed,
    });
    Object.assign(values, {
      'licensing.itemsPrior': items,
      'licensing.itemsChange': change,
      'licensing.decisions': count(next, 900),
    });
    inForce += issued - repealed;
    items += change;
    over = values['applications.carriedForward/natural']!;
    const report = buildReport({
      id: `${index}-${year}`,
      agency,
      year,
      form,
      values,
      publishedDate: `${year + 1}-01-${10 + count(next, 20)}`,
      region: { county: counties[index % counties.length]! },
      preamble: `本报告由${agency}根据《中华人民共和国政府信息公开条例》编制，统计期限为${year}年1月1日至${year}年12月31日。`,
      text: textOf(agency, year, values, next),
    });
    return { report, agencyKey: agency, kind: null, seed: index };
  });
}

function textOf(
  agency: string,
  year: number,
  values: Record<string, number>,
  next: () => number,
): Record<number, string[]> {
  const received = values['applications.received/total']!;
  const forward = values['applications.carriedForward/total']!;
  const over = values['applications.carriedOver/total']!;
  const handled = values['applications.handled/total']!;
  const reviews = values['review.total']!;
  const [site, wechat] = [20 + count(next, 200), 5 + count(next, 90)];
  const areas = pick(next, works, 5);
  const apply =
    received === 0
      ? '全年未收到政府信息公开申请'
      : `全年共收到政府信息公开申请${received}件，上年结转${over}件，办结${handled}件，结转下年度${forward}件`;
  const review =
    reviews === 0 ? '未发生因政府信息公开引起的行政复议、行政诉讼' : `政府信息公开行政复议${reviews}件，行政诉讼0件`;
  const problems = pick(next, subjects, 4).map(
    (subject, at) =>
      `${'一二三四'[at]}是${subject}${pick(next, verbs, 1)[0]}，在${pick(next, works, 1)[0]}方面较为突出`,
  );
  const steps = pick(next, remedies, 4).map(
    (remedy) => `${remedy}，围绕${pick(next, subjects, 1)[0]}和${pick(next, works, 1)[0]}抓好落实`,
  );
  return {
    1: [
      `${year}年，${agency}认真贯彻落实《条例》，围绕${areas.join('、')}等重点领域推进公开，${pick(next, remedies, 2).join('，')}。`,
      `（一）主动公开。全年主动公开政府信息${site + wechat}条，其中政府网站发布${site}条、微信公众号推送${wechat}条，${pick(next, remedies, 2).join('，')}。`,
      `（二）依申请公开。${apply}。${review}。`,
      `（三）政府信息管理。${pick(next, remedies, 3).join('，')}，公开${year - 1}年度部门决算和${year}年度部门预算。`,
    ],
    5: [`（一）存在问题。${problems.join('；')}。`, `（二）改进措施。${year + 1}年，我局将继续${steps.join('；')}。`],
    6: [`按照《政府信息公开信息处理费管理办法》，${year}年未收取信息处理费。`],
  };
}

/** A change that makes one rule fail; null where the report has nothing to change. Across years the whole series is given. */
export interface Defect {
  readonly rule: string;
  /** What it makes fail besides: a figure changed in a table also contradicts the text that states it. */
  readonly also?: readonly string[];
  readonly plant: (reports: readonly Report[], at: number, other: Report, next: () => number) => Report | null;
}

const inText = (report: Report, section: number, change: (text: string) => string): Report | null => {
  const sections = report.sections.map((each) =>
    each.number === section
      ? { ...each, paragraphs: each.paragraphs.map((paragraph) => ({ ...paragraph, text: change(paragraph.text) })) }
      : each,
  );
  return JSON.stringify(sections) === JSON.stringify(report.sections) ? null : { ...report, sections };
};
const value = (report: Report, measure: string, applicant: string | null = null) =>
  report.facts.find((fact) => fact.measure === measure && fact.applicant === applicant)?.value ?? 0;
const bump = (report: Report, keys: readonly string[], by: number) =>
  keys.reduce((changed, key) => {
    const [measure, applicant] = key.split('/');
    return setFact(changed, key, { value: value(report, measure!, applicant ?? null) + by });
  }, report);

export const defects: readonly Defect[] = [
  {
    rule: 't3.row',
    plant: (reports, at) =>
      bump(
        reports[at]!,
        [
          'applications.refused.process/total',
          'applications.handled/total',
          'applications.handled/natural',
          'applications.refused.process/research',
        ]
          .slice(3)
          .concat(['applications.handled/research', 'applications.received/research']),
        2,
      ),
  },
  {
    rule: 't3.outcomes',
    plant: (reports, at) =>
      bump(reports[at]!, ['applications.unprocessed.petition/natural', 'applications.unprocessed.petition/total'], 3),
  },
  {
    rule: 't3.balance',
    also: ['text.table3'],
    plant: (reports, at) =>
      reports[at + 1]
        ? null
        : bump(reports[at]!, ['applications.carriedForward/business', 'applications.carriedForward/total'], 5),
  },
  { rule: 't4.sum', also: ['text.table4'], plant: (reports, at) => bump(reports[at]!, ['litigation.direct.total'], 1) },
  { rule: 'range', plant: (reports, at) => setFact(reports[at]!, 'penalties.decisions', { value: -4 }) },
  {
    rule: 'year.carry',
    also: ['text.table3'],
    plant: (reports, at) =>
      at === 0
        ? null
        : bump(
            reports[at]!,
            [
              'applications.carriedOver/legalService',
              'applications.carriedOver/total',
              'applications.handled/legalService',
              'applications.handled/total',
              'applications.disclosed/legalService',
              'applications.disclosed/total',
            ],
            2,
          ),
  },
  {
    rule: 'year.inForce',
    plant: (reports, at) =>
      at !== reports.length - 1 || reports[at]!.form !== '2021' || reports[at - 1]?.form !== '2021'
        ? null
        : bump(reports[at]!, ['normative.inForce'], 3),
  },
  {
    rule: 'year.items',
    plant: (reports, at) =>
      reports[at]!.form !== '2019' || reports[at - 1]?.form !== '2019'
        ? null
        : bump(reports[at]!, ['licensing.itemsPrior'], 5),
  },
  {
    rule: 'text.table3',
    plant: (reports, at) =>
      inText(reports[at]!, 1, (text) =>
        text.replace(/政府信息公开申请(\d+)件/, (_, count: string) => `政府信息公开申请${Number(count) + 7}件`),
      ),
  },
  {
    rule: 'text.table3',
    plant: (reports, at) =>
      value(reports[at]!, 'applications.received', 'total') === 0
        ? null
        : inText(reports[at]!, 1, (text) =>
            text.replace(/全年共收到政府信息公开申请[^。]*/, '本年度没有受理依申请公开事项'),
          ),
  },
  {
    rule: 'text.table3',
    plant: (reports, at) =>
      inText(reports[at]!, 1, (text) =>
        text.replace(/办结(\d+)件/, (_, count: string) => `办结${Number(count) + 1}件`),
      ),
  },
  {
    rule: 'text.table4',
    plant: (reports, at) =>
      inText(reports[at]!, 1, (text) =>
        text.replace(/行政复议(\d+)件/, (_, count: string) => `行政复议${Number(count) + 2}件`),
      ),
  },
  {
    rule: 'text.table4',
    plant: (reports, at) =>
      value(reports[at]!, 'review.total') === 0
        ? null
        : inText(reports[at]!, 1, (text) =>
            text.replace(
              /政府信息公开行政复议\d+件，行政诉讼0件/,
              '没有因政府信息公开申请行政复议、提起行政诉讼的情况发生',
            ),
          ),
  },
  { rule: 'text.text', plant: (reports, at) => inText(reports[at]!, 6, (text) => `${text}全年微信公众号推送9999条。`) },
  {
    rule: 'text.parts',
    plant: (reports, at) =>
      inText(reports[at]!, 1, (text) =>
        text.replace(/政府网站发布(\d+)条/, (_, count: string) => `政府网站发布${Number(count) + 30}条`),
      ),
  },
  {
    rule: 'text.year',
    plant: (reports, at) =>
      inText(reports[at]!, 5, (text) =>
        text.replace(`${reports[at]!.year! + 1}年，我局将`, `${reports[at]!.year}年，我局将`),
      ),
  },
  {
    rule: 'text.year',
    plant: (reports, at) =>
      inText(reports[at]!, 1, (text) =>
        text.replace(
          `${reports[at]!.year}年，${reports[at]!.agency}认真`,
          `${reports[at]!.year! - 1}年，${reports[at]!.agency}认真`,
        ),
      ),
  },
  {
    rule: 'text.year',
    plant: (reports, at) => ({
      ...reports[at]!,
      preamble: {
        text: reports[at]!.preamble!.text.replaceAll(`${reports[at]!.year}年`, `${reports[at]!.year! - 1}年`),
        lines: [2, 2],
      },
    }),
  },
  {
    rule: 'text.agency',
    plant: (reports, at, other) =>
      inText(reports[at]!, 1, (text) => text.replace(`${reports[at]!.agency}认真`, `${other.agency}认真`)),
  },
  {
    rule: 'layout.missingSection',
    plant: (reports, at) => ({
      ...reports[at]!,
      sections: reports[at]!.sections.filter((section) => section.number !== 6),
    }),
  },
  {
    rule: 'layout.missingTable',
    plant: (reports, at) =>
      changeFacts(reports[at]!, (fact) =>
        fact.table === 4 ? { state: 'missing', value: null, raw: null, line: null, quote: null } : null,
      ),
  },
  {
    rule: 'layout.missingRow',
    plant: (reports, at) =>
      changeFacts(reports[at]!, (fact) =>
        fact.measure === 'applications.unprocessed.publication'
          ? { state: 'missing', value: null, raw: null, line: null, quote: null }
          : null,
      ),
  },
  {
    rule: 'layout.blankCells',
    plant: (reports, at) =>
      changeFacts(reports[at]!, (fact) =>
        fact.measure === 'applications.refused.enquiry' && fact.applicant !== 'total'
          ? { state: 'blank', value: null, raw: '' }
          : null,
      ),
  },
  {
    rule: 'layout.lostColumns',
    plant: (reports, at) =>
      changeFacts(reports[at]!, (fact) =>
        fact.measure === 'applications.unavailable.unclear' &&
        fact.applicant !== 'total' &&
        fact.applicant !== 'natural'
          ? { certain: false, value: null, raw: '0 0 0 0' }
          : null,
      ),
  },
  { rule: 'late', plant: (reports, at) => ({ ...reports[at]!, publishedDate: `${reports[at]!.year! + 1}-02-14` }) },
  { rule: 'copy', plant: (reports, at) => copySection(reports[at]!, reports[at - 1], 5) },
  {
    rule: 'copy',
    plant: (reports, at, other) => (other.year === reports[at]!.year! - 1 ? copySection(reports[at]!, other, 5) : null),
  },
];

function copySection(report: Report, from: Report | undefined, number: number): Report | null {
  if (!from) return null;
  const source = from.sections.find((section) => section.number === number)!;
  const paragraphs = source.paragraphs.map((paragraph) => ({
    ...paragraph,
    text: paragraph.text.replaceAll(`${from.year! + 1}年`, `${report.year! + 1}年`),
  }));
  return {
    ...report,
    sections: report.sections.map((section) => (section.number === number ? { ...section, paragraphs } : section)),
  };
}

export interface Planted {
  readonly entries: readonly LibraryEntry[];
  /** "report rule" of each defect. */
  readonly truth: ReadonlySet<string>;
  /** What may be found besides. */
  readonly allowed: ReadonlySet<string>;
}

/** `agencies` × `years` reports, about `share` of them with one defect each, every kind in turn. */
export function plantedLibrary(agencies: number, years: readonly number[], share: number, seed = 1): Planted {
  const next = random(seed);
  const all = Array.from({ length: agencies }, (_, index) => series(index, years));
  const truth = new Set<string>();
  const allowed = new Set<string>();
  let turn = 0;
  const planted = all.map((reports, index) => {
    const changed = reports.map((entry) => entry.report);
    // At most one defect an agency: one in a neighbouring year would be two defects in one pair of years.
    if (next() >= share * years.length) return reports;
    const at = Math.floor(next() * reports.length);
    for (let tries = 0; tries < defects.length; tries += 1) {
      const defect = defects[turn++ % defects.length]!;
      const stranger = all[(index + 7) % all.length]!;
      const other = (defect.rule === 'copy' ? stranger[at - 1] : stranger[at])?.report;
      const result = other ? defect.plant(changed, at, other, next) : null;
      if (!result) continue;
      truth.add(`${result.report} ${defect.rule}`);
      for (const rule of defect.also ?? []) allowed.add(`${result.report} ${rule}`);
      return reports.map((entry, position) => (position === at ? { ...entry, report: result } : entry));
    }
    return reports;
  });
  return { entries: planted.flat(), truth, allowed };
}
