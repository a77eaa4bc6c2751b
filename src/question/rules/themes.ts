/** Themes: the problems that reports name, and what is done about them. */
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, sense } from '../marks.ts';
import { topicOf } from './topics.ts';
import { deniesOfMany } from './unmentioned.ts';

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
    // 各家承认有哪些毛病, 普遍存在哪些毛病: what they say of themselves, whatever it is called.
    const admits =
      marks.has('search.admit') &&
      marks.has('ask.what', 'audit.general', 'order', 'section.how') &&
      marks.with('measure').length === 0;
    const faults = themed && ofFaults(marks);
    // The most common outcome, ground, applicant: cells of table 3, whatever else is common.
    if (marks.has('outcomes', 'by.grounds', 'by.applicant') && marks.has('order')) return null;
    if (!(problem || said || admits || faults || (themed && !marks.has('audit'))) || !many) return null;
    if (admits || faults) marks.useRule('audit.general', 'library.reports', 'definition', 'section.how', 'except.own');
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

/** 毛病, 缺点: words for what the checks find that are also said of oneself. */
export const ofFaults = (marks: Hearing['marks']): boolean => {
  const cues = marks.firing('audit');
  return cues.length > 0 && cues.every(({ text }) => /^(?:老|)毛病$|^缺点$|^缺陷$/.test(text));
};

/** 哪些单位只写问题不写措施 · "which reports name problems but no measures": those that name none of the second. */
export const themesLacking: Rule = { name: 'themes: none of them', make: withoutMeasures };

function withoutMeasures(hearing: Hearing): Draft | null {
  const { marks, bodies, question } = hearing;
  const named = marks.with('theme').filter(({ mark }) => !marks.used(mark));
  const not = marks.firing('not').filter((mark) => !fires(mark, 'ask.exists') && mark !== marks.all.at(-1));
  if ((not.length === 0 && !marks.has('search.silent')) || !(asksWhich(marks) || marks.has('all', 'count')))
    return null;
  if (bodies.some((body) => body.by === 'name' && !body.plural)) return null;
  const behind = question.text.slice(not.at(-1)?.end ?? question.text.length);
  const before = question.text.slice(0, not[0]?.start ?? 0);
  // 没提人手不足的单位: a problem that has a name.
  if (
    named.length > 0 &&
    deniesOfMany(hearing) &&
    marks.with('measure').every(({ mark }) => fires(mark, 'verb') || sense(mark, 'theme'))
  ) {
    marks.use(...named.map(({ mark }) => mark), ...not, ...marks.with('section').map(({ mark }) => mark));
    marks.useRule('search', 'section', 'themes', 'verb', 'count', 'audit.general', 'library.reports');
    return {
      rule: 'themes: none of them',
      needs: 'many',
      plan: { operation: 'themes', themes: named.map(({ sense: { id } }) => id), having: 'without', sections: [5] },
    };
  }
  const lacks =
    measureWords.test(behind) &&
    !problemWords.test(behind) &&
    (problemWords.test(before) || /措施|measures|remed/.test(behind));
  if (!lacks || named.length > 0) return null;
  marks.use(
    ...marks.all.filter(
      (mark) =>
        measureWords.test(mark.text) ||
        problemWords.test(mark.text) ||
        /^(只|但|但是|却|而|没|不|only|but|yet|提了|写了|说了|列了|写|说|提|列)$/.test(mark.text),
    ),
    ...not,
  );
  marks.use(...marks.with('section').map(({ mark }) => mark));
  marks.useRule(
    'themes',
    'section',
    'search',
    'verb',
    'count',
    'ask',
    'audit.general',
    'library.reports',
    'cmp.eq',
    'definition',
    'follow',
  );
  return {
    rule: 'themes: none of them',
    needs: 'many',
    plan: { operation: 'themes', themeKind: 'measure', having: 'without', sections: [5] },
  };
}

const problemWords = /问题|不足|困难|短板|problem|shortcoming|weakness|difficult|issues?|challenge/;
const measureWords =
  /措施|改进|整改|打算|下一步|办法|对策|measures?|improvements?|remed(y|ies)|steps|solutions?|fix(es)?/;

/** Problems, or what is done about them; null where the question says neither or both. */
function kindOf({ all }: Hearing['marks']): 'problem' | 'measure' | null {
  const says = (words: RegExp) => all.some(({ text }) => words.test(text));
  const problem = says(
    /问题|不足|困难|短板|毛病|缺点|缺陷|薄弱|检讨|problem|shortcoming|weakness|difficult|issue|challenge|complain/,
  );
  const measure = says(/措施|改进|整改|打算|计划|下一步|measures|improve|plans?$|steps|remed/);
  return problem === measure ? null : problem ? 'problem' : 'measure';
}
