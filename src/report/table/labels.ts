/** How alike a printed label and a row of the forms are: weighted common characters, and the numbering. */
import { fold } from '../../text/normalize.ts';
import { remembered } from '../../text/remembered.ts';
import { forms } from '../forms.ts';
import { aliases } from './aliases.ts';

/** Rows of both forms in one sequence: what the document's rows are aligned with. */
export interface FormLabel {
  /** Table 2: the first part of its measures ("licensing"); table 3: the measure; table 4: "all" or the first part. */
  readonly id: string;
  readonly table: 2 | 3 | 4;
  /** Article 20's item for table 2 ("一", "五", "六", "八", "九"), else null. */
  readonly item: string | null;
  /** Wordings without numbering and punctuation, folded. */
  readonly texts: readonly string[];
  /** Row （六）: the single row of 2019 or one of the three of 2021. */
  readonly six: 'single' | 'sub' | null;
  /** "1" or "六" as printed before the label, or null. */
  readonly number: string | null;
}

/** Table 4 as one row of 15, beside its three rows of 5. */
export const allOfTable4 = 'table4';

/** Group labels before a row's own one, all in one cell: 三、本年度办理结果（五）不予处理2.重复申请 · 第二十条第（五）项/行政许可. */
const groups =
  /^(?:[三3]?[、.．])?(?:本年度?)?办理结果[/>→|—-]{0,2}(?=[(（])|^[(（][三四五六][)）](?:不予公开|无法提供|不予处理|其他处理)[/>→|—-]{0,2}(?=\d)|^(?:不予公开|无法提供|不予处理|其他处理)[/>→|—:-]{1,2}(?=[\d\u3400-\u9fff])|^第二十条第?[(（]?[一五六八九][)）]?项[/>→|—:-]{1,2}(?=[\u3400-\u9fff])/;

/** The rows in the forms' order; where they differ, 2019's before 2021's. */
export const formLabels: readonly FormLabel[] = build();

const weights = buildWeights();
const exact = new Map<string, number[]>();
for (const [index, label] of formLabels.entries())
  for (const text of label.texts) exact.set(text, [...(exact.get(text) ?? []), index]);

/** How alike a text is to the rows of `formLabels`, 0 to 1. */
export interface Likeness {
  /** By row. */
  readonly all: Float64Array;
  /** Indexes of the rows that it is like at all: of sixty, seldom more than a few. */
  readonly found: readonly number[];
  /** The highest. */
  readonly best: number;
}

const nothing = new Float64Array(formLabels.length);

/** Likeness of a printed label to each row of `formLabels`. */
export const likenessOf = remembered((text): Likeness => {
  const all = measure(text);
  const found: number[] = [];
  for (let label = 0; label < all.length; label += 1) if (all[label]! > 0) found.push(label);
  return { all, found, best: Math.max(...all) };
});

/** The same by row. */
export const likeness = (text: string): Float64Array => likenessOf(text).all;

/** Likeness to the row it is most alike. */
export const bestLikeness = (text: string): number => likenessOf(text).best;

/** The rows whose label the text is, without its numbering. */
const rowsOfLabel = remembered((text): readonly number[] => exact.get(coreOf(fold(text))) ?? []);

/** Is the text the label of a row, as the forms or an alias word it? */
export const isRowLabel = (text: string): boolean => text.length <= 60 && rowsOfLabel(text).length > 0;

/** The row of the forms whose label the text is; null where it is none, or that of several. */
export const labelAt = remembered((text): number | null => {
  if (text.length > 60) return null;
  const core = coreOf(fold(text));
  const found = core.length < 3 && core !== '规章' ? undefined : exact.get(core);
  return found?.length === 1 ? found[0]! : null;
});

/** Is the text, without its numbering, how a row's label begins, four characters of it at least? */
export const beginsLabel = (core: string): boolean =>
  core.length >= 4 && formLabels.some((label) => label.texts.some((wording) => wording.startsWith(core)));

/** Beginnings of the wordings of tables 2 and 3, the wordings themselves included. */
const beginnings: ReadonlySet<string> = new Set(
  formLabels.flatMap(({ table, texts }) =>
    table === 4 ? [] : texts.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1))),
  ),
);

/** How a text, without its numbering, goes with the labels of tables 2 and 3: it is one, begins one, or neither. */
export function labelSoFar(text: string): 'whole' | 'begun' | null {
  const core = coreOf(fold(text));
  if (core !== '' && !beginnings.has(core)) return null;
  return exact.get(core)?.some((index) => formLabels[index]!.table !== 4) ? 'whole' : 'begun';
}

/** The label without its groups' labels, numbering, brackets and punctuation. */
export function coreOf(folded: string): string {
  return folded
    .replace(groups, '')
    .replace(groups, '')
    .replace(/^#{1,6}/, '')
    .replace(/^[(（]?[一二三四五六七八九十]{1,2}[)）、.．]{1,2}/, '')
    .replace(/^\d{1,2}[.、．)）]/, '')
    .replace(/[^\u3400-\u9fff]+/g, '');
}

function measure(text: string): Float64Array {
  const folded = fold(text);
  const core = coreOf(folded);
  if (core === '' || core.length > 80) return nothing;
  const scores = new Float64Array(formLabels.length);
  const same = exact.get(core);
  const characters = new Set(core);
  const weight = weightOf(core);
  const numbers = numbersOf(folded);
  const only = same ? -1 : clippedFrom(core, numbers);
  for (const [index, label] of formLabels.entries()) {
    let best = 0;
    if (same) best = same.includes(index) ? 1 : 0;
    else
      for (const wording of label.texts)
        if (mayResemble(characters, weight, wording)) best = Math.max(best, similarity(core, wording));
    if (best < clipped && index === only) best = clipped;
    if (best > 0.3 && label.number !== null && numbers !== '') best += numbers.includes(label.number) ? 0.08 : -0.3;
    scores[index] = Math.min(1, Math.max(0, best));
  }
  return scores;
}

