/** What a question was taken to mean, as one sentence in its language, from the plan alone. */
import type { Naming } from '../lexicon/naming.ts';
import type { Plan } from '../question/plan.ts';
import type { Bilingual } from '../report/report.ts';
import { boundText, claimText, conditionText } from './interpretation/conditions.ts';
import { detailText, orderText } from './interpretation/details.ts';
import { scopeText } from './interpretation/reports.ts';
import { OCCURRING, OPERATIONS } from './interpretation/words.ts';

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
    amongText(plan, naming),
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

/** 按申请数排在前 5 名的里面: of whom it is asked. */
function amongText({ among }: Plan, naming: Naming): string {
  if (among === null) return '';
  const zh = naming.language === 'zh';
  const names = among.measures.map((each) => naming.measure(each));
  const figures = names.slice(0, 2).join(zh ? '、' : ', ') + (names.length > 2 ? '…' : '');
  const whose = scopeText(among.scope, naming)
    .filter((each) => each !== '')
    .join(zh ? '；' : '; ');
  const places = among.direction === 'desc' ? (zh ? '前' : 'first') : zh ? '后' : 'last';
  return zh
    ? `只算${figures}排在${places} ${among.limit} 名的（${whose}）`
    : `among the ${places} ${among.limit} by ${figures} (${whose})`;
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

function occurringText({ occurring, running }: Plan, zh: boolean): string {
  if (occurring === null) return '';
  if (running !== null) return zh ? `连续 ${running} 年都符合` : `in ${running} years running`;
  return OCCURRING[occurring][zh ? 'zh' : 'en'];
}

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
