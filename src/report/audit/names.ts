/** Names of figures in messages, from the labels that the facts carry. */
import { cellOf, keyOf } from '../forms.ts';
import type { Applicant, Bilingual, Fact } from '../report.ts';
import type { Why } from './figures.ts';

export const applicantNames: Readonly<Record<Applicant, Bilingual>> = {
  natural: { zh: '自然人', en: 'natural persons' },
  business: { zh: '商业企业', en: 'businesses' },
  research: { zh: '科研机构', en: 'research institutions' },
  publicInterest: { zh: '社会公益组织', en: 'public-interest organisations' },
  legalService: { zh: '法律服务机构', en: 'legal-service institutions' },
  otherOrganization: { zh: '其他', en: 'other organisations' },
  total: { zh: '总计', en: 'total' },
};

export const tableNames: Readonly<Record<2 | 3 | 4, Bilingual>> = {
  2: { zh: '表二（主动公开政府信息情况）', en: 'table 2 (proactive disclosure)' },
  3: { zh: '表三（收到和处理政府信息公开申请情况）', en: 'table 3 (applications)' },
  4: { zh: '表四（行政复议、行政诉讼情况）', en: 'table 4 (reviews and litigation)' },
};

export const whyNames: Readonly<Record<Why, Bilingual>> = {
  blank: { zh: '空白', en: 'blank' },
  missing: { zh: '缺失', en: 'missing' },
  uncertain: { zh: '无法确定（丢列）', en: 'uncertain (lost columns)' },
};

/** A row of a table: its own label, without the groups that it belongs to, unless it is only a number and 其他. */
export function rowName(fact: Pick<Fact, 'row'>): string {
  const labels = fact.row.split('/');
  const own = labels.at(-1) ?? fact.row;
  return labels.length > 1 && /^\d\.其他$/.test(own) ? labels.slice(-2).join('/') : own;
}

/** The row in English; for tables 2 and 4, whose cells are measures of their own, what the cells have in common. */
export function rowNameEn(fact: Pick<Fact, 'row' | 'measure' | 'applicant' | 'table'>): string {
  const en = cellOf(keyOf(fact))?.en;
  if (en === undefined) return fact.row;
  return fact.table === 3 ? en.replace(/ \([^()]*\)$/, '') : en.replace(/: [^:]*$/, '');
}

/** The cell in English. */
export function cellNameEn(fact: Fact): string {
  return cellOf(keyOf(fact))?.en ?? cellName(fact);
}

/** "（七）总计・自然人": a cell. */
export function cellName(fact: Fact): string {
  return `${rowName(fact)}・${fact.column}`;
}

/** "一、二 等3行": a list that does not outgrow a line. */
export function listed(names: readonly string[], most = 6): Bilingual {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  return {
    zh: shown.map((name) => `“${name}”`).join('、') + (rest > 0 ? `等${names.length}处` : ''),
    en: shown.map((name) => `“${name}”`).join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
  };
}