/** Likeness of a label that was cut off, where only one row's wording goes on as it begins. */
const clipped = 0.86;

/** The only row whose wording begins so, three characters at least and with the printed number; -1 for none, or several. */
function clippedFrom(core: string, numbers: string): number {
  if (core.length < 3) return -1;
  let found = -1;
  for (const [index, label] of formLabels.entries()) {
    if (label.number !== null && numbers !== '' && !numbers.includes(label.number)) continue;
    if (!label.texts.some((wording) => wording.length > core.length && wording.startsWith(core))) continue;
    if (found !== -1) return -1;
    found = index;
  }
  return found;
}

/** An upper bound of the similarity, from the characters alone: most pairs need no more. */
function mayResemble(characters: ReadonlySet<string>, weight: number, wording: string): boolean {
  let shared = 0;
  for (let i = 0; i < wording.length; i += 1)
    if (characters.has(wording[i]!)) shared += weights.get(wording.charCodeAt(i)) ?? 1;
  return 2 * shared >= 0.4 * (weight + weightOf(wording));
}

/** The numbers that stand before the words: "（五）不予处理4.无正当理由…" gives "五4". */
function numbersOf(folded: string): string {
  let found = '';
  for (const match of folded.matchAll(/[(（]([一二三四五六七八九])[)）]|^([一二三四])[、.]|(\d)[.、．]/g))
    found += match[1] ?? match[2] ?? match[3] ?? '';
  return found;
}

/** Twice the weight of the longest common subsequence, over the weight of both. Rare characters weigh more. */
function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const weightA = weightOf(a);
  const weightB = weightOf(b);
  if (Math.min(weightA, weightB) * 4 < Math.max(weightA, weightB)) return 0;
  let previous = new Float64Array(b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    const current = new Float64Array(b.length + 1);
    const character = a.charCodeAt(i);
    const weight = weights.get(character) ?? 1;
    for (let j = 0; j < b.length; j += 1)
      current[j + 1] = character === b.charCodeAt(j) ? previous[j]! + weight : Math.max(previous[j + 1]!, current[j]!);
    previous = current;
  }
  return (2 * previous[b.length]!) / (weightA + weightB);
}

/** Does a good part of the row's wording stand in the text in one piece? Finds labels that a layout tore from their row. */
export function standsIn(text: string, label: FormLabel): boolean {
  for (const wording of label.texts) {
    const length = wording.length < 4 ? wording.length : Math.max(4, Math.ceil(wording.length * 0.45));
    for (let from = 0; from + length <= wording.length; from += 1)
      if (text.includes(wording.slice(from, from + length))) return true;
  }
  return false;
}

function weightOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += weights.get(text.charCodeAt(i)) ?? 1;
  return sum;
}

function build(): FormLabel[] {
  const labels: FormLabel[] = [];
  const add = (id: string, table: 2 | 3 | 4, row: string) => {
    if (labels.some((label) => label.id === id)) return;
    const own = row.split('/').at(-1)!;
    const folded = fold(own);
    const number =
      table === 3 ? (/^(?:[(（]?([一二三四五六七])[)）、]|(\d)\.)/.exec(folded) ?? []).slice(1).find(Boolean) : null;
    const item = table === 2 ? (/第\(?（?(.)\)?）?项/.exec(row)?.[1] ?? null) : null;
    const texts = new Set([own, ...(aliases[id] ?? [])].map((text) => coreOf(fold(text))));
    const six = id === 'applications.other' ? 'single' : id.startsWith('applications.other.') ? 'sub' : null;
    labels.push({ id, table, six, item, texts: [...texts], number: number ?? null });
  };
  const order = (table: 2 | 3 | 4, idOf: (measure: string) => string) => {
    const before = new Set(forms['2019'].map((cell) => cell.measure));
    const both = [...forms['2019'].filter((cell) => cell.table === table)];
    // Rows that only 2021 has stand behind their predecessor there.
    for (const [index, cell] of forms['2021'].entries()) {
      if (cell.table !== table || before.has(cell.measure)) continue;
      if (both.some((known) => idOf(known.measure) === idOf(cell.measure))) continue;
      const previous = forms['2021'][index - 1]!.measure;
      let at = both.findLastIndex((known) => known.measure === previous);
      if (both[at + 1]?.measure === 'applications.other')
        at = both.findLastIndex((known) => known.measure === 'applications.other');
      both.splice(at + 1, 0, cell);
    }
    for (const cell of both) add(idOf(cell.measure), table, cell.row);
  };
  order(2, (measure) => measure.split('.')[0]!);
  order(3, (measure) => measure);
  labels.push({ id: allOfTable4, table: 4, six: null, item: null, texts: [], number: null });
  order(4, (measure) => measure.split('.').slice(0, -1).join('.'));
  return labels;
}

/** Characters that few rows have say more about which row it is. */
function buildWeights(): Map<number, number> {
  const counts = new Map<number, number>();
  for (const label of formLabels)
    for (const code of new Set(Array.from(label.texts.join(''), (character) => character.charCodeAt(0))))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  return new Map([...counts].map(([code, count]) => [code, 1 / Math.sqrt(count)]));
}
