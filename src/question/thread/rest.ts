/** Rest: the further rows of a long answer (其余的呢, "next ten"), or of a ranking the places below those that were asked for. */
import type { Bilingual } from '../../report/report.ts';

import { type Look, since } from './look.ts';
import { saidIn } from './said.ts';

/** All that is left. */
const left: readonly RegExp[] = [
  /^(?:(?:其余|剩下|余下|剩余|剩)(?:的|那些|那几家|那几个|部分|单位|报告|机关|行|家)*|(?:后面|后边|后头|下面|往后|接下来|没显示|没列出来?|没列完|没有?显示)的?(?:那些|几家|几个|部分|行)?|(?:还有)?更多|还有(?:别的|其他的|其它的|更多)?|(?:接着|继续|往下|接着往下|继续往下)(?:列|看|显示|给|翻|排|说)?(?:出来|下去|完)?|(?:下|翻)一?页|翻页|往下翻)(?:也)?(?:都|全)?(?:列|给我|给|看|显示|发|说|要)?(?:出来|看看|完|全)?$/u,
  /^(?:the )?(?:rest|remainder|remaining|others? left|remaining (?:ones|rows|agencies|reports|bodies|departments|bureaus)|ones? (?:that are )?(?:left|not shown)|rest of (?:them|it|these|those|the (?:list|rows|agencies|reports|table|ranking|results)))(?: too| as well)?$/u,
  /^(?:see |any |some )?(?:more(?: of (?:them|these|those|it))?|more (?:rows|results|lines|entries)|further (?:ones|rows)|the next (?:ones|page|lot|batch)|next|next (?:ones|page|lot|batch)|go on|continue(?: the list| listing)?|keep going|carry on|what else|what comes next)$/u,
];
/** So many more; the number is a piece of its own. */
const more: readonly RegExp[] = [
  /^(?:接下来|往后|往下|再往后|再往下|再来|再列|再给|再看|来|下|下一批|后面|后边|下面|之后|随后)(?:的)?[\d一二两三四五六七八九十百]+(?:个|家|名|条|份|行|位|单位|家单位|个单位)*$/u,
  /^(?:the )?(?:next|following|another|further) (?:[a-z]+|\d+)(?: (?:ones|rows|agencies|reports|bodies|departments|bureaus|places|entries|lines|more))?$|^(?:[a-z]+|\d+) more$/u,
];
const nothing: Bilingual = {
  zh: '上一个答案的各行都已经列出，没有其余的了。可以换个范围再问。',
  en: 'All rows of the last answer were shown; there are no others. You can ask again with another scope.',
};

/** Operations whose answer is rows in an order that stays. */
const rows = new Set([
  'list',
  'rank',
  'count',
  'sum',
  'average',
  'lookup',
  'compare',
  'trend',
  'rate',
  'metadata',
  'audit',
  'library',
  'search',
  'export',
]);

export const restOf: Look = {
  name: 'the rest of the last answer',
  make({ question, marks, bodies, when }, [last]) {
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    const said = saidIn(question);
    const number = marks.with('number')[0]?.sense.value ?? null;
    const size = more.some((each) => each.test(said)) ? number : null;
    if (size === null && !left.some((each) => each.test(said))) return null;
    const { rows: all, seen, plan } = last;
    if (all === undefined || seen === undefined || !rows.has(plan.operation)) return null;
    if (size !== null && (!Number.isInteger(size) || size < 1 || size > 1000)) return null;
    // Below the places that were asked for, the ranking goes on.
    const ranked = plan.operation === 'rank' && plan.order !== null;
    if (!ranked && seen >= all) return { code: 'nothingMore', text: nothing };
    const limit = Math.min(1000, size === null ? 1000 : seen + size);
    const order = ranked && plan.order ? { ...plan.order, limit } : plan.order;
    return { ...since(last), order, window: { from: seen, size } };
  },
};
