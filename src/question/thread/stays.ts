/** Stays: after an answer about one report, a question that names no body, no year and nobody among many is of that report. */
import type { Turn } from '../context.ts';
import type { Draft, Hearing } from '../hearing.ts';

/** Who or which of many is asked for, or the library itself: 哪家, 几份报告, 别的单位, "which agency", "anyone else". */
const many: readonly RegExp[] = [
  /单位|部门(?!动态|预|决|文件)|机关(?!事务)|机构(?!职能|设置|改革)|[哪几每各两二三四五六七八九十多少\d](?:一)?[家份]|几个局|谁|各(?!项|类|种|渠道|部分|方面|个?环节)|(?:哪些?|哪个|所有|全部|其他|别的)(?:的)?(?:局|报告|年报|政府|地区|地方有|地方没)|(?:其他|其它|其余|别的|另外)(?:几|的)?|全(?:省|市|县|国|区|库)|大家|资料库|库[里内]|手[头上里]|你们|名单/u,
  /\b(?:agenc(?:y|ies)|bod(?:y|ies)|bureaus?|bureaux|departments|offices|authorit(?:y|ies)|governments|reports|(?:which|what|any|every|each|another|other) (?:department|office|government|report|one|place)|who|whom|whose|anyone|anybody|everyone|everybody|nobody|no one|all of them|others?|else|elsewhere|librar(?:y|ies)|held|you have|places|provinces|counties|cities|throughout|across)\b/u,
];

/** What is asked of one report as well as of many; who is listed, ranked or counted is asked of many. */
const ofOne = new Set<string>(['lookup', 'section', 'search', 'sum', 'rate', 'metadata', 'audit', 'themes', 'average']);

/** The words that say of themselves which reports are meant. */
const saysWhose = ['order', 'group', 'go.anywhere', 'whichYear', 'year.all', 'except', 'level', 'count'];

/** The last question, or what was asked back, was about one agency. */
const aboutOne = ({ plan: { scope, operation } }: Turn): boolean =>
  scope.agencies.length === 1 && scope.reports.length < 2 && !['library', 'help', 'definition'].includes(operation);

export function stays(hearing: Hearing, { plan, needs }: Draft, last: Turn): boolean {
  const { bodies, excluded, when, marks, question } = hearing;
  if (needs === 'none' || !ofOne.has(plan.operation) || !aboutOne(last)) return false;
  if (bodies.length + excluded.length > 0 || when.mode !== 'open' || marks.has(...saysWhose)) return false;
  return plan.having == null && plan.order == null && !many.some((each) => each.test(question.text));
}
