/** Looks at the last answers: the first that reads a question wins. Another one is one more value here. */
import { added, kindsApart } from './both.ts';
import { difference } from './difference.ts';
import { doubted, restOfWhole, whereStands } from './doubts.ts';
import { finding, findingOf } from './finding.ts';
import { inCommon } from './in-common.ts';
import { lessYears } from './less.ts';
import { named } from './listed.ts';
import { onlyInOne } from './lists.ts';
import type { Look } from './look.ts';
import { ofTheText, othersToo } from './of-the-text.ts';
import { otherOne } from './other-one.ts';
import { others, sameDefect } from './others.ts';
import { shareOfIt } from './parts.ts';
import { point } from './point.ts';
import { restOf } from './rest.ts';
import { rowsOf } from './rows.ts';

export const looks: readonly Look[] = [
  restOfWhole,
  restOf,
  lessYears,
  inCommon,
  point,
  finding,
  findingOf,
  onlyInOne,
  named,
  shareOfIt,
  added,
  kindsApart,
  difference,
  rowsOf,
  doubted,
  whereStands,
  ofTheText,
  othersToo,
  otherOne,
  sameDefect,
  others,
];
