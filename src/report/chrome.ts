/** The page around a report: menus, footers, share buttons, cards of metadata. The words are data. */
import data from '../../index/chrome.json' with { type: 'json' };
import { fold } from '../text/normalize.ts';

const words = data.words.map(fold);
const labels = data.metadata.map(fold);
const longest = 120;

/** A line of the site and not of the report: short, with a word that only sites use, or a path of links. */
export function isChrome(text: string): boolean {
  if (text.length > longest) return false;
  const folded = fold(text);
  return (
    words.some((word) => folded.includes(word)) ||
    /^(?:打印|关闭|收藏|分享|返回|首页|正文)$/.test(folded) ||
    folded.split(/[>»›]/).length > 2
  );
}

/** A line of the card that sites print around a document: 发布时间：…, 来源：…, 索引号 …. */
export function isMetadata(text: string): boolean {
  if (text.length > longest * 2) return false;
  const folded = fold(text).replace(/^[[(【]/, '');
  return labels.some(
    (label) =>
      folded.startsWith(label) &&
      (folded.length <= label.length + 1 || /^[:：\]】]|^\d/.test(folded.slice(label.length))),
  );
}
