/** Who, when, where and how to reach: of the five shipped reports, read off the files by eye, and of made-up heads. */
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readContact } from '../../src/report/contact.ts';
import { readIdentity } from '../../src/report/identity.ts';
import { agencyOfTitle } from '../../src/report/names.ts';
import { readSections } from '../../src/report/sections.ts';
import { documentOf, shipped } from '../helpers/documents.ts';

const lexicon = loadLexicon();
const nothing = { phone: null, fax: null, email: null, address: null, postcode: null, website: null };

const golden = {
  '000': {
    agency: '彭阳县科学技术局',
    year: 2020,
    publishedDate: null,
    region: { province: '宁夏回族自治区', city: '固原市', county: '彭阳县' },
    contact: {
      ...nothing,
      phone: '0954-7012537',
      fax: '0954-7012537',
      address: '宁夏彭阳县兴彭大街 525 号',
      postcode: '756500',
      website: 'www.pengyang.gov.cn',
    },
  },
  '001': {
    agency: '安康市科技局',
    year: 2020,
    publishedDate: '2021-01-29',
    region: { province: '陕西省', city: '安康市', county: null },
    contact: nothing,
  },
  '002': {
    agency: '彭阳县机关事务服务中心',
    year: 2020,
    publishedDate: null,
    region: { province: '宁夏回族自治区', city: '固原市', county: '彭阳县' },
    contact: {
      phone: '0954-7012770',
      fax: '0954-7012770',
      email: 'pyxjgswglj@126.com',
      address: '彭阳县行政中心112室',
      postcode: '756500',
      website: 'www.pengyang.gov.cn',
    },
  },
  '003': {
    agency: '盐池县科学技术局',
    year: 2023,
    publishedDate: null,
    region: { province: '宁夏回族自治区', city: '吴忠市', county: '盐池县' },
    contact: nothing,
  },
  '004': {
    agency: '银川市兴庆区科学技术局',
    year: 2019,
    publishedDate: null,
    region: { province: '宁夏回族自治区', city: '银川市', county: '兴庆区' },
    contact: { ...nothing, website: 'http://www.xqq.gov.cn/' },
  },
} as const;

describe.each(Object.keys(golden) as (keyof typeof golden)[])('report %s', (number) => {
  it('says who published it, for which year, when, where, and whom to ask', async () => {
    const document = await shipped(number);
    expect(readIdentity(document, readSections(document), lexicon)).toMatchObject(golden[number]);
  });
});

const identify = async (text: string) => {
  const document = await documentOf(text);
  return readIdentity(document, readSections(document), lexicon);
};
const rest =
  '\n\n一、总体情况\n\n2022年，我局认真公开信息。\n\n二、主动公开政府信息情况\n\n第二十条第（一）项\n规章\t0\t0\t0\n\n六、其他需要报告的事项\n\n无。\n';

