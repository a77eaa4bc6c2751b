/** Help, greetings, thanks, and starting over. */
import { type Rule, unused } from '../hearing.ts';
import { fires, type Mark } from '../marks.ts';

/** "Who got it" asks. */
const asks = /^(?:who|which|what|谁|哪)/;

/** 怎样导出Excel, "how can I export": how it is done, and nothing that is to be exported. */
const asksHow =
  /^(?:我|)(?:想|要|)(?:怎么|怎样|如何|咋)(?:才能|能|把|将|)|^how (?:do|can|could|should|would|to)\b|(?:能|可以)(?:不能|不可以|)导出(?:吗|么)/;

/** 你能做什么 · hello · thanks · start over: only where nothing else is said. */
export const help: Rule = {
  name: 'help',
  make({ marks, bodies, when, question }) {
    if (bodies.length > 0 || when.mode !== 'open') return null;
    if (marks.has('export') && asksHow.test(question.text)) {
      marks.use(...marks.all.filter((mark) => mark.senses.length > 0));
      return { rule: 'how to export', needs: 'none', plan: { operation: 'help', help: 'capabilities' } };
    }
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
