/** A search as people type it: words, "quoted phrases", and hints such as `year:2023` or `机构：盐池县科技局`. Pure. */

export interface ParsedQuery {
  /** What is left to be analysed, phrases included. */
  readonly words: string;
  /** The same, with phrases blanked out: what stands between quotation marks names nothing else. */
  readonly unquoted: string;
  readonly phrases: readonly string[];
  readonly agencies: readonly string[];
  readonly years: readonly number[];
  readonly sections: readonly number[];
}

const fields: Readonly<Record<string, 'agency' | 'year' | 'section'>> = {
  agency: 'agency',
  机构: 'agency',
  单位: 'agency',
  机关: 'agency',
  year: 'year',
  年份: 'year',
  年度: 'year',
  section: 'section',
  章节: 'section',
  部分: 'section',
};

const hint =
  /(agency|year|section|机构|单位|机关|年份|年度|章节|部分)[:：]\s{0,3}("[^"]{1,80}"|“[^”]{1,80}”|[^\s,，;；]{1,80})/giu;
const quoted = /"([^"]{1,200})"|“([^”]{1,200})”|「([^」]{1,200})」/gu;
const chinese = '一二三四五六';

/**
 * Reads hints and phrases. What looks like a hint but has no usable value stays a word. `sectionNamed`: the number of a section by what
 * it is called.
 */
export function parseQuery(text: string, sectionNamed: (name: string) => number | null = () => null): ParsedQuery {
  const agencies: string[] = [];
  const years: number[] = [];
  const sections: number[] = [];
  const rest = text.replace(hint, (whole, name: string, raw: string) => {
    const value = raw.replace(/^["“]|["”]$/gu, '').trim();
    const field = fields[name.toLowerCase()];
    if (field === 'agency') agencies.push(value);
    else if (field === 'year') {
      const year = /^(\d{4})年?$/.exec(value.normalize('NFKC'))?.[1];
      if (year === undefined) return whole;
      years.push(Number(year));
    } else {
      const number =
        sectionNamed(value) ??
        Number(
          /[1-6]/.exec(value.normalize('NFKC'))?.[0] ?? chinese.indexOf(/[一二三四五六]/.exec(value)?.[0] ?? '?') + 1,
        );
      if (number === 0) return whole;
      sections.push(number);
    }
    return ' ';
  });
  const phrases: string[] = [];
  let words = '';
  let unquoted = '';
  let after = 0;
  for (const match of rest.matchAll(quoted)) {
    const phrase = (match[1] ?? match[2] ?? match[3] ?? '').trim();
    const between = rest.slice(after, match.index);
    if (phrase !== '') phrases.push(phrase);
    words += `${between} ${phrase} `;
    unquoted += `${between} ${' '.repeat(phrase.length)} `;
    after = match.index + match[0].length;
  }
  words += rest.slice(after);
  unquoted += rest.slice(after);
  const from = words.length - words.trimStart().length;
  const to = words.trimEnd().length;
  return { words: words.slice(from, to), unquoted: unquoted.slice(from, to), phrases, agencies, years, sections };
}
