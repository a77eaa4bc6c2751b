/** What a word in a table names: a row of the forms, or one of their columns. A word alone may be several (其他, 总计). */
import { fold } from '../../text/normalize.ts';
import { remembered } from '../../text/remembered.ts';
import { applicantNames, columnNames, outcomeNames } from './aliases.ts';
import { coreOf, formLabels, likenessOf } from './labels.ts';

/** The axes of the three tables, rows and columns of each; and the years of a table that has several. */
export type Axis = 'row2' | 'column2' | 'row3' | 'applicant' | 'block' | 'outcome' | 'year';

export interface Name {
  readonly axis: Axis;
  /** Rows of tables 2 and 3: an index of `formLabels`; else its number on the axis. */
  readonly at: number;
}

/** The columns of table 2 in all its blocks, each once. */
export const columnsOf2: readonly string[] = [...new Set(columnNames.flatMap((names) => names.map(([name]) => name!)))];

/** The blocks of table 4, in the form's order, as it words them. */
export const blockNames = ['行政复议', '未经复议直接起诉', '复议后起诉'] as const;
export type Block = 0 | 1 | 2;

const columns = new Map<string, readonly Name[]>();
const add = (word: string, name: Name) => {
  const known = columns.get(word) ?? [];
  if (!known.some(({ axis, at }) => axis === name.axis && at === name.at)) columns.set(word, [...known, name]);
};
for (const [at, words] of applicantNames.entries()) for (const word of words) add(word, { axis: 'applicant', at });
for (const [at, words] of outcomeNames.entries()) for (const word of words) add(word, { axis: 'outcome', at });
for (const words of columnNames.flat())
  for (const word of words) add(coreOf(word), { axis: 'column2', at: columnsOf2.indexOf(words[0]!) });

/** All words for a column of any table, the longest first. */
export const columnWords: readonly string[] = [...columns.keys()].sort((a, b) => b.length - a.length);

const afterName = /(?:政府信息公开)?(?:申请|申请人)?(?:办理)?(?:情况|部分)?$/;
const numbering = /^[(（]?[一二三四五六七八九十]{1,2}[)）、.．]|^\d{1,2}[.、．)）]/;
const says = /[（(][^（）()]{1,12}[）)]$/;
const longest = 60;
const surely = 0.85;

/** All that a printed word may name; none for most words. */
export const namesOf = remembered((text): readonly Name[] => (text.length > longest ? [] : read(text)));

function read(text: string): Name[] {
  const folded = fold(text);
  const core = coreOf(folded.replace(says, ''));
  if (core === '') return [];
  const isNumbered = numbering.test(folded);
  const found: Name[] = [...(columns.get(core) ?? columns.get(core.replace(afterName, '')) ?? [])].filter(
    // （七）总计 and 3.其他 are rows.
    ({ axis, at }) =>
      !(isNumbered && ((axis === 'applicant' && at > 4) || (axis === 'outcome' && at % 2 === 0 && at > 0))),
  );
  const block = blockOf(folded);
  if (block !== null) found.push({ axis: 'block', at: block });
  const { all, found: labels, best } = likenessOf(text);
  if (best >= surely)
    for (const at of labels)
      if (all[at] === best && formLabels[at]!.table !== 4)
        found.push({ axis: formLabels[at]!.table === 2 ? 'row2' : 'row3', at });
  return found;
}

/** The block of table 4 that the words name; null where they name none, or several. */
export function blockOf(text: string): Block | null {
  const folded = fold(text);
  const named: Block[] = [];
  if (/未经(?:行政)?复议|^直接(?:起诉|提起)/.test(folded)) named.push(1);
  if (/复议后|(?<!未)经(?:行政)?复议/.test(folded)) named.push(2);
  if (named.length === 0 && /行政复议|^复议/.test(folded) && !/诉讼|起诉/.test(folded)) named.push(0);
  return named.length === 1 ? named[0]! : null;
}

/** A word over several columns, and the first and last of those: a head names them below it, behind the columns beside it. */
export interface Group {
  readonly word: RegExp;
  readonly from: number;
  readonly to: number;
}

export const groupOn: Readonly<Partial<Record<Axis, Group>>> = {
  applicant: { word: /^法人/, from: 1, to: 5 },
  block: { word: /^行政诉讼(?:情况|案件)?$/, from: 1, to: 2 },
};
