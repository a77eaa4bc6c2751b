/** What a word means. */
import type { Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import { termsIn } from './meanings.ts';

/** 什么是三安全一稳定 · "what does partly disclosed mean" */
export const definition: Rule = {
  name: 'definition',
  make(hearing) {
    const { marks, bodies, when, lexicon } = hearing;
    const lists = /^(都|)(有|是)哪些$/.test(marks.all.at(-1)?.text ?? '');
    // "What three kinds of internal affairs information are there": the term itself says how many.
    const several = marks
      .with('definition')
      .some(({ mark }) => /^(two|three|four|five) kinds of/.test(mark.text) && marks.has('ask.what', 'which'));
    if (!(marks.has('definition', 'members') || lists || several) || bodies.length > 0 || when.mode !== 'open')
      return null;
    // 它的问题是什么: what one that was spoken of has, and no word.
    if (
      marks.all.some(({ text }) => /^(?:它的?|该局|该单位|its|their|他们的?)$/.test(text)) &&
      marks.with('section').length > 0
    )
      return null;
    const terms = [...termsIn(hearing)].filter(([, mark], _, all) => !all.some(([, other]) => within(other, mark)));
    const named = marks
      .with('definition')
      .filter(({ mark }) => !marks.used(mark) && !terms.some(([, other]) => within(other, mark)))
      .sort((a, b) => b.mark.text.length - a.mark.text.length);
    // 政府信息公开行政复议: what disclosure is stands before many words, and is asked for where it stands alone.
    const close = named.find(({ mark }) => !fires(mark, 'filler')) ?? (terms.length > 1 ? undefined : named[0]);
    const term = close?.sense.id ?? terms.find(([, mark]) => !fires(mark, 'filler'))?.[0] ?? terms[0]?.[0] ?? null;
    if (term === null || !lexicon.definitions.some(({ id }) => id === term)) return null;
    // 各单位的公开率计算一下: of bodies, what is computed is a figure and no word.
    const strongCue = marks
      .firing('definition')
      .filter(
        ({ text }) =>
          !(marks.has('all', 'group.agency') && /^(?!.*(?:怎|如何|how)).*(?:算|calculat|comput)/.test(text)),
      )
      .some(
        (mark) =>
          fires(mark, 'definition.formula') ||
          /意思|含义|定义|什么叫|什么是|什么.{0,3}算|怎[样么]才算|算(?:哪|什么|在哪|到哪)|属于哪|[归入]到?哪|何谓|何为|指的是|是指|指什么|指的啥|指啥|解释|理解|mean|defin|explain|stand|concept|counts as|what's a|啥叫|啥是|东西|玩意|名堂|说白了|简单说|大白话|人话|回事|what on earth|in plain|what sort of thing|what kind of thing/.test(
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
    // 四类过程性信息是哪四类, "which four kinds make up process information".
    const members = (marks.has('members') || several) && named.length > 0;
    const parts =
      enumerates ||
      members ||
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
          // 各局暴露的短板是什么: of bodies, no word.
          !marks.has('all', 'search.admit') &&
          !marks
            .firing('ask.quantity')
            .some((mark) => /多少|几|数量|how many|how much|number|amount|count|figure/.test(mark.text)))
      )
    )
      return null;
    if (asked && !strongCue && !enumerates && !members) return null;
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
    if (members) marks.use(...marks.with('number').map(({ mark }) => mark));
    marks.useRule(
      'definition',
      'members',
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

/** 不予公开里的行政查询事项: the one is a part of the other, which only says where it belongs. */
function within(part: Mark, whole: Mark): boolean {
  const [few, many] = [sense(part, 'measure')?.ids ?? [], sense(whole, 'measure')?.ids ?? []];
  return few.length > 0 && few.length < many.length && few.every((id) => many.includes(id));
}
