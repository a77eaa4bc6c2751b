/** Going on: a question that makes sense only after the last turn becomes a draft; which reports it is about is inherited later. */

import type { Turn } from '../context.ts';
import type { Draft, Hearing } from '../hearing.ts';
import { allOfOneKind } from '../rules/wholly.ts';
import { added } from './added.ts';
import { againOf, thanTheYearBefore } from './again.ts';
import { alike } from './alike.ts';
import { bounded } from './bounded.ts';
import { contrary } from './contrary.ts';
import { counted, grouped } from './counted.ts';
import { compared, elsewhere } from './elsewhere.ts';
import { measured } from './measured.ts';
import { mentioned } from './mentioned.ts';
import { longer, reversed, sorted } from './order.ts';
import { madeUp, shareInIt } from './parts.ts';
import { goesOn, single, speaksOfThose, unclear } from './reference.ts';
import { applicants, otherMeasure } from './replaced.ts';
import { says } from './says.ts';
import { besideSection, remedies } from './sections.ts';
import { asShare } from './share.ts';
import { doneWith, otherThing, textFigure } from './text.ts';
import { told } from './told.ts';
import { draftOf } from './turn.ts';
import type { Going, Way } from './way.ts';
import { whenThat } from './when.ts';
import { wholly } from './wholly.ts';
import { anywhere } from './wider.ts';

/** Where the question means nothing by itself: the first that reads it wins. Another way of going on is one more value here. */
const incomplete: readonly Way[] = [
  alike,
  reversed,
  sorted,
  longer,
  besideSection,
  remedies,
  told,
  says,
  anywhere,
  whenThat,
  madeUp,
  shareInIt,
  asShare,
  grouped,
  thanTheYearBefore,
  againOf,
  doneWith,
  textFigure,
  otherThing,
  measured,
  bounded,
  mentioned,
  contrary,
  added,
  compared,
  elsewhere,
];

/** Where the question is one by itself, and the thread says what it leaves open. */
const complete: readonly Way[] = [
  remedies,
  whenThat,
  shareInIt,
  doneWith,
  otherThing,
  thanTheYearBefore,
  mentioned,
  contrary,
  applicants,
  otherMeasure,
];

/** Operations whose answer is about reports that can be counted. */
const counting = new Set(['list', 'count', 'rank', 'sum', 'average', 'audit', 'themes', 'search', 'metadata']);

/** Nothing is asked for but how many, or which: of the library where the question stands alone. */
const ofNothing = (whole: Draft | null): boolean =>
  whole !== null &&
  ((whole.plan.operation === 'library' && ['reports', 'agencies', null, undefined].includes(whole.plan.library)) ||
    (whole.plan.operation === 'count' &&
      (whole.plan.conditions ?? []).length === 0 &&
      (whole.plan.measures ?? []).length === 0)) &&
  !whole.plan.statement;

/** Of those of the last answer it is asked, and by itself the question would be about all that is held. */
export const ofThoseOnly = (hearing: Hearing, whole: Draft, last: Turn): boolean =>
  ofNothing(whole) && !asksOfLibrary(hearing) && counting.has(last.plan.operation) && speaksOfThose(hearing);

/** 资料库, "held": what is held is asked for by its name, and not only by 有哪些. */
const asksOfLibrary = ({ marks }: Hearing): boolean =>
  marks
    .firing('library')
    .some(({ text }) => !/^(?:(?:都|还|是|)有?(?:哪些|哪几个|哪几家|什么)|有|list|which|what)$/.test(text));

/** 只看科技局, 有哪些是宁夏的: of those that were spoken of; 宁夏有哪些单位 asks of the library. */
const narrowing = (hearing: Hearing): boolean =>
  hearing.bodies.length > 0 && (goesOn(hearing) || !holdings.test(hearing.question.text));

const holdings =
  /单位|部门|机关|机构|报告|年报|资料|库|年份|agenc|report|bureau|bod(?:y|ies)|department|office|librar|held|hold|have|stor/;

/** "And Pengyang?", 那2023年呢, 其中自然人几件: the draft of a question that goes on; null where it stands alone. */
export function continued(hearing: Hearing, whole: Draft | null, last: Turn): Draft | null {
  const listed = ['list', 'count', 'rank'].includes(last.plan.operation);
  // 有几家, "which of them", 其中科技局有哪些: of those that were listed, not of the library.
  const held =
    ofNothing(whole) && !asksOfLibrary(hearing) && hearing.when.mode === 'open' && counting.has(last.plan.operation);
  const going: Going = {
    hearing,
    own: held && (speaksOfThose(hearing) || narrowing(hearing)) ? null : whole,
    last,
    before: draftOf(last.plan),
    follows: goesOn(hearing),
    listed,
  };
  if (allOfOneKind(hearing)) return wholly.make({ ...going, hearing: { ...hearing, marks: hearing.marks.fork() } });
  // "How many are in Zhejiang" names nothing that is counted but those.
  const bare = whole === null && listed && /^(?:and )?how many (?:are|were)\b/.test(hearing.question.text);
  const number = held || bare ? counted.make({ ...going, hearing: { ...hearing, marks: hearing.marks.fork() } }) : null;
  if (number) return number;
  // 它收到多少申请: the agency that the last answer was about is asked about by itself.
  if (going.own !== null && (single(hearing, last) !== null || unclear(hearing, last) !== null))
    return otherThing.make({ ...going, hearing: { ...hearing, marks: hearing.marks.fork() } });
  if (last.asked && going.own !== null && going.own.rule !== 'figures: lookup') return null;
  // A share in all is of the agencies that it names: other words would leave it without them.
  const ways =
    last.plan.part === null ? (going.own === null ? incomplete : complete) : going.own === null ? [alike] : [];
  for (const way of ways) {
    // One that reads a part and fails leaves no trace.
    const draft = way.make({ ...going, hearing: { ...hearing, marks: hearing.marks.fork() } });
    if (draft) return draft;
  }
  return null;
}
