/** Reads index/ and puts the lexicon together. */
import { createHash } from 'node:crypto';
import { agencyNames } from './agency-names.ts';
import { analyzer } from './analyze.ts';
import { json, lines, read } from './files.ts';
import { loadGlossary } from './glossary.ts';
import type { Lexicon } from './lexicon.ts';
import { meaningsReader } from './meanings.ts';
import { nameParts } from './names.ts';
import { pinyinOf } from './pinyin.ts';
import { everydayOf, relatedOf } from './related.ts';
import { type SuccessionRow, successionReader } from './succession.ts';
import type { SynonymRow } from './synonyms.ts';
import { unasked } from './unasked.ts';

/** Raised when analysis itself changes: an index built by another analyzer is refused. */
const analyzerVersion = '5';

let loaded: Lexicon | undefined;

/** The lexicon of index/, read once a process. The segmenter's dictionary waits for the first text that needs it. */
export function loadLexicon(): Lexicon {
  loaded ??= build();
  return loaded;
}

function build(): Lexicon {
  const { divisions, kinds, agency } = nameParts();
  const { succeeded } = json<{ succeeded: SuccessionRow[] }>('agencies.json');
  const glossary = loadGlossary();
  const words = lines('userdict.txt');
  const synonyms = json<SynonymRow[]>('synonyms.json');
  const meanings = meaningsReader();
  const analyze = analyzer({
    ordinary: meanings.known,
    words,
    stopWords: lines('stopwords.txt'),
    synonyms,
    kinds,
    divisions,
    glossary: [
      ...glossary.measures,
      ...glossary.applicants,
      ...glossary.sections,
      ...glossary.themes,
      ...glossary.definitions,
      ...json<{ zh: string; en: string[] }[]>('english.json').map(({ zh, en }) => ({
        ...{ zh, zhNames: [], en: en[0] ?? '', enNames: en },
      })),
    ],
  });
  const pinyin = pinyinOf(lines('pinyin.txt'));
  const hash = createHash('sha256').update(analyzerVersion);
  for (const file of ['userdict.txt', 'stopwords.txt', 'synonyms.json', 'kinds.json'])
    hash.update(`\n${file}\n`).update(read(file));
  return {
    hash: hash.digest('hex'),
    analyze: analyze.analyze,
    clauses: analyze.clauses,
    expand: analyze.expand,
    part: analyze.part,
    pinyin,
    spellings: [...new Set([...words, ...synonyms.flatMap((row) => [row.key, ...row.words])])],
    related: relatedOf(lines('related.txt')),
    everyday: everydayOf(lines('everyday.txt')),
    ...meanings,
    unasked: unasked(lines('fillers.txt')),
    divisionsIn: divisions.in,
    division: divisions.find,
    agency,
    succession: successionReader(succeeded),
    agencyNames: (agency) => agencyNames(agency, divisions, kinds, pinyin),
    kinds: kinds.all,
    ...glossary,
  };
}
