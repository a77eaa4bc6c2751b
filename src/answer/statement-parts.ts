/** Figures of the text that are parts of another one on its line: 公开信息 26 条，其中部门文件 9 条. Pure. */
import type { StoredStatement } from '../store/store.ts';

/** The part's own words, behind those of its whole. */
export const lastPart = (subject: string): string => subject.slice(subject.lastIndexOf('：') + 1);

/** "主动公开政府信息：公告栏公示信息" is a part of "通过…等形式主动公开政府信息" on the same line. */
export function isPart(each: StoredStatement, whole: StoredStatement): boolean {
  const at = each.subject.lastIndexOf('：');
  return (
    at > 0 &&
    each.report === whole.report &&
    each.line === whole.line &&
    each !== whole &&
    whole.subject.endsWith(each.subject.slice(0, at))
  );
}

/** Both are parts of one figure: 其中门户网站 297 条、公众号 112 条. */
export function ofOneWhole(one: StoredStatement, other: StoredStatement): boolean {
  const at = one.subject.lastIndexOf('：');
  return (
    at > 0 &&
    one.report === other.report &&
    one.line === other.line &&
    other.subject.startsWith(one.subject.slice(0, at + 1)) &&
    other.subject.lastIndexOf('：') === at
  );
}