describe('agency', () => {
  it.each([
    ['盐池县科学技术局2023年政府信息公开工作年度报告', '盐池县科学技术局'],
    ['2019年上海市人民政府办公厅政府信息公开工作年度报告', '上海市人民政府办公厅'],
    ['2024 年上海市科委政府信息公开工作年度报告', '上海市科委'],
    ['关于公布《某市财政局2020年度政府信息公开年度报告》', '某市财政局'],
    ['某县人民政府信息公开工作年度报告（2012年）', '某县人民政府'],
    ['宿迁市2024 年报告', '宿迁市'],
    ['现公布某县审计局2022年政府信息公开工作年度报告', '某县审计局'],
    ['怀远县𬇙河镇人民政府2022年政府信息公开工作年度报告', '怀远县𬇙河镇人民政府'],
    ['2022年𫭟塅乡政府信息公开工作年度报告', '𫭟塅乡'],
    ['2020年政府信息公开工作年度报告', null],
    ['我局2020年政府信息公开工作年度报告', null],
    ['2022年寧城縣清水鎮人民政府政府信息公開工作年度報告', '寧城縣清水鎮人民政府'],
    ['關於2021年度某縣衛生健康委員會政府信息公開工作情況的報告', '某縣衛生健康委員會'],
    ['臺州市財政局2020年政府信息公開年度報告', '臺州市財政局'],
  ])('of the title %s', (title, agency) => expect(agencyOfTitle(title)).toBe(agency));

  it('is written with any ideograph, where it signs and above the title, too', async () => {
    const signed = `2022年政府信息公开工作年度报告${rest}\n怀远县𬇙河镇人民政府\n2023年1月5日\n`;
    const above = `彭阳县𠅤山镇人民政府\n2022年政府信息公开工作年度报告${rest}`;
    expect([(await identify(signed)).agency, (await identify(above)).agency]).toEqual([
      '怀远县𬇙河镇人民政府',
      '彭阳县𠅤山镇人民政府',
    ]);
  });
  it('is that of its own title, not of the titles that a site lists above it', async () => {
    const others = ['新津区水务局2019年政府信息公开工作年度报告', '金堂县教育局2024年政府信息公开工作年度报告'];
    const own = '大邑县林业局2021年政府信息公开工作年度报告';
    const list = (titles: readonly string[]) => titles.map((title) => `<p><a href=x>${title}</a></p>`).join('');
    const page = (head: string, tail: string) =>
      `<html><head>${head}</head><body>${tail}${rest
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join('')}</body></html>`;
    const pages = [
      page(`<title>${own}_大邑县人民政府</title>`, list([...others, own])),
      page(`<title>${own}</title>`, list([own, ...others])),
      page('', `${list(others)}<h1>${own}</h1><p>本报告由大邑县林业局编制，统计期限为2021年1月1日至12月31日。</p>`),
      page('', `${list([own, ...others])}<p>发布机构：大邑县林业局</p>`),
      page('', list([...others, own])),
    ];
    for (const source of pages) {
      const document = await documentOf(source, 'a.html');
      const found = readIdentity(document, readSections(document), lexicon);
      expect([found.agency, found.year]).toEqual(['大邑县林业局', 2021]);
    }
  });
  it('takes no other paper of a list above its title for a part of it', async () => {
    const own = '2021年大邑县林业局政府信息公开工作年度报告';
    for (const other of ['关于印发2023年政务公开要点的通知', '关于加强绿化工作的意见', '关于2024年植树节的公告']) {
      const document = await documentOf(`${other}\n${own}${rest}`);
      const sections = readSections(document);
      expect([sections.title, readIdentity(document, sections, lexicon).year]).toEqual([own, 2021]);
    }
  });
  it('is the body, where its office is to be asked', async () => {
    const asked = (office: string) =>
      `2022年政府信息公开工作年度报告\n\n本报告按《条例》编制。如有疑问，请与${office}联系。${rest}`;
    for (const office of ['办公室', '政务公开科', '综合办公室'])
      expect((await identify(asked(`岷县民政局${office}`))).agency).toBe('岷县民政局');
    expect((await identify(asked('岷县人民政府办公室'))).agency).toBe('岷县人民政府办公室');
  });
  it('stands with the year and the date on the card of a sheet of figures', async () => {
    const sheet =
      '填报单位,青川县司法局\n年度,2022\n填报日期,2023-01-09\n二、主动公开政府信息情况\n信息内容,本年制发件数,本年废止件数,现行有效件数\n规章,0,0,0\n行政规范性文件,1,0,3\n';
    const document = await documentOf(sheet, 'a.csv');
    const { agency, year, publishedDate } = readIdentity(document, readSections(document), lexicon);
    expect([agency, year, publishedDate]).toEqual(['青川县司法局', 2022, '2023-01-09']);
  });
  it('takes the fullest form that the document gives', async () => {
    const text = `洪泽区人民政府\n2023年政府信息公开工作年度报告\n\n本报告由淮安市洪泽区人民政府办公室根据《条例》要求编制。${rest}`;
    expect((await identify(text)).agency).toBe('淮安市洪泽区人民政府');
    const short = `兴庆区科技局2019年政府信息公开工作年度报告\n\n银川市兴庆区科学技术局按照《条例》要求编制本报告。${rest}`;
    expect((await identify(short)).agency).toBe('银川市兴庆区科学技术局');
  });

  it('is found in the signature, or in the clause that introduces the report', async () => {
    const signed = `2022年政府信息公开工作年度报告${rest}\n盐池县民政局\n2023年1月20日\n`;
    expect(await identify(signed)).toMatchObject({ agency: '盐池县民政局', publishedDate: '2023-01-20', year: 2022 });
    const introduced = `2022年政府信息公开工作年度报告\n\n本报告由彭阳县财政局根据国务院办公厅的通知编制。${rest}`;
    expect((await identify(introduced)).agency).toBe('彭阳县财政局');
  });

  it('stays null where the document never names it', async () => {
    expect((await identify(`2022年政府信息公开工作年度报告${rest}`)).agency).toBeNull();
  });
});

