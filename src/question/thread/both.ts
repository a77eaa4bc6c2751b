/** Both: what the figures that were asked for one after another come to (两家加起来多少, "add them up"), or which of two kinds is more. */
import type { Turn } from '../context.ts';
import type { Plan } from '../plan.ts';
import { besides } from './difference.ts';
import { type Look, since } from './look.ts';
import { saidIn } from './said.ts';

const number =
  '(?:这|那|上面|它们|他们|以上)?(?:(?<n>两|俩|二|三|四)(?:家|个|者|份|年|边|项|样|局|个数|个数字|个单位|家单位|份报告|个渠道)?)?(?:的|之)?';
const adds: readonly RegExp[] = [
  new RegExp(
    `^(?:把)?${number}(?:都)?(?:一共|总共|合计|合起来|加起来|加在一起|加一起|加一块儿?|加总|相加|总和|总数|合一起|之和)(?:是|有|为|收到|发了?|公开了?|发布了?)*(?:多少|几)?(?:件|条|个|项|份)?$`,
    'u',
  ),
  /^(?:and )?(?:what(?: is|'s| do)? )?(?:add (?:them|those|these|both|it all|the two|all of them)(?: up| together)?|(?:the )?(?:total|sum)(?: of (?:both|the (?<n>two|three)|them|those|these|these two|those two))?|(?:how many|how much)(?: is (?:that|it)| are (?:they|there|those)| was that)? (?:together|in total|altogether|combined|in all)|(?:both|the two)(?: of them)? (?:together|combined|in total)|(?:they|both|those|these|the two) (?:add up to|come to|total|make)(?: together| in all| in total)?(?: how (?:many|much))?)$/u,
];
const numbers: Readonly<Record<string, number>> = { 两: 2, 俩: 2, 二: 2, 三: 3, 四: 4, two: 2, three: 3 };

/** One figure of one report was asked for, of a cell or of the text. */
function single({ plan, lines = [], rows, asked }: Turn): boolean {
  const { operation, statement, measures, combine, claim, scope, show } = plan;
  const cell = statement === null && (measures.length === 1 || (measures.length > 1 && combine === 'sum'));
  const told = statement !== null && statement.parts.length === 0 && statement.whole === null;
  const [line] = lines;
  const one = told ? new Set(lines.map(({ report }) => report)).size === 1 : lines.length === 1 && rows === 1;
  return (
    asked !== true && operation === 'lookup' && (cell || told) && one && scope.agencies.length === 1 && claim === null &&
    show === 'answer' && line?.agency != null && line.year !== null
  ); // biome-ignore format: conditions
}

const figure = ({ plan: { measures, combine, statement } }: Turn): string =>
  JSON.stringify([measures, combine, statement]);
const report = ({ lines = [] }: Turn): string => lines[0]?.report ?? '';

/** The last turns of which each asked for the same figure of another report; `n`: so many of them. */
function elsewhere(turns: readonly Turn[], n: number | null): Turn[] {
  const [last] = turns;
  const found = new Map<string, Turn>();
  for (const turn of turns) {
    if (last === undefined || !single(turn) || figure(turn) !== figure(last) || found.size === n) break;
    if (!found.has(report(turn))) found.set(report(turn), turn);
  }
  return [...found.values()];
}

/** The last turns of which each asked for another figure of the text of the same report. */
function kinds(turns: readonly Turn[], n: number | null): Turn[] {
  const [last] = turns;
  const found = new Map<string, Turn>();
  for (const turn of turns) {
    if (last === undefined || !single(turn) || turn.plan.statement === null || report(turn) !== report(last)) break;
    if (found.size === n) break;
    found.set(turn.plan.statement.subject, turn);
  }
  return [...found.values()];
}

/** Several figures of the text of one report, those asked for first in front. */
function several(turns: readonly Turn[]): Plan['statement'] {
  const parts = [...turns]
    .reverse()
    .flatMap(({ plan: { statement } }) =>
      statement === null ? [] : [{ subject: statement.subject, unit: statement.unit, verb: statement.verb }],
    );
  const [last] = turns;
  const subject = parts.map((each) => each.subject).join(' ');
  return last?.plan.statement ? { ...last.plan.statement, subject, parts, together: true } : null;
}

export const added: Look = {
  name: 'the sum of the figures that were asked for last',
  make({ question, bodies, when }, turns) {
    const [last] = turns;
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    const said = saidIn(question);
    const told = adds.map((each) => each.exec(said)).find((match) => match !== null);
    if (told == null) return null;
    const n = numbers[told.groups?.n ?? ''] ?? null;
    // 网站和公众号各发了多少条, and then 加起来呢: both kinds, in one report or in each.
    const { statement, operation, scope } = last.plan;
    if (statement !== null && statement.parts.length > 1 && ['lookup', 'compare'].includes(operation))
      return n !== null && n !== statement.parts.length
        ? null
        : { ...since(last), operation: 'sum', statement: { ...statement, together: true } };
    const others = elsewhere(turns, n);
    if (others.length > 1 && (n === null || n === others.length)) {
      const lines = others.flatMap((turn) => turn.lines?.[0] ?? []).reverse();
      return { ...besides(last, lines), operation: 'sum' };
    }
    const own = kinds(turns, n);
    const both = own.length > 1 && (n === null || n === own.length) ? several(own) : null;
    return both === null ? null : { ...since(last), operation: 'sum', statement: both, topic: both.subject, scope };
  },
};

const which: readonly RegExp[] = [
  /^(?:哪|那)(?:一)?(?:个|种|边|项|样|类)(?:渠道|平台)?(?:的|发的?|发得|公开的?|公开得|发布得)?(?:信息)?(?:更|比较|较|最)?(?:多|少|高|低)(?:一些|些|一点|点)?$|^(?:两个?渠道|两者|它们|两个|之间)?(?:相?差|差距|差额|相差)(?:了|是|有)?(?:多少|几)(?:件|条|个|项)?$|^(?:谁|哪个)(?:更)?(?:多|少)$/u,
  /^(?:and )?(?:which|which (?:one|channel|of (?:the two|them|these)))(?: (?:is|was|has|had|got))? (?:the )?(?:more|most|bigger|larger|higher|less|fewer|fewest|smaller|busier)(?: (?:one|posts|items))?$|^(?:what(?: is|'s) )?the difference(?: between (?:them|the two))?$|^by how (?:much|many)$/u,
];

export const kindsApart: Look = {
  name: 'two kinds of figures of the text against each other',
  make({ question, bodies, when }, turns) {
    const [last] = turns;
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    if (!which.some((each) => each.test(saidIn(question)))) return null;
    const { statement, operation, scope } = last.plan;
    if (scope.agencies.length !== 1) return null;
    const told = statement !== null && statement.parts.length > 1 && ['lookup', 'sum', 'compare'].includes(operation);
    const own = told ? [] : kinds(turns, 2);
    const both = told ? { ...statement, together: true } : own.length > 1 ? several(own) : null;
    return both === null ? null : { ...since(last), operation: 'compare', statement: both, topic: both.subject };
  },
};
