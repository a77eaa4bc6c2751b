/** Which of the two languages a text is in. */

/**
 * The language of a question. Chinese where it holds Chinese characters that are more than a name quoted in an English
 * sentence ("how many applications did 盐池县 receive" is English); English otherwise.
 */
export function detectLanguage(text: string): 'zh' | 'en' {
  const characters = text.match(/[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff]/g)?.length ?? 0;
  if (characters === 0) return 'en';
  const words = text.match(/[A-Za-z][A-Za-z'’]{1,}/g)?.length ?? 0;
  // A Chinese word has about two characters. Two or more English function words make an English sentence.
  const sentence =
    text.match(
      /\b(?:how|what|which|who|when|where|why|did|does|do|is|are|was|were|the|of|in|for|from|and|show|list|compare|many|much|me)\b/gi,
    )?.length ?? 0;
  // "Which 2022 reports mention 冷链物流": English words, and one Chinese name or quotation that stands among them.
  const quoting =
    /^[^\u2e80-\uffff]*[A-Za-z]/.test(text) && words >= 3 && (text.match(/[\u3400-\u9fff]+/g)?.length ?? 0) === 1;
  if (sentence >= 1 && quoting) return 'en';
  return sentence >= 2 && words * 2 >= characters / 2 ? 'en' : words > characters ? 'en' : 'zh';
}
