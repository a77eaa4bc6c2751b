/** Questions about the text: full text, sections and their parts, themes, and figures that stand only in sentences. */

import { isPlain } from '../../lexicon/plain.ts';
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import { contrary } from './audit.ts';
import { comparisonsIn } from './comparisons.ts';
import { useCounts } from './counts.ts';
import { outcome } from './measures.ts';
import { orderIn } from './order.ts';
import { anyTopic, topicOf } from './topics.ts';

/** 哪份报告提到政府开放日 · "which reports mention an open day" · 搜索开放日 */
export const search: Rule = {
  name: 'full text',
  make(hearing) {
    const { marks, bodies } = hearing;
    // 哪些单位没提培训: a search finds who does, not who does not.
    const matters = marks.all.some((mark) => sense(mark, 'topic') ?? sense(mark, 'part'));
    const cellular = marks.with('measure').some(({ mark }) => !fires(mark, 'verb'));
    const plainly = !marks.has('ask.exists', 'search.command', 'audit', 'meta', 'order', 'count');
    if (
      marks.firing('not').some((mark) => mark !== marks.all.at(-1)) &&
      asksWhich(marks) &&
      matters &&
      plainly &&
      !cellular &&
      marks.with('theme').length === 0
    ) {
      marks.use(...marks.all);
      return contrary;
    }
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
      quoted && /^(say|says|said|state|states|stated|write|writes|wrote|use|uses|说|写|写着|讲|用)$/.test(text);
    const cues = marks.all.filter(
      (mark) =>
        !marks.used(mark) &&
        (says(mark) || (fires(mark, 'search') && (found || !(fires(mark, 'search.hits') && fires(mark, 'filler'))))),
    );
    const asks = marks.has('which', 'whichYear', 'ask.exists', 'ask.yesno', 'count', 'ask.what') || command;
    // 出现过信息不存在的答复: an outcome that occurred is a cell, no words of a text.
    if (cellular && !quoted && cues.length > 0 && cues.every(({ text }) => /^出现/.test(text))) return null;
    if (cues.length === 0) return happened(hearing);
    if (!(asks || bodies.length > 0)) return null;
    const themed =
      marks.with('theme').length > 0 &&
      (marks.has('search.admit') || marks.with('section').some(({ sense: { number } }) => number === 5));
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
    if (!command && (themed || about || numbered)) return null;
    // 企业提了几件: applicants put forward applications; only 提到 and 提及 are said of words.
    if (
      hearing.applicants.length > 0 &&
      marks.has('ask.quantity') &&
      cues.every(({ text }) => /^提[了过出交]{0,2}$/.test(text))
    )
      return null;
    // 出现过“无法提供”的答复: an answer came about, no word stands anywhere.
    if (cues.every(({ text }) => cameAbout.test(text)) && outcomes(hearing)) return null;
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
    marks.use(...topic.marks);
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
    );
    const sections = marks.with('section').filter(({ mark }) => !marks.used(mark) && !topic.marks.includes(mark));
    marks.use(...sections.map(({ mark }) => mark));
    return {
      rule: this.name,
      needs: 'many',
      plan: {
        operation: 'search',
        topic: topic.text,
        sections: sections.map(({ sense: { number } }) => number),
        // Half put into Chinese: that no passage holds both does not say that there is none.
        whole: topic.foreign && /\p{Script=Han}/u.test(topic.text),
      },
    };
  },
};

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
  if (!marks.has('ask.exists', 'ask.yesno') || marks.has('meta', 'audit', 'ask.quantity', 'which', 'count'))
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
    : /mention|refer|talk|contain|discuss|cite|search|find|word|phrase|speak|cover|about|touch|where|note|include/.test(
        text,
      );
}

