/** Whose figure moved, and which way: 哪个单位申请增长最多 · "which agencies received fewer in 2023 than in 2022" · "doubled". */
import type { Mark, Marks } from '../../marks.ts';
import { fires, sense } from '../../marks.ts';
import type { Plan } from '../../plan.ts';
import type { Asked } from './asked.ts';
import { drafted, type Operation } from './operation.ts';

type Moved = Omit<NonNullable<Plan['moved']>, 'each'>;

export const moved: Operation = {
  name: 'change of each',
  fits: (asked) =>
    asked.rate === null &&
    asked.share === null &&
    (asked.which || asked.counted || asked.order !== null || namesBodies(asked)) &&
    !asked.marks.has('whichYear', 'version') &&
    (asked.marks.has('every') || !asked.marks.has('group.year')) &&
    asked.bodies.every((body) => body.by !== 'name' || body.plural) &&
    (asked.when.years.length < 3 || asked.when.range) &&
    (asked.marks.has('op.change') || thanYear(asked)),
  plan(asked) {
    const { marks, comparing, counted, combine, measures } = asked;
    // 比2022年申请多的单位: which way, and no place.
    const order = thanYear(asked) && marks.firing('order').every(bare) ? null : asked.order;
    if (comparing.length > 1 || (measures.length > 1 && combine === 'each' && !alike(asked))) return null;
    const way = wayOf(asked);
    // 增减最多: both ways count, and the larger move comes first. Without order or way every change is asked for.
    if (way === null && order === null) return null;
    const [compared] = comparing;
    const bound = compared === undefined ? null : boundOf(compared, way);
    if (compared !== undefined && bound === null) return null;
    // 连续三年增加: so many years are named by their number alone; which ones is not guessed. 一年比一年多, where no years are named: all that are held.
    const each = marks.has('every');
    const steadily = marks.has('every.steady') && asked.when.mode !== 'given';
    if (each && ((asked.when.years.length < 3 && !steadily) || (bound ?? way)?.by !== 'difference')) return null;
    marks.use(...(compared?.marks ?? []));
    marks.useRule('op.change', 'op.compare', 'op.sum', 'op.rate', 'cmp', 'count', 'order', 'ask');
    if (each) marks.useRule('every', 'op.trend', 'group.year', 'year.all');
    return drafted(asked, 'change', 'many', {
      order,
      percent: bound === null ? byPercent(marks) : bound.by === 'percent',
      moved: each && (bound ?? way) !== null ? { ...(bound ?? way)!, each } : (bound ?? way),
      groupBy: counted ? 'agency' : null,
    });
  },
};

/** "Agencies in Shandong where requests decreased": bodies are named first, and then what is true of them. */
const namesBodies = ({ marks: { all } }: Asked): boolean =>
  /^(?:the |all |name |list )?(?:agencies|bodies|departments|bureaus|offices|units)/.test(
    all.find((mark) => !/^(?:the|all|name|list|show)$/.test(mark.text))?.text ?? '',
  ) && all.some(({ text }) => /^(?:where|whose|that|which|with|in which)$/.test(text));

/** 2023年比2022年少, "fewer in 2023 than in 2022". */
export const thanYear = ({ marks, which, counted, when, comparing }: Asked): boolean =>
  (which || counted) &&
  when.years.length === 2 &&
  (comparing.length === 0 || besideYear(marks)) &&
  marks.has('cmp', 'op.compare') &&
  marks.all.some(({ text }) =>
    /than$|^比|^较|^(多|高|少|低|大|小)(于|过)$|^超过$|exceed|^(up|down) (on|from)$/.test(text),
  );

/** 比2021年多了10件, "50 more than in 2021": a year is what it is more than, and the number says by how much. */
const besideYear = ({ all }: Marks): boolean =>
  all.some((mark, at) => {
    const next = /^(?:in|for|of)$/.test(all[at + 1]?.text ?? '') ? all[at + 2] : all[at + 1];
    return (
      /^(?:比|比起|较|than|than in|than for)$/.test(mark.text) &&
      next !== undefined &&
      sense(next, 'years') !== undefined
    );
  });

