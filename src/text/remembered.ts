/** What was read from a short text is remembered: reports repeat their labels, headings and set phrases from one to the next. */

/** Characters: what is longer is seldom repeated, and is read each time. The longest label of the forms has 37. */
const longest = 48;
/** Texts that one reader remembers; then it begins anew. */
const most = 5_000;

/** The reader, which must depend on the text alone and give what nobody changes. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size >= most) known.clear();
    known.set(detached(text), value);
    return value;
  };
}

/** A copy of its own: a piece of a long text, kept, would keep the whole text in memory. */
const detached = (text: string): string => ` ${text}`.slice(1);
