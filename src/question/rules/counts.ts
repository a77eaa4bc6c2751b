/** Numbers of bodies: those that a question names beside them, and those that it asks for. */
import type { Hearing } from '../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../marks.ts';
import { lastTurn } from '../thread/turn.ts';
import { isBody } from './applicants.ts';
import { governmentsAt } from './bodies/departments.ts';
import type { Figure } from './measures/figure.ts';

/** 彭阳两家单位, "all five agencies": a number that says how many there are anyway. */
export function useCounts(hearing: Hearing): void {
  const { marks, bodies } = hearing;
  let sizes: ReadonlySet<number> | null = null;
  for (const [index, mark] of marks.all.entries()) {
    const number = sense(mark, 'number');
    if (number === undefined || !countsBodiesThere(marks, index)) continue;
    sizes ??= sizesOf(hearing);
    if (sizes.has(number.value)) marks.use(mark);
  }
  // 四个科技局, "the four science bureaus": as many as there are. Another number is not understood, and stays unread.
  for (const body of bodies) {
    const at = marks.all.findIndex((mark) => mark.start >= body.start);
    const [one, two] = [marks.all[at - 1], marks.all[at - 2]];
    const number = one && (sense(one, 'number') ? one : /^(个|家|所)$/.test(one.text) ? two : undefined);
    const value = number && sense(number, 'number')?.value;
    if (number && value === body.agencies.length) marks.use(number);
  }
}

/** How many agencies and reports there are, of all and of those that the question names. */
const sizesOf = ({ bodies, context, when }: Hearing): ReadonlySet<number> =>
  new Set([
    context.catalog.agencies.length,
    context.catalog.reports,
    ...bodies.map(({ agencies }) => agencies.length),
    ...bodies.map(({ within }) => within.length),
    bodies.length,
    held(bodies, context, when),
  ]);

/** Whether the number at this place stands as those do that say how many bodies there are. */
function countsBodiesThere({ all }: Marks, index: number): boolean {
  const mark = all[index]!;
  const [before, after] = [all[index - 1], all[index + 1]];
  if (/^(家|家单位|单位|个单位|个部门|部门|机关|agenc|depart|bureau|bodies|offices)/.test(after?.text ?? ''))
    return true;
  // "By all three": as many as there are.
  if (before !== undefined && /^(all|by all|所有|全部|这|那)$/.test(before.text))
    if (after === undefined || /^(家|个|份)$/.test(after.text)) return true;
  // "Out of the five, …", 这五家里: a comma or the end behind.
  if (/^(the|these|those)$/.test(before?.text ?? '') && (after === undefined || after.start - mark.end > 1))
    return true;
  // 两个彭阳单位, "the three 2020 offices": a place or a year stands between.
  const beyond = all
    .slice(index + 1)
    .find((each) => !sense(each, 'region') && !sense(each, 'years') && !/^(个|家|的)$/.test(each.text));
  return beyond !== undefined && after !== beyond && (bodyWord.test(beyond.text) || beyond.text === 'reporters');
}

/** 三份2020年报告, "the three reports of 2020": as many as are held. 前三份 is another matter. */
export function useReports({ marks, bodies, context, when }: Hearing): void {
  for (const [index, mark] of marks.all.entries()) {
    const [one, two, three] = marks.all.slice(index + 1, index + 4);
    const number = sense(mark, 'number');
    const before = marks.all[index - 1];
    if (!number || !one || (before !== undefined && fires(before, 'order'))) continue;
    const counter = /^(份|个|家)$/.test(one.text);
    const noun = [one, two, three, marks.all[index + 4]].some(
      (each) => each && /^(报告|年报|reports?|annual reports?)/.test(each.text),
    );
    if (
      noun &&
      (counter || /^reports?|annual reports?$/.test(one.text) || sense(one, 'years')) &&
      number.value === held(bodies, context, when)
    )
      marks.use(mark, ...(counter ? [one] : []));
  }
}

