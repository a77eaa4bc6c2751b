/** Whether reports of a year or a place are held, and of which: 有没有2022年的报告, "reports from Shaanxi", 报告都是哪几个省的. */
import type { Draft, Hearing, Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import { lastTurn } from '../thread/turn.ts';

const report = /^(?:annual )?reports?$|^(?:报告|年报)$/;
/** 有2019年的报告吗: whether there is one, in the words for it that say little elsewhere. */
const there = /^有.*吗[?？。]*$|^(?:is|are) there\b/;
const about = /^(?:the |all |any )?(?:annual )?reports (?:from|of|for|in|by)\b/;

export const holdings: Rule = {
  name: 'holdings',
  make(hearing): Draft | null {
    const { marks } = hearing;
    const plan = asksWhether(hearing) ? ({ operation: 'library', library: 'reports' } as const) : asksOfWhich(hearing);
    if (plan === null) return null;
    marks.use(...marks.all.filter((mark) => report.test(mark.text)));
    marks.useRule('ask', 'all', 'library', 'whichYear', 'order.top', 'group', 'which', 'members');
    return { rule: this.name, needs: 'many', plan };
  },
};

/** A year or a place, and nothing but reports. */
function asksWhether(hearing: Hearing): boolean {
  const { marks, bodies, when, question } = hearing;
  const reports = marks.all.some(({ text }) => report.test(text));
  if (bodies.length === 0 && when.mode !== 'given') return false;
  // 有没有2022年的: within a thread it goes on from what was asked.
  // 宁夏的报告: of many bodies; of one it is asked back what of it.
  const many = bodies.some(({ within }) => within.length > 1) && /的(?:报告|年报)[?？。]*$/.test(question.text.trim());
  const asks =
    many ||
    ((marks.has('ask.exists') || there.test(question.text.trim())) &&
      (reports || lastTurn(hearing.context.turns) === null)) ||
    about.test(question.text.trim());
  const own = new Set(bodies.flatMap((body) => body.marks));
  return asks && marks.all.every((mark) => own.has(mark) || sense(mark, 'years') !== undefined || frames(mark));
}

/** The places or the years of all the reports, and nothing else. */
function asksOfWhich({ marks, bodies }: Hearing): Draft['plan'] | null {
  if (bodies.length > 0 || !marks.all.some(({ text }) => report.test(text))) return null;
  const rest = marks.all.filter((mark) => !frames(mark));
  if (
    rest.length > 0 &&
    rest.every((mark) => fires(mark, 'library.regions') || fires(mark, 'members') || fires(mark, 'group.province'))
  )
    return { operation: 'library', library: 'regions' };
  return marks.has('whichYear') && rest.every((mark) => fires(mark, 'whichYear') || fires(mark, 'order.top'))
    ? { operation: 'library', library: 'reports', groupBy: 'year' }
    : null;
}

const frames = (mark: Mark): boolean =>
  report.test(mark.text) || ['ask.exists', 'filler', 'all', 'library'].some((rule) => fires(mark, rule));
