/** What a search names beside its words: agencies, places, kinds of departments and years that the library holds. Pure. */
import { foldText } from '../lexicon/fold.ts';
import type { Division, Lexicon, Token } from '../lexicon/lexicon.ts';
import { LetteredNames } from './lettered.ts';
import type { ReportHead } from './store.ts';

/** A restriction that was typed among the words. */
export interface Name {
  readonly kind: 'agency' | 'region' | 'department' | 'year';
  readonly start: number;
  readonly end: number;
  /** As it is told: an agency's or a place's name in full. */
  readonly told: string;
  /** Keys of the agencies that are meant, where it names these. */
  readonly keys?: ReadonlySet<string> | undefined;
  fits(head: ReportHead): boolean;
}

/** What names may mean: of the heads of one version of the library. */
export interface Held {
  /** Keys of agencies by the names that reports print, folded. */
  readonly agencies: ReadonlyMap<string, string>;
  /** How these names begin. */
  readonly beginnings: ReadonlySet<string>;
  /** Numbers of the reports of each agency, by its key. */
  readonly reports: ReadonlyMap<string, readonly number[]>;
  /** One report's head of each agency, and the same by the kind of department. */
  readonly bodies: readonly ReportHead[];
  readonly byKind: ReadonlyMap<string, readonly ReportHead[]>;
  readonly years: ReadonlySet<number>;
  /** The same names in pinyin, put together when the first word in Latin letters is typed. */
  readonly lettered: (lexicon: Lexicon) => LetteredNames;
}