/** "show the Yanchi science bureau's problems section" · 兴庆区科技局业务培训那块是怎么写的 */
export const section: Rule = {
  name: 'section',
  make(hearing) {
    const { marks, bodies } = hearing;
    const named = marks.with('section').filter(({ mark }) => !marks.used(mark));
    const parts = marks.with('part').filter(({ mark }) => !marks.used(mark));
    // 彭阳科技局平台建设: an agency and a part of its report, and nothing else.
    const bare =
      bodies.length === 1 &&
      parts.length > 0 &&
      !marks.has('ask', 'which', 'count', 'all', 'op', 'order', 'audit', 'unit.text', 'search', 'not');
    // 对比彭阳两家单位的主动公开情况: parts of several reports side by side.
    const beside = marks.has('op.compare') && (bodies.length > 1 || bodies.some(({ within }) => within.length > 1));
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
        named.every(({ sense: { number } }) => number !== 5))
    )
      return null;
    const explicit = named.filter(({ mark }) => /部分|章|节|section|part |chapter|\d/.test(mark.text));
    const quoted = headings(hearing);
    const chosen = quoted.length > 0 ? quoted : explicit.length > 0 ? explicit : named;
    if (chosen.length === 0 && !(cue && (parts.length > 0 || anyTopic(hearing)))) return null;
    // "disclosure" and "applications" are words of tables too: without a cue only the problems are a section.
    if (
      !cue &&
      explicit.length === 0 &&
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
    if (!weak) marks.use(...chosen.map(({ mark }) => mark));
    const said = (mark: Mark) => mark.senses.length > 0 || !isPlain(mark.text, hearing.lexicon.words.plain);
    const topic = topicOf(hearing, (mark) => said(mark) && (!chosen.some((each) => each.mark === mark) || weak));
    // English words that nothing knows are no topic of a Chinese text: not understood, rather than "not treated".
    if (topic?.foreign && chosen.length === 0) return null;
    if (topic) marks.use(...topic.marks);
    marks.useRule('section', 'search', 'verb', 'themes', 'definition', 'op.sum', 'library.reports', 'show');
    // "The problems part of the report" is no share.
    marks.use(...marks.all.filter(({ text }) => /^(the |a )?part of$/.test(text)));
    // Words that nothing knows may ask for a matter or for a manner: that the section does not hold them says nothing.
    const known = topic === null || topic.marks.some((mark) => mark.senses.length > 0 && !fires(mark, 'filler'));
    const numbers = weak ? [] : [...new Set(chosen.map(({ sense: { number } }) => number))];
    return {
      rule: this.name,
      needs: beside ? 'many' : 'one',
      plan: { operation: 'section', sections: numbers, topic: topic?.text ?? null, whole: !known },
    };
  },
};

/** “其他需要报告的事项”写了啥: quotation marks around the name of a section. */
function headings({ marks, lexicon }: Hearing): { mark: Mark; sense: { number: number } }[] {
  return marks.with('quoted').flatMap(({ mark, sense: { text } }) => {
    const section = marks.used(mark)
      ? undefined
      : lexicon.sections.find(({ zhNames, enNames }) => [...zhNames, ...enNames].includes(text));
    return section ? [{ mark, sense: { number: Number(section.id) } }] : [];
  });
}

