/** One figure against another of the same report: 不予公开比予以公开多的单位 · "which agencies refused more than they granted". */
import { asksAgencies, type Draft, ofOne } from '../../hearing.ts';
import { fires, type Mark, sense } from '../../marks.ts';
import type { Condition, MeasureRef } from '../../plan.ts';
import { refsOf } from '../measures/figure.ts';
import { figuresIn } from '../measures.ts';
import type { Asked } from './asked.ts';
import { drafted, type Operation, unsaid } from './operation.ts';

export const against: Operation = {
  name: 'one figure against another',
  fits: (asked) => asked.rate === null && asked.share === null && sidesOf(asked) !== null,
  plan(asked): Draft | null {
    const sides = sidesOf(asked);
    const comparison = sides && comparisonOf(sides);
    if (sides === null) return null;
    const { marks, counted, comparing, when } = asked;
    const [one, other] = [sides.before, sides.behind].map((side) => refsIn(asked, side));
    const plain = comparing.length === 0 && when.years.length < 2 && !ofOne(asked);
    if (comparison === null || !one || !other || !plain) return unsaid('list');
    const [first, ...plus] = one;
    // An amount is not more than a number of cases.
    const units = new Set([...one, ...other].map(({ measure }) => unitOf(measure, asked)));
    if (first === undefined || units.size > 1) return unsaid('list');
    marks.use(...sides.words);
    marks.useRule('count', 'which', 'ask');
    const condition: Condition = {
      ...first,
      comparison,
      against: other,
      ...(plus.length > 0 ? { plus } : {}),
    };
    return drafted({ ...asked, measures: one }, counted ? 'count' : 'list', 'many', {
      conditions: [condition],
      combine: plus.length > 0 ? 'sum' : 'each',
      groupBy: counted || asksAgencies(marks) ? 'agency' : null,
    });
  },
};

const unitOf = (measure: string, { lexicon }: Asked): string | undefined =>
  lexicon.measures.find(({ id }) => id === measure)?.unit;

interface Sides {
  /** What compares: 比 and 多, "more" and "than". */
  readonly words: readonly Mark[];
  readonly before: (mark: Mark) => boolean;
  readonly behind: (mark: Mark) => boolean;
}

const alone =
  /^(?:多于|少于|超过了?|大于|小于|高于|低于|不少于|不多于|不超过|不低于|不高于|exceed(?:s|ed|ing)?|outnumber(?:s|ed|ing)?)$/;
const than = /(?:^|\s)than$|^比$/;
const way = /^(?:更|还|还要|都|)(?:多|少|高|低|大|小)(?:的|些|一些|)$|^(?:more|fewer|less|higher|lower)$/;

/** The figures on both sides of what compares; null where no figure stands right behind it. */
function sidesOf({ marks: { all } }: Asked): Sides | null {
  const at = all.findIndex((mark) => than.test(mark.text) || alone.test(mark.text));
  const mark = all[at];
  if (mark === undefined) return null;
  const next = all.slice(at + 1).find((each) => !linking(each));
  if (next === undefined || !counts(next)) return null;
  const measured = all.slice(0, at).some((each) => counts(each) && !onlyVerb(each));
  if (!measured) return null;
  const ways = all.filter((each) => way.test(each.text));
  return {
    words: [mark, ...ways],
    before: (each) => each.end <= mark.start,
    behind: (each) => each.start >= mark.end,
  };
}

const linking = (mark: Mark): boolean =>
  /^(?:they|it|were|was|had|did|the|its|their|number|number of|of|has|have|are|is|from|by|those|those from|来自|了)$/.test(
    mark.text,
  );
const onlyVerb = (mark: Mark): boolean => fires(mark, 'verb') && !fires(mark, 'verb.publish');

/** A word for a figure, or for who applied. */
const counts = (mark: Mark): boolean => sense(mark, 'measure') !== undefined || sense(mark, 'applicant') !== undefined;

/** The cells of one side; what only the other side names (自然人申请比企业多) is meant on both. Null where they are not one figure. */
function refsIn(asked: Asked, side: (mark: Mark) => boolean): MeasureRef[] | null {
  const own = figuresIn(asked, (mark) => !side(mark) || way.test(mark.text));
  const [figure, ...more] = own.length > 0 ? own : asked.figures;
  if (figure === undefined || more.length > 0 || (figure.ids.length > 1 && figure.combine === 'each')) return null;
  const kinds = asked.marks
    .with('applicant')
    .flatMap(({ mark, sense: { id } }) => (side(mark) && asked.applicants.includes(id) ? [id] : []));
  return refsOf(
    figure,
    kinds.length > 0 || own.length === 0 ? kinds : asked.applicants.length === 1 ? asked.applicants : [],
  );
}

function comparisonOf({ words }: Sides): 'gt' | 'lt' | 'ge' | 'le' | null {
  const text = words.map((each) => each.text).join(' ');
  if (/不少于|不低于/.test(text)) return 'ge';
  if (/不多于|不超过|不高于/.test(text)) return 'le';
  const more = /多|超过|大|高|more|exceed|outnumber|higher|greater/.test(text);
  const fewer = /少|低|小|fewer|less|lower/.test(text);
  return more === fewer ? null : more ? 'gt' : 'lt';
}
