/** What a question says of one figure, to be confirmed: 收到3件，对吧 · "did anyone sue it" · 没有收到，对吗. */
import { type Hearing, ofOne } from '../../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../../marks.ts';
import type { Claim, Condition, Plan } from '../../plan.ts';
import { negated } from '../conditions.ts';
import { outcome } from '../measures/cluster.ts';
import { whollyOf } from '../wholly.ts';
import type { Asked } from './asked.ts';
import { drafted, type Operation } from './operation.ts';

/** 全部公开了吗, "were all requests granted", "did all of them come from individuals": of one report, whether the share is the whole. */
export const whollySo: Operation = {
  name: 'whether all of them were',
  fits: (asked) =>
    ofOne(asked) &&
    asked.rate === null &&
    asked.share === null &&
    !asked.which &&
    !asked.counted &&
    asksWhether(asked.marks) &&
    saysAll(asked.marks),
  plan(asked) {
    const share = wholeOf(asked);
    const condition = whollyOf(asked, asked.figures, asked.comparing)?.[0];
    const rate = condition && 'rate' in condition ? condition.rate : undefined;
    if (share === null && rate === undefined) return null;
    asked.marks.use(...asked.marks.all.filter(({ text }) => all.test(text)));
    useAsking(asked.marks);
    const claim: Claim = { comparison: 'eq', value: 1 };
    return drafted({ ...asked, measures: [], share }, 'rate', 'one', { rate: rate ?? null, claim });
  },
};

const all =
  /^(都|均|全|全都|全部|所有|所有的|all|all of|every|each)$|^(?:all|every|each) (?:the )?(?:agenc|bureau|department|bod|office)/;
export const saysAll = ({ all: marks }: Marks): boolean =>
  marks.some(({ text }) => all.test(text) || /^(全部|全都|都|悉数|全).*(公开|提供|办结|答复|办完)/.test(text));

/** 都答复了吗: of what came in and what was carried over. 都是自然人提的吗: of what came in. */
function wholeOf({ figures, measures, applicants, comparing }: Asked): Plan['share'] {
  const [only, ...more] = measures;
  if (only === undefined || more.length > 0 || figures.length !== 1 || comparing.length > 0) return null;
  const cell = (measure: string) => ({ measure, applicant: 'total' as const });
  if (only.measure === 'applications.handled' && applicants.length === 0)
    return {
      of: [cell('applications.handled')],
      in: [cell('applications.received'), cell('applications.carriedOver')],
    };
  if (only.measure === 'applications.received' && applicants.length === 1 && only.applicant !== 'total')
    return { of: [only], in: [cell('applications.received')] };
  return null;
}

/** "Did anyone sue Yanchi": who did is nobody that could be listed. */
export const whoever = (marks: Marks): boolean => marks.firing('which').every(({ text }) => anybody.test(text));
const anybody = /^(any|anyone|anybody|someone|somebody|有人|有谁)$/;

/** The one comparison that is said of one figure. */
function claimOf(conditions: readonly Condition[]): Claim | null {
  const [only, ...more] = conditions;
  if (only === undefined || more.length > 0 || !('value' in only)) return null;
  const { comparison, value, upper } = only;
  return { comparison, value, ...(upper === undefined ? {} : { upper }) };
}

/** What is said of a number, denied where the sentence is: "Yanchi didn't receive 3". Beside the number 没有 is a part of the comparison. */
export function saidOf(asked: Asked, conditions: readonly Condition[]): Claim | null {
  const claim = claimOf(conditions);
  const { marks, comparing } = asked;
  const apart = marks.firing('not').filter((mark) => sense(mark, 'number') === undefined && denies(mark, asked));
  const beside = (mark: Mark) => comparing.some(({ start }) => mark.end <= start && start - mark.end <= 3);
  return claim === null || claim.comparison === 'between' || comparing.length === 0 || apart.every(beside)
    ? claim
    : { ...claim, comparison: negated[claim.comparison] };
}

