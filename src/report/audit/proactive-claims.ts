/**
 * What the text says of the things that table 2 counts: documents made and repealed, decisions taken, fees. 全年制发规范性文件3件 is a
 * claim, 公开规范性文件3件 is none (what is disclosed may be older, or another's). A clause with any other word is left alone.
 */
import { isGovernment } from '../own-name.ts';
import type { Report } from '../report.ts';
import { bare } from './bare.ts';
import { endsInOtherYear, isOtherPeriod, isOutOfScope, namesAnother } from './claim-scope.ts';
import { type Clause, clausesOf } from './clauses.ts';
import type { Passage, Sentence } from './passage.ts';
import { quantitiesIn } from './quantity.ts';
import { tailOf } from './tallies.ts';

/** Measures that the claim can be of: the form's own is the one that the report has. */
export interface ProactiveClaim {
  readonly measures: readonly string[];
  readonly value: number;
  /** False: the words may be of something wider or narrower than what the form counts. */
  readonly sure: boolean;
  /** Whose: the reporting bureau's, everybody's in a government's report, or in one it may be the government's own alone. */
  readonly of: 'own' | 'everyone' | 'perhaps-everyone';
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/** Folded words → the measures of the two forms. */
const documents: Readonly<Record<string, string>> = { 规章: 'rules', 规范性文件: 'normative' };
const decisions: Readonly<Record<string, string>> = {
  行政许可: 'licensing',
  行政处罚: 'penalties',
  行政强制: 'coercion',
};
const others: Readonly<Record<string, readonly string[]>> = {
  行政事业性收费: ['fees.amount'],
  政府集中采购: ['procurement.items'],
  集中采购: ['procurement.items'],
};

const make = '(?:新)?(?:制定|制发|出台|印发|制作)(?:、|和|并|及)?(?:制定|制发|出台|印发|实施|公布|发布|公开)?';
const document = '(?:行政|政府|部门)?(?<document>规章|规范性文件)';
const decision = '(?<decision>行政许可|行政处罚|行政强制)类?';
const object = '(?:处理决定|决定书?|措施|案件|事项|业务)?';
const number = '(?:数量?|总数|件数)?(?:为|是|达|有|计)?';
const made = [new RegExp(`^(?:${make})(?:${document})?${number}$`), new RegExp(`^${document}(?:${make})?${number}$`)];
const repealed = new RegExp(`^(?:宣布)?废止(?:${document})?${number}$`);
const inForce = new RegExp(`^(?:目前|现有|现|保留|尚)?现行有效(?:${document})?${number}$`);
const all = '(?:总数量?|总量)';
const open = [
  new RegExp(`^(?:对外)?公开(?:的)?${document}?${all}${number}$`),
  new RegExp(`^(?:对外)?公开${all}${number}${document}$`),
];
const decided = new RegExp(`^(?<verb>依法作出|作出|做出|下达|办理|办结|实施|完成)?${decision}${object}${number}$`);
const counters = new Set(['件', '份', '起', '宗', '例', '件次', '项']);
const fees = new RegExp(`^(?:收取|征收)?行政事业性收费(?:金额|总额|总金额|收入|总收入)?${number}$`);
const inTenThousands: Readonly<Record<string, number>> = { 元: 1e-4, 万元: 1, 亿元: 1e4 };

/** Every claim of the report's sections. */
export function proactiveClaims(report: Report, passages: readonly Passage[]): ProactiveClaim[] {
  const found: ProactiveClaim[] = [];
  for (const { part, sentences } of passages)
    if (part === 'section')
      for (const sentence of sentences)
        if (/规章|规范性文件|行政许可|行政处罚|行政强制|收费|集中采购/.test(sentence.text))
          found.push(...claimsIn(sentence, report));
  return found;
}

function claimsIn(sentence: Sentence, report: Report): ProactiveClaim[] {
  const { text, passage } = sentence;
  const found: ProactiveClaim[] = [];
  // 制发规范性文件2件，废止1件，现行有效30件: the clauses behind name no document.
  let document = '';
  for (const clause of clausesOf(text)) {
    const read = denied(clause, report) ?? stated(clause, text, report, document);
    const named = /规章|规范性文件/.exec(clause.text)?.[0];
    // 行政许可方面，…: what the clause before is about, where it is about nothing else.
    const heading = /^(?:在)?(行政许可|行政处罚|行政强制|行政事业性收费)(?:工作)?方面$/.exec(clause.text)?.[1];
    document = named ?? heading ?? (/行政许可|行政处罚|行政强制/.test(clause.text) ? '' : document);
    if (read === null) continue;
    const before = text.slice(0, clause.start);
    if (isOtherPeriod(before, clause.text) || endsInOtherYear(before + clause.text, report.year)) continue;
    if (namesAnother(before + clause.text, report) === true || isOutOfScope(clause.text, before, report.agency))
      continue;
    const of = !governs(report) ? 'own' : everywhere.test(before + clause.text) ? 'everyone' : 'perhaps-everyone';
    const start = sentence.start + clause.start;
    const place = { passage, start, end: start + clause.text.length };
    for (const { at, sure, ...each } of read) found.push({ ...each, ...place, at: start + at, sure, of });
  }
  return found;
}

const governs = ({ agency }: Report): boolean => agency === null || isGovernment(agency);

const everywhere = /全[县市区省州旗镇乡]|各级|我[县市区省州旗镇乡]/;
/** 全县各级行政机关共作出…: in a government's report, all that its tables count. */
const everyone = /^(?:全[县市区省州旗镇乡])?(?:(?:各级|各)?(?:行政机关|政府部门|部门|单位))?/;
const words = (text: string, report: Report): string => {
  const said = bare(text, report);
  return governs(report) ? said.replace(everyone, '') : said;
};

type Read = Pick<ProactiveClaim, 'measures' | 'value' | 'sure' | 'at'>;

/** 未制定规章和规范性文件, 无行政许可、行政处罚事项: none of each; null where the clause is no such thing. */
function denied({ text }: Clause, report: Report): Read[] | null {
  const match =
    /(?:未曾|尚未|未|没有|无|不涉及)(?:新?(?:制定|制发|出台|印发|制作|作出|做出|实施|办理|发生|开展|收取|产生|涉及|有))*过?/.exec(
      text,
    );
  // 行政处罚、行政强制均为0件.
  const noughts = /^((?:[^\d]{0,14}20\d\d年度?)?[^\d]+?)(?:数量?)?[均都皆](?:为|是)?(?:0|零)[件宗起份项]?$/.exec(text);
  if (noughts === null && (match === null || words(text.slice(0, match.index), report) !== '')) return null;
  const at = noughts?.index ?? match!.index;
  const object = (noughts === null ? text.slice(at + match![0].length) : words(noughts[1]!, report)).replace(
    /(?:事项|情况|情形|行为|项目|处理决定|决定|案件|发生|制发|出台|印发|制定)*$/,
    '',
  );
  const items = object
    .split(/、|以及|和|及|或|与/)
    .map((item) => item.replace(/^(?:任何|新的|行政(?=规范)|政府(?=规章)|部门(?=规章))/, ''));
  const found = items.map((item) => zeroOf(item));
  if (found.some((each) => each === null)) return null;
  return found.flatMap((measures) => ({ measures: measures!, value: 0, sure: true, at }));
}

function zeroOf(item: string): readonly string[] | null {
  if (documents[item] !== undefined) return issuedOf(documents[item]);
  if (decisions[item] !== undefined) return [`${decisions[item]}.decisions`];
  return others[item] ?? null;
}

const issuedOf = (kind: string): readonly string[] => [`${kind}.made`, `${kind}.issued`];

/** 制发规范性文件3件, 作出行政许可5件、行政处罚2件; null where another word stands in the clause. */
function stated({ text }: Clause, sentence: string, report: Report, told: string): Read[] | null {
  // What a gazette prints is everybody's.
  if (/备案|公报|刊登|刊载|汇编/.test(sentence)) return null;
  const each = respectively(text);
  if (each !== null) {
    const found = each.map(({ words, at }) => ({ read: itemOf(words, '', '', report), at }));
    return found.some(({ read }) => read === null) ? null : found.map(({ read, at }) => ({ ...read!, at }));
  }
  const found: Read[] = [];
  let start = 0;
  let [verb, document] = ['', told];
  for (const item of text.split(/(?<=\d[件份起宗例项])(?:、|以及|和|及)/)) {
    const at = text.indexOf(item, start);
    start = at + item.length;
    const read = itemOf(item, verb, document, report);
    if (read === null) return null;
    document = /规章|规范性文件/.exec(read.words)?.[0] ?? document;
    verb = /^(?:依法)?(?:作出|做出|下达|实施)/.exec(read.words)?.[0] ?? verb;
    found.push({
      measures: read.measures,
      sure: read.sure,

      value: read.value,
      at: at + read.at,
    });
  }
  return found;
}

/** 行政处罚决定5件均在网上公示: what was done with all of them. */
const published = /^(?:均|都|全部|已)+(?:在|于|通过|按)?[\u4e00-\u9fff]{0,12}(?:公示|公开|公布)$/;

/** 行政许可、行政处罚决定数分别为5件、2件: each with its figure; null where the clause is no such thing. */
function respectively(text: string): { readonly words: string; readonly at: number }[] | null {
  const match =
    /^(?<heads>[^\d]+?)(?<shared>(?:处理)?决定(?:数量?|件数|总数)?)?分别(?<verb>作出|做出|下达)?(?<noun>(?:处理)?决定)?[为是有达]*(?=\d)/.exec(
      text,
    );
  if (match === null) return null;
  const { heads, shared = '', verb = '', noun = '' } = match.groups as Record<string, string | undefined>;
  const names = heads!.split(/、|以及|和|及/);
  const figures = quantitiesIn(text.slice(match[0].length));
  if (names.length < 2 || names.length !== figures.length) return null;
  return figures.map(({ start, end }, index) => {
    const at = match[0].length + start;
    return { words: `${verb}${names[index]}${shared}${noun}${text.slice(at, match[0].length + end)}`, at };
  });
}

/** One item, with its figure; `verb` and `document` are what the items before name. */
function itemOf(
  text: string,
  verb: string,
  document: string,
  report: Report,
): (Read & { readonly words: string }) | null {
  const all = quantitiesIn(text);
  const [quantity] = all;
  if (quantity === undefined || all.length > 1 || quantity.approximate) return null;
  const tail = tailOf(text, quantity.end).replace(published, '');
  // 作出3件行政处罚决定 says it behind the figure.
  const said = words(text.slice(0, quantity.start), report) + (tail === '' ? '' : bare(tail, report));
  const place = { at: quantity.start, words: said };
  const factor = inTenThousands[quantity.unit ?? ''];
  if (factor !== undefined) {
    const value = Math.round(quantity.value * factor * 1e6) / 1e6;
    return fees.test(said) || isFee(said) || isFee(said + document)
      ? { ...place, measures: ['fees.amount'], value, sure: true }
      : null;
  }
  const read = counters.has(quantity.unit ?? '')
    ? (kindOf(verb + said) ?? kindOf(said) ?? kindOf(said + document))
    : null;
  return read === null ? null : { ...read, ...place, value: quantity.value };
}

/** 行政事业性收费 and a sum, with words that only say that it came in. */
const isFee = (words: string): boolean =>
  words.includes('行政事业性收费') &&
  words
    .replace('行政事业性收费', '')
    .replace(neutral, '')
    .replace(/收费|收取|征收|实现|纳入预算管理|上缴(?:国库|财政)|公开/g, '') === '';

/** Words that stand beside a figure and change nothing of what it counts. */
const neutral =
  /依法|依规|依照|共计|累计|总计|合计|全部|全年|本年度?|当年度?|年内|按规定|按要求|按时|及时|主动|集中|统一|均|共|已经?|全|在?(?:[县市区]?人民)?(?:政府)?(?:门户)?网站|向社会|数量?|总数|总量|件数|金额|总额|收入|分别|方面|处理|案件|业务|事项|措施|类|有(?!效)|[的了为是达计本年并在中]/g;
const subject = /(?:行政|政府|部门)?(规章|规范性文件)|(行政许可|行政处罚|行政强制)|行政事业性收费/;
/** What was done, and whether that makes the figure the table's own for certain. */
const deeds: readonly (readonly [RegExp, 'decided' | 'issued' | 'repealed' | 'inForce' | 'handled', boolean])[] = [
  [/^(?:作出|做出|下达|实施|准予|给予|采取)?(?:决定书?)$|^(?:作出|做出|下达|实施|准予|给予|采取)$/, 'decided', true],
  [/^(?:查处违法(?:行为)?)?(?:作出|做出|下达)(?:决定书?)?$/, 'decided', true],
  [/^(?:新)?(?:制定|制发|出台|印发|制作|发布)(?:制定|制发|出台|印发|实施|公布|发布|公开)?$/, 'issued', true],
  [/^(?:清理后?)?(?:宣布)?(?:废止|失效)$/, 'repealed', true],
  [/^(?:现行|继续|保留)?有效$|^保留$/, 'inForce', true],
  [/^(?:办理|办结|完成)$/, 'handled', false],
];

/** 行政强制措施采取7件: the thing and what was done with it, in whatever order, where no other word is left. */
function byWords(words: string): Pick<Read, 'measures' | 'sure'> | null {
  const named = subject.exec(words);
  if (named === null) return null;
  const rest = words.replace(named[0], '').replace(neutral, '');
  const [, document, decision] = named;
  if (document === undefined && decision === undefined) return null;
  const deed = deeds.find(([pattern]) => pattern.test(rest));
  if (deed === undefined) return null;
  const [, what, sure] = deed;
  if (decision !== undefined)
    return /decided|handled/.test(what) ? { measures: [`${decisions[decision]!}.decisions`], sure } : null;
  const kind = documents[document!]!;
  if (what === 'issued') return { measures: issuedOf(kind), sure };
  return what === 'repealed' || what === 'inForce' ? { measures: [`${kind}.${what}`], sure } : null;
}

function kindOf(words: string): Pick<Read, 'measures' | 'sure'> | null {
  for (const pattern of made) {
    const kind = documents[pattern.exec(words)?.groups?.document ?? ''];
    if (kind !== undefined) return { measures: issuedOf(kind), sure: new RegExp(make).test(words) };
  }
  const gone = documents[repealed.exec(words)?.groups?.document ?? ''];
  if (gone !== undefined) return { measures: [`${gone}.repealed`], sure: true };
  const held = documents[inForce.exec(words)?.groups?.document ?? ''];
  if (held !== undefined) return { measures: [`${held}.inForce`], sure: true };
  for (const pattern of open) {
    const disclosed = documents[pattern.exec(words)?.groups?.document ?? ''];
    if (disclosed !== undefined) return { measures: [`${disclosed}.disclosedTotal`], sure: true };
  }
  const groups = decided.exec(words)?.groups;
  const taken = decisions[groups?.decision ?? ''];
  if (taken === undefined) return byWords(words);
  // 办理行政处罚案件5件 may be more than were decided this year.
  return {
    measures: [`${taken}.decisions`],
    sure: /作出|做出|下达/.test(groups?.verb ?? '') || /决定/.test(words) || /^实施行政(?:处罚|强制)/.test(words),
  };
}
