/** What a person sees who opens the bot: what the library holds and what it found, what they are told, what to ask. */
import type { Subscription } from '../digest/digest.ts';
import type { Part } from '../message/message.ts';
import type { ReportHead, Store } from '../store/store.ts';
import { subscriptionText } from './desk.ts';
import { type Language, say } from './phrases.ts';

/** Lines of each list. */
const RECENT = 5;
const PLACES = 8;

/** Coverage by year and region, reports that came last, open findings, and this person's subscriptions. */
export async function homeParts(
  store: Store,
  subscriptions: readonly Subscription[],
  language: Language,
): Promise<Part[]> {
  const heads = await store.heads();
  if (heads.length === 0) return [{ kind: 'text', text: say('homeHeld', language, { n: '0' }) }];
  const found = await store.findings({ statuses: ['open', 'confirmed', 'noted'] });
  const count = (severity: string) => String(found.filter((each) => each.severity === severity).length);
  const parts: Part[] = [
    { kind: 'headline', text: say('homeHeld', language, { n: String(heads.length) }) },
    {
      kind: 'list',
      items: [coverage('homeYears', heads, ({ year }) => (year === null ? null : String(year)), language)],
      more: null,
    },
    {
      kind: 'list',
      items: [coverage('homeRegions', heads, ({ region }) => region.province, language, PLACES)],
      more: null,
    },
    { kind: 'text', text: say('homeRecent', language) },
    { kind: 'list', items: recent(heads).map((head) => lineOf(head, language)), more: null },
    { kind: 'text', text: say('homeFindings', language, { errors: count('error'), warnings: count('warning') }) },
  ];
  const lines = subscriptions.map((each) => subscriptionText(each, language));
  if (lines.length > 0)
    parts.push({ kind: 'text', text: say('homeSubscriptions', language) }, { kind: 'list', items: lines, more: null });
  else parts.push({ kind: 'note', text: say('subscribeHow', language) });
  return parts;
}

function coverage(
  phrase: 'homeYears' | 'homeRegions',
  heads: readonly ReportHead[],
  of: (head: ReportHead) => string | null,
  language: Language,
  most = 20,
): string {
  const counts = new Map<string, number>();
  for (const head of heads) {
    const name = of(head) ?? say('homeUnknown', language);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const all = [...counts].toSorted(([one, few], [other, many]) =>
    phrase === 'homeYears' ? (one < other ? 1 : -1) : many - few,
  );
  const shown = all.slice(0, most).map(([name, n]) => `${name} (${n})`);
  if (all.length > most) shown.push('…');
  return say(phrase, language, { list: shown.join(' · ') });
}

function recent(heads: readonly ReportHead[]): ReportHead[] {
  return heads.toSorted((one, other) => Date.parse(other.ingestedAt) - Date.parse(one.ingestedAt)).slice(0, RECENT);
}

function lineOf({ agency, year, ingestedAt, findings, file }: ReportHead, language: Language): string {
  const day = ingestedAt.slice(0, 10);
  return `${agency ?? file} ${year ?? ''} · ${day} · ${say('homeCount', language, { n: String(findings) })}`;
}
