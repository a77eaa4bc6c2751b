/** The things that are known whatever their words, and which of them the words of a clause make. */
import type { Bilingual } from '../../report.ts';
import type { Token } from '../lexer.ts';
import { unitClass } from '../quantity.ts';

interface Known {
  readonly name: Bilingual;
  /** Classes of counters: see `unitClass`. */
  readonly units: readonly string[];
  /** Of these, the ones that count the same. */
  readonly alike?: readonly string[];
  /** Of which there are several kinds and occasions: figures contradict each other only where they are of the whole year. */
  readonly many?: 'kinds' | 'occasions';
}

const posts = ['条', '件'];
const known = <T extends Readonly<Record<string, Known>>>(all: T): Readonly<Record<keyof T, Known>> => all;

export const things = known({
  website: { name: { zh: '网站公开信息', en: 'posts on the website' }, units: posts },
  wechat: { name: { zh: '微信公众号发布信息', en: 'posts on WeChat' }, units: posts },
  weibo: { name: { zh: '微博发布信息', en: 'posts on Weibo' }, units: posts },
  board: { name: { zh: '公开栏公示信息', en: 'notices on the board' }, units: posts },
  newMedia: { name: { zh: '政务新媒体发布信息', en: 'posts on new media' }, units: posts },
  douyin: { name: { zh: '抖音发布信息', en: 'posts on Douyin' }, units: posts },
  channels: { name: { zh: '视频号发布信息', en: 'posts on WeChat Channels' }, units: posts },
  toutiao: { name: { zh: '头条号发布信息', en: 'posts on Toutiao' }, units: posts },
  total: { name: { zh: '主动公开政府信息总数', en: 'information disclosed in all' }, units: posts },
  published: { name: { zh: '发布信息总数', en: 'information published in all' }, units: posts },
  proposals: { name: { zh: '建议提案', en: 'proposals of deputies' }, units: ['件', '条'], many: 'kinds' },
  npc: {
    name: { zh: '人大代表建议', en: "proposals of people's congress deputies" },
    units: ['件', '条'],
    many: 'kinds',
  },
  cppcc: { name: { zh: '政协提案', en: 'proposals of the CPPCC' }, units: ['件', '条'], many: 'kinds' },
  readings: {
    name: { zh: '政策解读', en: 'explanations of policies' },
    units: ['条', '件', '份', '期'],
    alike: ['条', '件', '份'],
    many: 'kinds',
  },
  documents: {
    name: { zh: '规范性文件制发', en: 'normative documents issued' },
    units: ['件', '部', '项'],
    many: 'kinds',
  },
  messages: { name: { zh: '留言办理', en: 'messages answered' }, units: ['条', '件'], many: 'kinds' },
  trainings: { name: { zh: '培训', en: 'trainings' }, units: ['次', '期'], many: 'occasions' },
  conferences: { name: { zh: '新闻发布会', en: 'press conferences' }, units: ['次'], many: 'occasions' },
  interviews: { name: { zh: '在线访谈', en: 'interviews online' }, units: ['次', '期'], many: 'occasions' },
  solicitations: {
    name: { zh: '意见征集', en: 'solicitations of opinions' },
    units: ['次', '期', '项'],
    alike: ['次', '期', '项'],
    many: 'occasions',
  },
  videos: {
    name: { zh: '短视频', en: 'short videos' },
    units: ['条', '件', '个', '部', '期'],
    alike: ['条', '件', '个', '部', '期'],
    many: 'kinds',
  },
  hotline: {
    name: { zh: '热线办件', en: 'matters of the hotline' },
    units: ['件', '条', '个'],
    alike: ['件', '条', '个'],
    many: 'kinds',
  },
  openDays: {
    name: { zh: '政府开放日', en: 'open days' },
    units: ['次', '期'],
    alike: ['次', '期'],
    many: 'occasions',
  },
  fees: { name: { zh: '信息处理费', en: 'information processing fees' }, units: ['元'] },
});
type Thing = keyof typeof things;

const alike = new Set(Object.values(things).flatMap((each) => each.alike ?? []));

/** One for all counters that may count the same thing. */
export const kindOfUnit = (unit: string): string => (alike.has(unitClass(unit)) ? '件' : unitClass(unit));

/** What counts of a thing are compared under: of one class of counters, or of those that count it alike; received is not dealt with. */
export function keyOf({ thing, manner }: Pick<Tally, 'thing' | 'manner'>, unit: string): string {
  const { alike } = things[thing];
  return `${thing}|${alike?.includes(unit) ? alike[0] : unit}${manner === received ? manner : ''}`;
}
const received = '收到';

export interface Tally {
  readonly thing: Thing;
  /** Whose site or account, where it is said: two of one report may each have their own. */
  readonly owner: string;
  /** What is counted as what: pieces of information, pictures, updates. Within one section each may have a figure of its own. */
  readonly manner: string;
  /** The clause says that it is of the whole year, or of all. */
  readonly whole: boolean;
}

const channels: Readonly<Record<string, Thing>> = {
  1: 'website',
  2: 'wechat',
  3: 'weibo',
  4: 'board',
  5: 'newMedia',
  6: 'douyin',
  7: 'channels',
  8: 'toutiao',
};

