/** Citations as numbered sources: the same numbers wherever they are listed. */
import type { Citation } from '../answer/answer.ts';

/** Cells of one line share a source, which has the number of its place here plus one. */
export function sourceGroups(citations: readonly Citation[]): readonly (readonly Citation[])[] {
  const groups = new Map<string, Citation[]>();
  for (const each of citations) {
    const key = [each.report, each.line, each.page, each.place, each.quote].join('\u{0}');
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}
