/** How many: comparisons with a number, none, any, and cells that are blank, missing or uncertain. */
import { fires, type Mark, type Marks, sense } from '../marks.ts';
import type { Condition } from '../plan.ts';

export type Compared =
  | {
      readonly comparison: 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'between';
      readonly value: number;
      readonly upper?: number;
    }
  | { readonly state: 'stated' | 'blank' | 'missing' | 'uncertain' };

export interface Comparing {
  readonly start: number;
  readonly end: number;
  readonly what: Compared;
  /** The number was a share (50 %). */
  readonly percent: boolean;
  readonly marks: readonly Mark[];
}

const before = ['gt', 'ge', 'lt', 'le', 'ne', 'eq'] as const;
/** （等于也算）: the bound itself counts too. */
const inclusive: Partial<Record<(typeof before)[number], 'ge' | 'le'>> = { gt: 'ge', lt: 'le' };
const exclusive: Partial<Record<(typeof before)[number], 'gt' | 'lt'>> = { ge: 'gt', le: 'lt' };
/** 两位数, "triple digits": numbers so long. */
const figuresLong = [
  ['cmp.twoDigits', 10, 99],
  ['cmp.threeDigits', 100, 999],
] as const;
/** Words that may stand between a comparison and its number. */
const near = 3;

/** Comparisons of the question, in order. Numbers that count something else (前三) are used up before. */
export function comparisonsIn(marks: Marks): Comparing[] {
  const found: Comparing[] = [];
  const all = marks.all;
  for (let index = 0; index < all.length; index++) {
    const mark = all[index]!;
    const number = sense(mark, 'number');
    if (!number || marks.used(mark)) continue;
    // "The one that received most": which one, and not how many.
    if (
      mark.text === 'one' &&
      /^(the|that|which|every|each)$/.test(all[index - 1]?.text ?? '') &&
      !counts(all[index + 1])
    )
      continue;
    // 一份申请也没收到: not even one.
    if (number.value === 1 && /^(份|件|个|宗|起|条|次|例)$/.test(all[index + 1]?.text ?? '')) {
      const none = all.findIndex((each, at) => at > index && fires(each, 'not') && /^(也|都)/.test(all[at - 1]!.text));
      const joined = all.some((each, at) => at > index && /^(也|都)(没|未|无)/.test(each.text) && fires(each, 'not'));
      if (none > 0 || joined) {
        marks.use(mark, all[index + 1]!);
        continue;
      }
    }
    // "Over the six years": so many years are no bound of what is counted.
    if (/^years?$/.test(all[index + 1]?.text ?? '')) continue;
    // 两家单位, "two agencies" count agencies, not what they received.
    if (
      /^(名|位|强|家|家单位|单位|个单位|个部门|部门|机关|个省|省份|个市|个县|个区|个地|agenc|depart|bureau|bodies|offices|reporters|authorities|provinces|cities|counties)/.test(
        all[index + 1]?.text ?? '',
      )
    )
      continue;
    // 两个彭阳单位, "the three 2020 reporters": so they do with a place or a year between.
    const beyond = all
      .slice(index + 1)
      .find(
        (each) =>
          !/^(个|家|份|的|of|the)$/.test(each.text) &&
          !sense(each, 'region') &&
          !sense(each, 'years') &&
          !fires(each, 'level'),
      );
    // 超过30%的四川单位: what is so is said before 的, and counts nobody.
    const apart = all[index + 1] !== beyond && beyond !== undefined && all[index + 1]?.text !== '的';
    if (
      apart &&
      /^(家|单位|的单位|个单位|部门|机关|局|agenc|depart|bureau|bod(y|ies)$|offices|reporters|authorities|ones$)/.test(
        beyond.text,
      )
    )
      continue;
    // 四个科技局, "three science bureaus": so are numbers right before a name.
    const next = /^(个|家|所)$/.test(all[index + 1]?.text ?? '') ? all[index + 2] : all[index + 1];
    if (next?.senses.some((each) => each.kind === 'department' || each.kind === 'agency')) continue;
    // "Out of the five, …": so many of them there are, where nothing counted follows.
    const gap = (all[index + 1]?.start ?? mark.end) - mark.end;
    if (/^(the|these|those)$/.test(all[index - 1]?.text ?? '') && gap > 1) continue;
    const second = secondNumber(all, index);
    if (second) {
      const upper = sense(second, 'number')!;
      const around = all.filter((each) => fires(each, 'cmp.between') && Math.abs(all.indexOf(each) - index) <= 5);
      found.push(
        make(
          [mark, second, ...around],
          { comparison: 'between', value: number.value, upper: upper.value },
          number.percent || upper.percent,
        ),
      );
      marks.use(mark, second, ...around);
      continue;
    }
    const than = thanIn(all, index);
    if (than === 'open') continue;
    if (than !== null) {
      found.push(make(than.marks, { comparison: than.sign, value: number.value }, number.percent));
      marks.use(...than.marks);
      continue;
    }
    const after = all
      .slice(index + 1, index + near)
      .find((each) => fires(each, 'cmp.geAfter') || fires(each, 'cmp.leAfter'));
    const ahead = all
      .slice(Math.max(0, index - near), index)
      .reverse()
      .find((each) => !marks.used(each) && before.some((sign) => fires(each, `cmp.${sign}`)));
    const sign = after
      ? fires(after, 'cmp.geAfter')
        ? 'ge'
        : 'le'
      : ahead
        ? before.find((each) => fires(ahead, `cmp.${each}`))!
        : 'eq';
    // 没有公开任何一件, "not one": denied, so much as one is none. Without a word that denies, it stays unread.
    if (
      sign === 'eq' &&
      !ahead &&
      number.value === 1 &&
      (/^(任何|哪怕|任意|一|any)$/.test(all[index - 1]?.text ?? '') || /^任何一/.test(mark.text) || denied(marks, mark))
    ) {
      if (denied(marks, mark)) marks.use(mark);
      continue;
    }
    // 达到8件及以上: both say the same.
    const same = after && ahead && (fires(ahead, 'cmp.ge') ? sign === 'ge' : fires(ahead, 'cmp.le') && sign === 'le');
    const itself = boundSaid(all, index, number.value);
    marks.use(...itself.marks);
    const used = [mark, ...(after ? [after] : ahead ? [ahead] : []), ...(same ? [ahead] : [])];
    const comparison =
      marks.has('cmp.inclusive') || itself.counts === true
        ? (inclusive[sign] ?? sign)
        : itself.counts === false
          ? (exclusive[sign] ?? sign)
          : sign;
    found.push(make(used, { comparison, value: number.value }, number.percent));
    marks.use(...used);
  }
  for (const [rule, value, upper] of figuresLong)
    for (const mark of marks.firing(rule))
      if (!marks.used(mark)) {
        found.push(make([mark], { comparison: 'between', value, upper }, false));
        marks.use(mark);
      }
  // 不为零, "nonzero": the number stands in the word.
  for (const mark of marks.firing('cmp.ne'))
    if (!marks.used(mark) && /[零0]$|zero$/.test(mark.text)) {
      found.push(make([mark], { comparison: 'ne', value: 0 }, false));
      marks.use(mark);
    }
  if (found.length > 0) marks.useRule('cmp.inclusive');
  for (const [rule, state] of [
    ['state.blank', 'blank'],
    ['state.missing', 'missing'],
    ['state.uncertain', 'uncertain'],
  ] as const)
    for (const mark of marks.firing(rule)) {
      if (marks.used(mark)) continue;
      const same = found.some(({ what }) => 'state' in what && what.state === state);
      if (same) marks.use(mark);
      else found.push(make([mark], { state }, false));
    }
  return found.sort((a, b) => a.start - b.start);
}

