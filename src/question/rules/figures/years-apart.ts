/** Each of two years with a condition of its own: 2021年收到申请但2022年没有 · "received requests in 2021 but none in 2022". */
import { asksAgencies, type Draft } from '../../hearing.ts';
import { fires, type Mark, Marks, sense } from '../../marks.ts';
import type { Condition } from '../../plan.ts';
import { conditionsOf } from '../conditions.ts';
import type { Asked } from './asked.ts';
import { drafted, type Operation } from './operation.ts';

export const yearsApart: Operation = {
  name: 'a condition of each year',
  fits: (asked) => clausesOf(asked) !== null,
  plan(asked): Draft | null {
    const clauses = clausesOf(asked);
    if (clauses === null) return null;
    const { marks, counted } = asked;
    const conditions = clauses.flatMap(({ year, marks: own }, at) =>
      inClause(asked, own, at === 0).map((each) => ({ ...each, year })),
    );
    if (conditions.length !== 2 || new Set(conditions.map(({ year }) => year)).size !== 2) return null;
    const starts = new Set(clauses.flatMap(({ marks: own }) => own.filter(saysSo).map(({ start }) => start)));
    marks.use(...marks.all.filter(({ start }) => starts.has(start)));
    marks.useRule('count', 'which', 'cmp', 'not', 'op.compare');
    return drafted(asked, counted ? 'count' : 'list', 'many', {
      conditions,
      occurring: 'every',
      groupBy: asksAgencies(marks) || counted ? 'agency' : null,
    });
  },
};

interface Clause {
  readonly year: number;
  readonly marks: readonly Mark[];
}

const turn = /^(?:但|但是|但在|而|而在|却|可是|可|到|到了|不过|but|and|while|yet|whereas|then|though|but not)$/;

/** The two clauses, each with its year, parted by "but" or a comma; null where the question is not so. */
function clausesOf({
  marks: { all },
  when,
  question: { text },
  which,
  counted,
  rate,
  share,
  order,
  bodies,
  figures,
}: Asked): [Clause, Clause] | null {
  if (when.range || when.years.length !== 2 || rate !== null || share !== null || order !== null) return null;
  if (!which && !counted && !all.some(({ text: word }) => /^的(?:单位|部门|机关|机构|局)$/.test(word))) return null;
  if (figures.length === 0 || bodies.some(({ by, plural }) => by === 'name' && !plural)) return null;
  const years = all.filter((mark) => sense(mark, 'years') !== undefined);
  const [one, other, ...more] = years;
  if (one === undefined || other === undefined || more.length > 0) return null;
  const between = all.filter((mark) => mark.start >= one.end && mark.end <= other.start);
  const joint = between.find(({ text: word }) => turn.test(word));
  const comma = text.slice(one.end, other.start).search(/[,，、;；]/);
  if (joint === undefined && comma < 0) return null;
  const at = joint?.start ?? one.end + comma;
  const halves = [all.filter(({ end }) => end <= at), all.filter(({ start }) => start >= at)] as const;
  // 2022年没有报告: no figure is denied.
  if (/(?:没有|没|缺|无|未)(?:交|报|发|公布|有|提交|)(?:报告|年报)|\bno (?:annual )?report/.test(text)) return null;
  const said = halves.map((half) => half.some((mark) => saysSo(mark) && !fires(mark, 'which')));
  if (said.includes(false)) return null;
  const yearOf = (mark: Mark) => sense(mark, 'years')!.from;
  return [
    { year: yearOf(one), marks: halves[0] },
    { year: yearOf(other), marks: halves[1].map((mark) => (notIn(mark) ? denying(mark) : mark)) },
  ];
}

/** "But not in 2022". */
const notIn = ({ text }: Mark): boolean => /^(?:but )?not(?: in)?$/.test(text);
const denying = (mark: Mark): Mark => ({ ...mark, senses: [{ kind: 'word', rule: 'not' }] });

/** Something is said of a figure: a cell, a number, a denial. */
const saysSo = (mark: Mark): boolean =>
  notIn(mark) ||
  sense(mark, 'measure') !== undefined ||
  fires(mark, 'not') ||
  fires(mark, 'cmp') ||
  (sense(mark, 'number') !== undefined && sense(mark, 'years') === undefined);

/** What a clause says of its figure; the second may leave out which one it is (但2022年没有). */
function inClause(asked: Asked, own: readonly Mark[], first: boolean): Condition[] {
  const figures = asked.figures.filter((each) => each.marks.some((mark) => own.includes(mark)));
  const meant = figures.length > 0 ? figures : first ? [] : asked.figures;
  if (meant.length !== 1) return [];
  const comparing = asked.comparing.filter((each) => each.marks.every((mark) => own.includes(mark)));
  const hearing = { ...asked, marks: new Marks(own) };
  const conditions = conditionsOf(hearing, meant, comparing, () => true);
  // 没有的: of a clause that only denies, what is left unread is not dropped.
  const unread = own.filter((mark) => mark.senses.length === 0);
  return unread.length > 0 ? [] : conditions;
}
