/** Rows: those of the last answer that are told by their places, and nothing else asked (第二和第四, "the second and the fourth"). */
import { besides, countsOneThing } from './difference.ts';
import type { Look } from './look.ts';
import { placed, placesIn } from './places.ts';
import { saidIn } from './said.ts';

/** Nothing but the places, and what joins them. */
const joined =
  /^(?:[\s,，、]|和|与|跟|及|以及|还有|的|家|个|名|and|&|also|plus|what about|how about|show|only|just|只看|看看)*$/u;

export const rowsOf: Look = {
  name: 'rows told by their places',
  make({ question, bodies, when }, [last]) {
    const said = saidIn(question);
    const places = placed(said);
    if (last === undefined || bodies.length > 0 || when.mode !== 'open' || places.length < 2) return null;
    const rest = [...places].reverse().reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), said);
    if (!joined.test(rest) || !countsOneThing(last.plan)) return null;
    const lines = last.lines ?? [];
    const meant = placesIn(said, lines.length).flatMap((at) => lines[at] ?? []);
    const [first, second] = meant;
    if (meant.length !== places.length || first === undefined || second === undefined) return null;
    return besides(last, meant);
  },
};
