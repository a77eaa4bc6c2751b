/** What a person calls the particulars of a report that can be asked for. */
import type { MetadataField } from '../question/plan.ts';
import type { Bilingual } from '../report/report.ts';

export const fieldNames: Readonly<Record<MetadataField, Bilingual>> = {
  form: { zh: '格式', en: 'form' },
  publishedDate: { zh: '发布日期', en: 'date of publication' },
  onTime: { zh: '是否按时', en: 'published on time' },
  phone: { zh: '电话', en: 'telephone' },
  fax: { zh: '传真', en: 'fax' },
  email: { zh: '电子邮箱', en: 'email' },
  address: { zh: '地址', en: 'address' },
  postcode: { zh: '邮编', en: 'postcode' },
  website: { zh: '网站', en: 'website' },
  contact: { zh: '联系方式', en: 'contact' },
  sourceUrl: { zh: '来源网址', en: 'source address' },
  title: { zh: '标题', en: 'title' },
  agency: { zh: '机关', en: 'agency' },
  region: { zh: '地区', en: 'region' },
  year: { zh: '报告年度', en: 'report year' },
  ingestedAt: { zh: '导入时间', en: 'ingested' },
  versions: { zh: '版本数', en: 'versions held' },
  signature: { zh: '落款', en: 'signature' },
  preamble: { zh: '引言', en: 'preamble' },
  sections: { zh: '各部分', en: 'sections' },
};
