/** Every figure that the text of one report states: 正文里有哪些数字 · "list all numbers in the text of Yanchi's report". */
import type { Draft, Rule } from '../../hearing.ts';
import { fires, sense } from '../../marks.ts';

export const everyFigure: Rule = {
  name: 'every figure of the text',
  make({ marks, bodies, question }): Draft | null {
    if (bodies.length > 1 || bodies[0]?.plural || !asks.some((each) => each.test(question.text))) return null;
    if (marks.has('audit', 'order', 'cmp', 'op', 'not', 'state', 'check', 'export.csv', 'export.xlsx')) return null;
    if (marks.all.some((mark) => sense(mark, 'measure') ?? sense(mark, 'topic') ?? sense(mark, 'theme'))) return null;
    const words = marks.all.filter(
      (mark) => fires(mark, 'export.all') || fires(mark, 'search') || /数字|数据|text|prose|narrative/.test(mark.text),
    );
    marks.use(...words);
    marks.useRule('section', 'ask', 'made.list', 'which', 'definition', 'show', 'all');
    const statement = { subject: '', unit: null, verb: null };
    return { rule: this.name, needs: 'one', plan: { operation: 'lookup', statement } };
  },
};

const asks = [
  /(?:正文|文字|叙述)(?:部分|)(?:里|中|里面|)?.{0,8}(?:所有|全部|哪些|什么|每个|各个)(?:的|)(?:数字|数据|数)/,
  /\b(?:every|all(?: of)?(?: the)?|which|what|list(?: the)?) (?:numbers?|figures?)\b.{0,60}\b(?:text|prose|narrative)\b/,
];
