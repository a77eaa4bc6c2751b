/** Lists: who is only in one of the last two lists of the same condition (哪些掉出去了, "who dropped out", 哪些是新进来的). */
import type { Plan } from '../plan.ts';
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