/** 收到申请了吗, "did it receive any", 没有收到，对吗: that there is some, or none, where no number is said. */
export function someOrNone(asked: Asked): Claim | null {
  const { marks, rate, figures, measures, comparing } = asked;
  if (rate !== null || comparing.length > 0 || measures.length > 8) return null;
  // What no agency is named for says which ones are meant (那没收到的呢); all of them is more than some.
  if (asked.bodies.length !== 1 || saysAll(marks)) return null;
  if (marks.has('ask.quantity', 'which', 'order', 'op', 'by', 'outcomes', 'show', 'section.how')) return null;
  // "How much money did it take in fees": an amount is asked for, and not whether there is any.
  if (marks.has('unit.money') && marks.all.some(({ text }) => /^how much\b|多少/.test(text))) return null;
  // 收到几件申请，被起诉过吗: a number is asked of one of them.
  if (figures.length > 1 && marks.with('measure').some(({ mark: { text } }) => numbered.test(text))) return null;
  const nots = marks
    .firing('not')
    .filter((mark) => (!marks.used(mark) || sense(mark, 'measure') !== undefined) && denies(mark, asked));
  if (nots.length > 0) {
    const cells = figures.every(({ ids }) => ids.every((id) => outcome.test(id)));
    // 既没被复议也没被起诉: each is denied.
    if (nots.length > figures.length || (cells && modifies(nots[0]!, marks))) return null;
    marks.use(...nots);
    useAsking(marks);
    return { comparison: 'eq', value: 0 };
  }
  if (!asksWhether(marks)) return null;
  marks.use(...marks.all.filter((mark) => presumes(mark, marks)));
  useAsking(marks);
  return { comparison: 'gt', value: 0 };
}

/** "Wasn't it sued?", 不是被起诉过吗: whoever asks so believes that it was, and denies nothing. */
const presumes = (mark: Mark, { all }: Marks): boolean =>
  (mark === all[0] && /^(?:is|are|was|were|did|does|do|has|have|had)n['’]t$/.test(mark.text)) ||
  (/^(?:不是|难道不是|不是说)$/.test(mark.text) && /^(?:吗|么)$/.test(all.at(-1)!.text));

/** What only asks whether it is so. */
export const useAsking = (marks: Marks): void => marks.useRule('check', 'claim', 'ask');

const opens =
  /^(did|does|do|has|have|had|is|are|was|were)\b|^(isn't|aren't|wasn't|weren't|didn't|doesn't|hasn't|haven't)\b/;

const numbered = /多少|几[件次个起宗份]|how many/;

/** A question whether. */
export const asksWhether = (marks: Marks): boolean =>
  marks.has('ask.exists', 'ask.yesno', 'claim', 'check') ||
  /.(吗|么|没|没有)$/.test(marks.all.at(-1)?.text ?? '') ||
  opens.test(marks.all.find((mark) => !/^(and|so|then|please|well)$/.test(mark.text))?.text ?? '');

/** A word that denies what is said: not 收到了没有, 有没有, nor the "didn't" that a question opens with. */
const denies = (mark: Mark, { marks, question: { text } }: Hearing): boolean =>
  // 收没收到: a verb on both sides asks.
  !(/[\u4e00-\u9fff]/.test(text.charAt(mark.end)) && text.charAt(mark.start - 1) === text.charAt(mark.end)) &&
  !fires(mark, 'ask.exists') &&
  !fires(mark, 'claim') &&
  !(mark === marks.all.at(-1) && fires(mark, 'ask.yesno')) &&
  !(mark === marks.all[0] && opens.test(mark.text));

/** 没公开的申请: a word that says which ones, and denies nothing of the sentence. */
const modifies = (not: Mark, { all }: Marks): boolean => {
  const at = all.indexOf(not);
  const next = all[at + 1];
  return (
    next !== undefined && next.start === not.end && sense(next, 'measure') !== undefined && all[at + 2]?.text === '的'
  );
};
