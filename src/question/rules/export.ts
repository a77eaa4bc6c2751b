/** Exports: any answer as a file, or the facts of a scope. */
import { type Hearing, type Rule, unused } from '../hearing.ts';
import { fires, type Mark } from '../marks.ts';
import type { PlanInput } from '../plan.ts';
import { tablesIn } from './audit/tables.ts';

/** The plan's member `export`, where the question asks for a file. */
export function exportOf({ marks }: Hearing): Pick<PlanInput, 'export'> {
  if (!marks.has('export')) return {};
  const format = marks.has('export.xlsx') && !marks.has('export.csv') ? 'xlsx' : 'csv';
  return { export: { format } };
}

/**
 * 把…的申请数据导成Excel, "a CSV of review and litigation figures": data of what a table counts are its cells, and no one of them.
 * Null where anything else is asked of them.
 */
export function dataOfTables({
  marks,
  question: { text },
  applicants,
  lexicon,
}: Hearing): Pick<PlanInput, 'sections' | 'measures'> | null {
  if (!marks.has('export') || applicants.length > 0 || marks.with('rate').length > 0) return null;
  if (marks.has('order', 'op.average', 'op.rate', 'op.change', 'op.compare', 'cmp', 'count', 'group', 'not', 'ask.quantity', 'by')) return null; // biome-ignore format: a list
  // "Table 3 as a CSV file": its cells; a file is nothing that was filed.
  const numbered = marks.has('audit', 'search') ? [] : tablesIn(marks);
  const counts = ({ mark }: { readonly mark: Mark }) => !fires(mark, 'verb') && !/^files?$/.test(mark.text);
  if (numbered.length > 0 && !marks.with('measure').some(counts)) return { sections: numbered };
  if (!data.test(text)) return null;
  const named = marks.with('measure').flatMap(({ mark, sense: { ids } }) => (fires(mark, 'verb') ? [] : [ids]));
  const tables = marks.with('section').map(({ sense: { number } }) => number);
  // 申请情况 is also the title of the section whose table it is.
  if (named.length === 0)
    return tables.length > 0 && tables.every((number) => number > 2 && number < 5) && !marks.has('section.word')
      ? { sections: [...new Set(tables)] }
      : null;
  const all = named.every((ids) => ids.length > 3 && ids.every((id) => id.startsWith('applications.')));
  if (all) return { sections: [3] };
  const court = named.every((ids) => ids.every((id) => /^(?:review|litigation)\./.test(id)));
  const whole = named.every((ids) => ids.length > 3 || ids.every((id) => id.endsWith('.total')));
  const families = [...new Set(named.flat().map((id) => `${id.split('.')[0]}.`))];
  return court && whole
    ? {
        measures: lexicon.measures
          .filter(({ id }) => families.some((family) => id.startsWith(family)))
          .map(({ id }) => ({ measure: id, applicant: null })),
      }
    : null;
}

const data =
  /(?:申请|复议|诉讼)(?:的)?(?:数据|情况|资料|明细|数字)|\b(?:applications?|requests?|reviews?|reconsiderations?|litigation|lawsuits?) (?:data|figures|details|numbers)\b|\b(?:data|figures|details) (?:on|of|about|for) (?:applications|requests|reviews|reconsideration|litigation|lawsuits)\b/;

/** 导出宁夏2020年的数据 · "export everything as CSV": no other operation is named. */
export const exported: Rule = {
  name: 'export',
  make(hearing) {
    const { marks } = hearing;
    if (!marks.has('export')) return null;
    const own = dataOfTables(hearing);
    if (own !== null) {
      marks.use(...[...marks.with('measure'), ...marks.with('section')].map(({ mark }) => mark));
      marks.useRule('op.trend', 'all', 'which', 'section.how');
    }
    marks.useRule('export', 'library', 'section', 'op.sum', 'year.all', 'search');
    marks.use(
      ...marks
        .with('topic')
        .filter(({ mark }) => /数据|信息|facts|data/.test(mark.text))
        .map(({ mark }) => mark),
    );
    // 导出表三的全部数字: a section is its table.
    const sections = [
      ...new Set([
        ...(own?.sections ?? []),
        ...tablesIn(marks),
        ...marks.with('section').map(({ sense: { number } }) => number),
      ]),
    ];
    return unused(marks).length > 0
      ? null
      : { rule: this.name, needs: 'many', plan: { operation: 'export', measures: own?.measures ?? [], sections } };
  },
};
