/** Questions for a section of a report, or a part of it: what stands there is shown. */
import { isPlain } from '../../lexicon/plain.ts';
import type { Hearing, Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import { standFor } from './audit/sections.ts';
import { useCounts } from './counts.ts';
import { dataOfTables } from './export.ts';
import { ownFaults } from './themes.ts';
import { anyTopic, type Topic, topicOf } from './topics.ts';
import { writtenOf } from './written.ts';

/** "show the Yanchi science bureau's problems section" · 兴庆区科技局业务培训那块是怎么写的 */
export const section: Rule = {
  name: 'section',
  make(hearing) {
    const { marks, bodies } = hearing;
    // 收到申请，表里怎么写的: the figure of the table, and no text.
    if (inTable.test(hearing.question.text) && marks.with('measure').length > 0) return null;
    if (dataOfTables(hearing) !== null) return null;
    const written = writtenOf(hearing);
    if (written) {
      marks.use(...written.marks);
      marks.useRule('section', 'search', 'verb', 'definition', 'show');
      return {
        rule: this.name,
        needs: 'one',
        plan: { operation: 'section', sections: [...written.sections], topic: written.topic },
      };
    }
    if (ownFaults(hearing)) {
      marks.useRule('audit', 'section', 'ask', 'search', 'show');
      return {
        rule: this.name,
        needs: 'one',
        rewords: true,
        plan: { operation: 'section', sections: [5], topic: null },
      };
    }
    const named = marks.with('section').filter(({ mark }) => !marks.used(mark));
    const parts = marks.with('part').filter(({ mark }) => !marks.used(mark));
    // 彭阳科技局平台建设: an agency and a part of its report, and nothing else.
    const bare =
      bodies.length === 1 &&
      parts.length > 0 &&
      !marks.has('ask', 'which', 'count', 'all', 'op', 'order', 'audit', 'unit.text', 'search', 'not');
    // 对比彭阳两家单位的主动公开情况: parts of several reports side by side.
    const compared = marks.firing('op.compare').some(({ text }) => !ofDegree.test(text));
    const beside = compared && (bodies.length > 1 || bodies.some(({ within }) => within.length > 1));
    const cue =
      marks.has('section.word', 'section.show') ||
      // 最后咋弄的 asks what came of the applications, not how something is written.
      marks.firing('section.how').some((mark) => !fires(mark, 'outcomes')) ||
      bare ||
      (beside && (named.length > 0 || parts.length > 0));
    const many = marks.has('which', 'count', 'all') && !marks.has('section.show', 'section.how') && !beside;
    if (beside) {
      useCounts(hearing);
      marks.useRule('op.compare');
    }
    if (
      many ||
      (marks.has('audit', 'ask.quantity') &&
        !marks.has('section.how', 'section.word', 'ask.what') &&
        qualityIn(hearing, remedyIn(hearing)) === null &&
        named.every(({ sense: { number } }) => number !== 5))
    )
      return null;
    const explicit = named.filter(({ mark }) => /部分|章|节|section|part |chapter|\d/.test(mark.text));
    // 末尾第六部分: where it stands is said beside its number.
    if (explicit.length > 0)
      marks.use(...marks.all.filter(({ text }) => /^(?:末尾|最后|最末|最后面|结尾|the last|last)$/.test(text)));
    const quoted = headings(hearing);
    const chosen = quoted.length > 0 ? quoted : explicit.length > 0 ? explicit : holding(named, hearing);
    const remedy = remedyIn(hearing);
    marks.use(...remedy);
    if (chosen.length === 0 && remedy.length === 0 && !(cue && (parts.length > 0 || anyTopic(hearing)))) return null;
    // "disclosure" and "applications" are words of tables too: without a cue only the problems are a section.
    if (
      !cue &&
      explicit.length === 0 &&
      remedy.length === 0 &&
      !chosen.some(
        ({ sense: { number }, mark }) =>
          number === 5 || number === 6 || (number < 3 && /^(总体情况|overview|主动公开政府信息情况)$/.test(mark.text)),
      )
    )
      return null;
    if (bodies.length === 0 && !cue && explicit.length === 0 && hearing.context.turns.length === 0) return null;
    // 第六部分“其他事项”: its number and its name are one section.
    const numbered = new Set(chosen.map(({ sense: { number } }) => number));
    const same = quoted.length > 0 ? named.filter(({ sense: { number } }) => numbered.has(number)) : [];
    marks.use(...same.map(({ mark }) => mark));
    const weak =
      chosen.length > 0 && parts.length > 0 && explicit.length === 0 && chosen.every(({ mark }) => sense(mark, 'part'));
    // "Its handling of requests on application": what the section counts is no part of it.
    if (!weak) marks.use(...chosen.map(({ mark }) => mark), ...standFor(hearing, chosen));
    const said = (mark: Mark) => mark.senses.length > 0 || !isPlain(mark.text, hearing.lexicon.words.plain);
    const topic =
      topicOf(hearing, (mark) => said(mark) && (!chosen.some((each) => each.mark === mark) || weak)) ??
      qualityIn(hearing, remedy);
    // English words that nothing knows are no topic of a Chinese text: not understood, rather than "not treated".
    if (topic?.foreign && chosen.length === 0 && remedy.length === 0) return null;
    // "How will it fix that": of what is not said.
    if (remedy.length > 0 && chosen.length === 0 && topic === null) return null;
    if (topic) marks.use(...topic.marks);
    marks.useRule('section', 'search', 'verb', 'themes', 'definition', 'op.sum', 'library.reports', 'show');
    // "The problems part of the report" is no share.
    marks.use(...marks.all.filter(({ text }) => /^(the |a )?part of$/.test(text)));
    // Words that nothing knows may ask for a matter or for a manner: that the section does not hold them says nothing.
    const known = topic === null || topic.marks.some((mark) => mark.senses.length > 0 && !fires(mark, 'filler'));
    const numbers = weak
      ? []
      : [...new Set([...chosen.map(({ sense: { number } }) => number), ...(remedy.length > 0 ? [5] : [])])];
    // 各单位的培训是怎么写的: no one report is meant, and the passages of all of them are shown.
    if (topic !== null && known && !beside && ofSeveral(hearing))
      return { rule: this.name, needs: 'many', plan: { operation: 'search', topic: topic.text, sections: numbers } };
    // 解决措施是怎么讲的: what is done about the problems, where the report has that apart.
    const remedies =
      numbers.length === 1 && numbers[0] === 5 && chosen.every(({ mark: { text } }) => remedial.test(text));
    return {
      rule: this.name,
      needs: beside ? 'many' : 'one',
      plan: {
        operation: 'section',
        sections: numbers,
        topic: topic?.text ?? null,
        whole: !known,
        ...(remedies ? { themeKind: 'measure' as const } : {}),
      },
    };
  },
};

const inTable = /表格?(?:里面?|中|内|上)(?:面|头)?(?:是|又|都|)(?:怎么|如何|怎样|咋)(?:写|填|列|印|说)/;

/** 谁公开得多, "who has more": of numbers, and of no text. */
const ofDegree = /[多少高低]$|^(?:more|fewer|less|higher|lower)$/;

/** 总体情况里讲依申请公开的那部分: the section that holds the part; the name of another one says what the part is about. */
function holding<Named extends { mark: Mark }>(named: readonly Named[], { question }: Hearing): readonly Named[] {
  const [whole, part, ...more] = named;
  if (whole === undefined || part === undefined || more.length > 0 || sense(whole.mark, 'part')) return named;
  const between = question.text.slice(whole.mark.end, part.mark.start);
  return sense(part.mark, 'part') &&
    /^(?:部分|一节|)(?:里|里面|中|当中|之中)?(?:的|)(?:讲|谈|说|写|关于|有关|涉及|对)|\b(?:about|deals? with|dealing with|on|covers?|covering|regarding|concerning)\b[^,;]*$/.test(
      between,
    )
    ? [whole]
    : named;
}

/** Every report is asked about, or every one of a kind or a place. */
const ofSeveral = ({ marks, bodies }: Hearing): boolean =>
  bodies.length === 0 ? marks.has('all') : bodies.every(({ plural }) => plural);

/** "How will Yanchi fix its outdated posts", 打算怎么提高时效: what is to be done about a matter stands in the fifth section. */
function remedyIn({ marks }: Hearing): Mark[] {
  const [first] = marks.firing('remedy').filter((mark) => !marks.used(mark));
  if (first === undefined || marks.has('ask.quantity', 'which', 'count', 'op', 'order')) return [];
  if (!/[a-z]/.test(first.text)) return [first];
  const how = marks.firing('section.how').find(({ text, end }) => /^how /.test(text) && end <= first.start);
  return how === undefined ? [] : [how, first];
}

/** 准备怎么提高质量: a word of the checks, right behind what is to be done about it. */
function qualityIn({ marks }: Hearing, remedy: readonly Mark[]): Topic | null {
  const last = remedy.at(-1);
  const next = last && marks.all.find((mark) => mark.start >= last.end && mark.start - last.end <= 1);
  return next !== undefined && next.text === '质量' ? { text: next.text, marks: [next], foreign: false } : null;
}

/** “其他需要报告的事项”写了啥: quotation marks around the name of a section. */
function headings({ marks, lexicon }: Hearing): { mark: Mark; sense: { number: number } }[] {
  return marks.with('quoted').flatMap(({ mark, sense: { text } }) => {
    const section = marks.used(mark)
      ? undefined
      : lexicon.sections.find(({ zhNames, enNames }) => [...zhNames, ...enNames].includes(text));
    return section ? [{ mark, sense: { number: Number(section.id) } }] : [];
  });
}

/** Names of the fifth section that name its second half alone. */
const remedial =
  /^(?!.*(?:问题|不足|problem|shortcoming)).*(?:措施|举措|计划$|安排$|思路$|打算$|promise|steps|next year|改进|整改|对策|(?:打算|准备|计划|怎么|如何|咋)(?:怎么|如何|咋)?(?:改|办|解决)|improve|measure|remed|(?:plan|intend|going|want|mean)s? to|do about|fix)/;
