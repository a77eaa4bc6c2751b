/** About the last answer itself: in another language, as a file, its sentences, why. */

import type { Turn } from '../context.ts';
import { type Hearing, unused } from '../hearing.ts';
import type { Plan } from '../plan.ts';
import { saidIn } from './said.ts';

/** 用英文回答, "in Chinese please". */
function inLanguage(text: string): 'zh' | 'en' | null {
  const zh =
    /^(?:请|麻烦)?(?:换成|改成|改用|换|用|说)?(中文|汉语|英文|英语)(?:回答|说|讲|写|再说一遍|再答一遍|版)?(?:一下|一遍|吧|好吗)?[。.!]?$/.exec(
      text.trim(),
    );
  const en =
    /^(?:please )?(?:(?:answer|say|repeat|give|show|tell|put|list|write|print|translate) ?(?:me )?(?:it |that |this |them |these |those |the answer |everything )?(?:again |all )?)?(?:now )?in (chinese|english|mandarin)(?: please|,? pls)?[.!?]?$/.exec(
      text.trim(),
    );
  const name = zh?.[1] ?? en?.[1];
  return name === undefined ? null : /^(英|english)/.test(name) ? 'en' : 'zh';
}

/** "Show me the sentence", "why?", 导出: about the last answer itself. */
export function aboutLast(hearing: Hearing, last: Turn): Plan | null {
  const { marks, bodies, when } = hearing;
  const row = ofOneRow(hearing, last);
  if (row) return row;
  if (last.asked || bodies.length > 0 || when.mode === 'given') return null;
  const tongue = inLanguage(hearing.question.text);
  if (tongue) return { ...last.plan, language: tongue };
  const only = (...rules: readonly string[]) =>
    unused(marks, rules).every((mark) =>
      mark.senses.some((each) => each.kind === 'topic' || each.kind === 'section'),
    ) && marks.has(rules[0]!);
  if (only('go.repeat', 'section', 'show', 'search', 'meta', 'library')) return { ...last.plan, show: 'answer' };
  const origin = 'inherited' as const;
  const inherited = [{ slot: 'question', value: last.question, origin, alternative: null }];
  if (only('export', 'section', 'show', 'library', 'search', 'meta', 'order')) {
    const format = marks.has('export.xlsx') ? ('xlsx' as const) : ('csv' as const);
    return { ...last.plan, export: { format }, show: 'answer', assumptions: inherited };
  }
  if (only('show.sources', 'section', 'show', 'search', 'meta', 'definition', 'library'))
    return { ...last.plan, show: 'sources', assumptions: inherited };
  const divided = dividing.some((each) => each.test(saidIn(hearing.question)));
  if (divided && (last.plan.rate !== null || last.plan.share !== null))
    return { ...last.plan, show: 'why', assumptions: inherited };
  // 怎么加出来的 of cells, or of several reports: the answer says what it added up.
  const computed = last.plan.statement === null ? last.plan.measures.length > 0 : last.plan.operation !== 'lookup';
  if (computed && only('made.of', 'section', 'show', 'op.sum'))
    return { ...last.plan, show: 'why', assumptions: inherited };
  if (only('show.why', 'section', 'show', 'search', 'meta', 'definition', 'library', 'help', 'outcomes'))
    return { ...last.plan, show: 'why', assumptions: inherited };
  return null;
}

/** 分母是多少, "what did you divide by": a rate shows both of its figures. */
const dividing: readonly RegExp[] = [
  /^(?:你|您)?(?:的|这个|那个|这里的?)?(?:分母|分子|基数|除数)(?:和分[母子])?(?:又|各|分别)?(?:是|用的是?)?(?:多少|什么|哪个|啥|几)?$|^(?:是)?(?:用|拿|以)?(?:什么|多少|几|哪个数)(?:除以|除的?|做分母|作分母)(?:什么|多少|几)?(?:得|算)?(?:来|出来)?的?$|^除以(?:的是|了)?(?:什么|多少|几)$/u,
  /^(?:and )?what (?:did|do|does) (?:you|it|they) divide(?: (?:it|that|this))?(?: by)?(?: (?:there|here|for that))?$|^what(?: is|'s| was| are| were) the (?:denominator|numerator|base|numerator and (?:the )?denominator)s?(?: (?:there|here|of that|for that))?$|^(?:divided by what|out of (?:how many|what|how much)(?: is that)?|which two numbers is that|how many out of how many)$/u,
];

const standing: readonly RegExp[] = [
  /(?:在|写在|印在)?(?:哪一?行|哪一?页|哪一?句|哪里|哪儿)|原文|出处|原句/u,
  /^(?:and )?where (?:exactly |precisely )?(?:in (?:the|its|that) (?:report|text|file) )?(?:does|do|is|are|was|were|did) .*(?:stand|stands|written|printed|found|from|appear|stated)$|\b(?:source|sentence|line|row|original|wording)\b/u,
];

/** "Where does Ankang's figure stand", 安康的原文呢: the source of one row of the last answer. */
function ofOneRow({ bodies, when, question, marks }: Hearing, last: Turn): Plan | null {
  const [body, ...more] = bodies;
  if (body === undefined || more.length > 0 || when.mode !== 'open' || last.plan.measures.length === 0) return null;
  const said = saidIn(question);
  const asked = standing[1]!.test(said) || (marks.has('show.sources') && standing[0]!.test(said));
  const named = [...body.agencies, ...body.within].map(({ key }) => key);
  const [agency, ...others] = [...new Set((last.agencies ?? []).filter((key) => named.includes(key)))];
  if (!asked || agency === undefined || others.length > 0 || marks.with('quoted').length > 0) return null;
  const free = unused(marks, ['show', 'section', 'search', 'library', 'cmp.eq', 'plain', 'meta', 'definition']);
  const stands = /^(?:stand|stands|stood|printed|written|found|appear|exactly|figure|数|数字)$/;
  if (free.some(({ text }) => !stands.test(text))) return null;
  const assumptions = [{ slot: 'question', value: last.question, origin: 'inherited' as const, alternative: null }];
  const operation = many.has(last.plan.operation) ? ('lookup' as const) : last.plan.operation;
  const scope = { ...last.plan.scope, agencies: [agency] };
  return { ...last.plan, operation, scope, order: null, groupBy: null, window: null, show: 'sources', assumptions };
}

/** Operations over many reports, of whose figure one row is shown. */
const many = new Set(['sum', 'average', 'rank', 'compare', 'list']);
