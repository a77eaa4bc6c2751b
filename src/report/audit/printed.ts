/**
 * What only the printed lines show, beside the cells: group labels of table 3 that are not printed, headers that are cut short
 * or torn, a row that begins in another column than all others. For documents whose facts know their lines.
 */
import { fold, foldsFrom } from '../../text/normalize.ts';
import { type Anomaly, anomaly } from '../anomaly.ts';
import type { Fact, Report } from '../report.ts';

export function printedAnomalies(report: Report, lines: readonly string[], noted: readonly Anomaly[]): Anomaly[] {
  const three: Fact[] = [];
  const four: Fact[] = [];
  for (const fact of report.facts) {
    if (fact.state === 'missing') continue;
    if (fact.line === null) return [];
    if (fact.line > lines.length) continue;
    if (fact.table === 3) three.push(fact);
    if (fact.table === 4) four.push(fact);
  }
  if (three.length === 0) return [];
  const found = [...groupLabels(three, lines, noted), ...header3(three, lines), ...shifted(three, lines)];
  return four.length > 0 ? [...found, ...header4(four, three, lines)] : found;
}

function noteAt(
  code: Anomaly['code'],
  table: 3 | 4,
  line: number | null,
  lines: readonly string[],
  label: string,
): Anomaly {
  const quote = line === null ? '' : (lines[line - 1] ?? '').replace(/\r$/, '').slice(0, 200);
  return anomaly(code, table, { line, quote, details: { label } });
}

/** Labels of groups, by a row of each, with what proves that the label is printed: its name, or its number and two characters. */
const groups: readonly { measure: RegExp; label: string; proof: RegExp }[] = [
  {
    measure: /^applications\.disclosed$/,
    label: '三、本年度办理结果',
    proof: /办理结果|三、本|三、(?:本年)?度|年度办/,
  },
  { measure: /^applications\.refused\.stateSecret$/, label: '（三）不予公开', proof: /不予公开|[(]三[)]不/ },
  { measure: /^applications\.unavailable\.notHeld$/, label: '（四）无法提供', proof: /无法提供|[(]四[)]无/ },
  { measure: /^applications\.unprocessed\.petition$/, label: '（五）不予处理', proof: /不予处理|[(]五[)]不/ },
  { measure: /^applications\.other\.notCorrected$/, label: '（六）其他处理', proof: /其[他它]处理|[(]六[)]其/ },
];

function groupLabels(facts: readonly Fact[], lines: readonly string[], noted: readonly Anomaly[]): Anomaly[] {
  const [first, last] = span(facts);
  const region = lines.slice(Math.max(0, first - 4), last);
  // 部分公开's hint and the long labels of the rows do not hold a group's name.
  const raw = region.join('');
  let folded: string | null = null;
  const shows = (proof: RegExp) => {
    if (proof.test(raw)) return true;
    folded ??= fold(raw);
    return folded !== raw && proof.test(folded);
  };
  // Vertical labels, a character a cell or a line, prove themselves only by their characters.
  let singles: Set<string> | null = null;
  const alone = () => {
    singles ??= new Set(
      region
        .flatMap((line) => line.split(/[\t|\s]+/))
        .map(fold)
        .filter((word) => word.length === 1 || /^[(].[)]$/.test(word)),
    );
    return singles;
  };
  const found: Anomaly[] = [];
  for (const { measure, label, proof } of groups) {
    if (shows(proof)) continue;
    const fact = facts.find((each) => measure.test(each.measure));
    if (!fact) continue;
    const single = alone();
    const characters = [...label.replace(/[（）、一二三四五六]/g, '')];
    if (characters.filter((character) => single.has(character)).length >= 2) continue;
    if (single.has(fold(label.slice(0, 3)))) continue;
    if (noted.some((each) => each.code === 'layout.missingLabel' && each.details.label === label)) continue;
    found.push(noteAt('layout.missingLabel', 3, fact.line, lines, label));
  }
  return found;
}

const columns3 = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

/** What the first words of the heads are known by before they are folded. */
const [ofHead3, ofHead4] = [foldsFrom('系况'), foldsFrom('复')];

