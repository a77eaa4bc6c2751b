/** Two figures of one report's text against each other: 网站发得多还是公众号发得多 · "did Yanchi post more on WeChat than on its website". */
import { type Draft, ofOne, type Rule } from '../../hearing.ts';
import { fires, type Mark, sense } from '../../marks.ts';
import { cell } from '../apart.ts';
import { topicOf } from '../topics.ts';
import { counterIn, verbOf } from './words.ts';

export const besides: Rule = {
  name: 'figures of the text side by side',
  make(hearing): Draft | null {
    const { marks, bodies, when, context } = hearing;
    const spoken = bodies.length === 0 && context.turns.at(-1)?.plan.scope.agencies.length === 1;
    if (!(ofOne(hearing) || spoken) || when.years.length > 1) return null;
    if (
      !marks.has('op.compare', 'cmp') ||
      marks.has('not', 'op.average', 'op.rate', 'op.trend', 'audit', 'by', 'group')
    )
      return null;
    if (marks.all.some((mark) => cell(mark) || sense(mark, 'applicant') || sense(mark, 'number'))) return null;
    const pieces = piecesOf(marks.all);
    const parts = pieces.map((piece) =>
      topicOf(hearing, (mark) => piece.includes(mark) && sense(mark, 'topic') !== undefined),
    );
    if (parts.length < 2 || parts.length > 3 || parts.some((part) => part === null || part.foreign)) return null;
    const topics = parts.flatMap((part) => part ?? []);
    if (new Set(topics.map(({ text }) => text)).size < topics.length) return null;
    const unit = counterIn(
      marks.firing('unit.text').filter((mark) => !sense(mark, 'applicant')),
      marks.all,
    );
    const verb = verbOf(marks.all, unit);
    marks.use(...topics.flatMap((topic) => topic.marks), ...marks.all.filter(({ text }) => told.test(text)));
    marks.useRule(
      'op.compare',
      'cmp',
      'op.change',
      'unit',
      'verb',
      'ask',
      'which',
      'search',
      'section',
      'claim',
      'order',
    );
    const subject = topics.map(({ text }) => text).join(' ');
    return {
      rule: this.name,
      needs: 'one',
      rewords: true,
      plan: {
        operation: 'compare',
        statement: {
          subject,
          unit,
          verb,
          parts: topics.map(({ text }) => ({ subject: text, unit, verb })),
          together: true,
        },
        topic: subject,
      },
    };
  },
};

/** 发得多, 更新得勤: how the verb is said. */
const told = /^(?:发|推送?|公开|发布|更新|登|写)得$|^(?:得|on|its|the|their|做|put|through|via)$/;

/** What stands between the words that set one thing against another; a piece without a thing belongs to the one before. */
function piecesOf(all: readonly Mark[]): Mark[][] {
  const found: Mark[][] = [[]];
  for (const mark of all) {
    const parts =
      fires(mark, 'and') ||
      /^(?:还是|比|较|跟|和|与|同|or|than|vs|versus|against|compared (?:with|to))$/.test(mark.text);
    const last = found.at(-1)!;
    if (parts && last.some((each) => sense(each, 'topic'))) found.push([]);
    else last.push(mark);
  }
  return found.filter((piece) => piece.some((each) => sense(each, 'topic')));
}
