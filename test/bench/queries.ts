/**
 * What people look for in made-up reports, by classes, with the passages that answer: labels come from what the generator wrote,
 * and owe nothing to how a search ranks.
 */
import { Converter } from 'opencc-js/cn2t';
import type { Lexicon } from '../../src/lexicon/lexicon.ts';
import { ACTIONS, type MadeReport, madeReport, type Said, TOPICS } from '../helpers/made-reports.ts';
import { random } from '../helpers/random.ts';

export interface Query {
  readonly text: string;
  /** The sentences that answer it, as keys of `keyOf`. */
  readonly wanted: ReadonlySet<string>;
  /** The word that no report holds. */
  readonly absent?: string;
}

/** One key a sentence of a report. */
export const keyOf = (report: number, sentence: string) => `${report} ${sentence}`;

export const CLASSES = [
  'known item',
  'paraphrase',
  'one term',
  'agency and topic',
  'misspelt',
  'misspelt alone',
  'homophone',
  'pinyin',
  'exact phrase',
  'traditional',
  'English',
  'absent word',
] as const;
export type Class = (typeof CLASSES)[number];

/** A sentence of a report, with what it is about. */
interface Stated extends Said {
  readonly report: number;
  readonly agency: string;
}

const SHORT: Readonly<Record<string, string>> = {
  科学技术局: '科技局',
  卫生健康局: '卫健局',
  交通运输局: '交通局',
  市场监督管理局: '市监局',
  应急管理局: '应急局',
  医疗保障局: '医保局',
  文化和旅游局: '文旅局',
};
/** One wrong character, as input by sound makes it. */
const SLIPS: Readonly<Record<string, string>> = {
  农村饮水安全: '农村引水安全',
  老旧小区改造: '老旧小区改照',
  高标准农田建设: '高标准农田建社',
  养老服务补贴: '养老服务补帖',
  医保基金监管: '医保基金监官',
  食品安全抽检: '食品安全抽捡',
  科技特派员: '科技特派圆',
  专精特新企业: '专精特心企业',
  防汛抗旱: '防讯抗旱',
  燃气安全整治: '然气安全整治',
  残疾人救助: '残疾人就助',
  退役军人安置: '退役军人安制',
  土地征收补偿: '土地征收补尝',
  疫苗接种: '役苗接种',
  垃圾分类: '垃圾分累',
  噪声污染防治: '燥声污染防治',
  秸秆综合利用: '桔秆综合利用',
  住房公积金: '住房公基金',
  知识产权保护: '知识产权保户',
  中药材种植: '中药才种植',
};
const ENGLISH: Readonly<Record<string, readonly string[]>> = {
  召开新闻发布会: ['press conference', 'news conferences', 'press conferense'],
  发布政策图解: ['policy infographic', 'infographics'],
  制作短视频: ['short video', 'short videos', 'short vidoe'],
  开展在线访谈: ['online interview', 'interviews'],
  举办政府开放日: ['open day', 'government open day', 'opne day'],
  公开征求意见: ['public consultation', 'soliciting opinions'],
  组织专题培训: ['special training', 'thematic training'],
  印发宣传手册: ['brochure', 'leaflets'],
};
/** Words of two characters that stand in topics and actions only, with another character of the same sound. */
const HOMOPHONES: Readonly<Record<string, readonly string[]>> = {
  图解: ['图介', '涂解'],
  访谈: ['防谈', '访坛'],
  专栏: ['专兰', '砖栏'],
  手册: ['手策', '守册'],
  低保: ['低宝', '底保'],
  疫苗: ['疫描', '役苗'],
  物流: ['物留', '勿流'],
  燃气: ['燃器', '然气'],
  秸秆: ['秸杆', '结秆'],
  客运: ['客孕', '课运'],
  防汛: ['防讯', '房汛'],
  抗旱: ['抗汗', '炕旱'],
};
/** What people type for topics and actions by sound: in words, in one, by syllables, with tones. */
const PINYIN: Readonly<Record<string, readonly string[]>> = {
  举办政府开放日: ['zhengfu kaifangri', 'kaifangri', 'kai fang ri', 'zhèngfǔ kāifàngrì'],
  召开新闻发布会: ['xinwen fabuhui', 'fabuhui', 'xin wen fa bu hui'],
  制作短视频: ['duanshipin', 'duan shi pin'],
  开展在线访谈: ['zaixian fangtan', 'fangtan'],
  发布政策图解: ['zhengce tujie', 'tujie', 'tu2jie3'],
  印发宣传手册: ['xuanchuan shouce', 'xuanchuanshouce'],
  公开征求意见: ['zhengqiu yijian', 'zhengqiuyijian'],
  垃圾分类: ['laji fenlei', 'lajifenlei', 'lājī fēnlèi'],
  疫苗接种: ['yimiao jiezhong', 'yi miao'],
  知识产权保护: ['zhishi chanquan', 'zhishichanquan baohu'],
  秸秆综合利用: ['jiegan zonghe liyong', 'jie gan'],
  冷链物流: ['lenglian wuliu', 'lenglianwuliu'],
  燃气安全整治: ['ranqi anquan', 'ran qi an quan zheng zhi'],
  防汛抗旱: ['fangxun kanghan', 'fangxun'],
  住房公积金: ['zhufang gongjijin', 'gongjijin'],
  中药材种植: ['zhongyaocai', 'zhong yao cai zhongzhi'],
};
const NOWHERE = ['火星探测', '珊瑚礁', '量子隧穿', '潜水艇', '北极熊', 'hovercraft', '元宇宙', '芭蕾舞'];

