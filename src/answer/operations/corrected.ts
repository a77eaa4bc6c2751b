/** What a corrected report changed: cells and sections of the current version against the one that it replaced. */
import type { Report } from '../../report/report.ts';
import type { ReportHead, StoredFact } from '../../store/store.ts';
import type { Answer, Row } from '../answer.ts';
import { citeFact, distinct } from '../cite.ts';
import { answer, type Desk, noData, nothingFound, shownOf } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { listed, oneVersion, reason } from '../reasons.ts';
import { earlierOf } from '../scope.ts';
import { warning } from '../warnings.ts';

interface Difference {
  readonly row: Row;
  readonly before: StoredFact | null;
  readonly after: StoredFact | null;
  readonly heads: readonly [ReportHead, ReportHead];
}

/** Every cell whose value or state differs; sections whose words do are named beside them. */
export async function corrected(desk: Desk): Promise<Answer> {
  const pairs = desk.heads.flatMap((head): [ReportHead, ReportHead][] => {
    const [old] = earlierOf([head], desk.library);
    return old === undefined ? [] : [[old, head]];
  });
  if (pairs.length === 0) return noData(desk, oneVersion, { base: baseOf(desk.heads) });
  const found = (await Promise.all(pairs.map((pair) => differences(desk, pair)))).flat();
  const warnings = await wording(desk, pairs);
  const base = baseOf(desk.heads);
  if (found.length === 0 && warnings.length === 0)
    return nothingFound(
      desk,
      reason(
        'sameFigures',
        '两个版本的表格数字和各部分文字相同。',
        'The tables and the sections of both versions are the same.',
      ),
      { base },
    );
  return answer(desk, 'answered', {
    subject: { zh: '更正前后不同之处', en: 'what differs between the versions' },
    rows: found.map(({ row }) => row),
    citations: distinct(
      shownOf(desk, found).flatMap(({ before, after, heads: [old, now] }) => [
        before === null ? null : citeFact(old, before),
        after === null ? null : citeFact(now, after),
      ]),
    ),
    warnings,
    base,
  });
}

async function differences(desk: Desk, [old, now]: [ReportHead, ReportHead]): Promise<Difference[]> {
  const facts = await desk.store.facts({ reports: [old.report, now.report], versions: 'all' });
  const key = (fact: StoredFact) => `${fact.measure}/${fact.applicant ?? ''}`;
  const of = (head: ReportHead) =>
    new Map(facts.filter(({ report }) => report === head.report).map((fact) => [key(fact), fact]));
  const [before, after] = [of(old), of(now)];
  const cells = [...new Set([...before.keys(), ...after.keys()])].flatMap((each): Difference[] => {
    const [first, last] = [before.get(each) ?? null, after.get(each) ?? null];
    const fact = last ?? first;
    const same = first?.value === last?.value && first?.state === last?.state && first?.certain === last?.certain;
    if (fact === null || same) return [];
    const { measure, applicant, unit } = fact;
    const [from, to] = [first?.value ?? null, last?.value ?? null];
    const difference = from === null || to === null ? null : to - from;
    const years = { fromYear: now.year, toYear: now.year };
    const row: Row = {
      ...place(now),
      value: difference,
      measure,
      applicant,
      unit,
      from,
      to,
      ...years,
      state: last?.state ?? 'missing',
    };
    return [{ row, before: first, after: last, heads: [old, now] }];
  });
  return cells;
}

const place = ({ agency, year, report }: ReportHead) => ({ agency, year, report });

/** The sections whose words differ, or that only one of the versions has. */
async function wording(desk: Desk, pairs: readonly (readonly [ReportHead, ReportHead])[]): Promise<Answer['warnings']> {
  const found = await Promise.all(
    pairs.map(async ([old, now]) => titles(await desk.store.report(old.report), await desk.store.report(now.report))),
  );
  const names = listed(found.flat().map((title) => ({ zh: `“${title}”`, en: `“${title}”` })));
  const text = { zh: `文字也有不同的部分：${names.zh}。`, en: `The words differ too, in: ${names.en}.` };
  return found.flat().length === 0 ? [] : [warning(desk, 'wordsDiffer', text)];
}

function titles(one: Report | null, two: Report | null): string[] {
  const words = (section: Report['sections'][number]) =>
    section.paragraphs.flatMap(({ tabular, text }) => (tabular ? [] : [text.replace(/\s+/g, '')])).join('');
  const texts = (report: Report | null) => new Map((report?.sections ?? []).map((each) => [each.title, words(each)]));
  const [before, after] = [texts(one), texts(two)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((title) => before.get(title) !== after.get(title));
}
