/** Less: the last answer without the reports of some years (去掉2019年的, "leave out 2019"). */
import { type Look, since } from './look.ts';
import { saidIn } from './said.ts';

const year = String.raw`(?:19|20)\d\d(?:年度?)?(?:(?:、|和|,|,? and |到|至|-)(?:19|20)\d\d(?:年度?)?)*`;
const leaves: readonly RegExp[] = [
  new RegExp(
    `^(?:把)?(?:去掉|除去|除了|除开|排除|不要|不算|不看|不含|不包括|剔除|刨去|扣除|抛开)(?:掉|了)?${year}(?:的|那份|那些|以外|之外|报告)*$`,
    'u',
  ),
  new RegExp(
    `^(?:把)?${year}(?:的|那份|那些|报告)*(?:除外|不算|去掉|不要|排除|不看|剔除|扣除|刨去|拿掉)(?:掉|了)?$`,
    'u',
  ),
  new RegExp(
    `^(?:but )?(?:without|excluding|except(?: for)?|leave out|leaving out|drop|minus|not counting|ignore|ignoring|exclude|remove|take out|not)(?: the)?(?: ones| reports?| those)?(?: of| from| for| in)? ?${year}(?: ones?| reports?)?$`,
    'u',
  ),
];

/** Operations about many reports. */
const many = new Set([
  'list',
  'count',
  'rank',
  'sum',
  'average',
  'search',
  'themes',
  'audit',
  'metadata',
  'lookup',
  'rate',
  'trend',
]);

export const lessYears: Look = {
  name: 'the last answer without some years',
  make({ question, bodies, when, context }, [last]) {
    if (last === undefined || bodies.length > 0 || when.mode !== 'given') return null;
    if (!leaves.some((each) => each.test(saidIn(question)))) return null;
    const { plan } = last;
    const { pairs, ...scope } = plan.scope;
    const before = scope.years.length > 0 ? scope.years : context.catalog.years;
    const years = before.filter((each) => !when.years.includes(each));
    if (!many.has(plan.operation) || pairs !== undefined || years.length === 0 || years.length === before.length)
      return null;
    return { ...since(last), scope: { ...scope, years } };
  },
};