const traditional = Converter({ from: 'cn', to: 'tw' });

/** `each` queries of each class about `count` reports of `seed`. */
export function queries(count: number, each: number, lexicon: Lexicon, seed = 1): Record<Class, Query[]> {
  const all: Stated[] = [];
  const byTopic = new Map<string, Stated[]>();
  const byAction = new Map<string, Stated[]>();
  const byAgency = new Map<string, Stated[]>();
  const put = (map: Map<string, Stated[]>, key: string, said: Stated) => {
    const list = map.get(key);
    if (list) list.push(said);
    else map.set(key, [said]);
  };
  for (let report = 0; report < count; report++) {
    const { agency, said } = madeReport(report, seed);
    for (const each of said) {
      const stated = { ...each, report, agency };
      all.push(stated);
      put(byAgency, agency, stated);
      put(byAction, each.action, stated);
      for (const topic of each.topics) put(byTopic, topic, stated);
    }
  }
  const keys = (stated: readonly Stated[]) => new Set(stated.map(({ report, sentence }) => keyOf(report, sentence)));
  const source = random(seed * 31 + 7);
  const made = (): MadeReport => madeReport(source.whole(0, count - 1), seed);
  const about = (agency: string, fits: (said: Stated) => boolean) => keys((byAgency.get(agency) ?? []).filter(fits));
  /** The agency has five other reports, and a dozen passages in each that only bear its name. */
  const named = (agency: string, year: number, topic: string, about: About, report: number): Query => {
    const name = source.pick([agency, short(agency)]);
    const of = about(agency, on(topic));
    const ofYear = about(agency, (said) => on(topic)(said) && (said as Stated).report === report);
    return source.pick<Query>([
      { text: `${name}${topic}`, wanted: of },
      { text: `${topic} ${name}`, wanted: of },
      { text: `${name}关于${topic}是怎么写的`, wanted: of },
      { text: `${name}${year}年 ${topic}`, wanted: ofYear },
    ]);
  };
  const makers: Record<Class, (at: number) => Query> = {
    'known item': () => known(made(), about),
    paraphrase: () => {
      const { agency, said } = made();
      const [topic, other] = said.at(-1)!.topics as [string, string];
      return {
        text: `${other}以及${topic}方面，${short(agency)}做了哪些工作`,
        wanted: about(agency, both(topic, other)),
      };
    },
    'one term': (at) => {
      const topic = TOPICS[at % TOPICS.length] as string;
      return { text: topic, wanted: keys(byTopic.get(topic) ?? []) };
    },
    'agency and topic': () => {
      const { agency, year, file, said } = made();
      const topic = source.pick(said.filter(({ topics }) => topics.length > 0)).topics[0] as string;
      return named(agency, year, topic, about, Number(file.slice(0, 6)));
    },
    misspelt: () => misspelt(made, about),
    'misspelt alone': (at) => {
      const [topic, slip] = Object.entries(SLIPS)[at % Object.keys(SLIPS).length] as [string, string];
      return { text: slip, wanted: keys(byTopic.get(topic) ?? []) };
    },
    homophone: (at) => {
      const [word, slips] = Object.entries(HOMOPHONES)[at % Object.keys(HOMOPHONES).length] as [string, string[]];
      return { text: source.pick(slips), wanted: keys(all.filter(({ sentence }) => sentence.includes(word))) };
    },
    pinyin: (at) => {
      const [said, spellings] = Object.entries(PINYIN)[at % Object.keys(PINYIN).length] as [string, string[]];
      return { text: source.pick(spellings), wanted: keys(byTopic.get(said) ?? byAction.get(said) ?? []) };
    },
    'exact phrase': () => {
      const { said } = made();
      const { topics, sentence } = source.pick(said.filter((each) => each.topics.length === 1));
      // From inside of the topic on, over the boundaries of words.
      const from = sentence.indexOf(topics[0] as string) + source.whole(0, 2);
      const phrase = sentence.slice(from, from + source.whole(8, 10)).replace(/\d.*$/u, '');
      const [open, close] = source.pick(['“”', '""', '「」']);
      const wanted = keys(all.filter((each) => each.sentence.includes(phrase)));
      return { text: `${open}${source.next() < 0.3 ? traditional(phrase) : phrase}${close}`, wanted };
    },
    traditional: () => {
      const { agency, said } = made();
      const topic = source.pick(said.filter(({ topics }) => topics.length > 0)).topics[0] as string;
      return { text: traditional(`${agency} ${topic}`), wanted: about(agency, on(topic)) };
    },
    English: () => {
      const action = source.pick(ACTIONS.filter((each) => each in ENGLISH));
      const phrase = source.pick(ENGLISH[action] as readonly string[]);
      if (source.next() < 0.3) return { text: phrase, wanted: keys(byAction.get(action) ?? []) };
      const found = source.pick(byAction.get(action) as Stated[]);
      const { region, key, kind } = lexicon.agency(found.agency);
      const name = lexicon.agencyNames({ key, names: [found.agency], region, kind }).en[0] ?? found.agency;
      return { text: `${name} ${phrase}`, wanted: about(found.agency, (said) => said.action === action) };
    },
    'absent word': (at) => {
      const { agency, said } = made();
      const topic = source.pick(said.filter(({ topics }) => topics.length > 0)).topics[0] as string;
      const absent = NOWHERE[at % NOWHERE.length] as string;
      return { text: `${agency} ${topic} ${absent}`, wanted: about(agency, on(topic)), absent };
    },
  };
  const ofClass = (name: Class) => Array.from({ length: each }, (_, at) => makers[name](at));
  return Object.fromEntries(CLASSES.map((name) => [name, ofClass(name)])) as Record<Class, Query[]>;
}

