/**
 * What the text claims of applications, reviews and lawsuits: "全年受理依申请公开政府信息 1 件" is a claim of received = 1,
 * "我局未收到政府信息公开申请" of received = 0. Claims of other bodies, other years, parts of a year, goals and differences are
 * not read at all. Each clause is read once: by `grammar.ts`, which reads to the last word and is `sure`, or else by its known
 * words (`by-words.ts`), which may be looked at.
 */
import type { Watch } from '../../document/document.ts';
import type { Report } from '../report.ts';
import { WordReader } from './by-words.ts';
import type { Claim } from './claim.ts';
import { namesTopic, type Topic } from './claim-kinds.ts';
import { certainIn } from './grammar.ts';
import type { Passage } from './passage.ts';

/** Under no topic a figure is of applications or cases only where they are named. */
const speaks = new RegExp(`${namesTopic.source}|[零未无没]|不存在|[为是:]0`);
const counts = /\d|未|无|没|不存在|零|[一二两三四五六七八九十](件|起|宗|份|条)/;

/** 二是依申请公开。, 2.依申请公开: items of a row, each with a paragraph of its own. */
const itemised = /^(?:[一二三四五六七八九]是|\d{1,2}[.、](?!\d))/;

/** All claims of the passages of sections 1 to 6 (and of sections without number). */
export function claimsOf(report: Report, passages: readonly Passage[], watch: Watch): Claim[] {
  const claims: Claim[] = [];
  let heading: Topic = null;
  let order = -9;
  let byItem = false;
  for (const [at, passage] of passages.entries()) {
    if (passage.part !== 'section') continue;
    if (passage.order !== order) byItem = false;
    if (passage.order !== order)
      heading = passage.section === 3 ? 'application' : passage.section === 4 ? 'case' : null;
    order = passage.order;
    const item = itemised.test(passage.text);
    // 1.组织依申请公开研讨 under （二）依申请公开 is one of its items, and no title beside others.
    const within = item && !byItem && heading === 'application';
    if (!within && (item || /^[((][一二三四五六七八九十\d]{1,3}[))、.]/.test(passage.text))) {
      const named = /依申请|申请公开|公开申请/.test(passage.text.slice(0, 24).split('。')[0]!);
      // 一是完善制度 under （二）依申请公开 is still about applications; behind 二是依申请公开 another item is not.
      if (named || !item || byItem) heading = named ? 'application' : null;
      byItem = item && (named || byItem);
    }
    if ((heading !== null || speaks.test(passage.text)) && counts.test(passage.text)) {
      const read = claims.length;
      readPassage(report, passage, heading, watch, claims);
      const torn = [isTorn(passages[at - 1], passage), isTorn(passage, passages[at + 1])] as const;
      if (torn.includes(true))
        claims.splice(
          read,
          Infinity,
          ...claims.slice(read).map((claim) => (isCut(claim, torn) ? { ...claim, sure: false } : claim)),
        );
    }
  }
  return claims;
}

/** A page ended between the two within a word or a number: …八件政府信息公开案 | 件, 收到申请1 | 2件. */
const isTorn = (above: Passage | undefined, below: Passage | undefined): boolean =>
  above !== undefined &&
  below !== undefined &&
  above.order === below.order &&
  !/[。!?;:)”」]$/.test(above.text) &&
  (/^[件份条起宗个项人次]/.test(below.text) || (/\d$/.test(above.text) && /^\d+(?![.、)\d])/.test(below.text)));

/** Of the first sentence of a passage that is torn above, or the last of one that is torn below: what it says is not all that was printed. */
function isCut({ passage: { sentences }, start, end }: Claim, [above, below]: readonly [boolean, boolean]): boolean {
  return (above && start < (sentences[1]?.start ?? Infinity)) || (below && end > (sentences.at(-1)?.start ?? 0));
}

function readPassage(report: Report, passage: Passage, heading: Topic, watch: Watch, claims: Claim[]): void {
  const certain = certainIn(report, passage, heading);
  for (const { start, end, ...each } of certain)
    claims.push({ ...each, passage, start, end, approximate: false, sure: true, plain: true });
  let topic = heading;
  for (const sentence of passage.sentences) {
    watch.look();
    if (topic === null && !maySpeak(sentence.text)) {
      topic = heading;
      continue;
    }
    const reader = new WordReader(report, sentence, topic, heading);
    for (const claim of reader.read(certain)) claims.push(claim);
    topic = /^(其中|均|已|全部|另)/.test(sentence.text) ? topic : heading;
    if (reader.topic !== null && /申请|复议|诉讼/.test(sentence.text)) topic = reader.topic;
  }
}

/** Whether a sentence under no topic claims anything: what is denied may be an outcome, or a carrying over. */
const maySpeak = (text: string): boolean =>
  namesTopic.test(text) || (/[零未无没]/.test(text) && /公开|提供|处理|结转/.test(text));