/** What a number counts: a cell, or what it is counted in. */
const counts = (next: Mark | undefined): boolean =>
  next !== undefined && (sense(next, 'measure') !== undefined || fires(next, 'unit'));

/** 比5件多, 比10件还要少: the word that compares stands behind the number. Where it does not stand there (`open`), nothing is compared. */
function thanIn(
  all: readonly Mark[],
  index: number,
): { readonly sign: 'gt' | 'lt'; readonly marks: readonly Mark[] } | 'open' | null {
  const before = all[index - 1];
  if (before === undefined || !/^(?:比|比起|比之|较)$/.test(before.text)) return null;
  const rest = all.slice(index + 1, index + 5);
  const at = rest.findIndex(({ text }) => more.test(text) || less.test(text));
  const word = rest[at];
  if (
    word === undefined ||
    rest.slice(0, at).some((mark) => !/^(?:件|宗|起|份|个|项|还|还要|要|更|来得|来|都)$/.test(mark.text))
  )
    return 'open';
  return { sign: more.test(word.text) ? 'gt' : 'lt', marks: [before, all[index]!, ...rest.slice(0, at + 1)] };
}

const more = /^(?:还|还要|要|更|)(?:多|高|大)(?:的|得多|一些|出)?$/;
const less = /^(?:还|还要|要|更|)(?:少|低|小)(?:的|得多|一些)?$/;

