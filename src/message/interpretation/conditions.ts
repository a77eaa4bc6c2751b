/** What a plan says of figures: conditions, claims, bounds. */
import type { Naming } from '../../lexicon/naming.ts';
import type { Condition, MeasureRef, Plan, Yardstick } from '../../question/plan.ts';
import type { Bilingual } from '../../report/report.ts';
import { showNumber } from '../numbers.ts';

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

/** What the question said of the figure, to be confirmed. */
export function claimText({ claim, rate, share }: Plan, zh: boolean): string {
  if (claim === null) return '';
  const said = boundText(claim, zh, rate !== null || share !== null);
  return zh ? `核实：是否${said}` : `whether it is ${said}`;
}

/** "> 100", 介于 1–3. */
export function boundText(
  { comparison, value, upper }: NonNullable<Plan['claim']>,
  zh: boolean,
  share = false,
): string {
  const show = (bound: number) => (share ? `${showNumber(bound * 100)}%` : showNumber(bound));
  const to = upper === undefined ? '' : `–${show(upper)}`;
  return `${COMPARISONS[comparison]?.[zh ? 'zh' : 'en'] ?? ''} ${show(value)}${to}`;
}

export function conditionText(condition: Condition, naming: Naming): string {
  const year = 'year' in condition && condition.year !== undefined ? condition.year : null;
  const of = year === null ? '' : naming.language === 'zh' ? `${year} 年的` : `${year}: `;
  const name = `${of}${comparedName(condition, naming)}`;
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
  return rate === undefined ? cellsName([condition, ...plus], naming) : naming.rate(rate);
}

/** Whom, or what, a figure is measured against. */
function yardstickName(than: Yardstick, naming: Naming): string {
  const zh = naming.language === 'zh';
  if ('agency' in than) {
    const { times, more = 0 } = than;
    const sum = `${times === undefined ? '' : ` × ${times}`}${more === 0 ? '' : more > 0 ? ` + ${more}` : ` − ${-more}`}`;
    return `${zh ? `${naming.agency(than.agency)}的` : `that of ${naming.agency(than.agency)}`}${sum}`;
  }
  if ('own' in than) return zh ? `自己 ${than.own} 年的` : `its own of ${than.own}`;
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
