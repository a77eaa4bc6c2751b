/** Questions to send back: the same question with one agency or year named in full, in its language. */

import type { CatalogAgency } from '../catalog.ts';
import type { Turn } from '../context.ts';
import type { Draft, Hearing } from '../hearing.ts';
import type { Choice } from '../reading.ts';
import type { Body } from '../rules/bodies/body.ts';

/** What an agency is called in the question's language. */
export function displayName(
  { language, lexicon }: Pick<Hearing, 'language' | 'lexicon'>,
  agency: CatalogAgency,
): string {
  return language === 'zh' ? agency.key : (lexicon.agencyNames(agency).en[0] ?? agency.key);
}

/** Where in the question the words stand that a name takes the place of. */
type Place = Pick<Body, 'start' | 'end'>;

const trim = (text: string) => text.replace(/[\s?？。.!！]+$/u, '').trim();

/** The question with this name in place of the body's words, or added where the question names none. */
export function withName(hearing: Hearing, body: Place | null, name: string): string {
  const { question, language } = hearing;
  const { original } = question;
  if (body) {
    const start = question.starts[body.start] ?? 0;
    const end = question.ends[body.end - 1] ?? start;
    return `${original.slice(0, start)}${name}${original.slice(end)}`.replace(/\bthe (the )+/gi, 'the ').trim();
  }
  const plain = trim(original);
  return language === 'zh' ? `${name}${plain}？` : `${plain} for ${name}?`;
}

/** The question with this year in place of the years it names, or added. */
export function withYear(hearing: Hearing, year: number): string {
  const { question, language, when } = hearing;
  const mark = when.marks[0];
  if (mark) {
    const start = question.starts[mark.start] ?? 0;
    const end = question.ends[mark.end - 1] ?? start;
    const as = language === 'zh' && /年/.test(question.original.slice(start, end)) ? `${year}年` : `${year}`;
    return `${question.original.slice(0, start)}${as}${question.original.slice(end)}`;
  }
  const plain = trim(question.original);
  return language === 'zh' ? `${plain}（${year}年）？` : `${plain} in ${year}?`;
}

/** One choice for each agency, at most eight. */
export function agencyChoices(hearing: Hearing, body: Place | null, agencies: readonly CatalogAgency[]): Choice[] {
  return agencies.slice(0, 8).map((agency) => {
    const name = displayName(hearing, agency);
    return { label: name, question: withName(hearing, body, name) };
  });
}

/** The agencies that a thread spoke of, each, or all that are held; none where it spoke of no particular ones. */
export function eitherScope(hearing: Hearing, last: Turn): Choice[] {
  const keys = last.plan.scope.agencies.length > 0 ? last.plan.scope.agencies : (last.agencies ?? []);
  const agencies = keys.flatMap((key) => hearing.roster.byKey.get(key) ?? []);
  if (agencies.length === 0 || agencies.length > 3) return [];
  const every = hearing.language === 'zh' ? '所有单位' : 'all agencies';
  return [...agencyChoices(hearing, null, agencies), { label: every, question: withName(hearing, null, every) }];
}

/** One choice for each measure, in place of the words that can mean all of them. */
export function measureChoices(
  hearing: Hearing,
  { start, end, measures, rates = [], said = {} }: NonNullable<Draft['either']>,
): Choice[] {
  const { question, language, lexicon } = hearing;
  const from = question.starts[start] ?? 0;
  const to = question.ends[end - 1] ?? from;
  return [...measures.slice(0, 8), ...rates].flatMap((id) => {
    const entry = [...lexicon.measures, ...lexicon.words.rates].find((each) => each.id === id);
    const name = said[id]?.[language] ?? (entry && (language === 'zh' ? entry.zhNames[0] : entry.enNames[0]));
    return entry && name
      ? [
          {
            label: language === 'zh' ? entry.zh : entry.en,
            question: `${question.original.slice(0, from)}${name}${question.original.slice(to)}`.trim(),
          },
        ]
      : [];
  });
}
