import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { LetteredNames } from '../../src/store/lettered.ts';
import type { ReportHead } from '../../src/store/store.ts';

const lexicon = loadLexicon();
const body = (name: string) => {
  const { key, kind, region } = lexicon.agency(name);
  return { agencyKey: key, kind, region } as ReportHead;
};
const names = new LetteredNames(['石泉县科学技术局', '诸城市应急管理局', '石泉县财政局'].map(body), lexicon);

describe('agencies in pinyin', () => {
  it.each([
    ['shiquankejiju', '石泉县科学技术局', 13],
    ['shiquan kejiju tujie', '石泉县科学技术局', 14],
    ['Shiquan xian ke ji ju 图解', '石泉县科学技术局', 21],
    ['shiquanxiankexuejishuju', '石泉县科学技术局', 23],
    ['zhuchengshi yingjiju', '诸城市应急管理局', 20],
    ['shi quan cai zheng ju', '石泉县财政局', 21],
  ])('%s is %s', (text, key, end) => {
    expect(names.at(text, 0)).toEqual({ keys: [lexicon.agency(key).key], end });
  });

  it.each(['shiquan', 'kejiju', 'shiquan minzhengju', 'shiquan kejijuan', 'zhengce jiedu', 'shiquan the kejiju', ''])(
    '%s is none',
    (text) => {
      expect(names.at(text, 0)).toBeNull();
    },
  );
});
