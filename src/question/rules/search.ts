/** Questions that full text answers: which reports mention something, and whether something happened that only the text tells. */
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import { asksNumber, cut } from './apart.ts';
import { outcome } from './measures/cluster.ts';
import { eachOf } from './mentions.ts';
import { anyTopic, topicOf } from './topics.ts';
import { deniesOfMany, mentionsBut } from './unmentioned.ts';

/** 哪份报告提到政府开放日 · "which reports mention an open day" · 搜索开放日 */
export const search: Rule = {
  name: 'full text',
  make(hearing) {
    const { marks, bodies } = hearing;
    const cellular = marks.with('measure').some(({ mark }) => !fires(mark, 'verb'));
    // 哪些单位没提到申请: whoever does is never the answer.
    if (deniesOfMany(hearing) || mentionsBut(hearing)) return null;
    // "Could you look up the licensing decisions": words that may be said of anything search for no cell.
    const found = marks.firing('search.hits').some((mark) => !(cellular && fires(mark, 'filler')));
    const command =
      found ||
      (marks.has('search.command') &&
        marks.all.findIndex((mark) => !fires(mark, 'filler') && !fires(mark, 'follow')) ===
          marks.all.findIndex((mark) => fires(mark, 'search.command')));
    // “…” is said by somebody: with words in quotation marks any verb of saying searches.
    const quoted = marks.with('quoted').length > 0;
    const says = ({ text }: Mark) =>
      (quoted || (tells.test(text) && tellsOf(hearing))) &&
      /^(say|says|said|state|states|stated|write|writes|wrote|use|uses|说|写|写着|讲|用)$/.test(text);
    const cues = marks.all.filter(
      (mark) =>
        !marks.used(mark) &&
        (says(mark) || (fires(mark, 'search') && (found || !(fires(mark, 'search.hits') && fires(mark, 'filler'))))),
    );
    const asks =
      marks.has('which', 'whichYear', 'ask.exists', 'ask.yesno', 'count', 'ask.what', 'go.anywhere') ||
      command ||
      quoted;
    // 出现过信息不存在的答复: an outcome that occurred is a cell, no words of a text.
    if (cellular && !quoted && cues.length > 0 && cues.every(({ text }) => /^出现/.test(text))) return null;
    if (cues.length === 0) return happened(hearing);
    if (!(asks || bodies.length > 0)) return null;
    const themed =
      (asksWhich(marks) && marks.has('themes.as')) ||
      promises(hearing) ||
      (marks.with('theme').length > 0 &&
        (marks.has('search.admit') || marks.with('section').some(({ sense: { number } }) => number === 5)));
    // "What did Xingqing write about training" asks for that part of its report.
    const about =
      bodies.length === 1 &&
      !asksWhich(marks) &&
      !marks.has('ask.exists', 'ask.yesno', 'count') &&
      marks.has('section.how') &&
      cues.every((mark) => /about|写|说|讲|on$/.test(mark.text));
    // 第五部分写了哪些问题: its number says where, and what stands there is asked for, not who says so.
    const numbered =
      bodies.length === 1 &&
      !asksWhich(marks) &&
      !marks.has('ask.exists', 'ask.yesno', 'count') &&
      marks
        .with('section')
        .some(({ mark }) => /第.+(部分|章|节)|(section|part|chapter) ?\w+|\w+ (section|part|chapter)/.test(mark.text));
    // "How does it plan to improve its account": what one body is to do is asked, and not who says so.
    const planned = bodies.length === 1 && !asksWhich(marks) && cues.every((mark) => fires(mark, 'remedy'));
    if (!command && (themed || about || numbered || planned)) return null;
    // 企业提了几件: applicants put forward applications; only 提到 and 提及 are said of words.
    if (
      hearing.applicants.length > 0 &&
      marks.has('ask.quantity') &&
      cues.every(({ text }) => /^提[了过出交]{0,2}$/.test(text))
    )
      return null;
    // 出现过“无法提供”的答复: an answer came about, no word stands anywhere.
    if (cues.every(({ text }) => cameAbout.test(text)) && outcomes(hearing)) return null;
    // "How many people turned up": they came, and no word turns up.
    if (
      !marks.has('search.command') &&
      marks.has('unit.text') &&
      marks.has('ask.quantity') &&
      cues.every((mark) => fires(mark, 'verb.attend'))
    )
      return null;
    // 谁提到了提案，各办了几件: the number that is asked for in a clause of its own is no word of the text.
    const counts =
      !command &&
      cut(marks.all, hearing.question.text).some(
        (clause) =>
          clause.some(asksNumber) &&
          !clause.some((mark) => (cues.includes(mark) && mentions(hearing, mark.text)) || fires(mark, 'count')),
      );
    if (counts) return null;
    const strong = command || quoted || cues.some((mark) => mentions(hearing, mark.text));
    // "Held" and 开展 are verbs of figures too: beside a cell of the tables they do not search.
    const cells = marks
      .with('measure')
      .some(({ mark }) => !marks.used(mark) && !fires(mark, 'verb') && !fires(mark, 'search') && !sense(mark, 'topic'));
    if (!strong && (cells || marks.has('ask.quantity', 'unit.text'))) return null;
    const cue = command
      ? (marks.firing('search.command')[0] ?? marks.firing('search.hits')[0]!)
      : (cues.find((mark) => fires(mark, 'search') && !fires(mark, 'filler')) ?? cues[0]!);
    const topic =
      topicOf(hearing, (mark) => mark.start >= cue.end) ?? topicOf(hearing, (mark) => mark.end <= cue.start);
    if (!topic || topic.text.length < 2 || (!command && !quoted && !mentions(hearing, cue.text) && !anyTopic(hearing)))
      return null;
    const each = command ? [] : eachOf(hearing, topic);
    marks.use(...topic.marks);
    if (quoted)
      marks.use(
        ...marks.all.filter(({ text }) =>
          /^(?:appears?|appeared|occurs?|stands?|出现(?:了|过|在|)|the (?:phrase|words?|term))$/.test(text),
        ),
      );
    marks.useRule(
      'search',
      'section',
      'verb',
      'library',
      'count',
      'whichYear',
      'year.all',
      'unit',
      'themes',
      'definition',
      'op.trend',
      'not',
      'go.anywhere',
    );
    const sections = marks.with('section').filter(({ mark }) => !marks.used(mark) && !topic.marks.includes(mark));
    marks.use(...sections.map(({ mark }) => mark));
    return {
      rule: this.name,
      needs: 'many',
      plan: {
        operation: 'search',
        topic: topic.text,
        each,
        sections: sections.map(({ sense: { number } }) => number),
        // Half put into Chinese: that no passage holds both does not say that there is none.
        whole: topic.foreign && /\p{Script=Han}/u.test(topic.text),
      },
    };
  },
};

