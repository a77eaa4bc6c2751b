/** Search as people use it: the part of the contract about finding text. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import type { Store } from '../../src/store/store.ts';
import { type Engine, sample } from './contract.ts';

const texts: Readonly<Record<string, { agency: string; year: number; paragraphs: readonly string[] }>> = {
  y3: {
    agency: '盐池县科技局',
    year: 2023,
    paragraphs: [
      '邀请县各类科技专家、科技特派员、科技型企业代表等组织开展了“政府开放日”活动，进一步提高工作透明度，增进了群众对科技局工作的了解和认同。',
      '严格执行政府信息发布“三审三校”制度，防止出现信息发布存在错字、个人信息未脱敏等问题，做好日常监督管理工作。',
      '一是政务新媒体信息更新不及时。出现微信公众号 2 周未更新情况；二是工作不够严谨细致。',
    ],
  },
  a0: {
    agency: '安康市科技局',
    year: 2020,
    paragraphs: [
      '组织开展“新冠肺炎疫情应急防治”专项(课题)攻关,通过局网站向社会公开征集课题;',
      '完成网站支持IPv6访问的改造，按照要求接受常态化监测，确保网站的安全稳定运行。',
      '2020年收到网络依申请公开信息1件,严格按照依申请公开制度,按期按申请人要求的方式进行了回复。',
    ],
  },
  p0: {
    agency: '彭阳县科学技术局',
    year: 2020,
    paragraphs: [
      '通过微信公众号、公告栏等形式主动公开各类政府信息 438 条，其中微信公众号推送信息 297 条、公告栏公示信息 112 条。',
      '加强培训学习。组织干部认真学习条例和管理部門的有关规定，强化知识储备和业务培训，提升工作水平。',
    ],
  },
};

export function searchContract(engine: Engine): void {
  describe(`${engine.name} as a search engine`, () => {
    const lexicon = loadLexicon();
    let store: Store;
    beforeAll(async () => {
      store = await engine.open();
      for (const [id, text] of Object.entries(texts)) await store.put(sample({ id, ...text }));
    });
    afterAll(async () => {
      await store.close();
      await engine.drop();
    });
    const first = async (text: string) => (await store.search({ text, limit: 5 })).hits[0];

    it.each([
      ['政府开放日', 'y3'],
      ['哪份报告提到政府开放日', 'y3'],
      ['open day', 'y3'],
      ['COVID', 'a0'],
      ['疫情', 'a0'],
      ['依申请', 'a0'],
      ['WeChat posts Pengyang', 'p0'],
      ['彭陽縣 微信', 'p0'],
      ['公众号推送297条', 'p0'],
      ['盐池 公众号', 'y3'],
      ['year:2023 微信公众号', 'y3'],
      ['年份：2020 公众号', 'p0'],
      ['机构：盐池县科学技术局 公众号', 'y3'],
      ['章节：总体情况 政府开放日', 'y3'],
      ['section:overview 三审三校', 'y3'],
      ['agency:Ankang 公开', 'a0'],
      ['gongzhonghao Pengyang', 'p0'],
      ['zhengfu kaifangri', 'y3'],
      ['zheng fu kai fang ri', 'y3'],
      ['yèwù péixùn', 'p0'],
      ['业务培迅', 'p0'],
      ['公众浩 彭阳县科技局', 'p0'],
      ['盐池县科技局关于公众号是怎么写的', 'y3'],
      ['yanchikejiju gongzhonghao', 'y3'],
      ['Pengyang kejiju 微信', 'p0'],
      ['手机上的消息很久没换新的', 'y3'],
      ['给干部上课', 'p0'],
      ['jiangzuo', 'p0'],
    ])('%s finds %s', async (text, report) => {
      expect((await first(text))?.report).toBe(report);
    });

    it('takes quotation marks at their word', async () => {
      expect((await store.search({ text: '"三审三校"', limit: 5 })).hits.map(({ report }) => report)).toEqual(['y3']);
      expect((await store.search({ text: '"管理部门的有关规定"', limit: 5 })).hits.map(({ report }) => report)).toEqual(
        ['p0'],
      );
      expect((await store.search({ text: '"信息公众号"', limit: 5 })).total).toBe(0);
    });

    it('finds exactly the passages that hold a phrase, however its words are cut there', async () => {
      const texts = [
        '用好村村响大喇叭，每天播报惠民措施；需要报告的事项另行公布。',
        '加大公开力度，喇叭播报政策。',
        '全年组织业务学习两次，未收取信息处理费。',
      ];
      const put = (text: string, i: number) =>
        store.put(sample({ id: `ph${i}`, agency: '灵武市财政局', year: 2015 + i, paragraphs: [text] }));
      for (const [i, text] of texts.entries()) await put(text, i);
      const runs = texts.flatMap((text) => text.split(/[，；。]/).filter(({ length }) => length > 1));
      const piece = fc
        .tuple(fc.constantFrom(...runs), fc.nat(), fc.integer({ min: 2, max: 7 }))
        .map(([run, at, length]) => run.slice(at % (run.length - 1)).slice(0, length));
      await fc.assert(
        fc.asyncProperty(piece, async (phrase) => {
          const { hits } = await store.search({ text: `“${phrase}”`, years: [2015, 2016, 2017], limit: 9 });
          const holding = texts.flatMap((text, i) => (text.includes(phrase) ? [`ph${i}`] : []));
          expect({ phrase, found: hits.map(({ report }) => report).sort() }).toEqual({ phrase, found: holding });
        }),
        { numRuns: 60 },
      );
      // The same without quotation marks, where no passage holds all words that it is cut into.
      const [hit] = (await store.search({ text: '大喇叭', years: [2015, 2016, 2017], limit: 5 })).hits;
      expect(hit).toMatchObject({ report: 'ph0' });
      expect(hit!.highlights.map(([start, end]) => hit!.snippet.slice(start, end))).toContain('大喇叭');
      for (const i of texts.keys())
        await store.remove(`ph${i}`, { reason: 'test', by: 'test', at: '2026-01-01T00:00:00Z' });
    });

    it('finds within what is named what is said otherwise there, and names the words that are nowhere', async () => {
      const paragraphs = ['公布蚕茧收购保护价；业务学习全年两次。', '冰雪运动惠民券发放公告。'];
      await store.put(sample({ id: 'w1', agency: '灵武市财政局', year: 2021, paragraphs }));
      const found = await store.search({ text: '灵武市财政局 桑蚕卖出多少钱', limit: 5 });
      expect(found.hits[0]?.snippet).toContain('蚕茧');
      expect(found.absent.join('')).toContain('桑蚕');
      // A single word that is nowhere is not found by a character of it.
      expect(await store.search({ text: '蚕豆', limit: 5 })).toMatchObject({ absent: ['蚕豆'], total: 0 });
      await store.remove('w1', { reason: 'test', by: 'test', at: '2026-01-01T00:00:00Z' });
    });

    it('marks a phrase and gives its line', async () => {
      const { hits } = await store.search({ text: '“按期限申请人要求” 公开', limit: 5 });
      expect(hits).toEqual([]);
      const [hit] = (await store.search({ text: '公开 “按申請人要求的方式”', limit: 5 })).hits;
      expect(hit).toMatchObject({ report: 'a0', line: 4 });
      expect(hit!.highlights.map(([start, end]) => hit!.snippet.slice(start, end))).toContain('按申请人要求的方式');
    });

    it.each([
      ['盐池县科技局 公众号', 'y3', ['盐池县科学技术局']],
      ['盐池科技局2023年 公众号', 'y3', ['2023', '盐池县科学技术局']],
      ['2020 公众号', 'p0', ['2020']],
      ['安康市 公开', 'a0', ['安康市']],
      ['Yanchi science bureau WeChat', 'y3', ['盐池县科学技术局']],
    ])('%s: what is named restricts', async (text, report, within) => {
      const found = await store.search({ text, limit: 9 });
      expect([...new Set(found.hits.map((hit) => hit.report))]).toEqual([report]);
      expect(found).toMatchObject({ elsewhere: false, akin: false });
      expect([...found.within!].sort()).toEqual([...within].sort());
    });

    it('says where nothing within what is named holds the words, and offers the nearest', async () => {
      expect(await store.search({ text: '安康市科技局 政府开放日', limit: 5 })).toMatchObject({
        within: ['安康市科学技术局'],
        elsewhere: true,
        hits: [{ report: 'y3' }],
      });
      expect(await store.search({ text: '安康市科技局 “政府开放日”', limit: 5 })).toMatchObject({
        within: ['安康市科学技术局'],
        elsewhere: true,
        hits: [{ report: 'y3' }],
      });
      expect(await store.search({ text: '盐池县科技局 “政府开放日”', limit: 5 })).toMatchObject({
        elsewhere: false,
        total: 1,
      });
      // Between quotation marks, and after a hint, nothing gives way.
      expect((await store.search({ text: 'agency:安康市科技局 “政府开放日”', limit: 5 })).hits).toEqual([]);
      expect((await store.search({ text: '“2023年”', limit: 5 })).within).toBeUndefined();
    });

    it('names the word that finds nothing, and only that', async () => {
      const { absent, hits } = await store.search({ text: '开放日 量子计算', limit: 5 });
      expect(absent.join('')).toContain('量子');
      expect(absent).not.toContain('开放日');
      expect(hits[0]?.report).toBe('y3');
      expect(await store.search({ text: 'xyzzy', limit: 5 })).toMatchObject({ absent: ['xyzzy'], total: 0, hits: [] });
    });

    it('does not call a word absent that texts hold and that the segmenter cuts otherwise there', async () => {
      const text = '山歌快板进圩日集市巡演十一场。';
      await store.put(sample({ id: 'f1', agency: '灵武市财政局', year: 2021, paragraphs: [text] }));
      const found = await store.search({ text: '圩日', limit: 5 });
      expect(found).toMatchObject({ absent: [], hits: [{ report: 'f1' }] });
      const [hit] = found.hits;
      expect(hit!.highlights.map(([start, end]) => hit!.snippet.slice(start, end))).toEqual(['圩日']);
      expect((await store.search({ text: '圩日', limit: 5, every: true })).hits).toMatchObject([{ report: 'f1' }]);
      // 积极|光荣: two words, and neither is a piece of what was typed.
      await store.put(sample({ id: 'f2', agency: '灵武市财政局', year: 2022, paragraphs: ['大家积极光荣地参加。'] }));
      expect(await store.search({ text: '极光', limit: 5 })).toMatchObject({ absent: ['极光'], total: 0 });
      for (const id of ['f1', 'f2']) await store.remove(id, { reason: 'test', by: 'test', at: '2026-01-01T00:00:00Z' });
    });

    it('looks for the name of a department everywhere where none such is held and nothing else is typed', async () => {
      const text = '原招商局的网站已经关停。';
      await store.put(sample({ id: 'f3', agency: '灵武市商务局', year: 2021, paragraphs: ['无。'] }));
      await store.put(sample({ id: 'f4', agency: '青铜峡市科技局', year: 2021, paragraphs: [text] }));
      expect((await store.search({ text: '招商局', limit: 5 })).hits.map(({ report }) => report)).toEqual(['f4']);
      for (const id of ['f3', 'f4']) await store.remove(id, { reason: 'test', by: 'test', at: '2026-01-01T00:00:00Z' });
    });

    it('folds what says the same of another agency, and not what says more', async () => {
      const rule = '制定《公文公开属性认定办法》，拟稿人在发文稿纸上勾选主动公开、依申请公开或不予公开，并附注法条依据';
      const bodies = ['灵武市财政局', '青铜峡市市场监督管理局', '贺兰县教育局'];
      for (const [i, agency] of bodies.entries())
        await store.put(sample({ id: `h${i}`, agency, year: 2022, paragraphs: [`为规范公开，${agency}${rule}。`] }));
      const other = `${rule}，由法制机构逐件复核，复核意见随文归档，年底抽查百分之十。`;
      await store.put(sample({ id: 'h3', agency: '永宁县审计局', year: 2022, paragraphs: [other] }));
      const { hits } = await store.search({ text: '公文公开属性认定办法', limit: 5 });
      expect(hits.map(({ similar }) => similar).sort()).toEqual([0, 2]);
      for (const id of ['h0', 'h1', 'h2', 'h3'])
        await store.remove(id, { reason: 'test', by: 'test', at: '2026-01-01T00:00:00Z' });
    });

    it('does not take a name that texts hold for a slip of another one', async () => {
      const paragraphs = (name: string) => [`我局组织实施“${name}”，补齐工作短板。`];
      await store.put(
        sample({ id: 'f8', agency: '彭阳县科学技术局', year: 2019, paragraphs: paragraphs('庚辛戊农村行动') }),
      );
      await store.put(
        sample({ id: 'f9', agency: '盐池县科技局', year: 2019, paragraphs: paragraphs('庚辛丙农村行动') }),
      );
      const found = await store.search({ text: '庚辛丙农村行动', limit: 5 });
      expect(found).toMatchObject({ absent: [], hits: [{ report: 'f9' }] });
      for (const id of ['f8', 'f9']) await store.remove(id, { reason: 'test', by: 'test', at: '2026-01-01T00:00:00Z' });
    });

    it('takes a slip for one, wherever a part of it stands in texts', async () => {
      const paragraphs = ['围绕住房公积金和医保基金监管制作短视频7次。'];
      await store.put(sample({ id: 'h1', agency: '灵武市财政局', year: 2021, paragraphs }));
      const { near, hits } = await store.search({ text: '住房公基金', limit: 5 });
      expect(near?.flatMap(({ words }) => words).join()).toContain('公积金');
      expect(hits).toMatchObject([{ report: 'h1' }]);
      await store.remove('h1', { reason: 'test', by: 'test', at: '2026-01-01T00:00:00Z' });
    });

    it('finds all that hold what was typed, also in a longer word that is cut otherwise', async () => {
      const paragraphs = ['开展村务公开“回头看”。', '指导村务公开栏规范设置。'];
      for (const [i, text] of paragraphs.entries())
        await store.put(sample({ id: `g${i}`, agency: '灵武市财政局', year: 2021 + i, paragraphs: [text] }));
      const { hits, rest } = await store.search({ text: '村务公开', limit: 5, every: true });
      expect([...hits, ...(rest ?? [])].map(({ report }) => report).sort()).toEqual(['g0', 'g1']);
      for (const id of ['g0', 'g1']) await store.remove(id, { reason: 'test', by: 'test', at: '2026-01-01T00:00:00Z' });
    });

    it('finds by English words that no list of ours has, the word that the library uses first', async () => {
      const text = '受台风影响，滚动发布停课公告；邀请居民参观候鸟保护站。';
      await store.put(sample({ id: 'f5', agency: '灵武市财政局', year: 2021, paragraphs: [text] }));
      for (const typed of ['typhoon', 'Typhoons', 'migratory birds', 'typhoon 灵武市']) {
        const { hits, absent } = await store.search({ text: typed, limit: 5 });
        expect({ typed, absent, report: hits[0]?.report }).toEqual({ typed, absent: [], report: 'f5' });
      }
      expect((await store.search({ text: 'typhoon', limit: 5, every: true })).hits).toMatchObject([{ report: 'f5' }]);
      // What the library has no word for is named as it was typed.
      expect(await store.search({ text: 'submarine', limit: 5 })).toMatchObject({ absent: ['submarine'], total: 0 });
      await store.remove('f5', { reason: 'test', by: 'test', at: '2026-01-01T00:00:00Z' });
    });

    it('puts right what only the words around it tell to be a slip, and reads pinyin of words that are cut in pieces', async () => {
      const text = '食品追溯码张贴到户；梳理行政备案事项；对沙漠公路防风固沙草方格养护费用予以公开；公证收费上墙。';
      await store.put(sample({ id: 'f7', agency: '灵武市财政局', year: 2021, paragraphs: [text] }));
      for (const [typed, word, instead] of [
        ['追朔码', '追朔码', '追溯码'],
        ['行政备安事项', '备安', '行政备案事项'],
        ['公正收费', '公正', '公证收费'],
      ] as const)
        expect(await store.search({ text: typed, limit: 5 })).toMatchObject({
          ...{ absent: [word], near: [{ term: word, words: [instead] }], hits: [{ report: 'f7' }] },
        });
      for (const typed of ['caofangge', 'cao fang ge', 'zhuisuma'])
        expect(await store.search({ text: typed, limit: 5 })).toMatchObject({ absent: [], hits: [{ report: 'f7' }] });
      await store.remove('f7', { reason: 'test', by: 'test', at: '2026-01-01T00:00:00Z' });
    });

    it('finds by other words for the same, in both languages, and names what it does not hold', async () => {
      const text = '公布烟花爆竹零售点；老旧电梯更换须经业主投票；马铃薯种薯补贴按户公示。';
      await store.put(sample({ id: 'f6', agency: '灵武市财政局', year: 2021, paragraphs: [text] }));
      for (const typed of ['firecrackers', 'elevators replaced', 'potatoes'])
        expect(await store.search({ text: typed, limit: 5 })).toMatchObject({ absent: [], hits: [{ report: 'f6' }] });
      for (const [typed, word] of [
        ['鞭炮', '烟花'],
        ['升降机', '电梯'],
        ['土豆', '马铃薯'],
      ] as const) {
        const { absent, near, hits } = await store.search({ text: typed, limit: 5 });
        expect({ absent, words: near![0]?.words.slice(0, 1), report: hits[0]?.report }).toEqual({
          ...{ absent: [typed], words: [word], report: 'f6' },
        });
      }
      // A phrase is there or is not.
      expect((await store.search({ text: '“鞭炮”', limit: 5 })).hits).toEqual([]);
      await store.remove('f6', { reason: 'test', by: 'test', at: '2026-01-01T00:00:00Z' });
    });

    it('offers words that come near to one that it does not hold', async () => {
      const { hits, near, absent } = await store.search({ text: 'ipv66', limit: 5 });
      expect(absent).toEqual(['ipv66']);
      expect(near).toEqual([{ term: 'ipv66', words: ['ipv6'] }]);
      expect(hits[0]?.report).toBe('a0');
      expect((await first('wechta posts Pengyang'))?.report).toBe('p0');
    });

    it('says on which line, and marks whole words of a verbatim piece', async () => {
      const hit = await first('297');
      expect(hit).toMatchObject({ report: 'p0', section: 1, line: 2 });
      const words = fc.constantFrom(
        '微信',
        '公众号',
        '开放日',
        '疫情',
        '条例',
        '297',
        '公开',
        '更新不及时',
        '三审三校',
        'open day',
        '培训',
        '制度',
        '2020',
      );
      await fc.assert(
        fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 4 }), async (query) => {
          const { hits, terms } = await store.search({ text: query.join(' '), limit: 10 });
          for (const { snippet, highlights, text, report, line } of hits) {
            expect(text).toContain(snippet);
            expect(texts[report]!.paragraphs.join('\n')).toContain(snippet);
            expect(texts[report]!.paragraphs[(line ?? 0) - 2]).toBeDefined();
            let before = 0;
            for (const [start, end] of highlights) {
              expect(start).toBeGreaterThanOrEqual(before);
              before = end;
              const word = snippet.slice(start, end);
              expect(terms).toContain(word);
              expect(lexicon.analyze(word).some(({ term }) => terms.includes(term))).toBe(true);
            }
          }
        }),
        { numRuns: 40 },
      );
    });

    it('finds, asked for every word, the passages that hold all of them and no others', async () => {
      const every = async (text: string) => {
        const { total, hits, rest } = await store.search({ text, limit: 1, every: true });
        expect(rest).toHaveLength(total - hits.length);
        return [...hits, ...rest!].map(({ report }) => report).sort();
      };
      expect(await every('微信公众号')).toEqual(['p0', 'y3']);
      expect(await every('微信公众号 公告栏')).toEqual(['p0']);
      expect(await every('微信公众号 无人机编队')).toEqual([]);
    });

    it('never fails on what people type', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
          const { hits, total } = await store.search({ text, limit: 3 });
          expect(total).toBeGreaterThanOrEqual(hits.length);
        }),
        { numRuns: 60 },
      );
    });

    it('orders alike every time', async () => {
      const once = await store.search({ text: '政府信息公开', limit: 10 });
      expect(await store.search({ text: '政府信息公开', limit: 10 })).toEqual(once);
    });
  });
}
