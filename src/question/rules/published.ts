/** Who published first or last, and reports in the order of their dates: 最早公布年报的单位 · "rank the reports by publication date". */
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import type { Plan } from '../plan.ts';
import { ALL } from './order.ts';

type Order = NonNullable<Plan['order']>;

export const published: Rule = {
  name: 'reports by their dates of publication',
  make(hearing): Draft | null {
    const { marks, bodies } = hearing;
    const cells = marks.with('measure').some(({ mark }) => !fires(mark, 'verb') && !fires(mark, 'meta'));
    if (cells || marks.has('count', 'op.average', 'op.change', 'whichYear', 'ask.quantity')) return null;
    // 最晚什么时候公布: until when, and not who.
    if (/什么时候|啥时候|何时|哪天|哪一天|几号|\bwhen\b|deadline/.test(hearing.question.text)) return null;
    const out = marks.all.filter(comesOut);
    const order = orderOf(hearing);
    if (out.length === 0 || order === null) return null;
    // Of one agency its first report is that of its first year: another question.
    if (bodies.some((body) => body.by === 'name' && !body.plural)) return null;
    marks.use(...out, ...order.marks);
    marks.useRule('which', 'library.reports', 'definition', 'all', 'ask.what', 'verb.publish', 'order', 'section.show');
    return {
      rule: this.name,
      needs: 'many',
      undated: hearing.when.mode !== 'given',
      plan: { operation: 'metadata', metadata: ['publishedDate'], order: order.order },
    };
  },
};

/** 公布, 出炉, "come out", or the date itself. */
const comesOut = (mark: Mark): boolean =>
  fires(mark, 'meta.publishedDate') ||
  fires(mark, 'verb.publish') ||
  /^(?:最晚|最迟)?(?:公布|发布|公开|出炉|上网|挂网|上线|晒出|came out|come out|comes out|published|posted|released)(?:了|的|得|出来|(?:时间|日期|得)?最[晚迟]的?)?$/.test(
    mark.text,
  );

const first = (mark: Mark) =>
  fires(mark, 'date.first') ||
  /^(?:最早|最快|第一个|头一个)(?:的|地)?$|^(?:the )?(?:earliest|first|soonest)$/.test(mark.text);
const last = (mark: Mark) =>
  fires(mark, 'date.last') ||
  /^(?:最慢|最后|最末|最新|最近)(?:的|地)?$|^(?:the )?(?:latest|last|newest|most recent|most recently)$/.test(
    mark.text,
  );
const sorted = /排|序|rank|sort|order/;

/** Which come first, and how many; null where no order of dates is asked for. */
function orderOf(hearing: Hearing): { readonly order: Order; readonly marks: readonly Mark[] } | null {
  const { marks } = hearing;
  const ends = marks.all.filter((mark) => first(mark) || last(mark));
  const both = ends.some(first) && ends.some(last);
  const sorting = marks.firing('order').filter(({ text }) => sorted.test(text));
  const number = marks.with('number').find(({ mark }) => sense(mark, 'years') === undefined && mark.text !== '一');
  const said = [...ends, ...sorting, ...(number ? [number.mark] : [])];
  if (number && !Number.isInteger(number.sense.value)) return null;
  const direction = ends.some(last) ? 'desc' : 'asc';
  if (ends.length > 0 && (asksWhich(marks) || namesReports(hearing)))
    return {
      order: {
        direction,
        limit: Math.min(ALL, Math.max(1, number?.sense.value ?? 1)),
        ...(both ? { ends: true } : {}),
      },
      marks: said,
    };
  const dated = marks.has('meta.publishedDate');
  return sorting.length > 0 && dated ? { order: { direction, limit: number?.sense.value ?? ALL }, marks: said } : null;
}

/** 最早公布的报告, "the latest report published", 三家单位: they are named without being asked for. */
const namesReports = ({ marks }: Hearing): boolean =>
  marks.all.some(({ text }) => /报告|年报|单位|部门|机关|reports?$|agenc|bureau/.test(text));
