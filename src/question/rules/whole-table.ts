/** A whole table of one report: 看看表三, "show table 4 of Ankang". Every cell of the column of totals, as the report's form has them. */
import type { Draft, Rule } from '../hearing.ts';
import { ofOne } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';

const named =
  /表\s?([二三四234])(?![\d示达明成])|第\s?([二三四234])\s?张?表|([二三四])号表|\btable (?:no\.? )?(2|3|4|two|three|four)\b/u;
const numbers: Readonly<Record<string, number>> = { 二: 2, 三: 3, 四: 4, two: 2, three: 3, four: 4 };

/** 申请情况, "tell me about its applications": whatever table 3 holds of them. */
const matters = [
  /申请(?:的|)(?:全部|所有|整体|总体|各项|详细|具体|办理|)(?:的|)(?:情况|数据|明细|详情)(?:怎么样|怎样|如何|是什么|呢|吗|)[?？。]*$/,
  /^(?:请|帮我|给我|)(?:介绍|讲讲|说说|说明|概括|汇总)(?:一下|下|).{2,30}申请(?:情况|)[?？。]*$/,
  /\b(?:everything|all|tell me|details?|rundown|overview|full picture|full figures)\b.{0,60}\b(?:applications|requests)\b/,
];

/** Applications as such, and no cell of them. */
const general = (mark: Mark): boolean =>
  (sense(mark, 'measure')?.ids.length ?? 0) > 20 &&
  (sense(mark, 'measure')?.ids.every((id) => id.startsWith('applications.')) ?? false);

export const wholeTable: Rule = {
  name: 'a whole table',
  make(hearing): Draft | null {
    const { marks, bodies, question, context, lexicon } = hearing;
    const [, ...found] = named.exec(question.text) ?? [];
    const word = found.find((each) => each !== undefined);
    const matter = word === undefined && matters.some((each) => each.test(question.text));
    if (word === undefined && !matter) return null;
    const table = word === undefined ? 3 : (numbers[word] ?? Number(word));
    const goesOn = bodies.length === 0 && context.turns.length > 0;
    const each = matter && (bodies.some(({ plural }) => plural) || (bodies.length === 0 && marks.has('all', 'which')));
    if (!goesOn && !each && !ofOne(hearing)) return null;
    const other = marks.all.some(
      (mark) =>
        !fires(mark, 'section.show') &&
        !(matter && general(mark)) &&
        mark.senses.some(({ kind }) => kind === 'measure' || kind === 'rate'),
    );
    if (
      other ||
      (marks.has('which') && !each) ||
      marks.has('audit', 'search', 'ask.quantity', 'count', 'op', 'order', 'export')
    )
      return null;
    if (matter) marks.use(...marks.all.filter((mark) => general(mark) || sense(mark, 'section')));
    marks.useRule('section.show', 'section.how', 'section.word', 'ask.what', 'show', 'all', 'definition');
    const measures = lexicon.measures
      .filter((each) => each.table === table)
      .map(({ id }) => ({ measure: id, applicant: table === 3 ? ('total' as const) : null }));
    // 各单位的申请情况: of each what it received, what came of it and what was left.
    if (each) {
      const few = ['applications.received', 'applications.handled', 'applications.carriedForward'];
      const asked = few.map((measure) => ({ measure, applicant: 'total' as const }));
      return { rule: this.name, needs: 'many', rewords: true, plan: { operation: 'compare', measures: asked } };
    }
    return { rule: this.name, needs: 'one', rewords: matter, plan: { operation: 'lookup', measures } };
  },
};
