/** When: years, ranges and relative years, resolved against a given day. */

import type { Catalog } from '../catalog.ts';
import { fires, type Mark, type Marks, type Sensed, sense } from '../marks.ts';

export interface When {
  readonly years: readonly number[];
  /** `given`: the question names years · `latest`, `earliest`: which year depends on the agency · `all`: expressly every
   *  year · `open`: not said. */
  readonly mode: 'given' | 'latest' | 'earliest' | 'all' | 'open';
  /** A range ("2019 to 2021", "since 2020"), as against years named one by one. */
  readonly range: boolean;
  readonly marks: readonly Mark[];
}

/** Years of the question. A year that the library lacks is kept: the answer says so. `spoken`: the year that the thread is about. */
export function yearsIn(marks: Marks, catalog: Catalog, today: string, spoken: number | null = null): When {
  const now = Number(today.slice(0, 4));
  const years = new Set<number>();
  const used: Mark[] = [];
  let range = false;
  const all = marks.all;
  for (const [index, mark] of all.entries()) {
    const given = sense(mark, 'years');
    const recent = sense(mark, 'recent');
    if (given) {
      const open = openEnd(all, index);
      // 截至2022年现行有效: what is in force at a year's end is a figure of that year alone.
      const stock =
        open !== null &&
        !open.since &&
        open.shift === 0 &&
        marks.with('measure').some(({ sense: { ids } }) => isStock(ids));
      const between = bothEnds(marks.with('years'), mark, all);
      const span = between
        ? list(between.from, between.to)
        : open && !stock
          ? held(
              catalog,
              open.since ? given.from + open.shift : 0,
              open.since ? 9999 : given.to + open.shift,
              given.from,
            )
          : list(given.from, given.to);
      for (const year of span) years.add(year);
      if (open)
        used.push(
          open.mark,
          ...all.slice(index + 1, index + 2).filter(({ text }) => /^(?:为止|止|onwards?)$/.test(text)),
        );
      range ||= between !== null || (open !== null && !stock) || given.to > given.from;
      used.push(mark);
    } else if (recent) {
      // 2021这一年, 这一年 in a thread about one: the year that was just named.
      if (recent.count === 1 && sameYear.test(mark.text) && (marks.with('years').length > 0 || spoken !== null)) {
        used.push(mark);
        continue;
      }
      // 2020到2022这三年: the years that are named, said again.
      if (/^[这那]/.test(mark.text) && marks.with('years').length > 0) {
        used.push(mark);
        continue;
      }
      for (const year of list(now - recent.count, now - 1)) years.add(year);
      range = true;
      used.push(mark);
    } else {
      const relative = fires(mark, 'year.last')
        ? (before.test(mark.text) && spoken !== null ? spoken : now) - 1
        : fires(mark, 'year.this')
          ? now
          : fires(mark, 'year.beforeLast')
            ? now - 2
            : fires(mark, 'year.next')
              ? now + 1
              : stepped(mark, spoken);
      // 上年 beside 结转 or 项目 is a part of a measure's name, and is found as such; 比上年 is a change.
      if (relative === null || mark.senses.some((each) => each.kind === 'measure')) continue;
      used.push(mark);
      // 没办完、转到下一年: where applications go, no year that is asked about.
      if (fires(mark, 'year.next') && measures(marks, /carriedForward$/)) continue;
      // 明年打算怎么改进: the plans that the held reports name, no report of next year.
      if (fires(mark, 'year.next') && all.some(({ text }) => plans.test(text))) continue;
      // Beside a named year "last year" is the one before it, and where it says whence applications came no year at all.
      const named = marks.with('years')[0]?.sense.from;
      if (named !== undefined && fires(mark, 'year.last') && measures(marks, /carriedOver|itemsPrior/)) continue;
      years.add(named !== undefined && fires(mark, 'year.last') ? named - 1 : relative);
    }
  }
  // 2021、2022两年: as many as are named.
  const many = /^([两二2]|[三3]|[四4]|[五5])个?年(度|里|间|)$/;
  used.push(...all.filter((mark) => mark.senses.length === 0 && counts(many.exec(mark.text)?.[1]) === years.size));
  marks.use(...used);
  if (years.size > 0) return { years: [...years].sort((a, b) => a - b), mode: 'given', range, marks: used };
  for (const mode of ['latest', 'earliest', 'all'] as const)
    if (marks.firing(`year.${mode}`).some((mark) => !tellsOccasion(mark, marks))) {
      const found = marks.firing(`year.${mode}`);
      marks.use(...found);
      return { years: [], mode, range: false, marks: found };
    }
  return { years: [], mode: 'open', range: false, marks: [] };
}

