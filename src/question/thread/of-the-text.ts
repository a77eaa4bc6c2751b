/** Of the text: what else its sentences say of the matter of the last answer (办完了吗, 谁讲的, "what was its theme"), and who else has it. */
import type { Turn } from '../context.ts';
import type { Plan } from '../plan.ts';
import { type Look, since } from './look.ts';
import { allBut } from './others.ts';
import { saidIn } from './said.ts';

/** What only the sentences themselves can tell: who, where, about what, and whether it was brought to an end. */
const asks: readonly RegExp[] = [
  /^(?:它们?|这些|那些|这|都|又|具体|到底)*(?:是)?(?:谁|哪位|哪些人|什么人|哪里的人|都有谁)(?:来|去|给)?(?:讲|讲课|授课|主讲|办|组织|参加|主持|负责|牵头|邀请|出席|到场)?(?:了|过|的|来)*$/u,
  /^(?:都|具体|又)*(?:请|邀请|叫|喊|来|去)?了?(?:谁|哪些人|什么人|哪些单位|哪些代表)(?:来|去|参加|参观)?(?:了|过|的)?$/u,
  /^(?:这些|那些|它们?|这几[件条]|那几[件条])?(?:都|全部|全都|全|已经|已)*(?:办|办理|处理|答复|回复|完成|解决|落实|办结|办复)(?:完|好|结|成|完成|完毕)?(?:了|过)?(?:没有|没|没|与否)?$/u,
  /^(?:他们|代表们?|委员们?|群众|大家|对方)?(?:都|还)?满意(?:了|度如何|不满意|与否)?$/u,
  /^(?:它|这个|那个|活动|培训|会议|开放日)?(?:的)?(?:是)?(?:在)?(?:哪里?|哪儿|什么地方)(?:办|开|举行|举办|召开|开展)?(?:的)?$/u,
  /^(?:它|这个|那个|活动|培训|会议|开放日)?(?:的)?(?:主题|内容|目的|地点|形式|议题|效果|结果)(?:又)?(?:是)?(?:什么|啥|怎么样|如何|怎样|哪里|有哪些)?$/u,
  /^(?:and )?who (?:gave|held|led|taught|lectured|spoke|came|attended|organi[sz]ed|ran|was (?:there|invited|in charge|the (?:lecturer|speaker|trainer))|took part|joined)(?: (?:it|them|that|at it|in it|the (?:lecture|training|talk|course)))?$/u,
  /^(?:and )?(?:were|was|are|is|have|has) (?:they|it|these|those|that|all of them)(?: been)?(?: all)? (?:handled|finished|done|completed|answered|closed|dealt with|resolved|concluded|processed|held)$/u,
  /^(?:and )?where (?:was|were|did) (?:it|they|that|this)(?: (?:held|take place|happen|done))?$/u,
  /^(?:and )?what (?:was|is|were) (?:it|they|that|its|their|the)(?: (?:theme|topic|subject|purpose|aim|content|contents|outcome|result|agenda|motto|slogan))?(?: (?:about|of it|for))?$/u,
];

/** The agency that the last answer is about: the one asked for, or the only one that it named. */
const ofOne = ({ plan, agencies = [] }: Turn): string | null => {
  const [only, ...more] = plan.scope.agencies.length > 0 ? plan.scope.agencies : agencies;
  return only !== undefined && more.length === 0 ? only : null;
};

/** A matter of the text, and no cells. */
const matter = ({ plan }: Turn): string | null =>
  plan.measures.length === 0 && ['lookup', 'section', 'search', 'rank'].includes(plan.operation) ? plan.topic : null;

const plain = (last: Turn, topic: string): Plan => ({
  ...since(last),
  topic,
  statement: null,
  claim: null,
  order: null,
  dated: false,
  whole: false,
  having: null,
  sections: [],
});

export const ofTheText: Look = {
  name: 'what the text says of the last matter',
  make({ question, bodies, when }, [last]) {
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    const [topic, agency] = [matter(last), ofOne(last)];
    const said = saidIn(question);
    if (topic === null || agency === null || !asks.some((each) => each.test(said))) return null;
    const scope = { ...last.plan.scope, agencies: [agency], regions: [] };
    return { ...plain(last, topic), operation: 'section', scope };
  },
};

const others: readonly RegExp[] = [
  /^(?:还|有没有|还有没有)?(?:有)?(?:其他|其它|别的|另外的?|其余)(?:的)?(?:单位|机关|部门|机构|家|局)?(?:也)?(?:有|办|开|搞|做|提|提到|写|写到|说|组织|举办|开展|参加|参与|发)(?:没有|没|过|了|到)*(?:这个|这事|它)?(?:的|没有|没)?$/u,
  /^还有(?:谁|哪家|哪些单位|哪个单位|哪些|别的单位|别人|别家)(?:也)?(?:有|办|开|搞|做|提|提到|写|写到|说|组织|举办|开展|参加|参与|发)?(?:过|了|到)*(?:的|这个|它)?$/u,
  /^(?:and )?(?:did|do|does|has|have|is there|are there) (?:any|some) ?(?:other|others?)(?: (?:agency|agencies|body|bodies|bureau|bureaus|department|departments|report|reports|one))? ?(?:that )?(?:also )?(?:hold|held|have|had|mention|mentions|do|did|organi[sz]e|run|ran|host|hosted|state|states|say)?(?: (?:one|any|it|that|this|them|so))?(?: too| as well)?$/u,
  /^(?:and )?(?:who|anyone|anybody|which (?:agency|report)|any (?:agency|body)|did anyone|does anyone|did anybody|has anyone) else(?: (?:hold|held|have|has|had|mention|mentions|mentioned|do|did|does|organi[sz]ed?|ran|hosted|states?|says?))?(?: (?:one|any|it|that|this|them|so))?(?: too| as well)?$/u,
];

/** 其他几家都没提吗, 其他几份有没有提到它: the same matter, named again or not. */
const mentioning =
  /^(?:其他|其它|别的|另外|其余|剩下)(?:的|几|那几)*(?:家|份|个)?(?:单位|报告|机关|部门)?(?:里|中)?(?:都|也|又)?(?:有没有|没有|没|有|未|是否)?(?:提到|提及|提|写到|写|说到|说|讲到|讲|涉及)(?:过|了|到)?(?<topic>[^，,]{0,16}?)(?:没有|没)?$/u;

/** Whether others mention it is asked, and it is the last matter or none is named. */
function asksOthers(said: string, topic: string): boolean {
  const told = mentioning.exec(said);
  const named = told?.groups?.topic?.replace(/^(?:这个|这事|它|这一点)$/u, '') ?? '';
  return told !== null && (named === '' || topic.includes(named) || named.includes(topic));
}

export const othersToo: Look = {
  name: 'who else mentions the last matter',
  make({ question, bodies, when }, [last]) {
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    const topic = matter(last);
    const said = saidIn(question);
    if (topic === null || !(others.some((each) => each.test(said)) || asksOthers(said, topic))) return null;
    return { ...plain(last, topic), operation: 'search', scope: allBut(last, []) };
  },
};