/** Headers of table 3: present as words, else torn (all characters are there) or cut short. */
function header3(facts: readonly Fact[], lines: readonly string[]): Anomaly[] {
  const [first] = span(facts);
  const head = headOf(lines, Math.max(0, first - 41), first, /勾稽关系|申请人情况/, ofHead3);
  if (head === null) return [];
  const text = fold(lines.slice(head, first).join('')).replace(/[|\-#*]/g, '');
  const absent = columns3.filter((label) => !text.includes(label));
  if (absent.length === 0) return [];
  const clipped = absent.filter((label) => [...label].some((character) => !text.includes(character)));
  const code = clipped.length > 0 ? 'layout.clippedHeader' : 'layout.splitHeader';
  const shown = clipped.length > 0 ? clipped : absent;
  const line = Array.from({ length: first - 1 - head }, (_, index) => head + 1 + index).findLast(
    (each) => (lines[each - 1] ?? '').trim() !== '',
  );
  return shown.map((label) => noteAt(code, 3, line ?? null, lines, label));
}

/** Headers of table 4: each of the five stands three times. */
function header4(facts: readonly Fact[], three: readonly Fact[], lines: readonly string[]): Anomaly[] {
  const [first] = span(facts);
  const head = headOf(lines, Math.max(span(three)[1] - 1, first - 71), first, /^[|\s]*行政复议/, ofHead4);
  if (head === null) return [];
  const text = fold(lines.slice(head, first).join('')).replace(/[|\-#*]/g, '');
  const found: Anomaly[] = [];
  for (const label of ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']) {
    if (count(text, label) >= 3) continue;
    const least = Math.min(...[...label].map((character) => count(text, character)));
    // Every character must be there three times; 果 and 结 stand in other labels too and prove nothing more.
    if (least >= 3) continue;
    const line = Array.from({ length: first - 1 - head }, (_, index) => head + 1 + index).findLast(
      (each) => (lines[each - 1] ?? '').trim() !== '',
    );
    found.push(noteAt('layout.clippedHeader', 4, line ?? null, lines, label));
  }
  return found;
}

/** A row of tab-separated cells whose values begin in an earlier column than those of every other row of the table. */
function shifted(facts: readonly Fact[], lines: readonly string[]): Anomaly[] {
  const seen = new Set<number>();
  let rows = 0;
  let first = { line: 0, start: Number.POSITIVE_INFINITY };
  let second = Number.POSITIVE_INFINITY;
  let before = 0;
  for (const { line } of facts) {
    if (line === before || seen.has(line!)) continue;
    before = line!;
    seen.add(before);
    const row = lines[before - 1] ?? '';
    const start = row.includes('\t') ? firstFigure(row) : -1;
    if (start < 0) continue;
    rows += 1;
    if (start < first.start) {
      second = first.start;
      first = { line: before, start };
    } else second = Math.min(second, start);
  }
  if (rows < 10 || first.start >= second) return [];
  const own = facts.filter(({ line }) => line === first.line);
  const { row } = own[0]!;
  const found = noteAt('layout.shiftedRow', 3, first.line, lines, row.split('/').at(-1) ?? '');
  return [{ ...found, row, concerns: own.map((fact) => `${fact.measure}/${fact.applicant}`) }];
}

/** Number of the first cell that is a figure and nothing else; -1 where there is none. */
function firstFigure(row: string): number {
  let number = 0;
  for (let from = 0; from <= row.length; number += 1) {
    const tab = row.indexOf('\t', from);
    const until = tab === -1 ? row.length : tab;
    // Most cells are empty, or one digit.
    if (until - from === 1 && row[from]! >= '0' && row[from]! <= '9') return number;
    if (until > from && /^\s*[+-]?\d[\d.,]*\s*$/.test(row.slice(from, until))) return number;
    from = until + 1;
  }
  return -1;
}

/** Index of the first header line from an index on, before a table's first row. */
function headOf(
  lines: readonly string[],
  from: number,
  first: number,
  begins: RegExp,
  mayBegin: (text: string) => boolean,
): number | null {
  for (let index = from; index < first - 1; index += 1) {
    const line = lines[index] ?? '';
    if (line === '' || line.length > 600 || !mayBegin(line)) continue;
    const folded = fold(line);
    if (folded.length < 120 && begins.test(folded)) return index;
  }
  return null;
}

function span(facts: readonly Fact[]): [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const { line } of facts) {
    first = Math.min(first, line!);
    last = Math.max(last, line!);
  }
  return [first, last];
}

function count(text: string, words: string): number {
  let found = 0;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found += 1;
  return found;
}