/** 最近一次被复议是哪年, "the latest year in which it was sued": which year it was is asked for. */
const tellsOccasion = (mark: Mark, marks: Marks): boolean =>
  fires(mark, 'edge') &&
  (marks.has('whichYear') || /\byear\b/.test(mark.text) || /^when\b/.test(marks.all[0]?.text ?? ''));

/** 从2020年算起，到2023年底: of two years one begins the span and the other ends it. */
function bothEnds(
  given: readonly Sensed<'years'>[],
  mark: Mark,
  all: readonly Mark[],
): { from: number; to: number } | null {
  const [one, other, ...more] = given;
  if (one === undefined || other === undefined || more.length > 0 || (mark !== one.mark && mark !== other.mark))
    return null;
  const [first, last] = [one, other].map((each) => openEnd(all, all.indexOf(each.mark)));
  const spans = first?.since === true && first.shift === 0 && last?.since === false && last.shift === 0;
  return spans && one.sense.from < other.sense.to ? { from: one.sense.from, to: other.sense.to } : null;
}

/** 再往前推两年, "a year later": counted from the year that the thread is about; outside of a thread it says nothing. */
function stepped({ senses }: Mark, spoken: number | null): number | null {
  const step = senses.flatMap((each) => (each.kind === 'word' && /^year\.(back|on)(\d)$/.exec(each.rule)) || [])[2];
  if (spoken === null || step === undefined) return null;
  return (
    spoken + (senses.some((each) => each.kind === 'word' && each.rule.startsWith('year.back')) ? -1 : 1) * Number(step)
  );
}

/** The year before the one that was spoken of; 去年 and "last year" are always before today. */
const before = /^(上一年|上一年度|前一年|前一年度|上年|上年度|(the )?(year before|previous year|prior year))$/;

/** What a year leaves at its end: documents in force, applications that are not done, cases not decided. */
const isStock = (ids: readonly string[]) => ids.every((id) => /\.(inForce|carriedForward|pending)$/.test(id));

const counts = (digit: string | undefined): number =>
  digit === undefined ? -1 : /\d/.test(digit) ? Number(digit) : '〇一二三四五'.indexOf(digit === '两' ? '二' : digit);

const measures = (marks: Marks, id: RegExp) =>
  marks.with('measure').some(({ sense: { ids } }) => ids.some((each) => id.test(each)));

const sameYear = /^这一?个?年(里|间|内)?$/;

const plans = /打算|计划|改进|改善|整改|措施|安排|设想|\bplan|improve|intend|intention|measures|steps/;

const list = (from: number, to: number) => Array.from({ length: Math.min(60, to - from + 1) }, (_, i) => from + i);

/** Held years of an open range; the named year itself where none is held, so that the answer can say so. */
function held(catalog: Catalog, from: number, to: number, named: number): number[] {
  const years = catalog.years.filter((year) => year >= from && year <= to);
  return years.length > 0 ? years : [named];
}

/** "since 2020", 2020年以来, "before 2020", 2020年以前. After and before leave the year itself out. */
function openEnd(all: readonly Mark[], index: number): { mark: Mark; since: boolean; shift: number } | null {
  const before = all[index - 1];
  const after = all[index + 1];
  if (
    before &&
    /^(since|from|starting|starting in|starting from|beginning in|自|从)$/.test(before.text) &&
    (before.text !== 'from' || (after && fires(after, 'year.since')))
  )
    return { mark: before, since: true, shift: 0 };
  if (before && /^(after)$/.test(before.text)) return { mark: before, since: true, shift: 1 };
  if (before && /^(before|prior to)$/.test(before.text)) return { mark: before, since: false, shift: -1 };
  if (
    before &&
    /^(until|till|up to|through|up until|截至|截止|到|起到|算起到|起至|算起至|开始到|一直到)$/.test(before.text)
  )
    return { mark: before, since: false, shift: 0 };
  if (after && /^(以来|起|开始|至今|到现在|及以后|及之后|onwards?|and later|or later|以来的)$/.test(after.text))
    return { mark: after, since: true, shift: 0 };
  if (after && /^(之后|以后|后)$/.test(after.text)) return { mark: after, since: true, shift: 1 };
  // 2019年前2家: the first two of that year.
  const places = after?.text === '前' && sense(all[index + 2] ?? after, 'number') !== undefined;
  if (after && !places && /^(以前|之前|前)$/.test(after.text)) return { mark: after, since: false, shift: -1 };
  if (after && /^(为止|及以前|及之前|and earlier|or earlier|止)$/.test(after.text))
    return { mark: after, since: false, shift: 0 };
  return null;
}
