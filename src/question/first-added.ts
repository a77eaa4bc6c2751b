/** What the first of a ranking come to together: 2020年申请最多的三家一共多少件 · "how many requests did the top five get in total". */
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';
import type { Reading } from './reading.ts';

/** Characters: a ranking is a short question, and these patterns are slow on a long one. */
const longest = 200;

const added =
  '(?:一共|总共|合计|共计|累计|加起来|合起来|加(?:在)?一(?:起|块儿?)|合(?:在)?一(?:起|块儿?)|总计|加总|相加|共)';
const inChinese = new RegExp(
  `^(?<rank>.*(?:前|后|最[多高大少低小]).*?(?:[名强位家个局委厅]|单位|部门|机关|机构))(?:里面?|中)?的?(?:的?申请)?${added}(?:一共|总共)?(?<rest>(?:是|有|)(?:收到|收|接到|受理|)(?:了|)(?:多少|几)(?:[件次起宗条个]|)(?:申请|)|.+(?:多少|几).*)$`,
  'u',
);
/** 前三名的申请总数. */
const totalInChinese =
  /^(?<rank>.*(?:前|后|最[多高大少低小]).*?(?:[名强位家个局委厅]|单位|部门|机关|机构))的?(?:申请|)的?(?:总数|总和|总量|合计|之和|总计)$/u;
/** Nothing but the number is asked for: that of the figure that is ranked. */
const itself =
  /^(?:是|有|)(?:收到|收|接到|受理|)(?:了|)(?:多少|几)(?:[件次起宗条个]|)(?:的|)(?:信息公开|)(?:申请|)[?？。]?$/u;

const places = 'top|first|bottom|last|busiest|highest|largest|biggest|most|fewest|lowest|leading';
const sum =
  '(?:together|altogether|all together|in total|combined|in all|between them|taken together|jointly|collectively)';
const did = '(?:get|receive|have|handle|conclude|refuse|disclose|face|grant)';
const was =
  '(?:got|get|received|receive|had|have|handled|refused|disclosed|granted|faced|took|came to|come to|add up to|added up to)';
const inEnglish = [
  new RegExp(
    `^how many (?<what>[\\w ]+?) did (?<rank>the (?:\\w+ )?(?:${places})\\b.*?) ${did} ${sum}(?<when>(?: (?:in|from|over|between) \\d{4}.*)?)$`,
  ),
  new RegExp(
    `^how many (?<what>[\\w ]+?) did (?<rank>the (?:\\w+ )?(?:${places})\\b.*?) ${did}(?<when> (?:in|from|over|between) \\d{4}.*?),? ${sum}$`,
  ),
  new RegExp(
    `^(?:add up|sum up|add together|sum|total up)(?: all)?(?: the)? (?<what>[\\w ]+?) (?:of|at|for|received by|made to|across|from) (?<rank>the (?:\\w+ )?(?:${places})\\b.*?)(?<when>)$`,
  ),
  new RegExp(
    `^(?:what (?:is|was) )?(?:the )?(?:total|combined|sum of)(?: number| total)?(?: of)?(?: the)? (?<what>[\\w ]+?) (?:of|at|for|received by|made to|across|from) (?<rank>the (?:\\w+ )?(?:${places})\\b.*?)(?<when>)$`,
  ),
  // "Requests the six busiest agencies have between them".
  new RegExp(
    `^(?:the )?(?:total |number of )?(?<what>[\\w ]+?) (?:that |which )?(?<rank>the (?:\\w+ )?(?:${places})\\b.*?) ${was}(?: up to)? ${sum}(?<when>(?: (?:in|from|over|between) \\d{4}.*)?)$`,
  ),
  new RegExp(
    `^(?:the )?(?:total |number of )?(?<what>[\\w ]+?) (?:that |which )?(?<rank>the (?:\\w+ )?(?:${places})\\b.*?) ${was}(?<when> (?:in|from|over|between) \\d{4}.*?),? ${sum}$`,
  ),
];

/** The ranking, and the other figure that is added up, if one is named. */
function parted(text: string): readonly [string, string | null] | null {
  if (text.length > longest) return null;
  const plain = text.replace(/[?？。.]$/u, '');
  const zh = inChinese.exec(plain)?.groups;
  if (zh) return [`${zh.rank}有哪些`, itself.test(zh.rest!) ? null : `各单位一共${zh.rest}`];
  const total = totalInChinese.exec(plain)?.groups;
  if (total) return [`${total.rank}有哪些`, null];
  const en = inEnglish.map((pattern) => pattern.exec(plain)?.groups).find((groups) => groups !== undefined);
  return en ? [`which are ${en.rank} by ${en.what}${en.when}`, null] : null;
}

/** Null where it is no such question, or where one of its halves is not understood by itself. */
export function firstAdded(
  text: string,
  question: string,
  context: Context,
  read: (text: string, context: Context) => Reading,
): Reading | null {
  const halves = parted(text);
  if (halves === null) return null;
  const alone = { ...context, turns: [] };
  const ranking = read(halves[0], alone);
  const first = ranking.plan;
  if (first?.operation !== 'rank' || first.order === null || first.order.limit < 2 || !plain(first)) return null;
  const other = halves[1] === null ? null : read(halves[1], alone).plan;
  if (halves[1] !== null && (other === null || !addsOnly(other))) return null;
  const { measures, combine, scope, order, groupBy } = first;
  const plan: Plan = {
    ...first,
    operation: 'sum',
    order: null,
    groupBy: null,
    ...(other === null ? {} : { measures: other.measures, combine: other.combine }),
    among: { scope, measures, combine, direction: order.direction, limit: order.limit, together: groupBy !== null },
  };
  return { ...ranking, question, plan };
}

/** Bodies in one order, by one figure. */
const plain = ({ rate, share, groupBy, statement, conditions, order, scope }: Plan): boolean =>
  rate === null &&
  share === null &&
  (groupBy === null || groupBy === 'agency') &&
  statement === null &&
  conditions.length === 0 &&
  order?.within === undefined &&
  order?.ends !== true &&
  scope.agencies.length === 0;

/** Another figure of them, and nothing that restricts. */
const addsOnly = ({ operation, statement, conditions, scope, occurring, groupBy, rate, share }: Plan): boolean =>
  operation === 'sum' &&
  statement === null &&
  rate === null &&
  share === null &&
  groupBy === null &&
  occurring === null &&
  conditions.length === 0 &&
  scope.agencies.length + scope.regions.length + scope.kinds.length + scope.years.length + scope.reports.length === 0;