type About = (agency: string, fits: (said: Stated) => boolean) => Set<string>;

const on = (topic: string) => (said: Said) => said.topics.includes(topic);
const both = (topic: string, other: string) => (said: Said) => on(topic)(said) && on(other)(said);

function short(agency: string): string {
  const [full, brief] = Object.entries(SHORT).find(([name]) => agency.endsWith(name)) ?? ['', ''];
  return agency.slice(0, agency.length - full.length) + brief;
}

/** By its own name, by agency and both topics, or by agency, year and one topic. */
function known({ agency, year, known: { query, sentence }, said, file }: MadeReport, about: About): Query {
  const report = Number(file.slice(0, 6));
  const [topic, other] = said.at(-1)!.topics as [string, string];
  if (query.endsWith('行动')) return { text: query, wanted: new Set([keyOf(report, sentence)]) };
  if (!query.includes(`${year}年`)) return { text: query, wanted: about(agency, both(topic, other)) };
  return { text: query, wanted: about(agency, (each) => each.report === report && on(topic)(each)) };
}

/** A topic with a slip, beside the agency's name or alone. */
function misspelt(made: () => MadeReport, about: About): Query {
  for (;;) {
    const { agency, said } = made();
    const topic = said.flatMap(({ topics }) => topics).find((each) => each in SLIPS);
    if (topic !== undefined) return { text: `${agency} ${SLIPS[topic]}`, wanted: about(agency, on(topic)) };
  }
}
