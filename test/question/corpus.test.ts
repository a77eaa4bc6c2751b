/** The corpus: one meaning, many phrasings. Each file of test/corpus/ is a list of plans with their questions. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/question/plan.ts';
import { readQuestion } from '../../src/question/read.ts';
import { county, five, lexicon, towns, wide } from './catalogs.ts';

interface Entry {
  readonly name: string;
  readonly catalog: 'five' | 'wide' | 'towns' | 'county';
  /** Members that the plan must have; `~word`: the text holds it; `count:measures`: how many. */
  readonly plan: Readonly<Record<string, unknown>>;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly note?: string;
}

const folder = new URL('../corpus/', import.meta.url);
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.json') && !/^(negatives|ambiguous|conversations|unsupported)/.test(name),
);
const catalogs = { five, wide, towns, county };
const today = '2026-11-22';

/** Where `actual` lacks what is expected: a path, or null. Lists are compared whole, except assumptions (any order, a part). */
function lacking(expected: unknown, actual: unknown, path: string): string | null {
  if (typeof expected === 'string' && expected.startsWith('~'))
    return String(actual).includes(expected.slice(1)) ? null : `${path} ${String(actual)}`;
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return path;
    if (path.endsWith('assumptions'))
      return expected.every((each) => actual.some((other) => lacking(each, other, path) === null)) ? null : path;
    if (expected.length !== actual.length)
      return `${path} has ${actual.length}: ${JSON.stringify(actual).slice(0, 200)}`;
    return (
      expected.map((each, index) => lacking(each, actual[index], `${path}.${index}`)).find((each) => each !== null) ??
      null
    );
  }
  if (typeof expected === 'object' && expected !== null)
    return (
      Object.entries(expected)
        .map(([key, value]) => lacking(value, (actual as Record<string, unknown> | null)?.[key], `${path}.${key}`))
        .find((each) => each !== null) ?? null
    );
  return expected === actual ? null : `${path} is ${JSON.stringify(actual)}`;
}

function wrong(entry: Entry, plan: Plan): string | null {
  const { 'count:measures': count, ...expected } = entry.plan;
  if (count !== undefined && plan.measures.length !== count) return `${plan.measures.length} measures`;
  // What is not named must not restrict.
  const scope = {
    agencies: [],
    kinds: [],
    exceptKinds: [],
    forms: [],
    reports: [],
    ...(entry.plan.scope as object | undefined),
  };
  const strict =
    entry.plan.scope === undefined || 'operation' in entry.plan === false
      ? expected
      : {
          ...expected,
          scope: 'topic' in entry.plan || 'statement' in entry.plan ? (entry.plan.scope as object) : scope,
        };
  return lacking(strict, plan, 'plan');
}

for (const file of files) {
  const entries = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Entry[];
  describe(`corpus ${file}`, () => {
    for (const entry of entries)
      it(entry.name, () => {
        const failures = [...entry.zh, ...entry.en].flatMap((question) => {
          const reading = readQuestion(question, { catalog: catalogs[entry.catalog], today, turns: [] }, lexicon);
          if (!reading.plan)
            return [
              `${question}: ${reading.status} ${reading.reason?.text.slice(0, 60) ?? reading.choices[0]?.question}`,
            ];
          const what = wrong(entry, reading.plan);
          return what === null ? [] : [`${question}: ${reading.plan.operation} ${what}`];
        });
        expect(failures).toEqual([]);
      });
  });
}
