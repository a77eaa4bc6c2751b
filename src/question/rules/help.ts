/** Help, greetings, thanks, and starting over. */
import { type Rule, unused } from '../hearing.ts';
import { fires, type Mark } from '../marks.ts';

/** "Who got it" asks. */
const asks = /^(?:who|which|what|谁|哪)/;

/** 你能做什么 · hello · thanks · start over: only where nothing else is said. */
export const help: Rule = {
  name: 'help',
  make({ marks, bodies, when }) {
    if (bodies.length > 0 || when.mode !== 'open') return null;
    const figures = marks.has('ask.quantity', 'unit.case', 'op.sum', 'op.average', 'order', 'cmp');
    for (const [rule, kind] of [
      ['reset', 'reset'],
      ['help', 'capabilities'],
      ['thanks', 'thanks'],
      ['greeting', 'greeting'],
    ] as const) {
      if (!marks.has(rule)) continue;
      // 那一行原样给我看: whoever wants to be shown something acknowledges nothing.
      if (kind === 'thanks' && (marks.has('section.show', 'show') || asks.test(marks.all[0]?.text ?? ''))) continue;
      const rest = unused(marks, [
        'greeting',
        'thanks',
        rule,
        'follow',
        'op.change',
        'search',
        'definition',
        'section',
        'show',
        'audit',
        'library',
      ]).filter(
        (mark) =>
          !marks.with('topic').some((each) => each.mark === mark) || kind === 'reset' || kind === 'capabilities',
      );
      // "Three sample questions about lawsuits", 要表格的话该咋说: what help is wanted with.
      const about = (mark: Mark) =>
        ['definition', 'topic', 'part', 'section', 'theme', ...(figures ? [] : ['measure', 'number'])].some((each) =>
          mark.senses.some((one) => one.kind === each),
        ) || fires(mark, 'export');
      const left = kind === 'capabilities' ? rest.filter((mark) => !about(mark)) : rest;
      // What help is asked for may be left unread; the rest is said alone.
      if (left.length > 0 && kind !== 'capabilities') continue;
      marks.use(...marks.all.filter((mark) => !left.includes(mark)));
      return { rule: kind, needs: 'none', plan: { operation: 'help', help: kind } };
    }
    return null;
  },
};
