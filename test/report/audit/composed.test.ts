/**
 * Clauses composed from slots, by a generator that knows nothing of the rules: who, when, what, how many, in the orders that
 * Chinese allows. With one slot filled by something that changes what is counted, a wrong figure is no longer an error.
 */
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../src/report/audit/audit.ts';
import { balanced, buildReport } from '../../helpers/report-builder.ts';

const values = balanced(
  '2021',
  { natural: { outcomes: { 'applications.disclosed': 21, 'applications.refused.process': 9 }, over: 4, forward: 6 } },
  { review: [5, 2, 0, 1], 'litigation.direct': [3, 0, 0, 0], 'litigation.afterReview': [1, 0, 0, 0] },
);
/** 32 received, 4 carried over, 30 handled, 6 carried forward; 8 reviews, 4 lawsuits. */
const wrong = 77;

function random(seed: number) {
  let state = seed;
  return <T>(from: readonly T[]): T => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)]!;
  };
}

const slots = {
  when: [
    '2023年，',
    '2023年度，',
    '全年',
    '本年度',
    '今年，',
    '2023年',
    '报告期内，',
    '截至2023年12月31日，',
    '一年来，',
  ],
  who: ['我局', '本局', '本机关', '我单位', '盐池县科学技术局', '县科技局', ''],
  how: ['共', '共计', '', '总共', '依法', '一共'],
  received: ['收到', '受理', '接到', '接收', '新收', '登记'],
  from: ['', '', '公民、法人和其他组织提出的', '社会公众提交的', '群众提出的'],
  what: ['政府信息公开申请', '依申请公开申请', '信息公开申请', '依申请公开事项', '公开政府信息的申请'],
  unit: ['件', '份', '宗', '件', '条'],
  after: ['', '，均按期答复', '，全部依法办结', '，按时答复率100%', '，主要涉及科技项目、资金等方面'],
} as const;

type Pick = ReturnType<typeof random>;

const plain: readonly ((pick: Pick) => string)[] = [
  (pick) =>
    `${pick(slots.when)}${pick(slots.who)}${pick(slots.how)}${pick(slots.received)}${pick(slots.from)}${pick(slots.what)}${wrong}${pick(slots.unit)}${pick(slots.after)}。`,
  (pick) =>
    `${pick(slots.who)}${pick(['2023年', '全年', '本年度'])}${pick(slots.how)}${pick(slots.received)}${wrong}${pick(slots.unit)}${pick(slots.what)}${pick(slots.after)}。`,
  (pick) =>
    `${pick(slots.when)}${pick(slots.who)}${pick(['收到', '受理'])}的${pick(slots.what)}${pick(['共', '为', '共计'])}${wrong}${pick(slots.unit)}。`,
  (pick) =>
    `${pick(slots.when)}${pick(slots.who)}${pick(slots.how)}${pick(['办结', '答复'])}${pick(slots.what)}${wrong}${pick(slots.unit)}。`,
  (pick) =>
    `${pick(slots.when)}${pick(slots.who)}${pick(['未收到', '没有收到', '未接到', '没有受理'])}${pick(slots.from)}${pick(slots.what)}。`,
  (pick) =>
    `${pick(slots.when)}${pick(slots.who)}收到${pick(slots.what)}32件，上年结转${wrong}件，${pick(['办结', '答复'])}30件，结转下年度${pick(['', '继续办理'])}6件。`,
  (pick) =>
    `${pick(slots.when)}${pick(slots.who)}收到${pick(slots.what)}32件，上年结转4件，办结30件，${pick(['结转下年', '转入下年度继续办理', '结转至2024年办理'])}${wrong}件。`,
];

