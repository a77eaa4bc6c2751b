/** Lists: who is only in one of the last two lists of the same condition (哪些掉出去了, "who dropped out", 哪些是新进来的). */
import type { Plan, Turn } from '../plan.ts';
import { type Look, since } from './look.ts';
import { saidIn } from './said.ts';
import { knowsThose } from './turn.ts';

const gone: readonly RegExp[] = [
  /^(?:其中|里面|跟上面比|和上面比|比起来|对比一下)?(?:哪些|哪几家|哪几个|哪家|谁|哪些单位|有谁|有哪些)(?:单位|机关|家)?(?:掉|掉队|退|退出|出局|消失|不见|少|不在了?|掉下)(?:出去|出来|出|下去|名单|榜|里面)*(?:了)?(?:的)?$|^(?:掉出去|退出|不见|消失|掉队|少)了?的(?:是|有)(?:哪些|谁|哪几家)(?:单位)?$/u,
  /^(?:and )?(?:which|who|which (?:of them|agencies|bodies|bureaus|ones)) (?:has |have |are |is |was |were )?(?:dropped|fell|fallen|drop) (?:out|off)(?: of (?:it|the list))?$|^(?:and )?(?:which|who|which (?:of them|agencies|ones)) (?:is|are|was|were) (?:gone|missing now|no longer (?:there|on (?:it|the list)|in (?:it|the list)))$/u,
];
const come: readonly RegExp[] = [
  /^(?:其中|里面|跟上面比|和上面比|比起来|对比一下)?(?:哪些|哪几家|哪几个|哪家|谁|哪些单位|有谁|有哪些)(?:单位|机关|家)?(?:是)?(?:新|新增|新进|新来|新加|新出现|新上榜|新冒)(?:进来|出来|进|来|加入|上来|的|了)*$|^(?:新增|新进来|新出现|新上榜)的?(?:是|有)?(?:哪些|谁|哪几家)(?:单位)?$/u,
  /^(?:and )?(?:which|who|which (?:of them|agencies|bodies|bureaus|ones)) (?:is|are|was|were) new(?: (?:there|on (?:it|the list)|in (?:it|the list)))?$|^(?:and )?(?:which|who|which (?:agencies|ones|of them)) (?:joined|came in|came on|appeared|have joined|has joined)(?: (?:it|the list))?$/u,
];

export const onlyInOne: Look = {
  name: 'who is in one of the last two lists',
  make({ question, bodies, when }, turns) {
    // What the last question made of two lists is none of them.
    const [last, before] = turns.filter(({ plan }) => !plan.assumptions.some(({ slot }) => slot === 'question'));
    if (last === undefined || before === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    const said = saidIn(question);
    const [left, joined] = [gone, come].map((patterns) => patterns.some((each) => each.test(said)));
    if (!left && !joined) return null;
    if (!sameQuestion(last.plan, before.plan) || !knowsThose(last) || !knowsThose(before)) return null;
    const [own, others] = left ? [before, last] : [last, before];
    const { scope } = own.plan;
    const except = [...new Set([...scope.except, ...(others.agencies ?? [])])];
    return { ...since(own), scope: { ...scope, reports: [...own.reports], except } };
  },
};

/** Lists by the same conditions, of other years. */
const sameQuestion = (one: Plan, other: Plan): boolean => asked(one) === asked(other) && one.operation === 'list';
const asked = ({ operation, conditions, meets, groupBy, audit, statement }: Plan): string =>
  JSON.stringify([operation, conditions, meets, groupBy, audit, statement]);

const about =
  /^(?:的|是|那|又|到底|究竟|具体|说的|讲的|说|讲|怎么回事|咋回事|啥情况|什么情况|怎么一回事|怎么了|什么意思|啥意思|什么|哪里|在哪|依据|原文|详细|详细说说|展开|展开讲讲|说说|解释|解释一下|看看|explain|what|is|was|does|mean|about|what's|that|all|show|me|in|detail|details|wrong|with|go|into|more|tell|say|呢|,|，|\s)*$/u;
const oneOf =
  /第(?<zh>[一二三四五六七八九十]|\d+)(?:条|个|项)(?:发现|问题|毛病|错误)?|(?<end>最后一?(?:条|个|项))(?:发现|问题)?|\bthe (?<en>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?: (?:one|finding|issue|item))?\b|\b(?:number|no\.?|finding) (?<no>\d+)\b/u;
const only = /^(?:这|那|这一|那一|一|这个|那个)(?:条|个|项)(?:发现|问题)?|^(?:that|this|it)\b(?: (?:one|finding))?/u;
const numbers = [
  '一二三四五六七八九十',
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
];

/** 第二条是怎么回事, "explain the first one": one finding of those that were listed. */
export const finding: Look = {
  name: 'one finding of the last answer',
  make({ question, bodies, when }, [last]) {
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    const { plan, rows = 0 } = last;
    if (
      plan.operation !== 'audit' ||
      plan.order !== null ||
      plan.groupBy !== null ||
      plan.audit?.sound ||
      plan.audit?.card
    )
      return null;
    const said = saidIn(question);
    const told = oneOf.exec(said) ?? only.exec(said);
    if (told === null || rows === 0) return null;
    if (!about.test(`${said.slice(0, told.index)}${said.slice(told.index + told[0].length)}`)) return null;
    const at =
      told.groups === undefined || Object.values(told.groups).every((each) => each === undefined)
        ? single(last)
        : placeIn(told.groups, rows);
    if (at === null) return null;
    if (at >= rows) return { code: 'nothingMore', text: none };
    return { ...since(last), window: { from: at, size: 1 } };
  },
};

const none = { zh: '前面的答案里没有这一条。', en: 'The last answer has no such finding.' };

/** 这条: the only one, or the one that was looked at. */
const single = ({ plan: { window }, rows }: Turn): number | null =>
  window?.size === 1 ? window.from : rows === 1 ? 0 : null;

function placeIn({ zh, end, en, no }: Record<string, string | undefined>, rows: number): number {
  if (end !== undefined || en === 'last') return rows - 1;
  const word = zh ?? en ?? no ?? '';
  return /^\d+$/.test(word) ? Number(word) - 1 : Math.max(...numbers.map((each) => each.indexOf(word)));
}
