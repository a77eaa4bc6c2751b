/** Of several matters the ones that a report must mention, and the one that it must not: 提到公众号但没提到开放日的报告 · "which reports mention WeChat but not the open day". */
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import { cut } from './apart.ts';
import { type Topic, topicOf } from './topics.ts';

export const oneNotOther: Rule = {
  name: 'full text: one and not the other',
  make(hearing): Draft | null {
    const { marks, bodies } = hearing;
    if (marks.has('order', 'cmp', 'op', 'audit', 'meta', 'themes', 'search.command')) return null;
    if (bodies.some((body) => body.by === 'name' && !body.plural)) return null;
    if (!(asksWhich(marks) || marks.has('count', 'ask.exists') || nouns.test(hearing.question.text))) return null;
    const denial = marks.all.find((mark, at) => denies(mark, marks.all[at + 1], at === marks.all.length - 1));
    const cue = marks
      .firing('search')
      .find((mark) => says(mark) && mark !== denial && !behind(denial, mark, marks.all));
    if (denial === undefined || cue === undefined || marks.with('theme').some(({ mark }) => !sense(mark, 'topic')))
      return null;
    if (marks.with('measure').some(({ mark }) => !fires(mark, 'verb') && !fires(mark, 'search.silent'))) return null;
    const [first, second] = denial.start < cue.start ? [denial, cue] : [cue, denial];
    const one = among(hearing, first.end, second.start);
    const other = among(hearing, second.end, Number.POSITIVE_INFINITY);
    if (one === null || other === null) return null;
    const [held, lacking] = first === cue ? [one, other] : [other, one];
    const each = eachOf(hearing, held);
    marks.use(...one.marks, ...other.marks, cue, denial);
    marks.useRule('search', 'section', 'verb', 'library', 'count', 'unit', 'definition', 'not', 'which', 'and');
    marks.useRule('except', 'plain', 'ask.exists');
    return {
      rule: this.name,
      needs: 'many',
      plan: { operation: 'search', topic: held.text, each, lacking: lacking.text },
    };
  },
};

const nouns = /(?:报告|年报|单位|部门|机关)[?？。]?$|^(?:the |all |any )?(?:reports|agencies|bureaus)\b/;

/** 没提到, 没有培训, "but not the open day", "without mentioning": what denies, and is no 有没有. */
const denies = (mark: Mark, next: Mark | undefined, last: boolean): boolean =>
  !last &&
  !fires(mark, 'ask.exists') &&
  (fires(mark, 'search.silent') ||
    (next !== undefined && (fires(mark, 'not') || /^(?:but not|not|without)\b/.test(mark.text))));

/** Verbs that are said of words, and not of what was done. */
const says = ({ text, senses }: Mark): boolean =>
  !senses.some((each) => each.kind === 'word' && /^search\.(?:silent|command|admit)$/.test(each.rule)) &&
  /[提谈写说讲]|涉及|含|出现|引用|mention|refer|talk|contain|discuss|cite|speak|cover|about|touch|includ/.test(text);

/** "Without mentioning": the verb belongs to what denies. */
const behind = (denial: Mark | undefined, mark: Mark, all: readonly Mark[]): boolean =>
  denial !== undefined && all[all.indexOf(denial) + 1] === mark;

/** What is named between two places of the question; null where it is nothing that reports could hold. */
function among(hearing: Hearing, from: number, to: number): Topic | null {
  const topic = topicOf(hearing, (mark) => mark.start >= from && mark.end <= to && !linking(mark));
  return topic === null || topic.foreign || topic.text.length < 2 ? null : topic;
}

const linking = (mark: Mark): boolean =>
  /^(?:但|但是|却|而|而且|又|也|都|没|没有|的|报告|年报|but|and|yet|while|it|they|that|do|does|not)$/.test(mark.text);

/** 提到公众号和开放日的报告: a report may mention the one here and the other there. Empty where one matter is named. */
export function eachOf(hearing: Hearing, topic: Topic): string[] {
  const pieces = cut(topic.marks, hearing.question.text);
  if (pieces.length < 2 || topic.marks.some((mark) => sense(mark, 'quoted'))) return [];
  if (topic.marks.some(({ text }) => /^(?:或|或者|or)$/.test(text))) return [];
  const topics = pieces.map((piece) => topicOf(hearing, (mark) => piece.includes(mark)));
  return topics.some((each) => each === null || each.foreign || each.text.length < 2)
    ? []
    : topics.flatMap((each) => each?.text ?? []);
}
