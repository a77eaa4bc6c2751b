/** The year of the plans: they stand in a report of the year before, and are for the year after. */
import type { Sentence } from './passage.ts';
import { type Check, passed } from './rule.ts';
import { any, doneWithThings, planAims, thingsMoved } from './words.ts';
import { failure, type Locate, none } from './year-check.ts';
import { disclosure, own } from './year-told.ts';

const numbering = '(?:[((]?[一二三四五六七八九十\\d]{1,2}(?:[))、.]|是))?(?:[^,;]{2,12}[,:])?';
/** 针对上述问题, 为此, 下一步: what leads up to a plan. */
const opening =
  '(?:(?:针对|对于?|鉴于|基于|围绕|为了?)[^,;\\d]{2,30},|为此,?|对此,?|因此,?|下一步,?|下步,?|今后,?|接下来,?)?';
const aims = any(planAims);
/** 将 as 把: a thing, and what was done with it (将公开纳入考核). */
const did = `(?:${any(thingsMoved)})[^,;]{0,24}?(?:${any(doneWithThings)})`;
const will = `(?<!即)将(?!${did})`;
const planWord = `${will}|(?<![主重需必首])要(?:会)?(?:${aims})|(?:计划|拟)(?:${aims}|于|新|邀请|编制|制定|每|利?用|将|推出)|下一步|下步|打算|今后|力争|争取(?=[把将让在使实达完建])`;

/** 2023年，我局将…; 2023年制定的制度将继续执行 tells of a thing of that year. */
const planned = new RegExp(
  `^${numbering}${opening}(?:在|展望|进入|步入|迈入)?(20\\d\\d)(?!年?[前底末])年?度?(?:的?${disclosure}?工作)?[里中内]?,?(?:${own})?[^,;的]{0,12}?(?:${planWord})`,
);
/** 为做好2023年的工作，我局将…. */
const prepared = new RegExp(
  `^${numbering}为了?(?:进一步|更好地?)*(?:做好|抓好|推进|推动|提升|搞好)(20\\d\\d)年度?[^,;]{0,24},[^;]{0,24}?${will}`,
);
/** 下一年度(2023年). */
const nextYear = /(?:下一?年度?|明年|来年|新的一年|下一步)(?:里|中)?\((?:即)?(20\d\d)年度?\)/;
const planName =
  '(?:打算|工作计划|计划|工作安排|安排|工作思路|思路|设想|展望|努力方向|工作重点|(?:重点)?(?:做好|抓好)(?:以下|如下)(?:几[个方]面?)?(?:的)?工作|重点工作)';
/** (二)2023年工作打算, 2023年工作计划:一是…. */
const heading = new RegExp(
  `^(?:[((]?[一二三四五六七八九十\\d]{1,2}[))、.])?(20\\d\\d)年度?,?(?:${own},?)?(?:的)?${disclosure}?(?:工作|主要|下一步|下步)*(?:的)?${planName}(?:如下|是)?(?:[:.]|$)`,
);

/** 将按照2022年工作安排, 下一步，对照2022年目标任务: plans follow what was laid down for their own year. */
const laidDown = new RegExp(
  `^${numbering}(?:[^,;]{0,20},)?(?:(?:下一?步|今后|接下来)[^,;\\d]{0,6},?(?:${own})?|(?:${own})?(?<!即)(?:将|拟))(?:将|要|拟|继续|进一步|严格|认真)*(?:按照|按|根据|依据|对照|围绕|紧扣|落实|结合)(20\\d\\d)年度?[^,;。\\d]{0,10}(?:工作安排|工作计划|工作部署(?!会)|目标任务|工作任务|工作目标|任务安排)(?!会)`,
);
/** 将在2021年底前完成; 力争2021年满意度达到95%以上. */
const term =
  /(?:^|[,;:、是]|(?:上述|以上|相关|各项|全部)(?:事项|工作|任务|措施|问题)(?:均|都|全部)?|[我本][局委厅办院]|我单位)(?:将|拟|计划|力争|争取)(?:在|于|到|至)?(20\d\d)年(?:(?:[底末内]|全年|年?底?前|上半年|下半年|第?[一二三四]季度|\d{1,2}月(?:底|份)?(?:前|以前|之前)?)|(?=[^,;的底末]{0,20}(?:达到|实现|完成|突破|提升|提高|建成|不低于|超过|全覆盖|以上)(?!的)))(?!(?:[\u4e00-\u9fff]{2})?的)/;

const patterns = [planned, prepared, laidDown, term];

export function plan(sentence: Sentence, year: number, locate: Locate): Check {
  const { text } = sentence;
  const said = nextYear.exec(text)?.[1] ?? (isLate(sentence) ? heading.exec(text)?.[1] : undefined);
  if (said !== undefined) return Number(said) === year + 1 ? passed : wrong(sentence, year, Number(said), locate);
  const found = patterns.find((pattern) => pattern.test(text))?.exec(text)?.[1];
  if (found === undefined) return none;
  const named = Number(found);
  if (named === year + 1) return passed;
  const problems = sentence.passage.section === 5 || /下一步|下步|今后/.test(text);
  // 2019年，我局将…纳入 in the overview tells what was done (将 as 把); a later year there is a plan all the same.
  if (named <= year && !problems && /将(?:从|以|在)/.test(text)) return none;
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
