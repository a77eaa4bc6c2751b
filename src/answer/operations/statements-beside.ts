/** compare of several kinds of figures of one report's text (网站发得多还是公众号发得多): one figure of each, and how far two are apart. */
import type { Answer, Row } from '../answer.ts';
import { citeStatement, distinct } from '../cite.ts';
import { answer, type Desk } from '../desk.ts';
import { exact } from '../figures.ts';
import { matches } from '../matching.ts';
import { oneOfEach } from '../statement-kinds.ts';
import { lastPart } from '../statement-parts.ts';
import { approximate } from '../statement-series.ts';
import { findingsAt } from '../warnings.ts';

/** Null where the text gives no certain figure of each. */
export async function beside(desk: Desk): Promise<Answer | null> {
  const asked = desk.plan.statement;
  if (asked === null || desk.heads.length !== 1) return null;
  const found = await Promise.all(
    asked.parts.map((part) =>
      matches({ ...desk, plan: { ...desk.plan, statement: { ...asked, ...part } } }, part.subject, part.unit),
    ),
  );
  const each = oneOfEach(found);
  if (each === null || each.length !== asked.parts.length) return null;
  const rows = each.map(({ head, statement }): Row => {
    const { agency, year, report } = head;
    const { quantity: value, unit } = statement;
    return {
      agency,
      year,
      report,
      value,
      unit,
      approximate: statement.approximate,
      label: lastPart(statement.subject),
      line: statement.line,
    };
  });
  const [a, b] = rows;
  const two = rows.length === 2 && typeof a?.value === 'number' && typeof b?.value === 'number';
  const units = new Set(rows.map(({ unit }) => unit));
  return answer(desk, 'answered', {
    subject: { zh: asked.subject, en: asked.subject },
    rows: two ? [a, { ...b, difference: exact(Number(b.value) - Number(a.value)) }] : rows,
    unit: units.size === 1 ? (a?.unit ?? null) : null,
    citations: distinct(each.map(({ head, statement }) => citeStatement(head, statement))),
    warnings: [
      ...approximate(desk, each),
      ...(await findingsAt(
        desk,
        each.map(({ statement }) => statement),
      )),
    ],
  });
}
