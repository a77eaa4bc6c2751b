/**
 * What Chinese words are called in English, and English ones in Chinese: index/meanings.txt, read when the first word is typed that no list
 * of ours has.
 */
import { normal } from './english.ts';
import { lines } from './files.ts';
import type { Candidate, Meaning, Meanings } from './lexicon.ts';
import { roots, single, stem } from './stem.ts';

/** Words of an English phrase. */
const longest = 4;
/** What another form of the same English word counts (file, filing), another word of its family (pollute, pollution), and what a verb
 *  beside a noun of the same letters does. */
const formed = 0.9;
const derived = 0.6;
const otherUse = 0.5;
/** What a word counts of which a meaning says something else besides. */
const partly = 0.9;
/** Words that mean as much of what another one means are like it. */
const alike = 0.45;
/** What the meanings of a word count, in their order; the later ones count as the last of these. */
const inOrder = [1, 1, 0.95, 0.9, 0.7];
/** Letters of a stem that tells a family of words. */
const shortestStem = 4;
/** An English word that so many meanings hold says little of them. */
const common = 400;
/** Words that say nothing of a meaning. */
const small = new Set(
  'of the a an and or to in on for with by at from as be is it one that into up out off sb sth'.split(' '),
);

/** Meanings, by number. */
interface Glosses {
  /** Whose meaning it is, by how many words it is said, and whether these say what one does. */
  readonly owners: readonly number[];
  readonly lengths: readonly number[];
  readonly verbs: readonly boolean[];
  /** How usual the meaning is for its word: the first ones are. */
  readonly usual: readonly number[];
  /** Those that hold an English word. */
  readonly holding: ReadonlyMap<string, readonly number[]>;
}

/** English words that may be forms of one, and those of one stem. */
interface Forms {
  readonly bases: ReadonlyMap<string, readonly string[]>;
  readonly families: ReadonlyMap<string, readonly string[]>;
}

/** The file, its words first: most Chinese ones that are typed are none of them, and need no look at what they mean. */
class Known {
  readonly words: string[] = [];
  /** Of each word, the meanings as they stand in the file. */
  readonly meant: string[] = [];
  readonly byWord = new Map<string, number>();
  #glosses: Glosses | null = null;
  #forms: Forms | null = null;

  constructor() {
    for (const line of lines('meanings.txt')) {
      const tab = line.indexOf('\t');
      this.byWord.set(line.slice(0, tab), this.words.push(line.slice(0, tab)) - 1);
      this.meant.push(line.slice(tab + 1));
    }
  }

  get glosses(): Glosses {
    this.#glosses ??= glossesOf(this.meant);
    return this.#glosses;
  }

  get forms(): Forms {
    this.#forms ??= formsOf(this.glosses.holding.keys());
    return this.#forms;
  }
}

