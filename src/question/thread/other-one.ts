/** The other one (另一家呢, "and the other one?"): of two that were listed, the one that was not asked about since. */
import type { Bilingual } from '../../report/report.ts';
import { type Look, since } from './look.ts';
import { saidIn } from './said.ts';

const asks: readonly RegExp[] = [
  /^(?:另外?一?|剩下的?(?:那)?一?)(?:家|个|份|个单位|家单位|份报告|个局)(?:的)?(?:是)?(?:怎么样|怎样|多少|如何)?$/u,
  /^(?:and |what about |how about )*the other(?: one| bureau| agency| report| body)?$/u,
];

const which: Bilingual = {
  zh: '前面没有说到只有两家的名单，不知道另一家是哪家。请写出单位。',
  en: 'No list of just two stands before: which the other one is, is not known. Please name the agency.',
};

export const otherOne: Look = {
  name: 'the other one of two',
  make({ question, bodies, when }, turns) {
    const [last] = turns;
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    if (!asks.some((each) => each.test(saidIn(question)))) return null;
    const [asked, ...more] = last.plan.scope.agencies;
    const two = turns.slice(1).find(({ lines = [] }) => new Set(lines.map(({ agency }) => agency)).size === 2);
    const other = two?.lines?.find(({ agency }) => agency !== asked);
    const listed = two?.lines?.some(({ agency }) => agency === asked) === true;
    if (asked === undefined || more.length > 0 || !listed || other?.agency == null)
      return { code: 'notUnderstood', text: which };
    const years = other.year === null ? last.plan.scope.years : [other.year];
    return { ...since(last), scope: { ...last.plan.scope, agencies: [other.agency], regions: [], years: [...years] } };
  },
};
