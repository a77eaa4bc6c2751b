/** Others: the last question asked of all that it was not about (其他单位呢, "same for all the others"), or the same defect elsewhere. */
import type { Bilingual } from '../../report/report.ts';
import type { Turn } from '../context.ts';
import type { Plan } from '../plan.ts';
import { type Look, type Refused, since } from './look.ts';
import { saidIn } from './said.ts';

const rest: readonly RegExp[] = [
  /^(?:同样的?(?:问题)?)?(?:其他|其它|别的|另外的?|其余|剩下的?|余下的?)(?:所有|全部|各|几)*(?:的)?(?:单位|机关|部门|机构|各家|家|局)(?:们)?(?:又|都|也)?(?:是|有)?(?:怎么样|怎样|如何|多少|什么情况|什么样|几件|几个)?$/u,
  /^(?:(?:and |do |ask )?(?:the )?same(?: (?:thing|question|figure|again))?(?: for| of)?|what about|how about|and|as for|for)? ?(?:all |every )?(?:of )?(?:the |your )?(?:(?:other|remaining|rest of the) (?:agencies|bodies|bureaus|bureaux|departments|offices|authorities|ones|agency|body|bureau|reports)|others|everyone else|everybody else|all others|rest(?: of (?:them|those|the lot))?)[?.!]*$/u,
];

/** Operations that can be asked of many as well as of one, and as which. */
const ofMany: Partial<Record<Plan['operation'], Plan['operation']>> = {
  lookup: 'sum',
  rate: 'rate',
  metadata: 'metadata',
  sum: 'sum',
  compare: 'sum',
  audit: 'audit',
  themes: 'themes',
};

const oneByOne: Bilingual = {
  zh: '这一问不能一次问其他所有单位，请写出是哪个单位。',
  en: 'This cannot be asked of all the others at once; please name the agency.',
};

export const others: Look = {
  name: 'the last question of all others',
  make({ question, bodies, when }, [last]) {
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    if (!rest.some((each) => each.test(saidIn(question)))) return null;
    const { plan } = last;
    const operation = ofMany[plan.operation];
    const sections = plan.operation === 'lookup' && (plan.statement !== null || plan.groupBy !== null);
    if (plan.scope.agencies.length === 0) return null;
    if (operation === undefined || sections) return { code: 'unsupported', text: oneByOne };
    return { ...since(last), operation, scope: allBut(last, plan.scope.years) };
  },
};

const defect: readonly RegExp[] = [
  /(?:这个|这种|这类|这样的?|同样的?|同一个?|一样的?|类似的?|此类|同类|相同的?)(?:的)?(?:问题|毛病|错误|缺陷|差错|矛盾|漏洞|硬伤)/u,
  /\b(?:same|this|that|such an?|similar|this kind of|these|such|like) (?:defects?|problems?|errors?|mistakes?|faults?|issues?|inconsistenc(?:y|ies)|contradictions?|gaps?|flaws?|findings?|shortcomings?|weakness(?:es)?)\b/u,
];
const elsewhere: readonly RegExp[] = [
  /哪些|哪家|哪个|还有|其他|其它|别的|别家|有没有|谁/u,
  /\b(?:others?|else|which|who|any|anyone|anybody|elsewhere|other|also)\b/u,
];
const whatDefect: Bilingual = {
  zh: '上一个答案没有核查出可以到别处去找的问题。请说明是什么问题，例如“哪些报告表三不平衡”“哪些单位信息更新不及时”。',
  en: 'The last answer holds no finding that could be looked for elsewhere. Please say which defect, for example “which reports have a table 3 that does not balance”, “which agencies name late updates as a problem”.',
};

export const sameDefect: Look = {
  name: 'the same defect elsewhere',
  make({ question, bodies, when, marks }, [last]): Plan | Refused | null {
    const said = saidIn(question);
    const asked = defect.some((each) => each.test(said)) && elsewhere.some((each) => each.test(said));
    if (last === undefined || !asked || bodies.length > 0 || when.mode !== 'open') return null;
    if (marks.with('theme').length > 0 || marks.with('measure').length > 0) return null;
    const { plan } = last;
    const { operation, audit: lastAudit, themes, scope } = plan;
    // The year of one agency says which report it was; of many it is asked about.
    const years = scope.agencies.length === 1 || (last.agencies ?? []).length === 1 ? [] : scope.years;
    if (operation === 'audit' && lastAudit !== null && (last.found ?? []).length > 0)
      return {
        ...since(last),
        scope: allBut(last, years),
        topic: null,
        audit: { ...lastAudit, card: false, sound: false, rules: rulesOf(last) },
      };
    if (operation === 'themes' && themes.length > 0) return { ...since(last), scope: allBut(last, years) };
    return { code: 'notUnderstood', text: whatDefect };
  },
};

/** What was asked for by its name, else what was found. */
const rulesOf = ({ plan, found = [] }: Turn): string[] =>
  plan.audit && plan.audit.rules.length > 0 ? [...plan.audit.rules] : [...found];

/** Every report but those of the agencies that were spoken of, or that the answer named. */
export function allBut({ plan: { scope }, agencies = [] }: Turn, years: readonly number[]): Plan['scope'] {
  const { pairs: _pairs, ...kept } = scope;
  const except = [...new Set([...scope.except, ...scope.agencies, ...agencies])];
  return { ...kept, agencies: [], regions: [], except, reports: [], years: [...years] };
}