export function heldBy(heads: ReadonlyMap<number, ReportHead>): Held {
  const agencies = new Map<string, string>();
  const reports = new Map<string, number[]>();
  const bodies: ReportHead[] = [];
  const byKind = new Map<string, ReportHead[]>();
  const years = new Set<number>();
  for (const [number, head] of heads) {
    if (head.year !== null) years.add(head.year);
    if (head.agencyKey === null) continue;
    const first = !reports.has(head.agencyKey);
    put(reports, head.agencyKey, number);
    if (first) bodies.push(head);
    if (first && head.kind !== null) put(byKind, head.kind, head);
    for (const name of [head.agency, head.agencyKey]) if (name) agencies.set(foldText(name), head.agencyKey);
  }
  const beginnings = new Set([...agencies.keys()].map(beginning));
  let names: LetteredNames | null = null;
  const lettered = (lexicon: Lexicon) => (names ??= new LetteredNames(bodies, lexicon));
  return { agencies, beginnings, reports, bodies, byKind, years, lettered };
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const beginning = (name: string) => name.slice(0, 2);

/** Longest name of an agency, after its place. */
const longest = 30;
const shortestName = 5;
const year = /(?<![\d.\-/第])((?:19|20)\d{2})(?:\s?年度|\s?年(?!\s?\d{1,2}\s?月)|(?![\d.\-/\u4e00-\u9fff]|\s?年))/gu;
/** A department that is named alone: what else bears the name of a kind (学校, 政府, 档案馆) is most often written about. */
const department = /..(?:局|厅|委|委员会)$/;
const closing = /[,，。;；:：“”"'《》<>()（）?？!！]/;
/** What may follow a place that is named by its short name. */
const after = /^(?:$|[\s,，、。；;]|\d|的|各|全|市|县|区|省)/u;
const englishBetween = /^(?:['’]s)?(?:\s+(?:municipal|provincial|prefectural|county|city|district))?\s+/i;

/** Names in a text, in order, without overlaps. `words`: its tokens, whose ends are where a name may end. */
export function namesIn(text: string, words: readonly Token[], held: Held, lexicon: Lexicon): Name[] {
  const folded = foldText(text, { keepLength: true });
  const names: Name[] = [];
  const inside = new Uint8Array(folded.length + 1);
  for (const { start, end, part } of words) if (!part) inside.fill(1, start + 1, end);
  const free = (start: number, end: number) => names.every((name) => end <= name.start || name.end <= start);
  const bounded = (start: number, end: number) => inside[start] === 0 && inside[end] === 0 && free(start, end);
  const ends = (from: number) => {
    const list: number[] = [];
    for (let at = from; at <= Math.min(folded.length, from + longest); at++) {
      if (inside[at] === 0) list.push(at);
      if (closing.test(folded.charAt(at))) break;
    }
    return list;
  };

  for (const match of folded.matchAll(year)) {
    const value = Number(match[1]);
    if (held.years.has(value))
      add('year', match.index, match.index + match[0].length, `${value}`, (head) => head.year === value);
  }
  printed();
  inLetters();
  const spans = lexicon.divisionsIn(text);
  for (let i = 0; i < spans.length; i++) {
    // 吴忠市盐池县: the lower one is meant, inside of the upper one.
    let { start, end, divisions } = spans[i]!;
    while (spans[i + 1]?.start === end) {
      i++;
      const inner = spans[i]!.divisions.filter(({ code }) => divisions.some((upper) => code.startsWith(upper.code)));
      ({ end } = spans[i]!);
      divisions = inner.length > 0 ? inner : spans[i]!.divisions;
    }
    if (!free(start, end)) continue;
    if (/[a-z]/i.test(text.charAt(start))) inEnglish(start, end, divisions);
    else body(start, end, divisions) || place(start, end, divisions);
  }
  departments();
  return names.sort((a, b) => a.start - b.start);

  function add(kind: Name['kind'], start: number, end: number, told: string, fits: Name['fits']): true {
    names.push({ kind, start, end, told, fits });
    return true;
  }

  function agencies(start: number, end: number, told: string, keys: ReadonlySet<string>): true {
    const fits = ({ agencyKey }: ReportHead) => agencyKey !== null && keys.has(agencyKey);
    names.push({ kind: 'agency', start, end, told, keys, fits });
    return true;
  }

  /** Agencies by the very names that their reports print. */
  function printed(): void {
    for (let start = 0; start < folded.length; start++) {
      if (inside[start] !== 0 || !held.beginnings.has(beginning(folded.slice(start)))) continue;
      for (const end of ends(start + shortestName).reverse()) {
        const key = held.agencies.get(folded.slice(start, end));
        if (key === undefined || !free(start, end)) continue;
        agencies(start, end, key, new Set([key]));
        start = end - 1;
        break;
      }
    }
  }

  /** Agencies by their names in pinyin. */
  function inLetters(): void {
    for (const { index } of text.matchAll(/\b[A-Za-z]/g)) {
      const found = free(index, index + 1) ? held.lettered(lexicon).at(text, index) : null;
      if (found) agencies(index, found.end, found.keys.join('、'), new Set(found.keys));
    }
  }

  /** An agency after its place: by its key, else by place and kind of department (大数据局 for 大数据管理局). */
  function body(start: number, end: number, divisions: readonly Division[]): boolean {
    let other: (() => true) | null = null;
    for (const to of ends(end + 1)) {
      const typed = folded.slice(start, to).replace(/\s/g, '');
      const { key, kind, region } = lexicon.agency(typed);
      // A court that is named and reports nothing is what a passage speaks of.
      const bodies = kind === null ? undefined : held.byKind.get(kind);
      if (bodies === undefined) continue;
      if (held.reports.has(key)) return agencies(start, to, key, new Set([key]));
      const exact = region.province === null ? divisions.map((each) => each.region) : [region];
      const same = keysOf(bodies.filter((head) => exact.some((each) => sameRegion(head.region, each))));
      const told = same.length === 1 ? same[0]! : text.slice(start, to);
      other ??= () => agencies(start, to, told, new Set(same));
    }
    return other?.() ?? false;
  }

  function place(start: number, end: number, divisions: readonly Division[]): boolean {
    const typed = folded.slice(start, end);
    const full = divisions.some(({ zh }) => foldText(zh) === typed);
    // 西区村 and 老城区 are other places: what is one character long beside a name belongs to it.
    const lone = words.some(
      (word) => !word.part && word.end - word.start === 1 && (word.start === end || word.end === start),
    );
    if (!bounded(start, end) || lone || !(full || after.test(folded.slice(end)))) return false;
    return region(start, end, divisions);
  }

  function region(start: number, end: number, divisions: readonly Division[]): boolean {
    const fits = (head: ReportHead) =>
      divisions.some(({ level, region }) => head.region[level] === region[level] && within(head, region));
    if (!held.bodies.some(fits)) return false;
    return add('region', start, end, [...new Set(divisions.map(({ zh }) => zh))].slice(0, 3).join('、'), fits);
  }

  function departments(): void {
    for (const { start, end, part } of words) {
      const typed = folded.slice(start, end);
      if (part || !department.test(typed) || !free(start, end)) continue;
      const kind = lexicon.kinds.find(({ endings }) => endings.includes(typed));
      if (kind && held.byKind.has(kind.id)) add('department', start, end, typed, (head) => head.kind === kind.id);
    }
    for (const { index } of text.matchAll(/\b[A-Za-z]/g)) {
      const office = free(index, index + 1) ? officeAt(index) : null;
      if (office && text.slice(index, office.end).includes(' '))
        add('department', index, office.end, text.slice(index, office.end), ({ kind }) =>
          office.kinds.includes(kind ?? ''),
        );
    }
  }

  /** "Pengyang finance bureau", "Pengyang County"; a place in small letters may be a word in pinyin. */
  function inEnglish(start: number, end: number, divisions: readonly Division[]): void {
    const rest = text.slice(end);
    const from = end + (englishBetween.exec(rest)?.[0].length ?? 0);
    const office = from > end ? officeAt(from) : null;
    if (office === null) {
      const certain = /^[A-Z]/.test(text.slice(start)) || text.slice(start, end).includes(' ');
      if (certain) region(start, end, divisions);
      return;
    }
    const bodies = office.kinds.flatMap((kind) => held.byKind.get(kind) ?? []);
    const same = keysOf(bodies.filter((head) => divisions.some((each) => sameRegion(head.region, each.region))));
    agencies(start, office.end, same.join('、') || text.slice(start, office.end), new Set(same));
  }

  function officeAt(from: number): { kinds: string[]; end: number } | null {
    const parts = [...text.slice(from, from + 80).matchAll(/[A-Za-z&]+(?:['’-][A-Za-z]+)*/g)].slice(0, 8);
    for (let count = parts.length; count > 0; count--) {
      const to = parts[count - 1]!.index + parts[count - 1]![0].length;
      const typed = text.slice(from, from + to).toLowerCase();
      const kinds = lexicon.kinds.filter(({ en, english }) => en.toLowerCase() === typed || english.includes(typed));
      if (kinds.length > 0) return { kinds: kinds.map(({ id }) => id), end: from + to };
    }
    return null;
  }
}

const keysOf = (heads: readonly ReportHead[]) => heads.flatMap(({ agencyKey }) => agencyKey ?? []);

/** Whether two are one place. */
export function sameRegion(a: ReportHead['region'], b: ReportHead['region']): boolean {
  return a.province === b.province && a.city === b.city && a.county === b.county;
}

/** Whether the levels above are the same too: counties of one name are several. */
function within(head: ReportHead, region: ReportHead['region']): boolean {
  return (
    (region.province === null || head.region.province === region.province) &&
    (region.city === null || head.region.city === region.city)
  );
}

/** The text with the names blanked out, so that offsets stay. */
export function without(text: string, names: readonly Name[]): string {
  let rest = text;
  for (const { start, end } of names) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}

/** Whether a report meets all of the names: those of one kind are alternatives. */
export function fitting(names: readonly Name[]): (head: ReportHead) => boolean {
  // Agencies and places stand for each other: of "盐池县科技局、灵武市" each is meant.
  const bodies = names.filter(({ kind }) => kind === 'agency' || kind === 'region');
  const kinds = names.filter(({ kind }) => kind === 'department');
  const years = names.filter(({ kind }) => kind === 'year');
  const some = [bodies, kinds, years].filter((list) => list.length > 0);
  return (head) => some.every((list) => list.some((name) => name.fits(head)));
}

/** Keys of the agencies of which a report must be that meets the names; null where these say nothing of agencies alone. */
export function bodiesOf(names: readonly Name[]): readonly string[] | null {
  const bodies = names.filter(({ kind }) => kind === 'agency' || kind === 'region');
  if (bodies.length === 0 || bodies.some(({ keys }) => keys === undefined)) return null;
  return [...new Set(bodies.flatMap(({ keys }) => [...keys!]))];
}
