/** Help, greetings, thanks, and starting over. */
import { type Rule, unused } from '../hearing.ts';
import { sense } from '../marks.ts';

/** 你能做什么 · hello · thanks · start over: only where nothing else is said. */
export const help: Rule = {
  name: 'help',
  make({ marks, bodies, when }) {
    if (bodies.length > 0 || when.mode !== 'open') return null;
    for (const [rule, kind] of [
      ['reset', 'reset'],
      ['help', 'capabilities'],
      ['thanks', 'thanks'],
      ['greeting', 'greeting'],
    ] as const) {
      if (!marks.has(rule)) continue;
      // 那一行原样给我看: whoever wants to be shown something acknowledges nothing.
      if (kind === 'thanks' && marks.has('section.show', 'show')) continue;
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
      if (
        rest.length > 0 &&
        !(kind === 'capabilities' && rest.every((mark) => sense(mark, 'definition') || sense(mark, 'topic')))
      )
        continue;
      marks.use(...marks.all);
      return { rule: kind, needs: 'none', plan: { operation: 'help', help: kind } };
    }
    return null;
  },
};