/** 2020年各单位主要存在哪些问题 · "which reports name a lack of staff as a problem" */
export const themes: Rule = {
  name: 'themes',
  make(hearing) {
    const { marks, bodies } = hearing;
    const problem = marks.with('section').some(({ sense: { number }, mark }) => number === 5 && !marks.used(mark));
    const named = marks.with('theme').filter(({ mark }) => !marks.used(mark));
    const themed = marks.has('themes');
    const many =
      bodies.length !== 1 ||
      bodies.some((body) => body.plural || (body.by === 'region' && body.agencies.length === 0)) ||
      asksWhich(marks) ||
      marks.has('all', 'count');
    // 哪些单位说信息更新不及时: who says so is asked, and the problem has a name.
    const said =
      named.length > 0 &&
      asksWhich(marks) &&
      marks.with('measure').every(({ mark }) => marks.used(mark) || fires(mark, 'verb'));
    // 各家承认有哪些毛病: what they say of themselves, whatever it is called.
    const admits =
      marks.has('search.admit') && marks.has('ask.what', 'audit.general') && marks.with('measure').length === 0;
    if (!(problem || said || admits || (themed && !marks.has('audit'))) || !many) return null;
    if (admits) marks.useRule('audit.general', 'library.reports', 'definition');
    if (!(themed || admits || said || marks.has('which', 'all', 'ask', 'count', 'order'))) return null;
    marks.use(...marks.with('section').map(({ mark }) => mark), ...named.map(({ mark }) => mark));
    // 信息更新不及时: what the problem is said of stands right before its name.
    for (const { mark } of named)
      marks.use(...marks.with('topic').flatMap(({ mark: each }) => (each.end === mark.start ? [each] : [])));
    marks.useRule('themes', 'section', 'search', 'verb', 'order', 'count', 'ask', 'op.sum');
    const topic = named.length === 0 ? topicOf(hearing) : null;
    if (topic?.foreign) return null;
    if (topic) marks.use(...topic.marks);
    return {
      rule: this.name,
      needs: 'many',
      plan: {
        operation: 'themes',
        themes: named.map(({ sense: { id } }) => id),
        themeKind: named.length > 0 ? null : kindOf(marks),
        topic: topic?.text ?? null,
        sections: [5],
      },
    };
  },
};

/** Problems, or what is done about them; null where the question says neither or both. */
function kindOf({ all }: Hearing['marks']): 'problem' | 'measure' | null {
  const says = (words: RegExp) => all.some(({ text }) => words.test(text));
  const problem = says(/问题|不足|困难|短板|problem|shortcoming|weakness|difficult|issue|challenge/);
  const measure = says(/措施|改进|整改|打算|计划|下一步|measures|improve|plans?$|steps|remed/);
  return problem === measure ? null : problem ? 'problem' : 'measure';
}

/** 收了多少元 of a fee that the text names: money is taken, by what the words say of nothing else. */
const paid = ({ text }: Mark): boolean =>
  /^(收|收了|收到|收到了|收取了?|received?|took in|take in)(多少|几)?(元|钱|万元)?$/.test(text);

/** Things that are only ever counted: "Ankang WeChat posts 2020". */
const counts = /\b(posts|articles|items|notices|proposals|suggestions|subscribers|followers)$/;

