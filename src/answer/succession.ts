/** Of an agency that is asked for: which bodies held took over from it, or it from them. Their figures are kept apart. */
import type { Warning } from './answer.ts';
import type { Desk } from './desk.ts';
import { warning } from './warnings.ts';

/** Agencies of a question that this is said of, and bodies said of each. */
const FEW = 3;

export function successions(desk: Desk): Warning[] {
  const { plan, lexicon, library, names } = desk;
  const asked = plan.scope.agencies;
  if (asked.length === 0 || asked.length > FEW) return [];
  const { agencies } = library.catalog;
  return asked.flatMap((key) => {
    const found = agencies.flatMap((other) => {
      // Bodies of one place begin with its name. Who asks for both has them both.
      const near = other.key.charCodeAt(0) === key.charCodeAt(0) && !asked.includes(other.key);
      const how = near ? lexicon.succession(key, other.key) : null;
      return how === null ? [] : { other, how };
    });
    return found.slice(0, FEW).map(({ other, how }) => {
      const years = other.years.join(', ');
      const [one, two] = [names.zh.agency(key), names.zh.agency(other.key)];
      const [first, second] = [names.en.agency(key), names.en.agency(other.key)];
      const text =
        how.before === other.key
          ? {
              zh: `${one}的前身是${two}（${how.source}），资料库有它 ${other.years.join('、')} 年的报告，数字没有合并。`,
              en: `${first} took over from ${second} (reform of ${how.since}), of which ${years} is held; the figures are not merged.`,
            }
          : {
              zh: `${one}的职能后来归${two}（${how.source}），资料库有它 ${other.years.join('、')} 年的报告，数字没有合并。`,
              en: `The work of ${first} went to ${second} (reform of ${how.since}), of which ${years} is held; the figures are not merged.`,
            };
      return warning(desk, 'succession', text);
    });
  });
}
