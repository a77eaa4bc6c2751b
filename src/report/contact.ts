/** How to reach the agency: what the report's own text says after a label. Nothing is guessed. */
import type { Contact } from './report.ts';

/** A label with white space between its characters: 邮　编, 电 话. */
const spaced = (word: string): string => Array.from(word).join('\\s{0,3}');
const anyOf = (words: readonly string[]): string => `(?:${words.map(spaced).join('|')})`;

const phoneLabel = anyOf(['联系电话', '咨询电话', '办公电话', '监督电话', '服务电话', '电话号码', '电话']);
const faxLabel = anyOf(['传真号码', '传真电话', '传真']);
const colon = '\\s{0,3}[:：]?\\s{0,3}';
const digits = '([(（]?\\+?\\d[\\d\\s()（）—–－─‐‑―-]{5,22}\\d)';
const aside = '(?:\\s{0,2}[(（/、及和]\\s{0,2}';

const phone = new RegExp(`${phoneLabel}${aside}${faxLabel}\\s{0,2}[)）]?)?${colon}${digits}`);
const fax = new RegExp(`${faxLabel}${aside}${phoneLabel}\\s{0,2}[)）]?)?${colon}${digits}`);
/** 电话（传真）：… and 电话：…（传真）: one number for both. */
const both = new RegExp(
  `${phoneLabel}\\s{0,2}[(（/、及和]\\s{0,2}${faxLabel}\\s{0,2}[)）]?${colon}${digits}|${phoneLabel}${colon}${digits}\\s{0,2}[(（]\\s{0,2}(?:兼|同|及)?\\s{0,2}${faxLabel}\\s{0,2}[)）]`,
);
const email = /[A-Za-z0-9][\w.+-]{0,63}\s{0,2}[@＠]\s{0,2}[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,30}){1,4}/;
const postcode = new RegExp(`${anyOf(['邮政编码', '邮编'])}${colon}(\\d(?:\\s?\\d){5})(?!\\d)`);
const address = new RegExp(
  `(?<![网Pp]\\s{0,3})(?<!网站)(?<!邮箱)${anyOf(['办公地址', '通讯地址', '通信地址', '联系地址', '单位地址', '地址'])}\\s{0,3}[:：]\\s{0,3}([^\\n，,。；;:：]{4,80})`,
);
const url =
  /(?:https?:\/\/|www\.)[A-Za-z0-9][A-Za-z0-9.-]{1,80}\.[A-Za-z]{2,10}(?::\d{1,5})?(?:\/[\w./?%&=~+#-]{0,200})?/i;
const site = /(?<![\w@.])[a-z0-9][a-z0-9-]{0,40}(?:\.[a-z0-9-]{1,40}){0,3}\.(?:gov|org|com)\.cn(?![\w.])/i;

const ofUrl = ['://', 'www.', 'WWW.', 'Www.'];

/** No detail stands in a text without one of these. */
const telling = /[电传邮址@＠]|www|https?:|\.cn/i;

/** A telephone number as dialled: full-width digits and dashes as ASCII, no spaces. Null where it has too few digits. */
function dialled(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2500\u2212\uff0d]/g, '-')
    .replace(/\s+/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^\((\d{3,4})\)-?/, '$1-')
    .replace(/[()-]+$/, '');
  const count = plain.replace(/\D/g, '').length;
  return count >= 7 && count <= 15 ? plain : null;
}

/** The first match's first group in any of the texts that hold one of the signs, without which nothing matches. */
function first(texts: readonly string[], pattern: RegExp, ...signs: readonly string[]): string | null {
  for (const text of texts) {
    if (!signs.some((sign) => text.includes(sign))) continue;
    const found = pattern.exec(text);
    const value = found?.slice(1).find((group) => group !== undefined) ?? found?.[0];
    if (value !== undefined) return value.trim();
  }
  return null;
}

/** Address lines go on until a bracket that opens a remark: 112室（邮编：756500）. */
function addressIn(texts: readonly string[]): string | null {
  const found = first(texts, address, '址');
  if (found === null) return null;
  const until = found.search(
    /[（(]\s{0,2}(?:邮|电|联系)|\s{1,4}(?:邮|电|联系|传)\s{0,3}(?:编|政|话|系|真)|[（(][^）)]*$/,
  );
  const value = (until < 0 ? found : found.slice(0, until)).replace(/[）)\s]+$/, '').trim();
  return value.length >= 4 ? value : null;
}

/** Unnecessary spaces that justified PDF lines put between characters: 邮 编 ： 223100. */
const tidy = (text: string) =>
  text
    .replace(/(?<=[\u2e80-\u9fff，：；])[ \t\u3000](?=[\u2e80-\u9fff，：；])/g, '')
    .replace(/[ \t]{1,3}(?=[，：；])/g, '');

/**
 * Contact details in the given texts, in order of preference. Telephone and fax with ASCII digits and hyphens; address and
 * website as printed; everything that is not printed is null.
 */
export function readContact(passages: readonly string[]): Contact {
  const texts = passages.filter((text) => telling.test(text)).map(tidy);
  const shared = first(texts, both, '传');
  const number = first(texts, phone, '电') ?? shared;
  const faxed = first(texts, fax, '传') ?? shared;
  return {
    phone: number === null ? null : dialled(number),
    fax: faxed === null ? null : dialled(faxed),
    email: first(texts, email, '@', '＠')?.replace(/\s/g, '').normalize('NFKC') ?? null,
    address: addressIn(texts),
    postcode: first(texts, postcode, '邮')?.replace(/\s/g, '') ?? null,
    website: first(texts, url, ...ofUrl) ?? first(texts, site, '.cn', '.CN'),
  };
}