/** What only one of the two forms has is one figure. */
const alike = ({ figures }: Asked): boolean =>
  figures.length === 1 && figures[0]!.ids.every((id) => /\.(made|issued)$/.test(id));

const up =
  /增|升|涨|上扬|走高|多|高|超过|大于|increas|ris(e|en|ing)|rose|gr[eo]w|climb|jump|more|higher|^up\b|went up|go up|gone up|exceed|surge|larger|greater/;
const down =
  /减|降|跌|下滑|下行|走低|回落|少|低|不到|小于|decreas|fall|fell|drop|declin|shr[iua]nk|s[iau]nk|fewer|less|lower|^down\b|went down|go down|gone down|smaller/;
const open = /增减|升降|涨跌|起落|起伏|变多还是变少|多还是少|多少|up or down|ups and downs|more or fewer/;

/** Which way it moved; null where both or none are said. */
export function wayOf(asked: Asked): Moved | null {
  const { marks } = asked;
  for (const [rule, comparison, value] of times)
    if (marks.has(rule))
      return { by: 'times', comparison: beyond(marks, rule) ? strict[comparison] : comparison, value };
  if (marks.has('op.change.same')) return { by: 'difference', comparison: 'eq', value: 0 };
  // 至少10件 bounds how far it moved, and says no way.
  const bounding = asked.comparing.flatMap((each) => each.marks);
  const said = marks.all.filter((mark) => moves(mark) && !open.test(mark.text) && !bounding.includes(mark));
  const [more, fewer] = [said.some(({ text }) => up.test(text)), said.some(({ text }) => down.test(text))];
  if (more === fewer) return null;
  const falls = fewer !== inverted(asked);
  return { by: 'difference', comparison: falls ? 'lt' : 'gt', value: 0 };
}

/** 翻倍, "tripled", 减半: so many times as many as before. */
const times = [
  ['op.change.double', 'ge', 2],
  ['op.change.triple', 'ge', 3],
  ['op.change.halve', 'le', 0.5],
] as const;

const strict = { ge: 'gt', le: 'lt' } as const;

/** 翻了一番还多, "more than doubled": that alone is not enough. */
const beyond = (marks: Marks, rule: string): boolean =>
  marks.firing(rule).some((mark) => {
    const at = marks.all.indexOf(mark);
    const before = marks.all[at - 1];
    const behind = marks.all.slice(at + 1, at + 3).map(({ text }) => text);
    return (
      /(?:还|有余|还要)多|[番倍]多|有余|more than|超过|不止/.test(mark.text) ||
      /^(?:(?:还|还要)?多|有余)/.test(behind.join('')) ||
      /^(?:more than|over)$/.test(before?.text ?? '')
    );
  });

/** Words that say which way; what only ranks (最多) says nothing of it. */
const moves = (mark: Mark): boolean =>
  bare(mark) ||
  ((fires(mark, 'op.change') || fires(mark, 'op.compare') || fires(mark, 'cmp')) && !fires(mark, 'order'));

const bare = ({ text }: Mark): boolean => /^[多少高低]的$/.test(text);

/** "Fewer in 2022 than in 2023": the earlier year is named first, so that the figure rose. */
function inverted(asked: Asked): boolean {
  if (!thanYear(asked)) return false;
  const [first, second] = asked.marks.with('years').map(({ sense: { from } }) => from);
  return first !== undefined && second !== undefined && first < second && !asked.marks.has('op.change');
}

/** 增加超过10件, "fell by at least 20%": how far; a fall is said without its sign. */
function boundOf({ what, percent }: Asked['comparing'][number], way: Moved | null): Moved | null {
  if (!('comparison' in what) || what.comparison === 'between' || way === null || way.by === 'times') return null;
  const by = percent ? 'percent' : 'difference';
  if (way.comparison === 'gt') return { by, comparison: what.comparison, value: what.value };
  return way.comparison === 'lt' ? { by, comparison: turned[what.comparison], value: -what.value } : null;
}

const turned = { eq: 'eq', ne: 'ne', gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' } as const;

const byPercent = (marks: Marks): boolean =>
  marks.has('op.rate') ||
  marks.all.some(({ text }) => /percent|per cent|百分|率|增速|幅|最快|最猛|fast|quick|sharp|steep|rapid/.test(text));
