/** The vocabulary: every name and phrase of the lexicon that can stand in a question, ready to be found. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Sense } from './marks.ts';
import { Names } from './names.ts';
import { RateId } from './plan.ts';
import { foldName } from './typed.ts';
import { Wordings } from './wordings.ts';

export interface Vocabulary {
  readonly names: Names<Sense>;
  /** Ordinary words, which restrict nothing: heard where a question is not understood with its other words alone. */
  readonly plain: Names<Sense>;
  readonly wordings: Wordings<Sense>;
  /** Words that English names are made of: what a misspelt word may have meant. */
  readonly words: ReadonlySet<string>;
  /** Words of what departments are called in English (bureau, commission): short ones are corrected too. */
  readonly offices: ReadonlySet<string>;
}

const made = new WeakMap<Lexicon, Vocabulary>();

/** The vocabulary of this lexicon, made once. */
export function vocabularyOf(lexicon: Lexicon): Vocabulary {
  const known = made.get(lexicon);
  if (known) return known;
  const fresh = build(lexicon);
  made.set(lexicon, fresh);
  return fresh;
}

function build(lexicon: Lexicon): Vocabulary {
  const names = new Names<Sense>();
  const wordings = new Wordings<Sense>();
  const { spoken } = lexicon.words;
  const words = new Set<string>();
  const offices = new Set<string>();
  const add = (sense: Sense, ...lists: readonly (readonly string[])[]) => {
    for (const list of lists)
      for (const name of list) {
        const folded = foldName(name);
        names.add(folded, sense);
        // 啥, 咋: every name that holds 什么 or 怎么 is said so too.
        for (const { zh, also } of spoken)
          if (folded.includes(zh)) for (const word of also) names.add(folded.replace(zh, word), sense);
        if (sense.kind === 'department') for (const word of folded.match(/[a-z]{6,}/g) ?? []) offices.add(word);
        if (sense.kind !== 'word' || /^(op|audit|meta|section|order|search)/.test(sense.rule))
          for (const word of folded.match(/[a-z]{5,}/g) ?? []) words.add(word);
      }
  };
  const ids = lexicon.measures.map(({ id }) => id);
  const matching = (patterns: readonly string[]) => {
    const tests = patterns.map((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`));
    return ids.filter((id) => tests.some((test) => test.test(id)));
  };
  for (const { rule, zh, en } of lexicon.words.rules) add({ kind: 'word', rule }, zh, en);
  for (const { id, zhNames, enNames } of lexicon.measures)
    add({ kind: 'measure', ids: [id], fallback: [] }, zhNames, enNames);
  const groups = new Map(lexicon.words.groups.map((group) => [group.id, group.measures]));
  for (const { measures, default: fallback, zh, en } of lexicon.words.measureWords)
    add(
      { kind: 'measure', ids: matching(measures), fallback: fallback.flatMap((id) => groups.get(id) ?? [id]) },
      zh,
      en,
    );
  for (const { rule, measures, default: fallback, zh, en } of lexicon.words.wordings) {
    const meaning: Sense =
      rule === undefined
        ? { kind: 'measure', ids: matching(measures), fallback: fallback.flatMap((id) => groups.get(id) ?? [id]) }
        : { kind: 'word', rule };
    for (const pattern of [...zh, ...en]) wordings.add(pattern, meaning);
  }
  for (const { id, zhNames, enNames } of lexicon.applicants) add({ kind: 'applicant', id }, zhNames, enNames);
  for (const { id, zhNames, enNames } of lexicon.sections)
    add({ kind: 'section', number: Number(id) }, zhNames, enNames);
  for (const { zh, section, zhNames, enNames } of lexicon.words.parts)
    add({ kind: 'part', zh, section: section ?? null }, zhNames, enNames);
  for (const { id, zh, en, zhNames, enNames } of lexicon.themes)
    add({ kind: 'theme', id }, [zh], [en], zhNames, enNames);
  for (const { zh, zhNames, enNames } of lexicon.words.topics) {
    // A narrower name is searched for as it is: 培训班 is not any training.
    add({ kind: 'topic', zh }, enNames);
    for (const name of zhNames) add({ kind: 'topic', zh: name }, [name]);
  }
  for (const { id, zhNames, enNames } of lexicon.words.rates)
    add({ kind: 'rate', id: RateId.parse(id) }, zhNames, enNames);
  for (const { id, zhNames, enNames } of lexicon.definitions) add({ kind: 'definition', id }, zhNames, enNames);
  for (const { id, endings, en, english } of lexicon.kinds) {
    // Chinese 中心 are called centers as often as what the department is called elsewhere.
    const centers = endings.some((ending) => ending.endsWith('中心'))
      ? english
          .filter((name) => name.endsWith(' bureau'))
          .flatMap((name) =>
            ['center', 'centre', 'service center', 'service centre'].flatMap((word) => [
              name.replace(/bureau$/, word),
              // "The government offices centre" administers them.
              name.replace(/administration bureau$/, word),
            ]),
          )
      : [];
    // S&T, NDRC: an abbreviation is a name by itself.
    // "The land branch", "police force": what else an office, or those who work in it, are called.
    const others = english.flatMap((name) =>
      name.endsWith(' bureau') ? staff.map((word) => name.replace(/bureau$/, word)) : [],
    );
    const letters = english.flatMap((name) => /^([^aeiou\s]{2,4}) bureau$/i.exec(name)?.[1] ?? []);
    // "Yanchi keji ju", kejiju: as pinyin is written, word by word or all at once.
    const spelled = endings.flatMap((ending) => lexicon.words.offices.get(ending) ?? []);
    add(
      { kind: 'department', id, plural: false },
      spelled,
      spelled.map((name) => name.replaceAll(' ', '')),
    );
    add({ kind: 'department', id, plural: false }, endings, [en], english, centers, others, letters);
    const plural = [en, ...english].map(several);
    add(
      { kind: 'department', id, plural: true },
      plural,
      plural.map((name) => name.replace(/bureaus\b/, 'bureaux')),
    );
  }
  // "Yanchi civil affairs": what a department looks after names it beside a place. Words that mean something else do not.
  for (const { id, english } of lexicon.kinds)
    for (const name of english) {
      const after = foldName(name.replace(/ bureau$/, ''));
      add({ kind: 'department', id, plural: true }, [`${after} sector`, `${after} sector agencies`, `${after} system`]);
      if (after === foldName(name) || names.has(after) || lexicon.words.plain.has(after) || / of |^.{1,4}$/.test(after))
        continue;
      names.add(after, { kind: 'department', id, plural: false });
      names.add(after, { kind: 'word', rule: 'department.field' });
    }
  // 平罗公安, 固原教育: so it does in Chinese; 公安系统 and 科技口子 are all of the kind.
  for (const { id, endings } of lexicon.kinds)
    for (const field of new Set(endings.flatMap((name) => /^(.{2,})(?:局|厅|委员会|委)$/.exec(name)?.[1] ?? []))) {
      for (const all of [
        '部门',
        '各部门',
        '主管部门',
        '系统',
        '系统各单位',
        '口子',
        '口',
        '条线',
        '战线',
        '局们',
        '部门们',
      ])
        add({ kind: 'department', id, plural: true }, [`${field}${all}`]);
      const known = [...(names.valuesOf(field) ?? [])];
      if (known.some(({ kind }) => !/^(topic|theme|part|definition)$/.test(kind)) || lexicon.words.plain.has(field))
        continue;
      names.add(field, { kind: 'department', id, plural: false });
      names.add(field, { kind: 'word', rule: 'department.field' });
    }
  // 彭阳县服务中心: which centre, its place says; elsewhere it is a matter of the text.
  for (const name of [...centres.zh, ...centres.en]) {
    const folded = foldName(name);
    if (names.valuesOf(folded)?.some(({ kind }) => kind === 'department')) continue;
    names.add(folded, { kind: 'department', id: CENTRE, plural: false });
    names.add(folded, { kind: 'word', rule: 'department.centre' });
    if (centres.zh.includes(name)) names.add(folded, { kind: 'topic', zh: name });
  }
  const plain = new Names<Sense>();
  for (const word of lexicon.words.plain) plain.add(foldName(word), { kind: 'word', rule: 'plain' });
  return { names, plain, wordings, words, offices };
}

/** The kind of a body that is only called a centre: of any kind, so that its place must tell which. */
export const CENTRE = 'a centre';
const centres = {
  zh: ['服务中心', '事务中心', '管理中心', '事务服务中心', '管理服务中心', '服务管理中心'],
  en: ['center', 'centre'].flatMap((word) => [
    ...[
      'service',
      'services',
      'affairs',
      'administration',
      'administrative',
      'management',
      'government',
      'affairs service',
      'administration service',
    ].map((of) => `${of} ${word}`),
    word,
  ]),
};

/** Those that an office is called by in passing. */
const staff = [
  'branch',
  'people',
  'folks',
  'force',
  'regulator',
  'service',
  'unit',
  'body',
  'board',
  'administration',
  'division',
  'side',
  'team',
  'ministry',
  'org',
  'organ',
];

/** Plurals of what a department is called: "finance bureaus", "bureaus of finance". */
function several(name: string): string {
  const [, office, rest] = /^(bureau|department|commission|office|agency|authority)( of .+)$/.exec(name) ?? [];
  return office ? `${several(office)}${rest}` : `${name.replace(/y$/, 'ie').replace(/(s|ch)$/, '$1e')}s`;
}
