/** Those among the first: 前五名里有几家是县级的 · "of the top five by requests, how many were sued". A ranking, and what is asked of its first places. */
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';
import type { Reading } from './reading.ts';

/** Characters: a ranking is a short question, and these patterns are slow on a long one. */
const longest = 200;

const ranked =
  '^(?<rank>.*(?:前|后|最[多高大少低小]).*?(?:名|强|位|家|个|单位|部门|机关|机构|的))(?:里面?|中间?|当中|之中|里头|之内|内)[,，]?';
const firstInChinese = new RegExp(
  `${ranked}(?:有?(?:几|多少)[家个](?:单位|部门|机关)?(?<rest>.+)|(?<kind>[^,，]{2,12})有(?:几|多少)[家个])$`,
  'u',
);
const whichInChinese = new RegExp(
  `${ranked}(?:有?(?:哪些|哪几[家个]|谁)(?:单位|部门|机关)?(?<rest>.+)|(?<said>.+的)(?:单位)?[有是]?(?:哪些|哪几[家个]|哪家|谁))$`,
  'u',
);

const places = 'top|first|bottom|last|busiest|highest|largest|biggest|most|fewest|lowest|leading';
const ofThe = `^(?:of|among|amongst|out of) (?<rank>(?:the )?.*\\b(?:${places})\\b.*?),?`;
const soIs = '(?<rest>(?:are|were|is|was|had|have|got|refused|disclosed|faced|received)\\b.*)$';
const firstInEnglish = new RegExp(`${ofThe} how many (?:of (?:them|these|those) )?(?<rest>.+)$`);
const whichInEnglish = new RegExp(`${ofThe} (?:which|who)(?: ones?| of (?:them|these|those))? ${soIs}`);
const firstOfThem = new RegExp(`^how many (?:of|among) (?<rank>the (?:\\w+ )?(?:${places})\\b.*) ${soIs}`);

/** The ranking, and what is asked of all: how many, or which, of whom the rest is true; null where the question does not name first places. */
function parted(text: string): readonly [string, string] | null {
  if (text.length > longest) return null;
  const zh = firstInChinese.exec(text)?.groups;
  if (zh) return [`${zh.rank}`, zh.rest ? `有几家单位${zh.rest}` : `有几家${zh.kind}`];
  const which = whichInChinese.exec(text)?.groups;
  if (which) return [`${which.rank}`, which.rest ? `哪些单位${which.rest}` : `${which.said}单位有哪些`];
  const counted = (firstInEnglish.exec(text) ?? firstOfThem.exec(text))?.groups;
  const en = counted ?? whichInEnglish.exec(text)?.groups;
  if (!en) return null;
  const rank = `${en.rank}`;
  const ranking = rank.startsWith('the ') ? rank : `which are ${rank}`;
  return [ranking, counted ? `how many agencies ${en.rest}` : `which agencies ${en.rest}`];
}

/** Null where it is no such question, or where one of its halves is not understood by itself. */
export function amongFirst(
  text: string,
  question: string,
  context: Context,
  read: (text: string, context: Context) => Reading,
): Reading | null {
  const halves = parted(text);
  if (halves === null) return null;
  const alone = { ...context, turns: [] };
  const [ranking, counting] = halves.map((half) => read(half, alone)) as [Reading, Reading];
  const [first, asked] = [ranking.plan, counting.plan];
  if (first?.operation !== 'rank' || first.order === null || asked === null || !sayable(first, asked)) return null;
  const { direction, limit } = first.order;
  const conditions = asked.operation === 'library' ? [] : asked.conditions;
  const shown = conditions.length > 0 ? asked : first;
  const plan: Plan = {
    ...asked,
    operation: asked.operation === 'list' ? 'list' : 'count',
    library: null,
    groupBy: 'agency',
    scope: { ...asked.scope, years: first.scope.years },
    measures: shown.measures,
    combine: shown.combine,
    conditions,
    among: {
      scope: first.scope,
      measures: first.measures,
      combine: first.combine,
      direction,
      limit,
      together: first.groupBy !== null,
    },
  };
  return { ...ranking, question, plan };
}

/** One figure of one order, and of its first places only what can be counted of reports. */
function sayable({ order, rate, share, groupBy, statement, conditions }: Plan, asked: Plan): boolean {
  const plain =
    rate === null &&
    share === null &&
    (groupBy === null || groupBy === 'agency') &&
    statement === null &&
    conditions.length === 0;
  const counts =
    (asked.operation === 'count' && asked.statement === null) ||
    (asked.operation === 'list' && asked.statement === null && asked.conditions.length > 0) ||
    (asked.operation === 'library' && asked.library === 'agencies');
  const { agencies, years, reports } = asked.scope;
  const open = agencies.length + years.length + reports.length === 0 && asked.occurring === null;
  return plain && order?.within === undefined && order?.ends !== true && counts && open;
}