describe('year and date', () => {
  it('are not taken for each other', async () => {
    const text = `某县民政局政府信息公开工作年度报告\n发布日期：2023-01-18 来源：某县民政局\n\n根据国办公开办函〔2021〕30号编制，统计期限为2022年1月1日至2022年12月31日。${rest}`;
    expect(await identify(text)).toMatchObject({ year: 2022, publishedDate: '2023-01-18' });
  });
  it('is not the end of the period, where a page break cut its sentence', async () => {
    for (const tail of [
      '时间为 2022 年 1 月 1 日至 12 月 31 日。',
      '时间：2022年1月1日起至2022年12月31日',
      '至 2022 年 12 月 31 日。',
      '2022 年 12 月 31 日止。',
      '到2022年12月31日',
    ]) {
      const text = `彭阳县民政局2022年政府信息公开工作年度报告\n\n本报告所列数据的统计期限为2022年1月1日\n\n${tail}${rest}`;
      expect((await identify(text)).publishedDate).toBeNull();
    }
  });
  it('prefer the stated date of publication to the signature', async () => {
    const text = `发布时间：2023年1月30日\n彭阳县民政局2022年政府信息公开工作年度报告${rest}\n彭阳县民政局\n2023年1月10日\n`;
    expect((await identify(text)).publishedDate).toBe('2023-01-30');
  });
});

describe('region', () => {
  it('of a name that several divisions share is decided by what the text names above it, or stays open', async () => {
    const text = (where: string) =>
      `鼓楼区民政局2022年政府信息公开工作年度报告\n\n${where}鼓楼区民政局编制本报告，现予公布。${rest}`;
    expect((await identify(text('徐州市'))).region).toEqual({ province: '江苏省', city: '徐州市', county: '鼓楼区' });
    expect((await identify(text('本'))).region.city).toBeNull();
  });
  it('of an agency without a place is that of the text', async () => {
    const text = `市科技局2020年信息公开工作年度报告\n\n安康市科技局编制本报告，现予公布。${rest}`;
    expect((await identify(text)).region).toEqual({ province: '陕西省', city: '安康市', county: null });
  });
});

describe('contact', () => {
  it.each([
    ['联系电话（传真）：0954—7012770', { phone: '0954-7012770', fax: '0954-7012770' }],
    ['电　话：（0951）1234567 传　真：0951－7654321', { phone: '0951-1234567', fax: '0951-7654321' }],
    [
      '号 ， 邮 编 ： 223100 ， 电 话 ： 0517-87222589 ， 电 子 邮 箱 ： hzzwgk@126.com）',
      { phone: '0517-87222589', postcode: '223100', email: 'hzzwgk@126.com' },
    ],
    ['通讯地址：某市某路1号（邮编：100000）', { address: '某市某路1号', postcode: '100000' }],
    ['公开了办公地址、办公时间、联系电话等信息', nothing],
    ['12345热线接听群众来电，电话回访100次', nothing],
    ['网站（https://stcsm.sh.gov.cn）下载', { website: 'https://stcsm.sh.gov.cn' }],
  ])('reads %s', (text, contact) => expect(readContact([text])).toEqual({ ...nothing, ...contact }));
});
