/** The middle of an answer's message: headline and rows, by what was asked. */
import type { Answer } from '../answer/answer.ts';
import type { Naming } from '../lexicon/naming.ts';
import type { Operation } from '../question/plan.ts';
import type { Part } from './message.ts';
import type { Say } from './phrases.ts';
import { carding } from './tell/card.ts';
import { changing, comparing, rating, series } from './tell/comparisons.ts';
import { aggregate, counting, figures, listing, ranking } from './tell/figures.ts';
import { holding } from './tell/library.ts';
import { quotes, type Telling, table } from './tell/telling.ts';
import { auditing, particulars, reading, searching, themed } from './tell/texts.ts';
import { verdict } from './tell/verdict.ts';

/** The parts of an answer, or of why there is none. */
export function bodyOf(answer: Answer, naming: Naming, say: Say): Part[] {
  const telling: Telling = { answer, naming, say };
  if (answer.status !== 'answered') {
    const text = answer.reason?.text[naming.language] ?? '';
    return [{ kind: 'headline', text }, ...quotes(telling)];
  }
  if (answer.body !== null) return [{ kind: 'text', text: answer.body[naming.language] }, ...quotes(telling)];
  return [...verdict(telling, TELL[answer.plan.operation](telling)), ...exported(telling), ...base(telling)];
}

const TELL: Record<Operation, (telling: Telling) => Part[]> = {
  lookup: figures,
  list: listing,
  count: counting,
  sum: (telling) => aggregate(telling, 'sum'),
  average: (telling) => aggregate(telling, 'average'),
  rank: ranking,
  compare: comparing,
  trend: (telling) => series(telling),
  change: changing,
  rate: rating,
  section: reading,
  search: searching,
  themes: themed,
  audit: (telling) => (telling.answer.card === undefined ? auditing(telling) : carding(telling)),
  metadata: particulars,
  definition: figures,
  export: (telling) => table(telling),
  library: holding,
  help: () => [],
};

/** Lists, counts, sums and ranks say what they looked at. */
function base({ answer, naming, say }: Telling): Part[] {
  const { base: of, plan } = answer;
  if (of === null || plan.operation === 'library' || plan.operation === 'themes' || plan.operation === 'audit')
    return [];
  const years =
    of.years.length === 0
      ? ''
      : of.years.length > 3
        ? `${of.years[0]}–${of.years.at(-1)}`
        : of.years.join(naming.language === 'zh' ? '、' : ', ');
  const text = say.base(of.reports, years === '' || naming.language === 'en' ? years : `${years} 年`);
  const unknown =
    of.unknown.length === 0
      ? ''
      : `${naming.language === 'zh' ? '' : ' '}${say.partial(of.reports - of.unknown.length, of.unknown.length)}`;
  return [{ kind: 'note', text: `${text}${unknown}` }];
}

/** Rows as CSV; of a long one the first lines, and how to have all. */
function exported({ answer, say }: Telling): Part[] {
  if (answer.file === null) return [];
  const { name, format, csv } = answer.file;
  const how = format === 'xlsx' ? { how: say.exportAs(format) } : {};
  return [{ kind: 'file', name: `${name}.csv`, caption: say.exported(answer.rows.length, format), csv, ...how }];
}
