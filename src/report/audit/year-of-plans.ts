/** The year of the plans: they stand in a report of the year before, and are for the year after. */
import type { Sentence } from './passage.ts';
import { type Check, passed } from './rule.ts';
import { failure, type Locate, none } from './year-check.ts';
import { own } from './year-told.ts';

const aims =
  '继续|进一步|结合|加强|不断|严格|认真|按照|持续|着力|重点|坚持|围绕|努力|采取|积极|深入|大力|加大|健全|完善|强化|创新|切实|紧紧|紧扣|聚焦|全面|立足|针对|更加|推进|推动|开展|提升|提高|从|以|在|做好|抓好|扎实|严把|优化|拓展|深化|充分';
const planWord = new RegExp(
  `(?:将|要)(?:会)?(?:${aims})|下一步|下步|计划(?:在|从|于|开展|通过|重点|进一步|继续)|拟(?:在|从|于|开展|通过)|打算|今后`,
);

const planned = new RegExp(
  `^(?:(?:[((]?[一二三四五六七八九十\\d]{1,2}[))、.])?(?:[^,;]{2,12}[,:])?)?(?:在|下一步,|下步,)?(20\\d\\d)(年度?|,)?(?:里|中|度)?,?(?:${own})?[^,;]{0,12}?(?=${planWord.source})`,
);
/** 下一年度(2023年), and a heading: (二)2023年工作打算. */
const nextYear = /(?:下一?年度?|明年|来年|新的一年)(?:里|中)?\((?:即)?(20\d\d)年度?\)/;
const heading = new RegExp(
  `^(?:[((]?[一二三四五六七八九十\\d]{1,2}[))、.])?(20\\d\\d)年度?(?:${own})?(?:的)?(?:政府信息公开|政务公开|信息公开)?(?:工作|主要)?(?:的)?(?:打算|工作计划|计划|工作安排|安排|工作思路|思路|设想|展望|努力方向)[:.]?$`,
);

export function plan(sentence: Sentence, year: number, locate: Locate): Check {
  const said = nextYear.exec(sentence.text)?.[1] ?? (isLate(sentence) ? heading.exec(sentence.text)?.[1] : undefined);
  if (said !== undefined) return Number(said) === year + 1 ? passed : wrong(sentence, year, Number(said), locate);
  const match = planned.exec(sentence.text);
  if (!match) return none;
  const named = Number(match[1]);
  if (named === year + 1) return passed;
  // 到2025年底前将…: a date to reach is no plan's year.
  if (/^(?:前|底|末)/.test(sentence.text.slice(match[0].indexOf(match[1]!) + 5))) return none;
  const problems = sentence.passage.section === 5 || /下一步|下步|今后/.test(sentence.text);
  // 2019年，我局将…纳入 in the overview tells what was done (将 as 把); a later year there is a plan all the same.
  if (named <= year && !problems && /将(?:从|以|在)/.test(sentence.text)) return none;
  if (named <= year && !problems && sentence.passage.section !== 6) return none;
  return wrong(sentence, year, named, locate);
}

const isLate = ({ passage }: Sentence): boolean => passage.section === 5 || passage.section === 6;

function wrong(sentence: Sentence, year: number, named: number, locate: Locate): Check {
  return failure(
    'warning',
    `${year} 年的报告把今后的打算写成了 ${named} 年，应为 ${year + 1} 年。`,
    `The report for ${year} dates its plans ${named}; they should be for ${year + 1}.`,
    locate(sentence.passage, sentence.start, sentence.start + sentence.text.length),
  );
}
