/** Told: what the text of the same report says on what the last figure counts (正文里又是怎么说的, "what does the text say about it"). */
import { saidIn } from './said.ts';
import type { Way } from './way.ts';

const asks: readonly RegExp[] = [
  /^(?:报告|年报|它|他们)?(?:的)?(?:正文|文字|文字部分|叙述|文本|行文|原文文字)(?:里|中|部分|上|内)?(?:又|还|都)?(?:是)?(?:怎么|怎样|如何|咋)(?:说|写|讲|提|表述|描述|交代)(?:这个|这件事|这事|它|的)*$/u,
  /^(?:and )?(?:what|how) (?:does|do|did) the (?:text|prose|narrative|wording|body|body text)(?: of (?:the|that|this|its) report)? (?:say|tell|put it|put|describe|explain)(?: (?:about|on|of) (?:it|that|this|them|these|those))?(?: (?:it|that|this))?$/u,
];

/** What the passages are about that treat the cells of a table. */
const topics: Readonly<Record<string, string>> = {
  applications: '申请',
  review: '行政复议',
  litigation: '行政诉讼',
  penalties: '行政处罚',
  licensing: '行政许可',
  normative: '规范性文件',
  fees: '收费',
  procurement: '采购',
};

export const told: Way = {
  name: 'follow-up: told in the text',
  make({ hearing: { marks, bodies, when, question }, last }) {
    const families = new Set(last.plan.measures.map(({ measure }) => measure.split('.')[0] ?? ''));
    const [family] = families;
    const topic = families.size === 1 ? topics[family ?? ''] : undefined;
    if (topic === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    if (!asks.some((each) => each.test(saidIn(question)))) return null;
    if (last.plan.scope.agencies.length !== 1) return null;
    marks.use(...marks.all);
    return { rule: this.name, needs: 'one', plan: { operation: 'section', topic } };
  },
};
