/** What people say to each other in a thread that the bot answered in: it speaks there unnamed only where it is surely meant. */
import type { Asked } from '../ask.ts';
import type { Plan } from '../question/plan.ts';

/** Reasons for declining, as codes of readings, that may be said to one person who goes on asking, and are noise among several. */
const NOISE = ['notUnderstood', 'unsupported'];
/** Words of asking, and words of looking for something in reports; both languages. */
const ASKS =
  /[?？吗呢几哪谁何]|多少|什么|怎么|怎样|为什么|列出|比较|\b(?:how|which|what|who|when|where|why|show|list|rank|compare|and)\b/iu;
const LOOKS =
  /报告|年报|提到|提及|原文|搜|检索|查找|\b(?:reports?|mentions?|mentioned|search|find|passages?|sentences?)\b/iu;

/** What people acknowledge each other's words with, alone on a line: 收到 is a figure of the form elsewhere. */
const NODS =
  /^\s{0,9}(?:收到了?|好的?|嗯{1,9}|哦{1,9}|行|可以|没问题|明白了?|懂了|知道了|了解了?|辛苦了?|哈{2,9}|ok(?:ay)?|got it|received|noted|sure|yes|no|(?:ha){2,9}|lol|cool|great|nice)[\s!！。.~～]{0,9}$/iu;

/** Whether an answer to something that nobody addressed to the bot is better kept. `several`: others than the speaker ask there too. */
export function isTalk(text: string, { result, declined }: Asked, several: boolean): boolean {
  const { plan } = result;
  if (declined === 'offTopic' || NODS.test(text)) return true;
  if (declined !== undefined) return several && NOISE.includes(declined);
  if (plan === null) return false;
  if (plan.operation === 'help') return plan.help === 'greeting' || plan.help === 'thanks' || several;
  if (plan.operation === 'search' && !LOOKS.test(text)) return true;
  return !saysWhich(plan) && !ASKS.test(text) && !LOOKS.test(text);
}

/** Whether the plan names reports, or takes them over from the thread. */
function saysWhich({ scope, assumptions, show }: Plan): boolean {
  const { agencies, regions, kinds, levels, years, forms, reports } = scope;
  const named = [agencies, regions, kinds, levels, years, forms, reports].some((each) => each.length > 0);
  return named || show !== 'answer' || assumptions.some(({ origin }) => origin === 'inherited');
}
