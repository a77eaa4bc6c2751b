/** Restrictions as SQL over `reports`. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { ReportFilter } from '../store.ts';
import type { Tables } from './tables.ts';

type Builder = ExpressionBuilder<Tables, 'reports'>;

/** `column in (…)`; long lists travel as one parameter, since a statement takes only so many. */
export function oneOf(column: string, values: readonly (string | number)[]): Expression<SqlBool> {
  const reference = sql.ref(column);
  return values.length <= 200
    ? sql<SqlBool>`${reference} in (${sql.join(values)})`
    : sql<SqlBool>`${reference} in (select value from json_each(${JSON.stringify(values)}))`;
}

/** The conjunction of a filter's members; an empty list does not restrict. */
export function restricted(filter: ReportFilter) {
  return (eb: Builder): Expression<SqlBool> => {
    const all: Expression<SqlBool>[] = [];
    const list = (column: string, values: readonly (string | number)[] | undefined) => {
      if (values && values.length > 0) all.push(oneOf(column, values));
    };
    list('reports.report', filter.reports);
    list('reports.agency_key', filter.agencies);
    list('reports.kind', filter.kinds);
    list('reports.year', filter.years);
    list('reports.form', filter.forms);
    const regions = filter.regions ?? [];
    if (regions.length > 0) {
      all.push(
        eb.or(
          regions.map((region) =>
            eb.and(
              (['province', 'city', 'county'] as const).flatMap((level) =>
                region[level] === null ? [] : [eb(`reports.${level}`, '=', region[level])],
              ),
            ),
          ),
        ),
      );
    }
    if (filter.versions !== 'all') all.push(eb('reports.current', '=', 1));
    if (filter.ingestedSince !== undefined) all.push(eb('reports.ingested_ms', '>=', Date.parse(filter.ingestedSince)));
    if (filter.ingestedUntil !== undefined) all.push(eb('reports.ingested_ms', '<', Date.parse(filter.ingestedUntil)));
    return all.length === 0 ? eb.val(1 as unknown as SqlBool) : eb.and(all);
  };
}
