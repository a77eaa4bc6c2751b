/** Where a quotation stands, in words. */
import type { Citation } from '../answer/answer.ts';
import type { Naming } from '../lexicon/naming.ts';
import type { Say } from './phrases.ts';

/** "盐池县科学技术局 2023 年 · 第五部分 · 第 92 行". */
export function captionOf(each: Citation, naming: Naming, say: Say): string {
  const zh = naming.language === 'zh';
  const where = [
    each.year === null
      ? naming.agency(each.agency)
      : zh
        ? `${naming.agency(each.agency)} ${each.year} 年`
        : `${naming.agency(each.agency)}, ${each.year}`,
    each.section === null ? '' : say.section(each.section),
    each.line !== null ? say.line(each.line) : each.page !== null ? say.page(each.page) : (each.place ?? ''),
  ];
  return where.filter((part) => part !== '').join(' · ');
}
