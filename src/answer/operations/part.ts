/** part: what share of the sum over all reports of the scope the figure of some agencies is. */
import { sumOf } from '../aggregate.ts';
import type { Answer } from '../answer.ts';
import { distinct } from '../cite.ts';
import { answer, type Desk, noData, said, shownOf } from '../desk.ts';
import { citationsOf } from '../figure-text.ts';
import { baseOf } from '../figures.ts';
import { separate } from '../governments.ts';
import { agencyName, listed, reason } from '../reasons.ts';
import { leftOut, seriesOf } from '../series.ts';
import { consolidatedLeftOut, findingsOn } from '../warnings.ts';

export async function partOf(desk: Desk, agencies: readonly string[]): Promise<Answer> {
  const own = ({ agencyKey }: Desk['heads'][number]) => agencyKey !== null && agencies.includes(agencyKey);
  const { kept, consolidated } = separate(desk.heads);
  const name = listed(agencies.map((key) => agencyName(desk, key)));
  if (consolidated.some(own)) {
    const text = reason(
      'consolidated',
      `${name.zh}的报告已汇总其部门的数字，不能再算它占各部门合计的比例。`,
      `The report of ${name.en} already holds the figures of its departments: it is no part of their sum.`,
    );
    return noData(desk, text, { base: baseOf(kept) });
  }
  const series = await seriesOf(desk, kept);
  const [only, ...more] = series;
  if (only === undefined || only.known.length === 0)
    return noData(desk, reason('noRate', '没有可以相加的数。', 'There are no figures to add up.'), {
      base: baseOf(kept),
    });
  const mine = only.known.filter(({ head }) => own(head));
  const whole = sumOf(only.known.map(({ value }) => value));
  const subject = { zh: `${only.name.zh}占全部的比例`, en: `share of all: ${only.name.en}` };
  // A part that lacks a figure is no part, and two units have no sum.
  if (
    more.length > 0 ||
    mine.length === 0 ||
    whole === 0 ||
    [...only.unknown.map(({ head }) => head), ...only.formLacks].some(own)
  ) {
    const text =
      whole === 0 && more.length === 0
        ? reason('denominatorZero', '全部合计为 0，没有比例。', 'The sum of all is 0: there is no share.')
        : reason(
            'noRate',
            `算不出${name.zh}占全部的比例：它的数字不明，或没有可以相加的一个数。`,
            `The share of ${name.en} cannot be computed: its figure is not known, or there is no single sum.`,
          );
    return noData(desk, text, { subject, warnings: leftOut(desk, series), base: baseOf(kept, only.unknown) });
  }
  const numerator = sumOf(mine.map(({ value }) => value));
  const [first, ...others] = mine;
  const row = {
    agency: agencies.length === 1 ? first!.head.agency : null,
    ...(agencies.length === 1
      ? {}
      : { label: said(desk, listed(mine.map(({ head }) => agencyName(desk, head.agencyKey ?? '')))) }),
    year: others.length === 0 ? first!.head.year : null,
    report: others.length === 0 ? first!.head.report : null,
    value: (numerator / whole) * 100,
    unit: '%',
    numerator,
    denominator: whole,
    n: only.known.length,
  };
  return answer(desk, 'answered', {
    subject,
    value: row.value,
    unit: '%',
    rows: [row],
    citations: distinct([...mine, ...shownOf(desk, only.known)].flatMap(citationsOf)),
    warnings: [
      ...consolidatedLeftOut(desk, consolidated),
      ...leftOut(desk, series),
      ...(await findingsOn(desk, only.known)),
    ],
    base: baseOf(kept, only.unknown),
  });
}
