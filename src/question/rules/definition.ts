/** What words mean, and when deadlines are. */
import type { Hearing, Rule } from '../hearing.ts';
import { fires } from '../marks.ts';

/** 什么是三安全一稳定 · "what does partly disclosed mean" · 年报什么时候之前公布 */
export const definition: Rule = {
  name: 'definition',
  make(hearing) {
    const { marks, bodies, when, lexicon } = hearing;
    const limits = marks.with('definition').some(({ sense: { id } }) => id === 'deadline' || id === 'replyTime');
    const deadline =
      (marks.has('deadline') || limits) &&
      !marks.has('meta.onTime', 'audit.late', 'op.average') &&
      // How long an account was silent is no matter of deadlines.
      !(marks.has('duration') && marks.with('topic').length > 0) &&
      bodies.every((body) => body.by !== 'name' || body.plural || body.agencies.length === 0) &&
      (when.mode !== 'all' || marks.has('year.this', 'year.next'));
    if (deadline) {
      const reply =
        marks.all.some((mark) => /答复|回复|办理|办结|answer|repl|respon/.test(mark.text)) ||
        marks.with('measure').some(({ sense: { ids } }) => ids[0]?.startsWith('applications') === true);
      marks.use(...marks.all);
      return {
        rule: 'deadline',
        needs: 'none',
        plan: { operation: 'definition', term: reply ? 'replyTime' : 'deadline' },
      };
    }
    const lists = /^(都|)(有|是)哪些$/.test(marks.all.at(-1)?.text ?? '');
    if (!(marks.has('definition') || lists) || bodies.length > 0 || when.mode !== 'open') return null;
    const named = marks
      .with('definition')
      .filter(({ mark }) => !marks.used(mark))
      .sort((a, b) => b.mark.text.length - a.mark.text.length);
    const term = named[0]?.sense.id ?? byMeasure(hearing) ?? byRate(hearing);
    if (term === null || !lexicon.definitions.some(({ id }) => id === term)) return null;
    const strongCue = marks
      .firing('definition')
      .some((mark) =>
        /意思|含义|定义|什么叫|什么是|何谓|何为|指的是|指什么|指的啥|指啥|解释|怎么算|计算|理解|mean|defin|explain|stand|calculat|comput|concept|counts as|what's a|啥叫|啥是/.test(
          mark.text,
        ),
      );
    const weakCue = marks
      .firing('definition')
      .some((mark) =>
        /^(what is|what are|what's|what is the|what is a|what is an|what exactly is|是什么|是啥|what are the)/.test(
          mark.text,
        ),
      );
    const asked =
      marks.has(
        'which',
        'count',
        'order',
        'op.sum',
        'op.average',
        'op.compare',
        'op.trend',
        'op.change',
        'unit',
        'library',
        'not',
        'themes',
      ) || marks.with('number').length > 0;
    // 四类过程性信息包括哪些, "examples of process information": what the word takes in.
    // 四类过程性信息有哪些: nothing but the word stands before.
    const last = marks.all.at(-1);
    const enumerates =
      last !== undefined &&
      /^(具体|)(都|)(有|是|指)哪些$/.test(last.text) &&
      named.length > 0 &&
      marks.all.every((mark) => mark === last || named.some((each) => each.mark === mark) || fires(mark, 'filler'));
    const parts =
      enumerates ||
      (!asked &&
        marks
          .firing('definition')
          .some(({ text }) =>
            /包括|包含|涵盖|分为|哪几|例|include|example|cover|comprise|kinds of|counts as|included|具体|情形|种类|fall/.test(
              text,
            ),
          ));
    if (
      !(
        strongCue ||
        parts ||
        (weakCue &&
          !asked &&
          !marks
            .firing('ask.quantity')
            .some((mark) => /多少|几|数量|how many|how much|number|amount|count|figure/.test(mark.text)))
      )
    )
      return null;
    if (asked && !strongCue && !enumerates) return null;
    marks.use(
      ...named.map(({ mark }) => mark),
      ...marks.with('measure').map(({ mark }) => mark),
      ...marks.with('rate').map(({ mark }) => mark),
      ...marks.with('section').map(({ mark }) => mark),
      ...marks.with('topic').map(({ mark }) => mark),
      ...marks.with('part').map(({ mark }) => mark),
      ...marks.with('applicant').map(({ mark }) => mark),
      ...marks.with('form').map(({ mark }) => mark),
    );
    marks.useRule(
      'definition',
      'which',
      'section',
      'op.rate',
      'op.compare',
      'deadline',
      'meta',
      'verb',
      'show',
      'themes',
      'outcomes',
      'search',
    );
    return { rule: this.name, needs: 'none', plan: { operation: 'definition', term } };
  },
};

/** The definition of a cell, or of the group that it belongs to (本机关不掌握 is one way of 无法提供). */
function byMeasure({ marks, lexicon }: Hearing): string | null {
  const [id] = marks.with('measure').flatMap(({ sense: { ids } }) => (ids.length <= 8 ? ids : []));
  const parts = id?.split('.').reverse() ?? [];
  const names: Readonly<Record<string, string>> = {
    threeSecuritiesOneStability: 'threeSecurities',
    other: 'otherHandling',
  };
  return (
    parts.map((part) => names[part] ?? part).find((part) => lexicon.definitions.some((each) => each.id === part)) ??
    null
  );
}

function byRate({ marks }: Hearing): string | null {
  const id = marks.with('rate')[0]?.sense.id;
  return id === undefined
    ? null
    : id.endsWith('Corrected')
      ? 'correctionRate'
      : id.startsWith('disclosure')
        ? 'disclosureRate'
        : `${id}Rate`;
}