export function meaningsReader(): Meanings {
  let read: Known | null = null;
  const all = () => (read ??= new Known());
  const remembered = new Map<string, readonly Candidate[]>();
  return {
    meanings: (text) => {
      const parts = [...text.matchAll(/[A-Za-z]+(?:['’][a-z]+)?/g)];
      return parts.flatMap((part, i) => {
        const found: Meaning[] = [];
        for (let count = Math.min(longest, parts.length - i); count >= 1; count--) {
          const last = parts[i + count - 1]!;
          const [start, end] = [part.index, last.index + last[0].length];
          const words = called(normal(text.slice(start, end)).split(' ').map(single), all());
          if (words.length > 0) found.push({ start, end, words });
        }
        return found;
      });
    },
    like(word) {
      let found = remembered.get(word);
      if (found === undefined) {
        found = nearest(word, all());
        if (remembered.size > 1000) remembered.clear();
        remembered.set(word, found);
      }
      return found;
    },
    vocabulary: () => all().words,
    known: (word) =>
      /^[a-z]/i.test(word)
        ? roots(word.toLowerCase()).some((root) => all().forms.bases.has(root))
        : all().byWord.has(word),
  };
}

const contents = (gloss: string) => gloss.split(' ').filter((part) => !small.has(part));
const doing = 'to ';
const does = (gloss: string) => gloss.startsWith(doing);

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function glossesOf(meant: readonly string[]): Glosses {
  const [owners, lengths, verbs, usual]: [number[], number[], boolean[], number[]] = [[], [], [], []];
  const holding = new Map<string, number[]>();
  // Half a million words: they are cut out one by one, without lists of lists.
  for (let word = 0; word < meant.length; word++) {
    const all = meant[word]!;
    for (let from = 0, place = 0; from <= all.length; place++) {
      const bar = all.indexOf('|', from);
      const to = bar < 0 ? all.length : bar;
      let length = 0;
      for (let at = from; at <= to; ) {
        const space = all.indexOf(' ', at);
        const end = space < 0 || space > to ? to : space;
        const part = all.slice(at, end);
        if (!small.has(part)) {
          put(holding, part, owners.length);
          length++;
        }
        at = end + 1;
      }
      owners.push(word);
      lengths.push(length);
      verbs.push(all.startsWith(doing, from));
      usual.push(inOrder[place] ?? inOrder.at(-1)!);
      from = to + 1;
    }
  }
  return { owners, lengths, verbs, usual, holding };
}

function formsOf(words: Iterable<string>): Forms {
  const [bases, families] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const word of words) {
    for (const root of roots(word)) put(bases, root, word);
    const family = stem(word);
    if (family.length >= shortestStem) put(families, family, word);
  }
  return { bases, families };
}

/** The highest share of each. */
class Shares {
  readonly #shares = new Map<number, number>();
  add(id: number, share: number): void {
    if (share > (this.#shares.get(id) ?? 0)) this.#shares.set(id, share);
  }
  sorted(words: readonly string[]): Candidate[] {
    return [...this.#shares].map(([id, share]) => ({ word: words[id]!, share })).sort((a, b) => b.share - a.share);
  }
}

/** Meanings that hold all of the words. */
function holders(parts: readonly string[], { holding }: Glosses): readonly number[] {
  const lists = parts.map((part) => holding.get(part) ?? []).sort((a, b) => a.length - b.length);
  return lists.slice(1).reduce((some, list) => {
    const all = new Set(list);
    return some.filter((gloss) => all.has(gloss));
  }, lists[0] ?? []);
}

/** Chinese words for an English phrase; for a single word also those of which it says a part. */
function called(phrase: readonly string[], all: Known): Candidate[] {
  const { owners, lengths, usual, holding } = all.glosses;
  const { bases, families } = all.forms;
  const parts = phrase.filter((part) => !small.has(part));
  if (parts.length === 0) return [];
  const shares = new Shares();
  const add = (some: readonly string[], worth: number) => {
    const partial = some.length === 1 && (holding.get(some[0]!)?.length ?? 0) <= common;
    for (const gloss of holders(some, all.glosses))
      if (lengths[gloss] === some.length) shares.add(owners[gloss]!, worth * usual[gloss]!);
      else if (partial) shares.add(owners[gloss]!, (worth * partly * usual[gloss]!) / lengths[gloss]!);
  };
  add(parts, 1);
  for (const others of product(parts.map((part) => roots(part).flatMap((root) => bases.get(root) ?? []))))
    add(others, formed);
  if (parts.length === 1) for (const other of families.get(stem(parts[0]!)) ?? []) add([other], derived);
  return shares.sorted(all.words);
}

const product = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((some, list) => some.flatMap((each) => list.map((word) => [...each, word])), [[]]);

/** Words that share meanings with one: whole ones, or the rarer words of them. */
function nearest(word: string, all: Known): Candidate[] {
  const { words, meant, byWord } = all;
  const own = byWord.get(word);
  if (own === undefined) return [];
  const { owners, lengths, verbs, holding } = all.glosses;
  const shares = new Shares();
  for (const gloss of meant[own]!.split('|')) {
    const parts = contents(gloss);
    const lists = parts.map((part) => holding.get(part) ?? []);
    const worth = lists.map((list) => 1 / Math.log(2 + list.length));
    const total = worth.reduce((sum, each) => sum + each, 0);
    const sums = new Map<number, number>();
    for (const [i, list] of lists.entries())
      if (list.length <= common || parts.length === 1)
        for (const other of list) sums.set(other, (sums.get(other) ?? 0) + worth[i]! / total);
    for (const [other, sum] of sums) {
      // A meaning in more words than are shared says something else besides.
      const share = sum * Math.min(1, (parts.length + 0.5) / (lengths[other]! + 0.5));
      const use = verbs[other] === does(gloss) ? 1 : otherUse;
      if (share * use >= alike && owners[other] !== own) shares.add(owners[other]!, share * use);
    }
  }
  return shares.sorted(words);
}
