/** Words that are asked for rather than figures, though names of cells stand in the question. */
import type { Hearing } from '../../hearing.ts';
import { fires, sense } from '../../marks.ts';
import { whenAsked } from '../happened.ts';
import { asksWhatIsWritten, writtenOf } from '../written.ts';

export function asksWords(hearing: Hearing): boolean {
  const { marks } = hearing;
  // 依申请公开那一段写了啥: the words of a part, not its figures.
  const worded = marks
    .firing('section.word')
    .some(({ text }) => /[段块章节]|部分|篇章|paragraph|passage|section|chapter/.test(text));
  const told = marks.has('section.how', 'section.show') || namedPart(hearing);
  // 依申请公开方面怎么写, "what does it say about": whoever asks for what is written wants the words.
  const wording = asksWhatIsWritten(hearing);
  if (writtenOf(hearing)) return true;
  // 怎么保护个人隐私的: what a body does is told by its text, and no figure tells how.
  if (
    hearing.bodies.length < 2 &&
    manner.test(hearing.question.text) &&
    !marks.has('ask.quantity', 'which', 'order', 'count', 'op')
  )
    return true;
  if (
    (wording || (onlyMatters(hearing) && marks.has('section.how', 'section.word', 'search'))) &&
    asksPart(hearing) &&
    hearing.bodies.length < 2 &&
    !marks.has('ask.quantity', 'which', 'order', 'count', 'op')
  )
    return true;
  return worded && told && !marks.has('ask.quantity') && asksPart(hearing);
}

const manner =
  /(?:怎么|怎样|如何|咋)(?:去|来|进一步|具体|做到)?(?:保护|保障|保证|规范|加强|防止|防范|避免|杜绝|落实|开展|推进|建设|管理|宣传|推动|提高|提升|完善|强化|确保|审查|审核|把关|监督|组织|应对|服务)|\bhow (?:does|do|did|is|are|was|were) .{1,120}\b(?:protect(?:ed)?|ensured?|guarantee[ds]?|safeguard(?:ed)?|regulated?|standardi[sz]ed?|strengthen(?:ed)?|prevent(?:ed)?|organi[sz]ed?|supervised?|monitor(?:ed)?|review(?:ed)?)\b/u;

/** 不予公开和不予处理有什么区别: what two words mean, no figures. */
export function asksMeanings({ marks, bodies, when }: Hearing): boolean {
  const meanings = marks
    .firing('op.compare')
    .some(({ text }) => /区别|不同|差别|异同|difference between|differ/.test(text));
  return (
    meanings &&
    bodies.length === 0 &&
    when.mode === 'open' &&
    !marks.has('which', 'all') &&
    marks.with('definition').length > 1
  );
}

/** 什么时候收到的申请: the tables have no days, and how many there were is another question. First and last ask for years. */
export const asksWhen = (hearing: Hearing): boolean =>
  whenAsked(hearing) !== null &&
  !hearing.marks.has('order', 'edge', 'whichYear', 'cmp', 'year.latest', 'year.earliest', 'state') &&
  !hearing.marks.has('ask.quantity', 'unit.case');

/** 依申请公开部分: the word for a part stands right behind its name. */
export const namedPart = ({ marks }: Hearing): boolean =>
  marks.firing('section.word').some((mark) => {
    const before = marks.all.find(({ end }) => end === mark.start);
    return before !== undefined && (sense(before, 'part') ?? sense(before, 'section')) !== undefined;
  });

/** A part or section is named by words that also stand for cells, or a matter of the text is (个人隐私, trade secrets). */
const asksPart = (hearing: Hearing): boolean =>
  hearing.marks.with('part').length > 0 || hearing.marks.with('section').length > 0 || onlyMatters(hearing);

/** Every cell that is named is a matter of the text as well. */
function onlyMatters({ marks }: Hearing): boolean {
  const cells = marks.with('measure').filter(({ mark }) => !fires(mark, 'verb') && !fires(mark, 'outcomes'));
  return cells.length > 0 && cells.every(({ mark }) => sense(mark, 'topic') !== undefined);
}
