/** A whole table of one report: 看看表三, "show table 4 of Ankang". Every cell of the column of totals, as the report's form has them. */
import type { Draft, Rule } from '../hearing.ts';
import { ofOne } from '../hearing.ts';

const named =
  /表\s?([二三四234])(?![\d示达明成])|第\s?([二三四234])\s?张?表|([二三四])号表|\btable (?:no\.? )?(2|3|4|two|three|four)\b/u;
const numbers: Readonly<Record<string, number>> = { 二: 2, 三: 3, 四: 4, two: 2, three: 3, four: 4 };

export const wholeTable: Rule = {
  name: 'a whole table',
  make(hearing): Draft | null {
    const { marks, bodies, question, context, lexicon } = hearing;
    const [, ...found] = named.exec(question.text) ?? [];
    const word = found.find((each) => each !== undefined);
    if (word === undefined) return null;
    const table = numbers[word] ?? Number(word);
    const goesOn = bodies.length === 0 && context.turns.length > 0;
    if (!goesOn && !ofOne(hearing)) return null;
    const other = marks.all.some(({ senses }) => senses.some(({ kind }) => kind === 'measure' || kind === 'rate'));
    if (other || marks.has('audit', 'search', 'ask.quantity', 'count', 'which', 'op', 'order', 'export')) return null;
    marks.useRule('section.show', 'section.how', 'section.word', 'ask.what', 'show');
    const measures = lexicon.measures
      .filter((each) => each.table === table)
      .map(({ id }) => ({ measure: id, applicant: table === 3 ? ('total' as const) : null }));
    return { rule: this.name, needs: 'one', plan: { operation: 'lookup', measures } };
  },
};
