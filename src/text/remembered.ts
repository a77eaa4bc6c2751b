/** What was read from a short text is remembered: reports repeat their labels, headings and set phrases from one to the next. */

/** Characters, where nothing else is said: what is longer is seldom repeated, and is read each time. The longest label of the forms has 37. */
const longest = 48;
/** Shorter ones, most of them figures, are copies by themselves and as soon compared as found. */
const shortest = 5;
/** Texts that one reader remembers; then it begins anew. */
const most = 5_000;

/** The reader, which must depend on the text alone and give what nobody changes. */
export function remembered<T>(read: (text: string) => T, upTo = longest): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > upTo) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size >= most) known.clear();
    known.set(text.length > longest ? detached(text) : shared(text), value);
    return value;
  };
}

/** Texts that were met, one string for all that are equal. */
const texts = new Map<string, string>();

/**
 * The one string for all short texts that are equal, which what is remembered of it is found by at once. It is a copy of its own: a
 * piece of a long text, kept, would keep the whole text in memory.
 */
export function shared(text: string): string {
  if (text.length < shortest || text.length > longest) return text;
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= most) texts.clear();
  const own = detached(text);
  texts.set(own, own);
  return own;
}

const detached = (text: string): string => ` ${text}`.slice(1);