/** 微信公众号发了多少条 · "how many proposals did Pengyang handle" */
export const statement: Rule = {
  name: 'figure of the text',
  make(hearing): Draft | null {
    const { marks } = hearing;
    const text = marks.firing('unit.text').filter((mark) => !sense(mark, 'applicant'));
    // "What was the theme of the open day" asks for words; "how many", 几 and a unit ask for a figure.
    const fee = marks
      .with('measure')
      .some(({ mark, sense: { ids } }) => paid(mark) && ids.every((id) => /^fees\./.test(id)));
    const money = (fee || marks.has('unit.money')) && !marks.all.some(({ text }) => /申请|appl|request/.test(text));
    const quantity =
      money ||
      (marks.has('cmp') && asksWhich(marks)) ||
      marks.has('unit.text', 'op.sum', 'order', 'op.compare') ||
      marks.firing('ask.quantity').some((mark) => !/^what( (is|are|was|were))?$/.test(mark.text)) ||
      (hearing.bodies.length === 1 && marks.all.some((mark) => counts.test(mark.text)));
    // 多久没更新: what was not done is no figure that the text gives.
    if (!quantity || marks.has('not') || !(anyTopic(hearing) || text.length > 0)) return null;
    const figures = marks.with('measure').filter(
      ({ mark }) =>
        !marks.used(mark) &&
        !fires(mark, 'verb') &&
        !fires(mark, 'filler') &&
        !sense(mark, 'topic') &&
        // 信息处理费收了多少元: money is received, no applications.
        !(money && paid(mark)),
    );
    // Beside a cell of a form, words that are not understood would be a restriction: such a question is not guessed at.
    if (text.length === 0 && figures.length > 0) return null;
    if (money) marks.use(...marks.with('measure').map(({ mark }) => mark));
    // 培训达到382人次的单位: which reports give such a figure.
    const many = hearing.bodies.every((body) => body.by !== 'name' || body.plural);
    const order = marks.has('order') && many ? (orderIn(marks)?.order ?? null) : null;
    const comparing = many && order === null && marks.has('cmp') ? comparisonsIn(marks) : [];
    const [compared, ...further] = comparing.flatMap(({ what, percent }) =>
      'comparison' in what && !percent ? [what] : [],
    );
    if (comparing.length > 1 || further.length > 0) return null;
    // "At least 375 persons": what is counted, no applicants.
    for (const { end } of comparing)
      marks.use(
        ...marks.all.filter(
          (mark) => mark.start - end <= 1 && mark.start >= end && counters.some(([word]) => word.test(mark.text)),
        ),
      );
    const topic = topicOf(hearing);
    if (!topic || topic.foreign || topic.text.length < 2) return null;
    marks.use(...topic.marks);
    marks.useRule('unit', 'verb', 'ask', 'op.sum', 'search', 'section', 'themes', 'definition', 'not');
    const unit = unitOf(
      text.filter((mark) => order === null || !marks.used(mark)),
      hearing,
    );
    const verb = verbOf(marks, unit);
    const two = hearing.bodies.length > 1 && marks.has('op.compare');
    if (order !== null)
      return {
        rule: this.name,
        needs: 'many',
        plan: { operation: 'rank', statement: { subject: topic.text, unit, verb }, topic: topic.text, order },
      };
    if (compared)
      return {
        rule: this.name,
        needs: 'many',
        plan: { operation: 'list', statement: { subject: topic.text, unit, verb, compared }, topic: topic.text },
      };
    const ranked = (marks.has('which') && marks.has('order')) || two;
    if (ranked) {
      marks.useRule('order', 'op.compare');
      return {
        rule: this.name,
        needs: 'many',
        plan: {
          operation: 'rank',
          statement: { subject: topic.text, unit, verb },
          topic: topic.text,
          order: { direction: marks.has('order.bottom') ? 'asc' : 'desc', limit: two ? hearing.bodies.length : 1 },
        },
      };
    }
    return {
      rule: this.name,
      needs: 'one',
      plan: { operation: 'lookup', statement: { subject: topic.text, unit, verb }, topic: topic.text },
    };
  },
};

/** English words for what figures are counted in, and a counter of the kind. */
const counters: readonly (readonly [RegExp, string])[] = [
  [/\b(people(?!')|persons?|participants|attendees|trainees)\b/, '人'],
  [/\b(posts|articles|messages)\b/, '条'],
  [/\b(sessions|classes|courses|workshops|lectures)\b/, '期'],
  [/\b(times|occasions)\b/, '次'],
];

/** What the question counts in, where it says so. */
export function unitOf(text: readonly Mark[], { marks }: Hearing): string | null {
  const chinese = /[条次篇期场人家部份册户批回名位]/.exec(text.map((mark) => mark.text).join(''))?.[0];
  if (chinese !== undefined) return chinese;
  const words = marks.all.map((mark) => mark.text).join(' ');
  return counters.find(([word]) => word.test(words))?.[1] ?? null;
}

/** The kind of verb that the question uses, where it uses one kind only. */
function verbOf(marks: Hearing['marks'], unit: string | null): string | null {
  const kinds = new Set(
    marks.all.flatMap((mark) =>
      mark.senses.flatMap((each) =>
        each.kind === 'word' && each.rule.startsWith('verb.') ? [each.rule.slice('verb.'.length)] : [],
      ),
    ),
  );
  // Posts are what is published, whatever the verb.
  if (marks.all.some(({ text }) => /\b(posts|articles|messages)$/.test(text))) kinds.add('publish');
  // 办了几次 holds, 办了几件 handles.
  if (kinds.has('hold') && kinds.has('handle'))
    kinds.delete(unit !== null && /[次场期班]/.test(unit) ? 'handle' : 'hold');
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : null;
}
