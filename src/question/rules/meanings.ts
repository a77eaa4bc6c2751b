/** What several words mean: two that are told apart, and what an article of the Regulations is about. */
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';

/** Restricts or counts: whoever says so asks for figures. */
const counting = [
  'ask.quantity',
  'count',
  'which',
  'order',
  'op.sum',
  'op.average',
  'op.trend',
  'cmp.gt',
  'cmp.lt',
  'unit.case',
];

/** 部分公开跟予以公开咋区分 · "is carried forward the same as pending": both are explained. */
export const toldApart: Rule = {
  name: 'words told apart',
  make(hearing) {
    const { marks, bodies, when } = hearing;
    if (bodies.length > 0 || when.mode !== 'open' || marks.has(...counting)) return null;
    if (!marks.has('definition.apart', 'op.compare', 'definition', 'members') || marks.has('forms.both')) return null;
    const terms = termsIn(hearing);
    const apart = marks.has('definition.apart') || marks.firing('op.compare').some(({ text }) => differs.test(text));
    for (const [id, mark] of terms) if (fires(mark, 'filler')) terms.delete(id);
    if (terms.size < 2 || !(apart || asksMeaning(marks))) return null;
    return explaining(hearing, [...terms.keys()].slice(0, 4), [...terms.values()], this.name);
  },
};

/** 复议结果纠正和结果维持是什么意思: several words, each explained. */
const meaning =
  /意思|含义|定义|什么叫|什么是|解释|指什么|\b(?:mean|means|meaning|define|definition|explain|explained)\b/;
const asksMeaning = (marks: Hearing['marks']): boolean =>
  marks.has('and') &&
  [...marks.firing('definition'), ...marks.firing('members')].some(({ text }) => meaning.test(text));

const differs = /不同|区别|差别|差异|异同|differ|versus|^vs|contrast|compare|distin/;

/** 条例第十六条管的是哪些 · "article 15 covers which exemption": whatever is explained by it. */
export const article: Rule = {
  name: 'article of the Regulations',
  make(hearing) {
    const { marks, bodies, when, question, lexicon } = hearing;
    if (bodies.length > 0 || when.mode !== 'open' || marks.has('op', 'order', 'count', 'unit.case')) return null;
    const found = articleOf.exec(question.text);
    const number = numberOf(found?.[1] ?? found?.[2] ?? '');
    if (number === null) return null;
    // What table 2 counts is asked for by its article too: of a report, not of the Regulations.
    if (marks.has('section.show', 'section.word') && !marks.has('ask', 'definition')) return null;
    // 谁提到《条例》第五十条: of the reports, too.
    if (asksWhich(marks) && marks.firing('search').some(({ text }) => citing.test(text))) return null;
    const terms = lexicon.definitions.filter(({ source }) => source.includes(`第${chineseOf(number)}条`));
    if (terms.length === 0) return null;
    return explaining(
      hearing,
      terms.map(({ id }) => id),
      [...marks.all],
      this.name,
    );
  },
};

/** 申请要收费吗 · "when may an agency refuse": the whole question names what is explained (`explains.*` in index/wordings.json). */
export const explained: Rule = {
  name: 'question of the Regulations',
  make(hearing) {
    const { marks, bodies, when, lexicon } = hearing;
    if (bodies.length > 0 || when.mode !== 'open' || marks.has('op', 'order', 'count')) return null;
    const ids = marks.all.flatMap(({ senses }) =>
      senses.flatMap((each) => (each.kind === 'word' && each.rule.startsWith('explains.') ? each.rule.slice(9) : [])),
    );
    const terms = [...new Set(ids)].filter((id) => lexicon.definitions.some((each) => each.id === id));
    return terms.length === 0 ? null : explaining(hearing, terms, marks.firing('explains'), this.name);
  },
};

const citing = /[提引]|写[到明有]|cit|mention|quot|refer/;
const articleOf = /第 ?([一二三四五六七八九十\d]{1,4}) ?条|\b(?:article|art\.?) ?(\d{1,2})\b/;
const digits = '零一二三四五六七八九';

function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text) ?? [];
  if (text === '' || (tens === undefined && ten === undefined && ones === undefined)) return null;
  if (ten === undefined) return digits.indexOf(tens ?? ones ?? '');
  return (tens === undefined ? 1 : digits.indexOf(tens)) * 10 + (ones === undefined ? 0 : digits.indexOf(ones));
}

const chineseOf = (number: number): string =>
  number < 10
    ? digits.charAt(number)
    : `${number < 20 ? '' : digits.charAt(Math.floor(number / 10))}十${number % 10 === 0 ? '' : digits.charAt(number % 10)}`;

/** Everything named that the glossary explains, in the order of the question: its id, and the piece that names it. */
export function termsIn(hearing: Hearing): Map<string, Mark> {
  const found = new Map<string, Mark>();
  for (const mark of hearing.marks.all) {
    const several = sense(mark, 'definition') ? [] : familiesOf(mark);
    if (several.length > 1 && !hearing.marks.used(mark)) for (const id of several) found.set(id, mark);
    const id = several.length > 1 ? null : termOf(mark, hearing);
    if (id !== null && !hearing.marks.used(mark) && !found.has(id)) found.set(id, mark);
  }
  return found;
}

/** 行政复议和行政诉讼 as one name: what it names. */
const familiesOf = (mark: Mark): readonly string[] => {
  const families = new Set((sense(mark, 'measure')?.ids ?? []).map((id) => id.split('.')[0]!));
  return families.size === 2 && families.has('review') && families.has('litigation') ? ['review', 'litigation'] : [];
};

/** What explains this piece, by the narrowest of its senses. */
function termOf(mark: Mark, { lexicon }: Hearing): string | null {
  const known = (id: string | undefined) => id !== undefined && lexicon.definitions.some((each) => each.id === id);
  const rate = sense(mark, 'rate');
  if (rate) {
    const id = rate.id.endsWith('Corrected') ? 'correctionRate' : `${rate.id}Rate`;
    if (known(id)) return id;
  }
  const definition = sense(mark, 'definition');
  if (definition) return definition.id;
  const measure = sense(mark, 'measure');
  if (measure && measure.ids.length <= 8 && !fires(mark, 'verb') && !fires(mark, 'filler')) {
    const names: Readonly<Record<string, string>> = {
      threeSecuritiesOneStability: 'threeSecurities',
      other: 'otherHandling',
    };
    const parts = measure.ids.map((id) =>
      id
        .split('.')
        .reverse()
        .map((part) => names[part] ?? part),
    );
    const id = parts[0]?.find((part) => known(part) && parts.every((each) => each.includes(part)));
    if (id !== undefined) return id;
  }
  const applicant = sense(mark, 'applicant');
  if (applicant && known(applicant.id)) return applicant.id;
  const section = sense(mark, 'section');
  return section && known(`section${section.number}`) ? `section${section.number}` : null;
}

function explaining({ marks }: Hearing, terms: readonly string[], used: readonly Mark[], rule: string): Draft {
  marks.use(...used);
  marks.useRule(
    'definition',
    'op.compare',
    'ask',
    'check',
    'search',
    'section',
    'verb',
    'not',
    'cmp.eq',
    'show',
    'members',
    'outcomes',
  );
  const [term, ...others] = terms;
  const plan = { operation: 'definition' as const, term: term ?? null };
  return { rule, needs: 'none', plan: others.length > 0 ? { ...plan, terms: [...terms] } : plan };
}
