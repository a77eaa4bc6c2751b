/** What a figure of the text is counted in, and what was done with what it counts. */
import type { Hearing } from '../../hearing.ts';
import { fires, type Mark, sense } from '../../marks.ts';

export const isUnit = (mark: Mark): boolean => fires(mark, 'unit') || counters.some(([word]) => word.test(mark.text));

/** English words for what figures are counted in, and a counter of the kind. */
export const counters: readonly (readonly [RegExp, string])[] = [
  [/\b(people(?!')|folks|persons?|followers|subscribers|participants|attendees|trainees|visitors|guests)\b/, '人'],
  [/\b(posts|articles|messages)\b/, '条'],
  [/\b(sessions|classes|courses|workshops|lectures)\b/, '期'],
  [/\b(times|occasions)\b/, '次'],
];

/** What the question counts in, where it says so. */
export const unitOf = (text: readonly Mark[], { marks }: Hearing): string | null => counterIn(text, marks.all);

export function counterIn(text: readonly Mark[], all: readonly Mark[]): string | null {
  const chinese = /[条次篇期场人家部份册户批回名位]/.exec(text.map((mark) => mark.text).join(''))?.[0];
  if (chinese !== undefined) return chinese;
  const words = all.map((mark) => mark.text).join(' ');
  return counters.find(([word]) => word.test(words))?.[1] ?? null;
}

/** 现在有多少粉丝: all that there are, and not those that came new. */
const stock = (all: readonly Mark[]): boolean => {
  const text = all.map((mark) => mark.text).join(' ');
  return (
    /粉|订阅|关注|用户|follower|subscriber/.test(text) &&
    /现在|目前|至今|拥有|共|累计|^有|[ ]有|(?:^| )(?:have|has|had|currently|now|total|altogether|in all|in total)(?: |$)/.test(
      text,
    )
  );
};

/** The kind of verb that these pieces of the question use, where they use one kind only. */
export function verbOf(all: readonly Mark[], unit: string | null): string | null {
  const kinds = new Set(
    all.flatMap((mark) =>
      mark.senses.flatMap((each) =>
        each.kind === 'word' && each.rule.startsWith('verb.') ? [each.rule.slice('verb.'.length)] : [],
      ),
    ),
  );
  // "Proposals were handled": what came of applications is worded alike.
  if (
    all.some(
      (mark) => fires(mark, 'outcomes') && /handled|dealt with|processed|(?:办理|处理)(?!结果|情况)/.test(mark.text),
    )
  )
    kinds.add('handle');
  // Posts are what is published, whatever the verb.
  if (all.some(({ text }) => /\b(posts|articles|messages)$/.test(text))) kinds.add('publish');
  // 办了几次 holds, 办了几件 handles.
  if (kinds.has('hold') && kinds.has('handle'))
    kinds.delete(unit !== null && /[次场期班]/.test(unit) ? 'handle' : 'hold');
  if (kinds.size === 0 && stock(all)) return 'have';
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : null;
}

const anything = /^(?:东西|内容|玩意儿?|things?|stuff|items?|pieces?|entries|bits?)$/;

/** 主动公开了多少条: information is what is made public, where nothing else is said. The words are no part of what is counted. */
export function disclosedIn({ marks }: Hearing): { readonly marks: readonly Mark[]; readonly topic: string } | null {
  if (!marks.has('unit.text') && !marks.has('ask.quantity')) return null;
  const free = marks.all.filter((mark) => !marks.used(mark));
  const noun = free.filter((mark) => sense(mark, 'definition')?.id === 'proactive');
  const verbs = free.filter((mark) => fires(mark, 'verb') && /^(?:主动|proactively)/.test(mark.text));
  const published = free.filter((mark) => fires(mark, 'verb.publish') && !sense(mark, 'topic'));
  // 公布了多少条东西, "how many things": whatever is published is information.
  const things = free.filter(({ text }) => anything.test(text));
  const said = noun.length > 0 || (published.length > 0 && (verbs.length > 0 || things.length > 0));
  return said ? { marks: [...noun, ...verbs, ...things, ...published], topic: '信息' } : null;
}
