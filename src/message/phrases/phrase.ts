/** One sentence, or one name, in both languages. */
export type Phrase<A extends unknown[]> = { readonly zh: (...of: A) => string; readonly en: (...of: A) => string };

export const phrase = <A extends unknown[]>(zh: (...of: A) => string, en: (...of: A) => string): Phrase<A> => ({
  zh,
  en,
});

/** How many in English: 1 report, 2 reports. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
