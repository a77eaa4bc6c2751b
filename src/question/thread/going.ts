/** Going on: a question that makes sense only after the last turn becomes a draft; which reports it is about is inherited later. */
import type { Draft, Hearing } from '../hearing.ts';
import type { Turn } from '../plan.ts';
import { againOf, textFigure } from './again.ts';
import { bounded } from './bounded.ts';
import { counted, grouped } from './counted.ts';
import { compared, elsewhere } from './elsewhere.ts';
import { longer, reversed } from './order.ts';
import { goesOn, single, speaksOfThose } from './reference.ts';
import { applicants, otherMeasure } from './replaced.ts';
import { besideSection } from './sections.ts';
import { asShare } from './share.ts';
import { draftOf } from './turn.ts';
import type { Going, Way } from './way.ts';
import { anywhere } from './wider.ts';

/** Where the question means nothing by itself: the first that reads it wins. Another way of going on is one more value here. */
const incomplete: readonly Way[] = [
  reversed,
  longer,
  besideSection,
  anywhere,
  asShare,
  grouped,
  againOf,
  textFigure,
  bounded,
  compared,
  elsewhere,
];

/** Where the question is one by itself, and the thread says what it leaves open. */
const complete: readonly Way[] = [applicants, otherMeasure];

/** "And Pengyang?", 那2023年呢, 其中自然人几件: the draft of a question that goes on; null where it stands alone. */
export function continued(hearing: Hearing, whole: Draft | null, last: Turn): Draft | null {
  const { marks } = hearing;
  const listed = ['list', 'count', 'rank'].includes(last.plan.operation);
  // 有几家, "which of them": of those that were listed, not of the library.
  const held = whole?.plan.operation === 'library' && !marks.has('library') && hearing.when.mode === 'open' && listed;
  const going: Going = {
    hearing,
    own: held && speaksOfThose(hearing) ? null : whole,
    last,
    before: draftOf(last.plan),
    follows: goesOn(hearing),
    listed,
  };
  const number = held ? counted.make(going) : null;
  if (number) return number;
  // 它收到多少申请: the agency that the last answer was about is asked about by itself.
  if (going.own !== null && single(hearing, last) !== null) return null;
  if (last.asked && going.own !== null && going.own.rule !== 'figures: lookup') return null;
  for (const way of going.own === null ? incomplete : complete) {
    const draft = way.make(going);
    if (draft) return draft;
  }
  return null;
}
