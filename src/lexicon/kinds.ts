/** Kinds of departments: index/kinds.json, and which kind the ending of a Chinese agency name is of. */
import type { Kind } from './lexicon.ts';

/** A row of index/kinds.json. */
export interface KindRow {
  readonly id: string;
  /** English of what the department looks after: "Science and Technology". */
  readonly base: string;
  /** Names of the institution in full, the usual one first. */
  readonly full: readonly string[];
  /** Abbreviations and spellings → the full name. */
  readonly short: Readonly<Record<string, string>>;
  /** What English users say before "bureau", "department", "commission". */
  readonly english: readonly string[];
}

/** What the ending of a name stands for. */
interface Ending {
  readonly kind: string;
  /** As printed. */
  readonly printed: string;
  /** Spelled out: 科技局 → 科学技术局. */
  readonly full: string;
}

export interface Kinds {
  readonly all: readonly Kind[];
  readonly rows: readonly KindRow[];
  byId(id: string): KindRow | undefined;
  /** The longest ending of the name that is known. */
  ending(name: string): Ending | null;
}

const english: readonly [RegExp, string][] = [
  [/委员会$/, 'Commission'],
  [/办公室$/, 'Office'],
  [/办公厅$/, 'General Office'],
  [/厅$/, 'Department'],
  [/中心$/, 'Center'],
  [/局$/, 'Bureau'],
];

/** "Science and Technology Bureau" of 科学技术局; the base alone where the ending says nothing (海关: Customs). */
export function englishName(row: KindRow, full: string): string {
  const ending = english.find(([pattern]) => pattern.test(full))?.[1];
  return ending && !row.base.endsWith('Office') ? `${row.base} ${ending}` : row.base;
}

const offices = ['bureau', 'department', 'commission', 'office', 'agency', 'authority'];

export function loadKinds(rows: readonly KindRow[]): Kinds {
  const endings = new Map<string, Ending>();
  let longest = 0;
  for (const row of rows) {
    for (const full of row.full) endings.set(full, { kind: row.id, printed: full, full });
    for (const [printed, full] of Object.entries(row.short)) endings.set(printed, { kind: row.id, printed, full });
  }
  for (const name of endings.keys()) longest = Math.max(longest, name.length);
  const all = rows.map((row): Kind => {
    const zh = row.full[0] ?? row.id;
    const plain = row.english.length > 0 && /局|厅|委员会|办公室|中心/.test(zh);
    const names = plain
      ? [...new Set([...row.english, row.base])].flatMap((word) =>
          offices.flatMap((office) => [`${word} ${office}`, `${office} of ${word}`]),
        )
      : [...row.english];
    return {
      id: row.id,
      zh,
      en: englishName(row, zh),
      endings: [...row.full, ...Object.keys(row.short)],
      english: names,
    };
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    all,
    rows,
    byId: (id) => byId.get(id),
    ending(name) {
      for (let length = Math.min(longest, name.length); length >= 2; length--) {
        const found = endings.get(name.slice(-length));
        if (found) return found;
      }
      return null;
    },
  };
}