/** 哪份报告讲了保密审查: what a report tells has a name, and nothing says that it is a problem. */
const tellsOf = ({ marks }: Hearing): boolean =>
  marks.firing('which').some(({ text }) => /报告|年报|份/.test(text)) &&
  marks.all.some((mark, at) => {
    const next = marks.all[at + 1]?.text === '了' ? marks.all[at + 2] : marks.all[at + 1];
    return tells.test(mark.text) && next !== undefined && sense(next, 'topic') !== undefined;
  });
const tells = /^[讲写说]$/;

/** 提到要加强业务学习, "promised to improve training": what is to be done has a name, and stands in section five. */
const promises = ({ marks }: Hearing): boolean =>
  (asksWhich(marks) || marks.has('count')) &&
  marks.with('theme').some(({ mark, sense: { id } }) => {
    const before = marks.all[marks.all.indexOf(mark) - 1];
    return id.startsWith('measure') && before !== undefined && toDo.test(before.text);
  });
const toDo = /^(?:要|将|将要|打算|计划|准备|拟|承诺|承诺要|to|will|promise[sd]?|plan(?:s|ned)?(?: to)?)$/;

/** 出现过, "came up": said of what was decided as well as of words. */
export const cameAbout = /^(曾|曾经|有|)(出现|发生)(过|了|)$|^(came up|occurred|occur|happened|appeared?)$/;

/** The outcome of applications is named, and nothing is said of words. */
const outcomes = ({ marks }: Hearing): boolean =>
  marks.with('quoted').length === 0 &&
  marks
    .with('measure')
    .some(({ mark, sense: { ids } }) => !sense(mark, 'topic') && ids.every((id) => outcome.test(id))) &&
  !marks.all.some(({ text }) => /字样|字眼|词|word|phrase/.test(text));

/** 有没有设立领导小组 · "did Yanchi charge information processing fees": only the text can say. */
function happened(hearing: Hearing): Draft | null {
  const { marks } = hearing;
  if (
    !marks.has('ask.exists', 'ask.yesno') ||
    marks.has('meta', 'audit', 'library.failures', 'ask.quantity', 'which', 'count')
  )
    return null;
  const cells = marks
    .with('measure')
    .some(
      ({ mark, sense: { ids } }) =>
        !fires(mark, 'verb') &&
        !sense(mark, 'topic') &&
        !(ids.length === 1 && ids[0] === 'applications.received' && !/申请|appl|request/.test(mark.text)),
    );
  if (cells || !marks.all.some((mark) => sense(mark, 'topic') || sense(mark, 'part'))) return null;
  const topic = topicOf(
    hearing,
    (mark) => mark.senses.length === 0 || sense(mark, 'topic') !== undefined || sense(mark, 'part') !== undefined,
  );
  if (!topic) return null;
  marks.use(...topic.marks, ...marks.with('measure').map(({ mark }) => mark));
  marks.useRule('verb', 'section', 'library', 'not', 'definition');
  return { rule: 'full text: whether', needs: 'many', plan: { operation: 'search', topic: topic.text } };
}

/** Verbs that only full text can answer; 开展, "held" also stand in other questions. */
function mentions({ language }: Hearing, text: string): boolean {
  return language === 'zh'
    ? /提|谈|涉及|含|写|说|讲|出现|引用|搜|查找|检索|找|强调|记载/.test(text)
    : /mention|quot|refer|talk|contain|discuss|cite|search|find|word|phrase|speak|cover|about|touch|where|note|include/.test(
        text,
      );
}