/** （含3件）, 不含3件: whether the bound itself counts, said with the number again. */
function boundSaid(
  all: readonly Mark[],
  index: number,
  value: number,
): { marks: readonly Mark[]; counts: boolean | null } {
  const at = all.findIndex(
    (each, i) =>
      i > index &&
      /^(含|包含|包括|含有|不含|不包括|不包含|including|excluding|not including)$/.test(each.text) &&
      sense(all[i + 1] ?? each, 'number')?.value === value,
  );
  if (at < 0) return { marks: [], counts: null };
  const counter = all[at + 2];
  const counted = counter && /^(件|个|宗|起|家|次|条)$/.test(counter.text) ? [counter] : [];
  return { marks: [all[at]!, all[at + 1]!, ...counted], counts: !/不|ex|not/.test(all[at]!.text) };
}

/** A word that only denies, in the same clause, before it. */
const denied = (marks: Marks, mark: Mark): boolean =>
  /^(一|one|single)/.test(mark.text) &&
  marks.firing('not').some((not) => !sense(not, 'measure') && not.end <= mark.start && mark.start - not.end <= 12);

function make(marks: readonly Mark[], what: Compared, percent: boolean): Comparing {
  return {
    start: Math.min(...marks.map((mark) => mark.start)),
    end: Math.max(...marks.map((mark) => mark.end)),
    what,
    percent,
    marks,
  };
}

/** "between 1 and 5", 1到5件, 3-5. */
function secondNumber(all: readonly Mark[], index: number): Mark | null {
  const open = all.slice(Math.max(0, index - 2), index).some((mark) => fires(mark, 'cmp.between'));
  const rest = all.slice(index + 1, index + 4);
  const at = rest.findIndex((mark) => sense(mark, 'number'));
  if (at < 0) return null;
  const second = rest[at]!;
  // "The three 2020 reports": a year is no second number, but where between says so.
  if (sense(second, 'years') !== undefined && !open) return null;
  const gap = rest.slice(0, at).map((mark) => mark.text);
  if (gap.some((text) => !/^(and|to|到|至|和|与|件|个|宗|applications|requests|-|~)$/.test(text))) return null;
  const ranged = gap.some((text) => /^(到|至|to)$/.test(text));
  const closed = all.slice(index, index + 7).some((mark) => /^(之间|之间的)$/.test(mark.text));
  return open || closed || ranged || (gap.length === 0 && second.start - all[index]!.end === 1) ? second : null;
}

/** The comparison as a condition on these cells, the first compared with the others added. */
export function conditionOn(
  refs: readonly { measure: string; applicant: Condition['applicant'] }[],
  what: Compared,
): Condition[] {
  const [first, ...plus] = refs;
  if (!first) return [];
  if ('state' in what) return refs.map((ref) => ({ ...ref, state: what.state }));
  const { comparison, value, upper } = what;
  return [
    {
      ...first,
      comparison,
      value,
      ...(upper === undefined ? {} : { upper }),
      ...(plus.length > 0 ? { plus: [...plus] } : {}),
    },
  ];
}
