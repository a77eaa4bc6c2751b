/** Sections by what they are called, for hints: `section:problems`, 章节：总体情况. Pure over the lexicon. */
import { foldText } from '../lexicon/fold.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { alternatives } from '../text/alternatives.ts';

const plain = (name: string) => foldText(name).replace(/\s/g, '');

/** The number of the section that bears a name, or whose title alone holds it; null where none does or several do. */
export function sectionsNamed({ sections }: Pick<Lexicon, 'sections'>): (name: string) => number | null {
  let known: ReadonlyMap<string, number> | null = null;
  const titles = sections.map(({ id, zh }) => ({ number: Number(id), title: plain(zh) }));
  return (typed) => {
    const name = plain(typed);
    if (name.length < 2) return null;
    known ??= numbers(sections);
    const exact = known.get(name);
    if (exact !== undefined) return exact;
    const holding = titles.filter(({ title }) => title.includes(name));
    return holding.length === 1 ? holding[0]!.number : null;
  };
}

function numbers(sections: Lexicon['sections']): Map<string, number> {
  const found = new Map<string, number>();
  for (const { id, zh, en, zhNames, enNames } of sections)
    for (const name of [zh, en, ...[...zhNames, ...enNames].flatMap(alternatives)])
      if (!found.has(plain(name))) found.set(plain(name), Number(id));
  return found;
}
