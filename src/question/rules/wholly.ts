/** Conditions that hold for all or for either: 所有申请都公开了, "or any lawsuit". */
import type { Hearing } from '../hearing.ts';
import { fires, type Marks, sense } from '../marks.ts';
import type { Condition, RateId } from '../plan.ts';
import type { Comparing } from './comparisons.ts';
import { rateConditions } from './conditions.ts';
import type { Figure } from './measures/figure.ts';

/** "Or" between two conditions; within one comparison ("10 or more") it is a part of the comparison's own words. */
export const joinsByOr = (marks: Marks): boolean =>
  marks.all.some(({ text }) => /^(或|或者|或是|要么|or|or else)$/.test(text));

const whole = /^(全部|所有|所有的|全|全都|都|悉数|无一例外|all|all of|every|each|entirely|solely|exclusively|wholly)$/;
const wholeName = /^(全部|全都|都|悉数)(予以|给予|给)?(公开|提供)(了|出来)?(吗|么|没|没有)?$/;
const disclosed = /^(公开|都公开|disclosed|released|opened)(了|)$/;
const rates: readonly (readonly [RegExp, RateId])[] = [
  [/^applications\.disclosed$/, 'disclosure'],
  [/^applications\.refused\./, 'refusal'],
  [/^applications\.unavailable\./, 'unavailable'],
  [/^applications\.unprocessed\./, 'unprocessed'],
];

/**
 * 哪些单位所有申请都公开了 · "which agencies refused all requests": the rate is 1. Null where the question says nothing of all of
 * them; an empty list where it does and no rate can say it, so that the condition is not dropped.
 */
export function whollyOf(
  hearing: Hearing,
  figures: readonly Figure[],
  comparing: readonly Comparing[],
): Condition[] | null {
  const { marks } = hearing;
  if (comparing.length > 0 || figures.length !== 1 || marks.has('not')) return null;
  const [figure] = figures;
  const [body, ...more] = hearing.bodies;
  const of = body !== undefined && more.length === 0 && !body.plural ? body : null;
  if (
    !figure!.ids.every((id) =>
      /^applications\.(disclosed|partlyDisclosed|refused|unavailable|unprocessed|other|carried)/.test(id),
    )
  )
    return null;
  const said = marks.all.some((mark, index) => {
    // 全部予以公开了: one name, that says all of them.
    if (wholeName.test(mark.text) && sense(mark, 'measure') !== undefined) return true;
    // "Disclosed everything": behind what was done.
    if (/^everything$/.test(mark.text)) return sense(marks.all[index - 1] ?? mark, 'measure') !== undefined;
    if (!whole.test(mark.text)) return false;
    const next = marks.all.slice(index + 1).find(
      (each) =>
        !/^(the|of|its|their|of the|的|'s|s|')$/.test(each.text) &&
        // "All of Ankang's 2020 requests": of one agency, its own.
        !(of !== null && (of.marks.includes(each) || sense(each, 'years') !== undefined)),
    );
    // 全部单位, "all agencies": those are asked about; 都 alone only with a word for all before it.
    const bodies =
      next !== undefined &&
      (fires(next, 'which') || sense(next, 'department') !== undefined || sense(next, 'region') !== undefined);
    return !bodies && mark.text !== '都' && next !== undefined && sense(next, 'measure') !== undefined;
  });
  if (!said) return null;
  marks.use(...marks.all.filter(({ text }) => whole.test(text) || text === 'everything'));
  // 全部公开了: of the words for all outcomes the plain one.
  const plainly =
    figure!.ids.includes('applications.disclosed') && figure!.marks.some(({ text }) => disclosed.test(text));
  const rate = plainly ? 'disclosure' : rates.find(([test]) => figure!.ids.every((id) => test.test(id)))?.[1];
  const one = plainly || figure!.ids.length === 1 || figure!.combine === 'sum';
  if (rate === undefined || !one || (rate !== 'disclosure' && figure!.ids.length === 1)) return [];
  return rateConditions(rate, [{ start: 0, end: 0, what: { comparison: 'eq', value: 1 }, percent: true, marks: [] }]);
}

/** 都是个人提的吗, 哪些局的申请全部来自自然人: whether all came from one kind of applicants, which is not whether any did. */
export const allOfOneKind = ({
  applicants,
  bodies,
  question: { text },
}: Pick<Hearing, 'applicants' | 'bodies' | 'question'>): boolean =>
  applicants.length > 0 && (goesOnWithAll.test(text) || (bodies.length === 0 && cameAll.test(text)));

const goesOnWithAll =
  /^(?:他们|它们|这些|那些|申请)?(?:全都|全部|全|都)是|^(?:were|are) (?:they|these|those|all)\b.* all\b|^(?:and )?all (?:of them )?from\b|^(?:and )?did (?:they all|all(?: of (?:them|these|those))?) (?:come|stem) from\b|^(?:全都|全部|全|都)由/;
const cameAll =
  /(?:全部|全都|都|只|仅)(?:来自|由)(?!什么|哪|谁|几)|\b(?:all|only|exclusively|solely|entirely) (?:came |come |were |was )?(?:from|by) (?!whom|who|\d)/;
