/** Wording of what the library holds. */
import type { Row } from '../../answer/answer.ts';
import type { Part } from '../message.ts';
import { showValue } from '../numbers.ts';
import { tablePart, windowOf } from '../table.ts';
import { head, type Telling } from './telling.ts';

/** How many agencies there are, of how many reports; of those that have every year or one only, of how many agencies they are. */
function agenciesHeld({ answer, say }: Telling): string {
  const { rows, plan, base } = answer;
  return plan.occurring === null
    ? say.agenciesHeld(rows.length, base?.reports ?? rows.length)
    : say.agenciesWithYears(rows.length, plan.occurring === 'once');
}

export function holding(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const { library } = answer.plan;
  const { rows, window } = answer;
  const column = (title: string, cell: (row: Row) => string, numeric = false) => ({ title, numeric, cell });
  const agency = column(say.agency(), (row) => naming.agency(row.agency));
  const year = column(say.year(), (row) => (row.year === null ? '—' : String(row.year)), true);
  const years = column(say.years(), (row) => (Array.isArray(row.years) ? row.years.join(', ') : ''));
  const n = column(say.reports(), (row) => showValue(row, naming.language, say), true);
  const held = head(say.reportsHeld(answer.base?.reports ?? rows.length));
  if (library === 'agencies' && answer.plan.groupBy !== null) {
    const agencies = column(say.agenciesOf(), (row) => showValue(row, naming.language, say), true);
    const reports = column(say.reports(), (row) => String(row.reports ?? ''), true);
    const total = say.agenciesHeld(Number(answer.value), answer.base?.reports ?? 0);
    return [
      head(total),
      ...tablePart(rows, [column(say.group(), (row) => row.label ?? ''), agencies, reports], window, say),
    ];
  }
  switch (library) {
    case 'agencies':
    case 'coverage':
      return [head(agenciesHeld(telling)), ...tablePart(rows, [agency, n, years], window, say)];
    case 'years':
    case 'regions':
      return [held, ...tablePart(rows, [column(say.group(), (row) => row.label ?? ''), n], window, say)];
    case 'missing':
      return [
        head(
          answer.plan.scope.years.length === 0
            ? say.missingYears(rows.length)
            : say.lackingReports(rows.length, answer.plan.scope.years.join(naming.language === 'zh' ? '、' : ', ')),
        ),
        ...tablePart(rows, [agency, year], window, say),
      ];
    case 'failures': {
      const { shown, beyond } = windowOf(rows, window, say);
      const items = shown.map((row) => `${row.file}: ${row.label}`);
      return [head(say.failures(rows.length)), { kind: 'list', items, ...beyond }];
    }
    case 'ingested':
      return [
        held,
        ...tablePart(
          rows,
          [
            agency,
            year,
            column(say.time(), (row) => String(row.value ?? '')),
            column(say.file(), (row) => String(row.file ?? '')),
          ],
          window,
          say,
        ),
      ];
    default: {
      if (answer.plan.groupBy !== null)
        return [held, ...tablePart(rows, [column(say.group(), (row) => row.label ?? ''), n], window, say)];
      const form = column(say.form(), (row) => (row.form === null || row.form === undefined ? '—' : String(row.form)));
      const published = column(say.published(), (row) =>
        row.publishedDate === null || row.publishedDate === undefined ? '—' : String(row.publishedDate),
      );
      const findings = column(say.findingsColumn(), (row) => String(row.findings ?? 0), true);
      return [held, ...tablePart(rows, [agency, year, form, published, findings], window, say)];
    }
  }
}
