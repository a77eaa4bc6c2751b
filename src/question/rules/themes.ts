/** Themes: the problems that reports name, and what is done about them. */
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import type { Plan } from '../plan.ts';
import { orderIn } from './order.ts';
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
    const groupBy = apartIn(hearing);
    // 江苏最常见的问题: of all bodies there, and not of its own government alone.
    const common = marks.has('order') || marks.firing('themes').some(({ text }) => /最|常|普遍|common/.test(text));
    const many =
      groupBy !== null ||
      bodies.length !== 1 ||
      bodies.some(
        (body) =>
          body.plural || (body.by === 'region' && (body.agencies.length === 0 || (common && body.within.length > 1))),
      ) ||
      asksWhich(marks) ||
      marks.has('all', 'count');
    // 哪份报告讲了保密审查: a matter that reports tell of is looked for in all of their text.
    const matter =
      !problem &&
      !themed &&
      named.length > 0 &&
      named.every(({ mark }) => sense(mark, 'topic') !== undefined) &&
      marks.firing('which').some(({ text }) => /报告|年报|份|report/.test(text)) &&
      !marks.has('search.admit');
    // 哪些单位说信息更新不及时: who says so is asked, and the problem has a name.
    const said =
      named.length > 0 &&
      !matter &&
      (asksWhich(marks) || groupBy !== null || marks.has('count')) &&
      marks.with('measure').every(({ mark }) => marks.used(mark) || fires(mark, 'verb'));
    // 各家承认有哪些毛病, 普遍存在哪些毛病: what they say of themselves, whatever it is called.
    const admits =
      marks.has('search.admit') &&
      marks.has('ask.what', 'audit.general', 'order', 'section.how') &&
      marks.with('measure').length === 0;
    const faults = themed && ofFaults(marks);
    // "How many improvements did it list": of one body the passage tells, and no number of themes.
    const counting = marks.firing('ask.quantity').some(({ text }) => /多少|几|how many|number/.test(text));
    if (counting && bodies.length === 1 && bodies[0]!.by === 'name' && !bodies[0]!.plural && groupBy === null)
      return null;
    // The most common outcome, ground, applicant: cells of table 3, whatever else is common.
    if (marks.has('outcomes', 'by.grounds', 'by.applicant') && marks.has('order')) return null;
    // 哪份报告问题最少: reports would be ranked, and these are the problems.
    if (
      named.length === 0 &&
      groupBy === null &&
      marks.has('order') &&
      (marks.firing('which').some(ofReports) || ranksBodies(marks))
    )
      return null;
    if (!(problem || said || admits || faults || (themed && !marks.has('audit'))) || !many) return null;
    if (admits || faults) marks.useRule('audit.general', 'library.reports', 'definition', 'section.how', 'except.own');
    if (!(themed || admits || said || groupBy !== null || marks.has('which', 'all', 'ask', 'count', 'order')))
      return null;
    const order = mostIn(marks, groupBy !== null);
    if (groupBy !== null) useApart(marks);
    marks.use(...marks.with('section').map(({ mark }) => mark), ...named.map(({ mark }) => mark));
    // 信息更新不及时: what the problem is said of stands right before its name.
    for (const { mark } of named)
      marks.use(...marks.with('topic').flatMap(({ mark: each }) => (each.end === mark.start ? [each] : [])));
    marks.useRule('themes', 'section', 'search', 'verb', 'order', 'count', 'ask', 'op.sum');
    const topic = named.length === 0 ? topicOf(hearing) : null;
    if (topic?.foreign) return null;
    if (topic) marks.use(...topic.marks);
    // 兴庆和盐池的问题有什么共同点: of bodies that are named what each of them names, and not what is most common.
    const shared =
      named.length === 0 &&
      groupBy === null &&
      bodies.length > 1 &&
      !marks.has('order') &&
      sharing.test(hearing.question.text);
    return {
      rule: this.name,
      needs: 'many',
      plan: {
        operation: 'themes',
        themes: [...new Set(named.map(({ sense: { id } }) => id))],
        themeKind: named.length > 0 ? null : kindOf(marks),
        topic: topic === null || general.test(topic.text) ? null : topic.text,
        sections: [5],
        shared,
        groupBy,
        order: shared || (groupBy === null && named.length > 0) ? null : order,
      },
    };
  },
};

/** What several have, each of them. */
const sharing =
  /共同|共通|共性|共有|相同|一样的?|雷同|相似|类似|\b(?:in common|share[ds]?|shared|alike|similar|both)\b/u;

/** 哪些报告写了下一步打算 · "which agencies name problems": those that have that part of section five, whatever stands in it. */
export const themesHad: Rule = {
  name: 'themes: any of them',
  make({ marks, question, bodies }) {
    const kind = kindOf(marks);
    const asked = asksWho.test(question.text) && marks.all.some(({ text }) => saysOf.test(text));
    const named = bodies.some(({ by, plural }) => by === 'name' && !plural);
    // "Which reports name no problems": words of the checks as well.
    const none = marks
      .firing('audit.sound')
      .filter(({ text }) => /^no (?!errors|findings|mistakes|contradictions)/.test(text));
    if (!asked || kind === null || named || marks.has('not', 'order', 'themes.as', 'ask.what')) return null;
    // 不足 is less than so many as well.
    if (marks.all.some((mark) => fires(mark, 'cmp') && sense(mark, 'section') === undefined)) return null;
    if (none.length === 0 && marks.with('section').every(({ sense: { number } }) => number !== 5)) return null;
    marks.use(...none, ...marks.with('section').map(({ mark }) => mark));
    marks.useRule('themes', 'search', 'section', 'verb', 'count', 'unit', 'library.reports');
    const having = none.length > 0 ? 'without' : 'with';
    return { rule: this.name, needs: 'many', plan: { operation: 'themes', themeKind: kind, having, sections: [5] } };
  },
};

