/** What a report that arrived is to those held: a correction, an older version, the same body under another name, a successor. */
import { z } from 'zod';
import type { Lexicon } from './lexicon/lexicon.ts';
import { Bilingual } from './report/report.ts';
import type { ReportHead } from './store/store.ts';

export const ArrivalNote = z.object({
  /** corrected: replaces a version · older: a later publication is held and stays current · variant: the agency's other name · successor, predecessor: of a body held. */
  kind: z.enum(['corrected', 'older', 'variant', 'successor', 'predecessor']),
  message: Bilingual,
});
export type ArrivalNote = z.infer<typeof ArrivalNote>;

/** What is said of each of the reports; `heads` are all that are held, every version. Reports of which nothing is to be said are left out. */
export function arrivalNotes(
  reports: readonly string[],
  heads: readonly ReportHead[],
  lexicon: Pick<Lexicon, 'succession'>,
): Map<string, ArrivalNote[]> {
  const byReport = new Map(heads.map((head) => [head.report, head]));
  const byKey = new Map<string, ReportHead[]>();
  for (const head of heads)
    if (head.agencyKey !== null) byKey.set(head.agencyKey, [...(byKey.get(head.agencyKey) ?? []), head]);
  const places = byPlace(byKey);
  const notes = new Map<string, ArrivalNote[]>();
  const successions = new Map<string, ArrivalNote[]>();
  for (const report of reports) {
    const head = byReport.get(report);
    if (head === undefined || head.agencyKey === null) continue;
    const same = (byKey.get(head.agencyKey) ?? []).filter((each) => each !== head);
    const related =
      successions.get(head.agencyKey) ?? successionNotes(head, places.get(placeOf(head)) ?? [], byKey, lexicon);
    successions.set(head.agencyKey, related);
    const found = [...versionNotes(head, same), ...nameNotes(head, same), ...related];
    if (found.length > 0) notes.set(report, found);
  }
  return notes;
}

const dated = ({ publishedDate }: ReportHead) => ({
  zh: publishedDate === null ? '未写明发布日期' : `发布于 ${publishedDate}`,
  en: publishedDate === null ? 'date of publication not stated' : `published ${publishedDate}`,
});

function versionNotes(head: ReportHead, same: readonly ReportHead[]): ArrivalNote[] {
  if (head.year === null) return [];
  const versions = same.filter(({ year }) => year === head.year).toSorted((a, b) => a.version - b.version);
  const before = versions.filter(({ version }) => version < head.version).at(-1);
  if (before === undefined) return [];
  const current = versions.find((each) => each.current);
  if (head.current || current === undefined) {
    const { zh, en } = dated(before);
    const message = {
      zh: `更正版：代替 ${before.report}（${zh}），旧版保留。差异：nianbao changes ${head.report}`,
      en: `a correction: replaces ${before.report} (${en}), which is kept. What changed: nianbao changes ${head.report}`,
    };
    return [{ kind: 'corrected', message }];
  }
  const { zh, en } = dated(current);
  const message = {
    zh: `另一版本：现行的仍是 ${current.report}（${zh}）。差异：nianbao changes ${head.report}`,
    en: `another version: ${current.report} (${en}) stays current. What changed: nianbao changes ${head.report}`,
  };
  return [{ kind: 'older', message }];
}

function nameNotes(head: ReportHead, same: readonly ReportHead[]): ArrivalNote[] {
  const others = [...new Set(same.flatMap(({ agency }) => agency ?? []))]
    .filter((name) => name !== head.agency)
    .slice(0, 3);
  if (others.length === 0) return [];
  const message = {
    zh: `与${others.map((name) => `“${name}”`).join('、')}是同一机关`,
    en: `the same agency as ${others.map((name) => `“${name}”`).join(', ')}`,
  };
  return [{ kind: 'variant', message }];
}

/** Bodies of one place are compared with each other only. */
const placeOf = ({ region: { province, city, county } }: ReportHead) => `${province}/${city}/${county}`;

function byPlace(byKey: ReadonlyMap<string, readonly ReportHead[]>): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const [key, [head]] of byKey) {
    const place = placeOf(head as ReportHead);
    places.set(place, [...(places.get(place) ?? []), key]);
  }
  return places;
}

function successionNotes(
  head: ReportHead,
  keys: readonly string[],
  byKey: ReadonlyMap<string, readonly ReportHead[]>,
  { succession }: Pick<Lexicon, 'succession'>,
): ArrivalNote[] {
  return keys.flatMap((key): ArrivalNote[] => {
    const found = succession(key, head.agencyKey as string);
    if (found === null) return [];
    const years = [...new Set((byKey.get(key) ?? []).flatMap(({ year }) => year ?? []))].toSorted((a, b) => a - b);
    const [zhYears, enYears] = years.length === 0 ? ['', ''] : [`${years.join('、')} 年`, ` ${years.join(', ')}`];
    const { since, source } = found;
    if (found.before === key) {
      const message = {
        zh: `前身是“${key}”（${source}，库中有${zhYears || '其报告'}），数字不合并`,
        en: `took over from “${key}” (reform of ${since}; held:${enYears || ' yes'}); their figures are kept apart`,
      };
      return [{ kind: 'successor', message }];
    }
    const message = {
      zh: `职能后来归“${key}”（${source}，库中有${zhYears || '其报告'}），数字不合并`,
      en: `its work went to “${key}” (reform of ${since}; held:${enYears || ' yes'}); their figures are kept apart`,
    };
    return [{ kind: 'predecessor', message }];
  });
}
