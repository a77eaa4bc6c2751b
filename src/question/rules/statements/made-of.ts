/** Of what a figure of the text is made up, or one part of it: 438条怎么构成的 · 那26条里部门文件占几条 · "of its 26 items, how many are plans". */
import type { Draft, Hearing, Rule } from '../../hearing.ts';
import { fires, type Mark, sense } from '../../marks.ts';
import { asksNumber, cell } from '../apart.ts';
import { type Topic, topicOf } from '../topics.ts';
import { isUnit, unitOf } from './words.ts';

export const madeOf: Rule = {
  name: 'parts of a figure of the text',
  make(hearing): Draft | null {
    const { marks } = hearing;
    const { bodies, when } = hearing;
    if (bodies.length > 1 || bodies[0]?.plural || when.years.length > 1 || when.mode === 'all') return null;
    if (marks.has('order', 'cmp', 'not', 'claim', 'op.compare', 'op.average', 'op.change')) return null;
    // 1件申请里自然人几件, "breakdown of requests by applicant": cells, and no figures of the text.
    if (marks.has('by') || marks.all.some((mark) => cell(mark) || sense(mark, 'applicant'))) return null;
    const number = numberIn(hearing);
    return wholeAsked(hearing, number) ?? partAsked(hearing, number);
  },
};

/** The number that the figure is told by, and the marks that say so. */
interface Told {
  readonly value: number;
  readonly marks: readonly Mark[];
}

/** 438条, "its 26 items", that 438: the one number of the question that is no year. */
function numberIn({ marks }: Hearing): Told | null {
  const [only, ...more] = marks
    .with('number')
    .filter(({ mark, sense: { percent } }) => !percent && !sense(mark, 'years') && !fires(mark, 'ask'));
  if (only === undefined || more.length > 0 || !/\d/.test(only.mark.text)) return null;
  const next = marks.all[marks.all.indexOf(only.mark) + 1];
  const beside = next !== undefined && next.start - only.mark.end <= 1 && (isUnit(next) || anything.test(next.text));
  return { value: only.sense.value, marks: beside ? [only.mark, next] : [only.mark] };
}

/** What all that is published is called: it says nothing more than the number. */
const anything = /^(?:items?|pieces|posts|messages|(?:pieces of )?information)$/;

/** All the parts: of a figure told by its number or by its words. */
function wholeAsked(hearing: Hearing, number: Told | null): Draft | null {
  const { marks } = hearing;
  // 都是哪些, "what are they": only of a number that is said.
  if (!marks.has('made.of') && !(number !== null && marks.has('made.list'))) return null;
  if (marks.firing('ask.quantity').some(({ text }) => !/^what\b/.test(text))) return null;
  marks.use(...(number?.marks ?? []));
  marks.useRule('made', 'op.sum');
  // "Break down", and not by year or place.
  marks.use(...marks.firing('group').filter((mark) => fires(mark, 'made')));
  const topic = nounOf(hearing, number);
  if (topic === 'foreign' || (topic === null && number === null)) return null;
  useAround(hearing, topic);
  return drafted('', { subject: topic?.text ?? null, quantity: number?.value ?? null }, hearing, false);
}

/** One part of a figure that is told by its number: 26条里部门文件几条, 部门文件占26条的多少. */
function partAsked(hearing: Hearing, number: Told | null): Draft | null {
  const { marks, question } = hearing;
  if (number === null) return null;
  const [first] = number.marks;
  const last = number.marks.at(-1);
  if (first === undefined || last === undefined) return null;
  const before = question.text.slice(0, first.start);
  const after = question.text.slice(last.end);
  const inside = within[0]!.test(after) || within[1]!.test(before) || /占(?:了|到|全部|总共|这|那)?$/.test(before);
  const share = marks.has('op.rate');
  if (!inside || !(share || marks.all.some(asksNumber))) return null;
  marks.use(...number.marks);
  // 26条信息里: what the whole counts stands right behind its number.
  const things = marks.all.filter(
    (mark) => mark.start >= last.end && within[0]!.test(question.text.slice(mark.end)) && sense(mark, 'topic'),
  );
  marks.use(...things);
  marks.useRule('op.rate', 'follow');
  const topic = nounOf(hearing, null);
  if (topic === 'foreign' || topic === null) return null;
  useAround(hearing, topic);
  // 占几条 asks for a number, 占多少 and 占比 for a share.
  const counted =
    marks.firing('unit.text').some((mark) => !number.marks.includes(mark)) || /how many/.test(question.text);
  return drafted(topic.text, { subject: null, quantity: number.value }, hearing, share && !counted);
}

/** The number is the whole that something is in. */
const within: readonly [RegExp, RegExp] = [
  /^[\u4e00-\u9fff]{0,6}?(?:里面?|里头|中间?|之中|当中|内|其中)|^[,，]?其中/,
  /\b(?:of|out of|among|in)\b[^,]*$/,
];

/** What is named beside the number: nothing, words that the reports can hold, or English ones that nothing knows. */
function nounOf(hearing: Hearing, number: Told | null): Topic | null | 'foreign' {
  const topic = topicOf(hearing);
  if (topic === null) return null;
  if (topic.foreign) return 'foreign';
  // 438条信息: what everything is called says nothing more than its number.
  return number !== null && /^(?:信息|政府信息|内容|消息)$/.test(topic.text) ? used(hearing, topic) : topic;
}

const used = ({ marks }: Hearing, topic: Topic): null => {
  marks.use(...topic.marks);
  return null;
};

function useAround({ marks }: Hearing, topic: Topic | null): void {
  marks.use(...(topic?.marks ?? []), ...marks.all.filter(asksNumber));
  marks.useRule('verb', 'unit', 'ask', 'section', 'search', 'themes', 'definition', 'library', 'show');
}

function drafted(
  subject: string,
  whole: { subject: string | null; quantity: number | null },
  hearing: Hearing,
  percent: boolean,
): Draft {
  const unit = unitOf(hearing.marks.firing('unit.text'), hearing);
  return {
    rule: madeOf.name,
    needs: 'one',
    plan: {
      operation: 'lookup',
      statement: { subject, unit, verb: null, whole },
      topic: subject === '' ? whole.subject : subject,
      percent,
    },
  };
}
