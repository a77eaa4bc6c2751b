/** About the last answer itself: in another language, as a file, its sentences, why. */
import { type Hearing, unused } from '../hearing.ts';
import type { Plan, Turn } from '../plan.ts';

/** 用英文回答, "in Chinese please". */
function inLanguage(text: string): 'zh' | 'en' | null {
  const zh =
    /^(?:请|麻烦)?(?:换成|改成|改用|换|用|说)?(中文|汉语|英文|英语)(?:回答|说|讲|写|再说一遍|再答一遍|版)?(?:一下|一遍|吧|好吗)?[。.!]?$/.exec(
      text.trim(),
    );
  const en =
    /^(?:please )?(?:(?:answer|say|repeat|give|show|tell|put) ?(?:me )?(?:it |that |this )?(?:again )?)?(?:now )?in (chinese|english|mandarin)(?: please|,? pls)?[.!?]?$/.exec(
      text.trim(),
    );
  const name = zh?.[1] ?? en?.[1];
  return name === undefined ? null : /^(英|english)/.test(name) ? 'en' : 'zh';
}

/** "Show me the sentence", "why?", 导出: about the last answer itself. */
export function aboutLast(hearing: Hearing, last: Turn): Plan | null {
  const { marks, bodies, when } = hearing;
  if (last.asked || bodies.length > 0 || when.mode === 'given') return null;
  const tongue = inLanguage(hearing.question.text);
  if (tongue) return { ...last.plan, language: tongue };
  const only = (...rules: readonly string[]) =>
    unused(marks, rules).every((mark) =>
      mark.senses.some((each) => each.kind === 'topic' || each.kind === 'section'),
    ) && marks.has(rules[0]!);
  if (only('go.repeat', 'section', 'show', 'search', 'meta', 'library')) return { ...last.plan, show: 'answer' };
  const origin = 'inherited' as const;
  const inherited = [{ slot: 'question', value: last.question, origin, alternative: null }];
  if (only('export', 'section', 'show', 'library', 'search', 'meta', 'order')) {
    const format = marks.has('export.xlsx') ? ('xlsx' as const) : ('csv' as const);
    return { ...last.plan, export: { format }, show: 'answer', assumptions: inherited };
  }
  if (only('show.sources', 'section', 'show', 'search', 'meta', 'definition', 'library'))
    return { ...last.plan, show: 'sources', assumptions: inherited };
  if (only('show.why', 'section', 'show', 'search', 'meta', 'definition', 'library', 'help', 'outcomes'))
    return { ...last.plan, show: 'why', assumptions: inherited };
  return null;
}
