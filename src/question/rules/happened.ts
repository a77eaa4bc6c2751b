/** When something that the text tells of happened: 开放日是哪天办的 · "when was the open day" · 培训是几月份. */
import type { Draft, Hearing, Rule } from '../hearing.ts';
import { type Mark, sense } from '../marks.ts';
import { cell } from './apart.ts';
import { topicOf } from './topics.ts';

const asking: readonly RegExp[] = [
  /(?:分别|都|各|具体|大概|到底)?(?:是|在|于)?(?:什么时候|什么时间|何时|啥时候|几时|哪一?天|哪几天|哪些天|哪一?日|几月几[号日]|几[号日](?!文)|几月份?|哪个?月份?|哪几个月|什么日期|具体日期|具体时间)(?:的)?/,
  /^(?:and )?when\b(?: exactly)?|\b(?:(?:on|at|in) )?(?:what|which) (?:exact )?(?:dates?|days?|months?)\b|\bdates? of\b/,
];

/** Where the question asks when: offsets in its text, end exclusive. */
export function whenAsked({ question: { text } }: Hearing): readonly [number, number] | null {
  const found = asking.map((each) => each.exec(text)).find((each) => each !== null);
  return found ? [found.index, found.index + found[0].length] : null;
}

/** The marks that ask when, and no more. */
export const marksOf = ({ marks }: Hearing, [start, end]: readonly [number, number]): Mark[] =>
  marks.all.filter((mark) => mark.start < end && mark.end > start);

export const happened: Rule = {
  name: 'when it happened',
  make(hearing): Draft | null {
    const { marks, bodies } = hearing;
    const asked = whenAsked(hearing);
    if (asked === null || marks.has('not', 'order', 'op', 'cmp', 'deadline', 'edge', 'audit')) return null;
    marks.use(...marksOf(hearing, asked));
    if (marks.all.some((mark) => !marks.used(mark) && (cell(mark) || sense(mark, 'applicant')))) return null;
    const topic = topicOf(hearing);
    if (topic === null || topic.foreign || topic.text.length < 2) return null;
    marks.use(...topic.marks);
    marks.useRule('verb', 'ask', 'search', 'section', 'themes', 'definition', 'show', 'which');
    return {
      rule: this.name,
      needs: bodies.length === 1 && !bodies[0]!.plural ? 'one' : 'many',
      plan: { operation: 'lookup', topic: topic.text, dated: true },
    };
  },
};
