/** Themes: the problems that reports name, and what is done about them. */
import { asksWhich, type Hearing, type Rule } from '../hearing.ts';
import { fires } from '../marks.ts';
import { topicOf } from './topics.ts';

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
