/** Counters that count the same kind of thing: a question for 场 is answered by 期, and 2 条提案 stand beside 5 件; 人次 are never 人. */

export const alike = ['次场期班届', '人名位', '条篇则件份项'];

/** What a counter counts, by its kind; an amount of another unit is a kind of its own. */
export const kindOf = (unit: string | null): string | null =>
  unit === null || unit.length > 1 ? unit : (alike.find((kind) => kind.includes(unit)) ?? unit);
