/** English words without their endings: one form for potato, potatoes; poison, poisoned, poisoning; archive, archival. Pure. */

const irregular: Readonly<Record<string, string>> = {
  children: 'child',
  people: 'person',
  mice: 'mouse',
  feet: 'foot',
  teeth: 'tooth',
  geese: 'goose',
  knives: 'knife',
  lives: 'life',
  leaves: 'leaf',
  wolves: 'wolf',
};

/** One form for singular and plural. */
export function single(word: string): string {
  if (irregular[word]) return irregular[word];
  if (/men$/.test(word) && word.length > 4) return `${word.slice(0, -3)}man`;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/zzes$/.test(word)) return word.slice(0, -3);
  if (/(?:x|ch|sh|ss|[^aeiou]o|bus)es$/.test(word)) return word.slice(0, -2);
  if (/(?:[^sui]|taxi|ski)s$/.test(word) && word.length > 3) return word.slice(0, -1);
  return word;
}

/** What the word may be a form of: filing of file, planned of plan; itself among them. */
export function roots(word: string): readonly string[] {
  const one = single(word);
  const rest = one.replace(/(?:ing|ed)$/, '');
  if (rest === one || rest.length < 3 || !/[aeiouy]/.test(rest)) return [one];
  return [...new Set([one, rest, `${rest}e`, rest.replace(/i$/, 'y'), rest.replace(/([bdgmnprt])\1$/, '$1')])];
}

/** Endings, longer ones before those that end like them, and how many letters must be left. */
const endings: readonly (readonly [ending: RegExp, left: number])[] = [
  [/(?:ization|isation|fulness|iveness|ability|ibility)$/, 4],
  [/(?:ation|ition|ional|ingly|ially|sman|erman|man)$/, 4],
  [/(?:ment|ness|ical|ship|able|ible|ance|ence|ful|ous|ish)$/, 4],
  [/(?:ive|ism|ist)$/, 5],
  [/(?:ion|ity|ial|ize|ise|ate|ure|age)$/, 4],
  [/(?:er|or|al|ly|ic)$/, 4],
  [/(?:ing|ed)$/, 3],
];

/** The word's stem: what has the same one is of one family, though not always of one meaning. */
export function stem(word: string): string {
  const whole = single(word);
  for (const [ending, left] of endings) {
    const shorter = whole.replace(ending, '');
    if (shorter !== whole && shorter.length >= left && /[aeiouy]/.test(shorter)) return bare(shorter);
  }
  return bare(whole);
}

/** Of register, registration, administer, administration the same is left. */
const bare = (word: string) =>
  (word.length > 4 ? word.replace(/[eyi]$/, '').replace(/istr$/, 'ist') : word).replace(/([bdgmnprt])\1$/, '$1');