/** Each changes what is counted; none is in the vocabulary of a plain clause, or it narrows. */
const strange: readonly ((pick: Pick) => string)[] = [
  (pick) =>
    `${pick(['全县', '全市', '全系统', '各乡镇', '局属单位', '县财政局', '县政府办', '县直各部门', '辖区内企业'])}${pick(['2023年', '全年', '本年度'])}${pick(slots.how)}${pick(slots.received)}${pick(slots.what)}${wrong}件。`,
  (pick) =>
    `${pick(['截至6月底，', '上半年，', '1至9月，', '第三季度，', '2022年，', '近三年，', '2021年至2023年，', '自2019年以来，', '“十四五”以来，', '过去五年，'])}${pick(slots.who)}${pick(slots.how)}${pick(['收到', '受理'])}${pick(slots.what)}${wrong}件。`,
  (pick) =>
    `${pick(slots.when)}${pick(slots.who)}${pick(['超期答复', '逾期未办结', '延期答复', '当场答复', '补正后受理', '转办', '代为受理', '指导办理', '协助答复', '撤销', '复核', '抽查'])}${pick(slots.what)}${wrong % 7}件。`,
  (pick) =>
    `${pick(slots.when)}${pick(slots.who)}收到${pick(['涉及征地的', '重复提交的', '关于项目资金的', '不属于本局职责的', '疑难', '内容不明确的', '同一申请人提出的', '境外人员提出的'])}${pick(slots.what)}3件。`,
  (pick) =>
    `${pick(slots.when)}${pick(slots.who)}${pick(['未收到', '没有收到'])}${pick(['涉密', '重大', '涉及个人隐私的', '要求听证的', '超期的', '不当', '群体性', '上级转办的'])}${pick(slots.what)}。`,
  (pick) =>
    `${pick(slots.when)}${pick(slots.who)}收到${pick(slots.what)}${pick(['咨询', '补正材料', '投诉', '反馈意见', '登记表', '回执', '相关来电', '撤回函'])}${wrong}件。`,
  (pick) =>
    `${pick(slots.what)}${pick(['由2022年的77件降至32件', '较上年减少77件', '同比减少77件', '比2022年的77件少', '2022年、2023年分别为77件、32件'])}。`,
  (pick) =>
    `${pick(['未计入表格的', '除撤回外的', '含下属单位的', '剔除重复后的', '经补正的', '通过信访渠道转来的'])}${pick(slots.what)}${pick(['共', '为', ''])}3件。`,
  (pick) =>
    `${pick(slots.when)}${pick(slots.who)}${pick(['没有', '未发生'])}${pick(['被复议机关纠正', '被法院判决败诉', '因超期答复引发', '复议决定责令重新答复', '被提起国家赔偿'])}的政府信息公开${pick(['行政复议', '行政诉讼'])}案件。`,
  (pick) =>
    `${pick(slots.when)}${pick(['全县', '县政府', '局属单位', '县司法局', '县法院'])}${pick(['发生', '审理', '办理', '受理'])}政府信息公开${pick(['行政复议', '行政诉讼'])}${pick(['案件', ''])}${wrong}件。`,
];

/** Of the year that a sentence names, another rule speaks. */
const judge = (text: string) =>
  auditReport(buildReport({ values, text: { 1: [text] } }), []).filter(
    ({ rule, severity }) => rule.startsWith('text.') && rule !== 'text.year' && severity !== 'info',
  );

const made = (kinds: readonly ((pick: Pick) => string)[], seed: number, count: number) => {
  const pick = random(seed);
  return [...new Set(Array.from({ length: count }, (_, index) => kinds[index % kinds.length]!(pick)))];
};

describe('clauses composed from slots', () => {
  it('plain ones that contradict the table are errors', () => {
    const texts = made(plain, 11, 700);
    const missed = texts.filter((text) => !judge(text).some(({ rule }) => rule === 'text.table3'));
    expect(missed.slice(0, 12)).toEqual([]);
  }, 120_000);

  it('with a word that changes what is counted they are none', () => {
    const texts = made(strange, 23, 1000);
    const wrongly = texts.filter((text) => judge(text).length > 0);
    expect(wrongly.slice(0, 12)).toEqual([]);
  }, 120_000);
});
