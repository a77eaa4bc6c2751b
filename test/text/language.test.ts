import { expect, it } from 'vitest';
import { detectLanguage } from '../../src/text/language.ts';

it.each([
  ['盐池县科技局2023年收到几件申请', 'zh'],
  ['which agencies received applications in 2020', 'en'],
  ['how many applications did 盐池县科学技术局 receive in 2023', 'en'],
  ['show me the problems section of 彭阳县机关事务服务中心', 'en'],
  ['which 2022 reports mention 冷链物流', 'en'],
  ['which reports say “信息更新不够及时”', 'en'],
  ['IPV6协议改造在哪份报告', 'zh'],
  ['Yanchi 2023', 'en'],
  ['2023?', 'en'],
  ['導出 CSV', 'zh'],
  ['', 'en'],
])('%s is %s', (text, language) => expect(detectLanguage(text)).toBe(language));
