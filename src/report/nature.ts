/**
 * What makes a document an annual report on open government information: its title, its sections, or the tables of the form.
 * Rows with the names of the form's stand in many papers (行政许可, 行政处罚, 政府采购): figures beside them show nothing alone.
 */
import type { Document } from '../document/document.ts';
import { fold } from '../text/normalize.ts';
import type { Identity } from './identity.ts';
import type { Fact } from './report.ts';
import type { ReadSections } from './sections.ts';

/** A title that only such reports have, and one that others have, too (a university's, an enterprise's). */
const strong = /(?:政府信息|政务)公开.{0,16}(?:报告|年报)|信息公开.{0,10}(?:年度报告|年报)/;
/** It ends as a report's does. */
const plain =
  /(?:政府信息|政务|信息)公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:情况)?的?(?:报告|年报)[)》”"]?(?:\(.{1,20}\))?$/;
/** Headlines and letters that tell of reports: one may hold a report, but then it has more than its title. */
const telling =
  /发布|公布|印发|报送|上报|编制|编写|编报|公告|公示|启事|汇总|汇编|一览|清单|名单|召开|举办|部署|做好|按时|图解|读懂|[^公]函$/;
/** Papers about reports, and other papers on open government: notices, news, guides. */
const other =
  /通知|通报|考核|检查|讲话|方案|培训|会议|解读|指南|目录|制度|办法|规定|新闻|答复|要点|编制工作|召开|评议|评估|测评|督查|预算|决算|法治政府/;
/** Papers that have a report's headings over what they say about reports, or about other work. */
const judging = /评议|评估|测评|解读|预算|决算|法治政府/;
/** Articles of an act: the Regulations list what a report holds, in the words of its headings. */
const article = /^第[一二三四五六七八九十百零]{1,6}条(?!第)/gm;
/** A year's work, or a report's period. */
const ofYear = /20[0-3]\d年|二[〇零○].{2}年|本年|今年|一年来|年度(?!报告)/;
/** What a study of reports begins with, whose chapters are named like theirs. */
const study = /^(?:摘要|内容提要|关键词|参考文献)/m;
/** What was done, or was not. */
const told = /\d[余多]?[条件篇次]|(?:未|没有)(?:收到|发生|接到)/;
const subjects = /主动公开|依申请公开|信息公开申请|行政复议|信息公开条例/g;

/** What hardly any other paper prints: headings and labels of the official form, each once. */
const marks: readonly RegExp[] = [
  /主动公开政府信息情况/,
  /收到和处理政府信息公开申请/,
  /政府信息公开.{0,6}行政复议、.{0,6}行政诉讼/,
  /第二十条第?\(/,
  /信息内容/,
  /制发(?:件数|数量)|新制作/,
  /废止件数|新公开数/,
  /现行有效|对外公开总/,
  /处理决定数/,
  /新收政府信息公开申请/,
  /结转政府信息公开申请/,
  /予以公开(?!的)/,
  /区分处理的/,
  /三安全一稳定/,
  /三类内部事务/,
  /四类过程性信息/,
  /结转下年度/,
  /社会公益组织.{0,4}法律服务机构/,
];
/** Those of table 4: papers on reviews and lawsuits have them, too, and only the form has its cells beside them. */
const marksOf4: readonly RegExp[] = [/结果维持/, /结果纠正/, /尚未审结/, /未经复议直接起诉/, /复议后起诉/];
const fewestCells = 10;
const fewestMarks = 3;
/** So many rows under 第二十条 are table 2 without its heads. */
const fewestRows = 4;

/** Do the figures stand in the tables of the form? */
function standInForm({ blocks }: Document, facts: readonly Fact[]): boolean {
  const filled = facts.filter(({ state }) => state !== 'missing');
  if (filled.length === 0) return false;
  const text = fold(blocks.map((block) => block.text).join(''));
  const isFour = filled.filter(({ table }) => table === 4).length >= fewestCells;
  const found = [...marks, ...(isFour ? marksOf4 : [])].filter((mark) => mark.test(text));
  if (found.length >= fewestMarks) return true;
  const rows = new Set(filled.filter(({ table, value }) => table === 2 && value !== null).map(({ row }) => row));
  return rows.size >= fewestRows && /第二十条第?\(/.test(text);
}

/** The sections that only such a report has; reviews and lawsuits are everyone's, unless the heading says of what. */
const ownOf = ({ sections }: ReadSections): number =>
  [2, 3, 4].filter((own) =>
    sections.some(({ number, title }) => number === own && (own < 4 || title === '' || /公开/.test(fold(title)))),
  ).length;

/** Whether a document is an annual report on open government information. */
export function isReport(
  document: Document,
  sections: ReadSections,
  facts: readonly Fact[],
  { title, agency }: Pick<Identity, 'title' | 'agency'>,
): boolean {
  const name = fold(title ?? '');
  const named = strong.test(name);
  const isPlain = plain.test(name);
  // The agency's name may have any word in it (新闻发布中心, 预算编制中心).
  const apart = agency === null ? name : name.replace(fold(agency), '');
  const titled = named && (isPlain || !other.test(apart));
  const alone = titled && !telling.test(apart);
  if (alone && facts.some(({ state }) => state !== 'missing')) return true;
  if (standInForm(document, facts)) return true;
  if (!isPlain && judging.test(apart)) return false;
  const numbers = new Set(sections.sections.map(({ number }) => number).filter((number) => number !== null));
  const own = ownOf(sections);
  const text = [sections.preamble?.text ?? '', ...sections.sections.map((section) => section.text)].join('\n');
  // Without a title, the text must speak of a year's work: a guide and an act of law have chapters of the same names.
  if (!titled) {
    if ((text.match(article)?.length ?? 0) >= 3 || study.test([...sections.margins, text].join('\n'))) return false;
    const yearly = ofYear.test(fold(`${title ?? ''}\n${text}`));
    return yearly && numbers.size >= 3 && (own >= 2 || (own === 1 && /信息公开/.test(text)));
  }
  if (own >= 1 || numbers.size >= 2) return true;
  // 政府信息公开年报 alone is a site's list, and what it says of itself.
  const isSomebodys = agency !== null || ofYear.test(name) || told.test(text);
  return alone && isSomebodys && new Set(text.match(subjects)).size >= 2;
}
