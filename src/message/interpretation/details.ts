/** What an operation that is about no figure asks for, and in which order rows come. */
import type { Naming } from '../../lexicon/naming.ts';
import type { Plan } from '../../question/plan.ts';
import type { Bilingual } from '../../report/report.ts';
import { GROUPS, word } from './words.ts';

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

export function orderText({ order, operation, groupBy }: Plan, zh: boolean): string {
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

const statuses = {
  confirmed: { zh: '已由人工确认的', en: 'confirmed by a person' },
  dismissed: { zh: '已由人工排除的', en: 'dismissed by a person' },
  noted: { zh: '有人工备注的', en: 'noted by a person' },
} as const;

/** What an operation that is about no figure asks for. */
export function detailText(plan: Plan, naming: Naming): string[] {
  const zh = naming.language === 'zh';
  const join = (names: readonly string[]) => names.join(zh ? '、' : ', ');
  return [
    kindsOf(plan, naming),
    join((plan.audit?.tables ?? []).map((number) => (zh ? `表${'二三四'[number - 2]}` : `table ${number}`))),
    plan.audit?.byRule ? (zh ? '按发现的种类' : 'by kind of finding') : '',
    join((plan.audit?.statuses ?? []).map((status) => statuses[status][zh ? 'zh' : 'en'])),
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
    plan.lacking === null ? '' : zh ? `没有提到“${plan.lacking}”` : `not mentioning “${plan.lacking}”`,
    plan.themeKind === null || (plan.having === null && plan.operation !== 'section')
      ? ''
      : plan.themeKind === 'measure'
        ? zh
          ? '改进措施'
          : 'measures'
        : zh
          ? '存在的问题'
          : 'problems',
    pointText(plan, zh),
    plan.shared ? (zh ? '只列每份报告都写到的' : 'only what every report names') : '',
    join(plan.metadata.map((each) => word(each, zh))),
    join(plan.themes.map((each) => naming.theme(each))),
    plan.yearly ? (zh ? '每年合计的' : 'of the totals of the years') : '',
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

/** Which of the points that a section counts. */
function pointText({ points }: Plan, zh: boolean): string {
  if (points === null) return '';
  if (points.at === null) return zh ? '分几条' : 'how many points';
  if (points.at < 0) return zh ? '最后一条' : 'the last point';
  return zh ? `第 ${points.at} 条` : `point ${points.at}`;
}
