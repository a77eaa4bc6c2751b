/** Exports: any answer as a file, or the facts of a scope. */
import { type Hearing, type Rule, unused } from '../hearing.ts';
import type { PlanInput } from '../plan.ts';
import { tablesIn } from './audit/tables.ts';

/** The plan's member `export`, where the question asks for a file. */
export function exportOf({ marks }: Hearing): Pick<PlanInput, 'export'> {
  if (!marks.has('export')) return {};
  const format = marks.has('export.xlsx') && !marks.has('export.csv') ? 'xlsx' : 'csv';
  return { export: { format } };
}

/** 导出宁夏2020年的数据 · "export everything as CSV": no other operation is named. */
export const exported: Rule = {
  name: 'export',
  make({ marks }) {
    if (!marks.has('export')) return null;
    marks.useRule('export', 'library', 'section', 'op.sum', 'year.all', 'search');
    marks.use(
      ...marks
        .with('topic')
        .filter(({ mark }) => /数据|信息|facts|data/.test(mark.text))
        .map(({ mark }) => mark),
    );
    // 导出表三的全部数字: a section is its table.
    const sections = [
      ...new Set([...tablesIn(marks), ...marks.with('section').map(({ sense: { number } }) => number)]),
    ];
    return unused(marks).length > 0
      ? null
      : { rule: this.name, needs: 'many', plan: { operation: 'export', sections } };
  },
};
