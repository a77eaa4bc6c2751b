/** The words of questions: measures, applicants, sections, themes, definitions and the phrases that rules fire on. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { alternatives } from '../text/alternatives.ts';
import type { Lexicon } from './lexicon.ts';
import { plainWords } from './plain.ts';

const names = z.array(z.string()).transform((patterns) => [...new Set(patterns.flatMap(alternatives))]);
const term = { id: z.string(), zh: z.string(), en: z.string(), zhNames: names, enNames: names };
const Term = z.object(term);

const Measures = z.object({
  measures: z.array(
    z.object({
      ...term,
      table: z.union([z.literal(2), z.literal(3), z.literal(4)]),
      unit: z.string(),
      forms: z.array(z.enum(['2019', '2021'])),
    }),
  ),
  groups: z.array(
    z.object({
      id: z.string(),
      zh: z.string(),
      en: z.string(),
      combine: z.enum(['each', 'sum']),
      measures: z.array(z.string()),
    }),
  ),
  words: z.array(
    z.object({ measures: z.array(z.string()), zh: names, en: names, default: z.array(z.string()).default([]) }),
  ),
});
const Applicants = z.object({ applicants: z.array(Term) });
const Sections = z.object({ sections: z.array(Term), parts: z.array(Term.extend({ section: z.number().optional() })) });
const Themes = z.object({ themes: z.array(Term.extend({ kind: z.enum(['problem', 'measure']) })) });
const Definitions = z.object({
  definitions: z.array(z.object({ ...term, text: z.object({ zh: z.string(), en: z.string() }), source: z.string() })),
});
const Topics = z.object({ topics: z.array(Term.extend({ channel: z.boolean().default(false) })) });
const Rates = z.object({ rates: z.array(Term.extend({ measures: z.string() })) });
const Slips = z.object({
  slips: z.array(z.object({ from: z.string().min(1), to: z.string() })),
  spoken: z.array(z.object({ zh: z.string(), also: z.array(z.string()) })),
});
const Wordings = z.object({
  wordings: z.array(
    z.object({
      rule: z.string().optional(),
      measures: z.array(z.string()).default([]),
      default: z.array(z.string()).default([]),
      zh: z.array(z.string()),
      en: z.array(z.string()),
    }),
  ),
});
/** Regular expressions over folded text: Chinese stands where it stands, English between the edges of words. */
const patterns = z.array(z.string());
const Unheld = z.object({
  dimensions: z
    .array(
      z.object({
        id: z.string(),
        zh: z.string(),
        en: z.string(),
        names: z.boolean(),
        open: z.boolean().default(false),
        zhNames: patterns,
        enNames: patterns,
      }),
    )
    .transform((rows) =>
      rows.map(({ zhNames, enNames, ...row }) => ({
        ...row,
        patterns: [
          ...zhNames.map((name) => new RegExp(name, 'g')),
          ...enNames.map((name) => new RegExp(`(?<![a-z0-9])(?:${name})(?![a-z0-9])`, 'g')),
        ],
      })),
    ),
});
const Words = z.object({ rules: z.array(z.object({ rule: z.string(), zh: names, en: names })) });

export type Glossary = Pick<Lexicon, 'measures' | 'applicants' | 'sections' | 'themes' | 'definitions' | 'words'>;

function read<T extends z.ZodType>(shape: T, file: string): z.infer<T> {
  return shape.parse(JSON.parse(readFileSync(new URL(`../../index/${file}.json`, import.meta.url), 'utf8')));
}

/** Ordinary English words that stand within two edits of a word of questions or of a place's pinyin. */
function ordinaryWords(): ReadonlySet<string> {
  const text = readFileSync(new URL('../../index/ordinary.txt', import.meta.url), 'utf8');
  return new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
}

let loaded: Glossary | undefined;

/** Reads the word files of index/ once a process; throws where one does not have its documented shape. */
export function loadGlossary(): Glossary {
  loaded ??= build();
  return loaded;
}

function build(): Glossary {
  const { measures, groups, words } = read(Measures, 'measures');
  const { sections, parts } = read(Sections, 'sections');
  return {
    measures,
    applicants: read(Applicants, 'applicants').applicants,
    sections,
    themes: read(Themes, 'themes').themes,
    definitions: read(Definitions, 'definitions').definitions,
    words: {
      groups,
      measureWords: words,
      wordings: read(Wordings, 'wordings').wordings,
      unheld: read(Unheld, 'unheld').dimensions,
      parts,
      topics: read(Topics, 'topics').topics,
      rates: read(Rates, 'rates').rates,
      ...read(Slips, 'slips'),
      offices: new Map(Object.entries(read(z.record(z.string(), z.string()), 'offices'))),
      rules: read(Words, 'words').rules,
      ordinary: ordinaryWords(),
      plain: plainWords(),
    },
  };
}