/** "Rank the agencies by number of problems", 按问题数给各单位排名. */
const ranksBodies = (marks: Hearing['marks']): boolean =>
  marks.has('all') && marks.firing('order').some(({ text }) => /^(?:rank|sort|order)|排/.test(text));

/** 哪份报告, "which agency": one of them is asked for. */
const ofReports = ({ text }: Mark): boolean =>
  /^(?:是|)(?:哪一?[份家个]|哪几[份家]|谁)(?:家|单位|部门|机关|报告|年报|)$|^which (?:report|agency|bureau|department|office|body)$|^who$/.test(
    text,
  );

/** Whoever is asked for stands first: 哪些问题 asks for the problems. */
const asksWho =
  /^(?:请问|请|帮我|)(?:看看|查查|列出|找出|)(?:都|一共|总共|)有?(?:哪些|哪几|哪一?|几|多少)(?:个|家|份|)(?:单位|部门|机关|机构|局|报告|年报|家|份|写|提)|^(?:都|)有?(?:谁|哪家|哪份|几家|几份)|^(?:which|how many|what) (?:of the )?(?:[a-z]+ ){0,4}?(?:agenc|report|bureau|depart|bod|office|unit|authorit)|^who\b/;
const saysOf =
  /^(?:都|)(?:写|提|列|说|承认|交代)|^(?:name|list|mention|lay|laid|set out|gave|give|promise|pledge|describe|wrote|write|admit|state|acknowledge|own)/;

/** What all of these reports are about restricts nothing. */
const general = /^(?:政府|信息|政务|公开|工作|方面|情况|开展|过程|问题|不足|措施|举措|做法|改进|[里中上]|\s)+$/;

const groups = ['year', 'province', 'city', 'county', 'kind', 'form'] as const;

/** 各年最常见的问题, 哪一年提得最多, "how did the problems change from 2020 to 2022": of each year, place or kind. */
function apartIn({ marks, when }: Hearing): (typeof groups)[number] | null {
  const said = groups.find((each) => marks.has(`group.${each}`));
  if (said !== undefined) return said;
  const develops = marks.has('op.change', 'op.compare', 'op.trend') && when.years.length > 1 && !asksWhich(marks);
  return marks.has('whichYear') || develops ? 'year' : null;
}

const useApart = (marks: Hearing['marks']): void =>
  marks.useRule('group', 'whichYear', 'year.all', 'op.trend', 'op.change', 'op.compare', 'members', 'definition.apart');

/** 前三的问题: so many; of each year or place the first, where no number is said. */
function mostIn(marks: Hearing['marks'], apart: boolean): Plan['order'] {
  const found = orderIn(marks);
  const numbered = found?.marks.some((mark) => sense(mark, 'number') !== undefined) ?? false;
  if (found !== null && (numbered || apart)) return found.order;
  // 提到最多的问题: the order is a part of the words.
  const most = apart && marks.firing('themes').some(({ text }) => /最|most|常|often|普遍|common/.test(text));
  return most ? { direction: 'desc', limit: 1 } : null;
}

/** 毛病, 缺点: words for what the checks find that are also said of oneself. */
export const ofFaults = (marks: Hearing['marks']): boolean => {
  const cues = marks.firing('audit');
  return cues.length > 0 && cues.every(({ text }) => /^(?:老|)毛病$|^缺点$|^缺陷$/.test(text));
};

/** 安康科技局存在哪些毛病: of one body, and of no report or figures, faults are what it says of itself. */
export const ownFaults = ({ marks, bodies, question }: Hearing): boolean =>
  ofFaults(marks) &&
  bodies.length === 1 &&
  !bodies[0]!.plural &&
  !/报告|年报|数据|数字|表/u.test(question.text) &&
  marks.has('ask.what', 'section.show', 'section.how') &&
  !marks.has('ask.exists', 'ask.yesno', 'ask.quantity', 'order', 'which', 'claim');

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
  // "As something to improve": wrong now, and to be done; either names it.
  const open = (mark: Mark) =>
    fires(mark, 'themes.as') && !/措施|问题|不足|短板|measure|remedy|fix|weak|shortcoming/.test(mark.text);
  const says = (words: RegExp) => all.some((mark) => words.test(mark.text) && !open(mark));
  const problem = says(
    /问题|不足|困难|短板|毛病|缺点|缺陷|薄弱|检讨|problem|shortcoming|weakness|difficult|issue|challenge|complain/,
  );
  const measure = says(/措施|改进|整改|打算|计划|下一步|承诺|measures?|improve|plans?\b|steps|remed|promise|pledge/);
  return problem === measure ? null : problem ? 'problem' : 'measure';
}
