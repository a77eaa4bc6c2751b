/** One finding of those that were listed, told by its place: 第二条是怎么回事 · "explain the first one". */
import type { Turn } from '../context.ts';
import { type Look, since } from './look.ts';
import { saidIn } from './said.ts';

const about =
  /^(?:的|是|那|又|到底|究竟|具体|说的|讲的|说|讲|怎么回事|咋回事|啥情况|什么情况|怎么一回事|怎么了|什么意思|啥意思|什么|哪里|在哪|依据|原文|详细|详细说说|展开|展开讲讲|说说|解释|解释一下|看看|explain|what|is|was|does|mean|about|what's|that|all|show|me|in|detail|details|wrong|with|go|into|more|tell|say|呢|,|，|\s)*$/u;
const oneOf =
  /第(?<zh>[一二三四五六七八九十]|\d+)(?:条|个|项)(?:发现|问题|毛病|错误)?|(?<end>最后一?(?:条|个|项))(?:发现|问题)?|\bthe (?<en>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?: (?:one|finding|issue|item))?\b|\b(?:number|no\.?|finding) (?<no>\d+)\b/u;
const only = /^(?:这|那|这一|那一|一|这个|那个)(?:条|个|项)(?:发现|问题)?|^(?:that|this|it)\b(?: (?:one|finding))?/u;
const numbers = [
  '一二三四五六七八九十',
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
];

/** 盐池那个是怎么回事 after findings of several: those of that body. */
export const findingOf: Look = {
  name: 'findings of one body of the last answer',
  make({ question, bodies, when }, [last]) {
    const [body, ...more] = bodies;
    if (last === undefined || body === undefined || more.length > 0 || when.mode !== 'open') return null;
    const { operation, audit, order, groupBy, scope } = last.plan;
    if (operation !== 'audit' || audit === null || order !== null || groupBy !== null || audit.sound || audit.card)
      return null;
    const keys = body.agencies.length > 0 ? body.agencies : body.within;
    const [agency, ...others] = keys.filter(({ key }) => (last.agencies ?? []).includes(key));
    const said = `${question.text.slice(0, body.start)}${question.text.slice(body.end)}`.replace(/[?？。!！]/g, '');
    if (agency === undefined || others.length > 0 || !asksAbout.test(said)) return null;
    return { ...since(last), scope: { ...scope, agencies: [agency.key], regions: [], reports: [] } };
  },
};

const asksAbout =
  /^(?:那|那么|and )?(?:的)?(?:那|这)?(?:个|条|处|份|项)?(?:的)?(?:又)?(?:是|到底是|究竟是)?(?:怎么回事|咋回事|啥情况|什么情况|怎么一回事|怎么了|什么问题|啥问题|错在哪里?|错哪了|哪里错了)(?:呢|啊)?$|^(?:and )?what(?:'s| is| was) (?:the matter|wrong|it|that|the problem) (?:with|about)(?: the one (?:of|from|at))? ?(?:'s)?(?: one)?$|^explain (?:the one (?:of|from|about) )?(?:'s)?(?: one)?$/u;

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
