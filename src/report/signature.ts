/** The closing signature: the agency and the date at the end. It belongs to no section. */
import { datesIn } from '../text/dates.ts';
import { ideographsOrRadicals } from '../text/ideographs.ts';
import { isChrome, isMetadata } from './chrome.ts';
import { isEmpty, type Piece } from './pieces.ts';

const agency = new RegExp(
  `^[${ideographsOrRadicals}（）()·、\\s]{2,40}(?:局|委|委员会|办公室|办|厅|政府|中心|院|所|处|站|队|会|社|部|公司|大学|学院|学校|银行|街道|镇|乡|署|馆|台|室|组)(?:[（(]\\s?(?:盖章|公章|章)\\s?[)）])?$`,
  'u',
);

/** A line that holds an agency's name and nothing else. */
export const isAgencyLine = (text: string): boolean =>
  agency.test(text) && !/^(?:附件|抄送|来源|关于)|网站$/.test(text);

/** A line that holds a date and nothing else, in brackets or not; the end of a sentence that a page break cut (至2020年12月31日。) is none. */
export function isDateLine(text: string): boolean {
  if (text.length > 24) return false;
  const [date] = datesIn(text);
  if (date === undefined || text.length - (date.end - date.start) > 4) return false;
  return !/[:：]|^\s*[至到自从由]/.test(text.slice(0, date.start)) && !/[起止。，,]/.test(text.slice(date.end));
}

/** 安康市科技局 2021年1月29日: both on one line. */
function isBoth(text: string): boolean {
  if (text.length > 64) return false;
  const date = datesIn(text).at(-1);
  if (date === undefined || text.length - date.end > 2) return false;
  return isAgencyLine(text.slice(0, date.start).trim());
}

const reach = 60;

/** A signature at the end of a longer line, as where a whole report stands on one: where it begins, or null. */
export function signatureInside(text: string): number | null {
  const offset = Math.max(0, text.length - reach);
  const date = datesIn(text.slice(offset)).at(-1);
  if (date === undefined || text.length - (offset + date.end) > 4) return null;
  const before = text.slice(0, offset + date.start).trimEnd();
  const sentence = Math.max(before.lastIndexOf('。'), before.lastIndexOf('！'));
  if (sentence < 0) return null;
  const name = before.slice(sentence + 1).trim();
  return name === '' || isAgencyLine(name) ? sentence + 1 : null;
}

/** An entry of a list that the site prints below: another report's title, its date behind it. */
const isEntry = (text: string): boolean =>
  text.length <= 100 && /(?:报告|年报|通知|公告)\s{0,3}(?:20\d\d[-/.]\d{1,2}[-/.]\d{1,2})?$/.test(text);

const farthest = 60;

/**
 * Where the signature stands among the pieces of the last section: [first, last] indexes, or null. Only lines of the
 * site may follow it.
 */
export function findSignature(pieces: readonly Piece[]): readonly [number, number] | null {
  const filled: number[] = [];
  for (let i = pieces.length - 1; i >= 0 && filled.length < farthest; i--) if (!isEmpty(pieces[i]!)) filled.push(i);
  for (const [order, index] of filled.entries()) {
    const text = pieces[index]!.text.trim();
    const row = pieces[index]!.filled.length > 1;
    if (isBoth(text)) return [index, index];
    if (isDateLine(text) && !row) {
      const above = filled[order + 1];
      const named = above !== undefined && isAgencyLine(pieces[above]!.text.trim());
      return [named ? above : index, index];
    }
    if (isAgencyLine(text) && !row && !isChrome(text)) {
      const above = pieces[index - 1];
      return above === undefined || isEmpty(above) || /[。！]$/.test(above.text.trim()) ? [index, index] : null;
    }
    if (!isChrome(text) && !isMetadata(text) && !isEntry(text) && (text.length > 40 || /[。；]$/.test(text)))
      return null;
  }
  return null;
}