/** Reports held of the bodies and years that the question names. */
function held(bodies: Hearing['bodies'], { catalog }: Hearing['context'], { years }: Hearing['when']): number {
  const agencies =
    bodies.length === 0
      ? catalog.agencies
      : [...new Set(bodies.flatMap((body) => (body.agencies.length > 0 ? body.agencies : body.within)))];
  const counts = agencies.map((each) =>
    years.length === 0 ? each.years.length : each.years.filter((year) => years.includes(year)).length,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** "How many 2021 reports", "number of civil affairs bureau reports": a year, a place or a kind stands between. */
export const countsReports = ({ all }: Marks): boolean =>
  all.some((mark, at) => {
    if (!/^(?:how many|(?:the )?(?:number|count) of)$/.test(mark.text)) return false;
    const rest = all.slice(at + 1);
    const noun = rest.findIndex(({ text }) => /^(?:annual )?reports$/.test(text));
    return (
      rest
        .slice(0, Math.max(0, noun))
        .every(
          (each) =>
            sense(each, 'years') ||
            sense(each, 'region') ||
            sense(each, 'department') ||
            sense(each, 'form') ||
            fires(each, 'level') ||
            /^(?:of|the|all|annual|free|form)$/.test(each.text),
        ) && noun > 0
    );
  });

/** 宁夏的几家科技局…合计几件: behind 的 or 这, with another quantity asked, 几家 means several and counts nothing. */
export function useSeveral({ marks }: Pick<Hearing, 'marks'>): void {
  const asked = [...marks.firing('ask.quantity'), ...marks.firing('op.sum')];
  for (const mark of marks.all) if (means(mark, marks, asked)) marks.use(mark);
}

const means = (mark: Mark, marks: Marks, asked: readonly Mark[]): boolean => {
  const before = marks.all[marks.all.indexOf(mark) - 1];
  const several = /^(几个|几家|几份|几家单位|几个单位|几家局|几个局)$/.test(mark.text);
  return (
    (several && among(marks.all.slice(marks.all.indexOf(mark) + 1))) ||
    (several &&
      before !== undefined &&
      (/^(的|这|那|这些|那些)$/.test(before.text) ||
        sense(before, 'region') !== undefined ||
        sense(before, 'department') !== undefined) &&
      asked.some((each) => each.start >= mark.end))
  );
};

/** 几个科技局里谁收到的多, 几份报告里合计多少: several, and then one of them or their sum is asked for. */
function among(behind: readonly Mark[]): boolean {
  const within = behind.findIndex(({ text }) =>
    /^(?:单位|部门|机关|局|)(?:里|中|当中|之中|里面|里头|之间)$/.test(text),
  );
  const named = behind
    .slice(0, within)
    .every((mark) => sense(mark, 'department') || bodyWord.test(mark.text) || /^(?:报告|年报)$/.test(mark.text));
  return within >= 0 && named && behind.slice(within + 1).some(asksOfThem);
}

const asksOfThem = (mark: Mark): boolean => ['which', 'op.sum', 'op.average'].some((rule) => fires(mark, rule));

/** Verbs of those who had something. */
const had =
  /^(had|had no|have no|had none|had any|have|got|got no|get|received|receive|reported|report|charged|collected|refused|saw|lost|got sued|were sued|was sued|lost in court|never|didn't|did not|issued)$/;

/** What is counted where bodies are: a word for all of them. */
const bodyWord =
  /^(agencies|bodies|bureaus|bureaux|departments|offices|authorities|institutions|的?(?:单位|部门|机关|机构|局)$)/;

/** "How many civil affairs bureaus had any reviews", 有几个科技局收到过申请: bodies are counted, not what they received. */
export function countsBodies({ marks }: Pick<Hearing, 'marks'>): boolean {
  return marks.all.some((mark, index) => {
    // "How many had zero requests": nobody is named who had them, so that those who had are counted.
    const verb = marks.all[index + 1]?.text ?? '';
    if (
      mark.text === 'how many' &&
      had.test(verb) &&
      marks.all[index + 2]?.text !== 'been' &&
      // "How many refused requests": a kind of requests.
      !(/^(?:refused|issued)$/.test(verb) && sense(marks.all[index + 2] ?? mark, 'measure') !== undefined) &&
      // "How many refused requests did they report": the verb tells the requests.
      !/^(?:did|do|does|has|have|was|were|is|are)$/.test(marks.all[index + 3]?.text ?? '') &&
      marks.with('agency').length + marks.with('department').length === 0
    )
      return true;
    if (
      marks.used(mark) ||
      !/^(how many|how many of|number of|the number of|count of|count|count the|count all|(?:有|共有|一共有)?(?:几个|多少个|几家|多少家|多少|几))$/.test(
        mark.text,
      )
    )
      return false;
    if (countsTownships(marks, index) || countsBehind(marks, index)) return true;
    const next = marks.all.slice(index + 1).find(
      (each) =>
        !sense(each, 'region') &&
        !fires(each, 'level') &&
        (!fires(each, 'filler') ||
          fires(each, 'unit') ||
          // 杭州市公安局收到多少单位的申请: of one that is named they are those who applied.
          (bodyWord.test(each.text) && marks.with('agency').length === 0) ||
          governmentsAt(marks.all.indexOf(each), marks) !== null) &&
        !/^的$/.test(each.text),
    );
    // "How many Yanchi science bureau requests": of one bureau its requests are counted.
    const noun = next?.text.replace(/ (?:with|that|which|whose|where)$/, '') ?? '';
    const single = /[a-z]$/.test(noun) && !/s$|x$|ies$/.test(noun);
    return next !== undefined && !single && (isBody(next, marks) || bodyWord.test(next.text));
  });
}

/** 没收到申请的科技局有几个: a kind that is said by what is true of it, and at the end how many they are. */
function countsBehind({ all }: Marks, index: number): boolean {
  const at = all.findLastIndex((mark, place) => place < index && !/^(?:有|共|共有|一共|总共|一共有)$/.test(mark.text));
  const [kind, before] = [all[at], all[at - 1]];
  return (
    index === all.length - 1 &&
    /[家个]$/.test(all[index]!.text) &&
    kind !== undefined &&
    sense(kind, 'department') !== undefined &&
    /的$/.test(before?.text ?? '')
  );
}

/** 几个乡镇街道, 乡镇有几个: a level is a word for its own bodies, before the quantity or behind it. */
function countsTownships({ all }: Marks, index: number): boolean {
  const bodies = (mark: Mark | undefined) =>
    mark !== undefined && fires(mark, 'level.township') && /(?:[镇乡街]|街道)的?$/.test(mark.text);
  const next = all.slice(index + 1).find((each) => !fires(each, 'filler') || fires(each, 'unit'));
  if (bodies(next)) return true;
  const before = all.slice(0, index).findLast((each) => !/^(?:有|共|共有|一共|总共)$/.test(each.text));
  return bodies(before) && (next === undefined || sense(next, 'measure') === undefined);
}

/** Counters that name bodies or reports, as against 几份 and "how many of these". */
const counted =
  /报告|年报|单位|部门|机关|机构|局|家|政府|report|agenc|depart|bureau|bod(y|ies)|office|authorit|organ|institution|unit|government/;

/**
 * 废止了几份规范性文件, "how many of these came from individuals": of papers, and of one body's one year, the cell's own number is
 * asked for. That there is one such report is no answer.
 */
export function countsCell({ marks, bodies, when, context }: Hearing, figures: readonly Figure[]): boolean {
  const counters = marks.firing('count').filter((mark) => !marks.used(mark));
  if (figures.length === 0 || counters.length === 0 || counters.some(({ text }) => counted.test(text))) return false;
  if (figures.every(({ ids }) => ids.every((id) => /^(rules|normative)\./.test(id)))) return true;
  if (when.years.length > 1) return false;
  const [body, ...more] = bodies;
  const own = body?.by === 'region' ? body.within : (body?.agencies ?? []);
  if (body !== undefined) return more.length === 0 && body.by !== 'kind' && !body.plural && own.length === 1;
  const scope = lastTurn(context.turns)?.plan.scope;
  return scope !== undefined && scope.agencies.length === 1 && (when.years.length === 1 || scope.years.length === 1);
}
