/** Listed: what was only counted, by name (哪些, "which ones"). */
import { type Look, since } from './look.ts';
import { saidIn } from './said.ts';

const names: readonly RegExp[] = [
  /^(?:都|分别)?(?:是|有|叫)?(?:哪些|哪几家|哪几个|谁|哪些单位|哪几家单位|哪些报告|哪几份)$|^(?:都)?列(?:出来|一下|个名单)|^(?:给)?(?:我)?(?:个)?名单$/u,
  /^(?:and )?(?:which|which ones?|who|who are they|which (?:ones )?are (?:they|those|these)|which (?:agencies|reports|bodies|bureaus)(?: are (?:they|those|these))?|name (?:them|those|these)|list (?:them|those|these)|(?:the )?names)$/u,
];

export const named: Look = {
  name: 'those that were counted, by name',
  make({ question, bodies, when }, [last]) {
    const { operation } = last?.plan ?? {};
    if (
      !last ||
      (operation !== 'count' && operation !== 'audit') ||
      last.plan.audit?.card ||
      bodies.length > 0 ||
      when.mode !== 'open'
    )
      return null;
    if (!names.some((each) => each.test(saidIn(question)))) return null;
    const { groupBy } = last.plan;
    // Whose findings they are, and how many each has.
    if (operation === 'audit') return { ...since(last), operation, groupBy: 'agency' };
    return { ...since(last), operation: 'list', groupBy: groupBy === 'agency' ? groupBy : null };
  },
};