/** What a clause's words may be besides the one that names its thing. */
const filler = 'TeSaqwLMchGx';
/** Things by the word that names them, and what else may stand with it. */
const named: readonly (readonly [Thing, sign: string, others: string, needs: RegExp])[] = [
  ['proposals', 'A', 'bj', /./],
  ['npc', 'B', 'bj', /./],
  ['cppcc', 'C', 'bj', /./],
  ['readings', 'r', 'DEzko', /[DEzko]/],
  ['documents', 'd', 'z', /z/],
  ['trainings', 't', 'oDI', /./],
  ['conferences', 'v', 'o', /o/],
  ['interviews', 'i', 'o', /o/],
  ['solicitations', 'u', 'oD', /./],
  ['messages', 'y', 'bj', /[bj]/],
  ['hotline', 'H', 'Nbjx', /./],
  ['openDays', 'K', 'o', /./],
  ['videos', 'V', 'DEPk', /[DEk]/],
  ['fees', 'f', 'g', /./],
];

interface Around {
  /** Class of the figure's counter. */
  readonly unit: string;
  /** Figures stand before it in the sentence. */
  readonly listed: boolean;
  /** The paragraph up to the clause, its heading included. */
  readonly before: string;
  /** Words of the clauses directly before that hold no figure. */
  readonly leading: readonly Token[];
}

/** The thing that the tokens of a clause count; null where they name none, or several. */
export function kindOf(clause: readonly Token[], around: Around): Tally | null {
  const [own, lead] = [generic(clause), generic(around.leading)];
  // 运营微信公众号，全年发布信息80条: what stands before names it, where the clause itself does not.
  const tokens = own.some(names) || !lead.some(names) ? own : [...lead, ...own];
  const words = tokens.map(({ word }) => word).join('');
  const codes = [...new Set(tokens.map(({ code }) => code))].filter((code) => code !== 'Q');
  const rest = codes.filter((code) => !filler.includes(code));
  const whole =
    codes.some((code) => 'TeSM'.includes(code)) ||
    /共|总|合计|累计|全年|本年|今年|年度|20\d\d年|各/.test(words + around.before);
  const found = rest.filter((code) => code in channels);
  if (found.length > 0) {
    const others = rest.filter((code) => !(code in channels));
    const thing = channels[found[0]!]!;
    const published = thing === 'douyin' || thing === 'channels' ? 'DERIPV' : 'DERIP';
    if (found.length > 1 || !others.every((code) => published.includes(code))) return null;
    // 其中网站60条 is of what was published; alone it may be of anything.
    const listed = around.listed && /公开|发布/.test(around.before) && /信息/.test(around.before);
    if ((others.length === 0 && !listed) || !posts.includes(around.unit)) return null;
    const manner = others.includes('R') ? '更新' : others.includes('P') ? '图文' : '';
    return { thing, owner: ownerOf(tokens), manner, whole };
  }
  const thing = named.find(([, sign]) => rest.includes(sign));
  if (thing === undefined) return posts.includes(around.unit) ? totalOf(words, rest, around, whole) : null;
  const [name, sign, others, needs] = thing;
  if (!rest.every((code) => code === sign || others.includes(code)) || !needs.test(rest.join(''))) return null;
  if (!things[name].units.includes(around.unit)) return null;
  if (name === 'videos' || name === 'hotline' || (name === 'messages' && !rest.includes('b')))
    return { thing: name, owner: '', manner: mannerOf(name, words, rest), whole };
  const made = name === 'readings' && rest.includes('k') && !/[DEz]/.test(rest.join('')) ? '制作' : '';
  const manner =
    made || (/业务|专题|办[结复]|答复|回复|回应|解答/.exec(words)?.[0].replace(/[回解][复应答]/, '答复') ?? '');
  // Deputies' proposals are handed over once a year, whether it is said or not.
  const yearly = 'ABC'.includes(sign);
  return { thing: name, owner: '', manner, whole: whole || yearly };
}

/** Made is not yet published, received not yet dealt with; what explains policies is of a kind of its own. */
function mannerOf(thing: 'videos' | 'hotline' | 'messages', words: string, rest: readonly string[]): string {
  if (thing !== 'videos') return rest.includes('b') ? '' : received;
  return `${/解读/.exec(words)?.[0] ?? ''}${rest.includes('D') || rest.includes('E') ? '' : '制作'}`;
}

const names = ({ code }: Token): boolean => code in channels || named.some(([, sign]) => sign === code);

/** 主动 or 政府信息, of the whole year or of everything: 公开信息20条 alone may be of anything. */
function totalOf(words: string, rest: readonly string[], { before }: Around, whole: boolean): Tally | null {
  const opens = /主动公开(?:情况|工作|方面|政府信息|信息)*[。:,]?$/.test(before);
  if ((!whole && !opens) || !rest.every((code) => 'DEI'.includes(code))) return null;
  if (rest.includes('D')) {
    const plain = rest.includes('I') || /信息|主动公开/.test(words);
    return plain ? { thing: 'total', owner: '', manner: '', whole } : null;
  }
  return rest.includes('E') && rest.includes('I') ? { thing: 'published', owner: '', manner: '', whole } : null;
}

/** 通过网站、公众号等渠道: several channels, named as examples, are all of them. */
function generic(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ code }) => code === 'G');
  if (end < 0) return tokens;
  let start = end;
  while (start > 0 && (tokens[start - 1]!.code in channels || 'ha'.includes(tokens[start - 1]!.code))) start -= 1;
  return [...tokens.slice(0, start), ...tokens.slice(end)];
}

/** “盐池科技”公众号, 县政府网站, 局网站. */
function ownerOf(tokens: readonly Token[]): string {
  const channel = tokens.find(({ code }) => code in channels)!.word;
  return (
    /“[^“”]+”/.exec(channel)?.[0] ??
    /[省市县区州旗镇乡局委厅](?=人民|政府|门户|官|网|信|政|微|公)/.exec(channel)?.[0] ??
    ''
  );
}
