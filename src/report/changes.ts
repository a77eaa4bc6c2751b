/** What changed between two versions of one report: cells of the form, sentences of the sections, what identifies it. Pure. */
import { z } from 'zod';
import { sentences } from '../text/sentences.ts';
import { Fact, type Report, type Section } from './report.ts';

const Cell = Fact.pick({ value: true, unit: true, state: true, certain: true, raw: true, line: true, page: true });
const Sentence = z.object({ text: z.string(), line: z.number().int().nullable(), page: z.number().int().nullable() });

export const Changes = z.object({
  /** Agency, year, form, title, date of publication, as each version gives them. */
  identity: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** Cells of the form that differ in value, unit, state or certainty, in the form's order; null: a form without that cell. */
  cells: z.array(
    Fact.pick({ measure: true, applicant: true, table: true, row: true, column: true }).extend({
      before: Cell.nullable(),
      after: Cell.nullable(),
    }),
  ),
  /** Sections with other words; tables are compared cell by cell, not here. */
  sections: z.array(
    z.object({
      number: z.number().int().nullable(),
      title: z.string(),
      /** The section stands in one version only. */
      only: z.enum(['before', 'after']).nullable(),
      removed: z.array(Sentence),
      added: z.array(Sentence),
    }),
  ),
});
export type Changes = z.infer<typeof Changes>;
type Sentence = z.infer<typeof Sentence>;

const FIELDS = ['agency', 'year', 'form', 'title', 'publishedDate'] as const;

/** Whitespace and width are not what a correction corrects. */
const folded = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '');

/** What `after` says otherwise than `before`. */
export function changesBetween(before: Report, after: Report): Changes {
  const printed = (value: string | number | null) => (value === null ? null : String(value));
  const identity = FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    ...{ field, before: printed(before[field]), after: printed(after[field]) },
  }));
  return { identity, cells: cellsOf(before.facts, after.facts), sections: sectionsOf(before.sections, after.sections) };
}

function cellsOf(before: readonly Fact[], after: readonly Fact[]): Changes['cells'] {
  const key = ({ measure, applicant }: Fact) => `${measure}/${applicant ?? ''}`;
  const old = new Map(before.map((fact) => [key(fact), fact]));
  const fresh = new Map(after.map((fact) => [key(fact), fact]));
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((name) => {
    const [one, other] = [old.get(name), fresh.get(name)];
    const { measure, applicant, table, row, column } = (other ?? one) as Fact;
    if (one && other && same(one, other)) return [];
    return { measure, applicant, table, row, column, before: cellOf(one), after: cellOf(other) };
  });
}

/** What is printed of an uncertain cell is all of its row: it counts. Where it stands does not. */
function same(one: Fact, other: Fact): boolean {
  if (one.state !== other.state || one.certain !== other.certain) return false;
  if (!one.certain) return one.raw === other.raw;
  return one.value === other.value && one.unit === other.unit;
}

function cellOf(fact: Fact | undefined): z.infer<typeof Cell> | null {
  if (!fact) return null;
  const { value, unit, state, certain, raw, line, page } = fact;
  return { value, unit, state, certain, raw, line, page };
}

function sectionsOf(before: readonly Section[], after: readonly Section[]): Changes['sections'] {
  const key = ({ number, title }: Section) => (number === null ? folded(title) : String(number));
  const old = new Map(before.map((section) => [key(section), section]));
  const fresh = new Map(after.map((section) => [key(section), section]));
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((name) => {
    const [one, other] = [old.get(name), fresh.get(name)];
    const { number, title } = (other ?? one) as Section;
    const [was, is] = [sentencesOf(one), sentencesOf(other)];
    const [removed, added] = [without(was, is), without(is, was)];
    if (one && other && removed.length === 0 && added.length === 0) return [];
    return { number, title, only: one === undefined ? 'after' : other === undefined ? 'before' : null, removed, added };
  });
}

function sentencesOf(section: Section | undefined): Sentence[] {
  return (section?.paragraphs ?? [])
    .filter(({ tabular }) => !tabular)
    .flatMap(({ text, lines, page }) =>
      sentences(text).map((sentence) => ({ text: sentence.text, line: lines?.[0] ?? null, page })),
    )
    .filter(({ text }) => text !== '');
}

/** Those sentences of `all` that `others` lacks, each as often as it does. */
function without(all: readonly Sentence[], others: readonly Sentence[]): Sentence[] {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(folded(text), (left.get(folded(text)) ?? 0) + 1);
  return all.filter(({ text }) => {
    const count = left.get(folded(text)) ?? 0;
    left.set(folded(text), count - 1);
    return count <= 0;
  });
}
