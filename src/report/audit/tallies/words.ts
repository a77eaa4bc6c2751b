/**
 * The closed vocabulary of what nearly every report counts besides applications, in whatever order its words stand: a figure is
 * of such a thing only where every word around it is one of these. All in folded text.
 */
import { vocabulary as statement, patternsOf as statementPatterns } from '../grammar/words.ts';
import type { Patterns, Words } from '../lexer.ts';

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Letter → words. */
export const words: Words = {
  T: statement.T!,
  e: statement.e!,
  S: [...statement.S!, ...list('全局 全委 全厅 局里 各科室 各股室 机关各科室')],
  a: list(`
    共 共计 总共 一共 总计 合计 累计 已 已经 均 都 各 先后 也 还 并 主动 及时 及时准确 准确 依法 依规 依法依规 规范 全面 定期 持续 不断 有序
    向社会 对外 面向社会 向公众 向社会公众 第一时间 各类 各种 各项 各 全部 所有 有关 相关 的 了 等 其中 包括 据统计 经统计 经核对 补充说明
    方面 情况 上 来看 工作 、 同时 此外 另外 积极 认真
  `),
  q: list('在 于 通过 利用 依托 借助 运用 充分利用 综合运用 运营 运营维护 经 从 按 将'),
  w: list('为 达 达到 有 共有 是 计 到 :'),
  c: list(
    '各渠道 各类渠道 多种渠道 多渠道 各平台 各类平台 多个平台 多平台 各种渠道 各种形式 多种形式 多种方式 各种方式 多种途径 各种途径 线上线下 各类载体 各公开平台 各个渠道 各信息发布平台 各类公开渠道',
  ),
  D: list('公开 公布 公示 公开发布 主动公开 信息公开 政府信息公开 政务公开 政务信息公开 政府信息主动公开 信息主动公开'),
  E: list('发布 推送 刊发 编发 刊登 上传 登载 发出 推出 发文 张贴 发表 信息发布 信息推送 推文 刊载 发送'),
  R: list('更新 维护更新 信息更新'),
  I: list('政府信息 政务信息 信息 政务类信息 政府类信息 政务公开信息 政务新媒体信息 政务动态信息 内容'),
  P: list('图文 图文信息 图文消息 消息 推文 博文 文章 作品'),
  V: list('短视频 视频 视频作品 短视频作品'),
  M: list('数量 总数 总量 总条数 条数 数 量 发布量 推送量 总数量 件数 次'),
  /** What a clause says before it that narrows nothing. */
  L: list(`
    按照 根据 坚持 以 应公开尽公开 “应公开尽公开” 应公开、尽公开 应公尽公 公开为常态 不公开为例外 “公开为常态、不公开为例外” 公开为常态、不公开为例外 原则
    要求 规定 条例 《条例》 《中华人民共和国政府信息公开条例》 部署 充分发挥 发挥 第一平台 平台 作用 主渠道 落实 严格 严格按照 严格落实 做好 加大 力度 扩大
    拓宽 渠道 范围 提高 质量 公众 群众 社会公众 需求 关切 回应 社会 满足 保障 知情权 推进 优化 栏目 建设 管理 维护 加强 新媒体 平台建设 主要 优势
    继续 办好 用好 管好 建好 用足 用足用好 用活 用好用活 管好用好 做优 做强 抓好 抓实 维护好 运营好 打造 发挥好 突出 依靠 强化 巩固 夯实 紧盯 聚焦 守好 建强 持续做好
    主阵地 主平台 主窗口 首要渠道 权威平台 重要平台 主要平台 主要渠道 主阵地作用 主渠道作用 第一阵地 阵地 窗口 补充 支撑 载体 延伸 辅助 为主 为辅 为补充
    日常 运维 运行 运行维护 日常运维 日常管理 运维管理 建设管理 内容保障 内容建设 规范化 规范管理 地位 矩阵 做到 牢牢
  `),
  h: list('和 与 及 以及 暨'),
  /** Published for understanding. */
  r: list(
    '政策解读 解读 解读材料 政策解读材料 政策文件解读 解读信息 政策解读信息 政策解读稿件 政策解读稿 解读稿 解读稿件 政策解读文章 解读文章 政策文件解读材料 政策解读产品 解读产品',
  ),
  z: list('制发 印发 出台 制定 制定出台 制定印发 新制发 新制定 制定发布'),
  d: list('规范性文件 行政规范性文件'),
  o: list('举办 开展 组织 召开 举行 组织开展 组织召开 组织举办 主办'),
  t: list('培训 培训班 培训会 培训会议 培训活动 专题培训 业务培训 专题培训班 业务培训班 专题培训会 业务培训会'),
  v: list('新闻发布会 新闻发布活动'),
  i: list('在线访谈 网上访谈 网络访谈 在线访谈活动'),
  u: list(
    '意见征集 民意征集 网上征集 网上民意征集 征求意见 公开征求意见 网上意见征集 征集调查 调查征集 意见征集活动 征集意见 公开征集意见',
  ),
  y: list('留言 网民留言 网友留言 群众留言 公众留言 网上留言 网站留言 留言咨询 网民留言咨询'),
  b: list('办理 答复 回复 处理 回应 办结 办复 解答'),
  j: list('收到 接到 受理 承办 承接 收集'),
  g: list('收取 共收取 收'),
  f: list(
    '信息处理费 政府信息处理费 政府信息公开信息处理费 依申请公开信息处理费 政府信息公开处理费 信息公开处理费 政府信息公开费用 信息公开费用',
  ),
  x: list('交办 交办的 转办 两会 “两会”'),
};

const quoted = '“[^“”]{2,14}”';
/** A place before 政府, 网站: characters that join words or end other bodies' names are in no place's name. */
const place =
  '(?:(?:(?![在于和与及通过信息公开各全局委厅部门])[\u4e00-\u9fff]){1,8}?[省市县区州旗镇乡](?=人民|政府|门户|官|网|信|政|微|公|“)|自治区|[省市县区州旗镇乡局委厅](?=人民|政府|门户|官|网|信|政|微|公|“))?';
const account = (name: string) => `(?:${place}${quoted})?${place}(?:官方|政务)?(?:${name})(?:平台|账号)?(?:${quoted})?`;

/** The channels, each with its letter. */
const channelPatterns = {
  1: `${place}(?:人民)?(?:政府)?(?:门户|官方|信息公开|政务|政府信息公开)?(?:网站|官网|门户网)(?:平台)?|${place}政府信息公开平台`,
  2: account('微信公众号|微信公众平台|微信公号|公众号|官方微信|政务微信|微信平台|微信订阅号|订阅号|微信'),
  3: account('微博|新浪微博'),
  4: '(?:线下)?(?:政务|信息|政府信息|政务公开)?(?:公开栏|公示栏|公告栏|宣传栏)',
  5: '(?:各)?(?:政务)?新媒体(?:平台|账号)?',
  6: account('抖音号|抖音|抖音短视频'),
  7: account('视频号|微信视频号'),
  8: account('今日头条号|今日头条|头条号'),
} as const;

const both = '(?:(?:人大)?(?:代表)?建议(?:意见)?(?:、|和|与|及|以及)?(?:政协)?(?:委员)?提案|提案(?:、|和|与|及)?建议)';

export function patternsOf(year: number | null): Patterns {
  const { T, e } = statementPatterns(year);
  return {
    T: T!,
    e: e!,
    ...channelPatterns,
    /** Of several channels together, or of all. */
    G: '等(?:各类|各种|多种|多个|各)?(?:公开|信息)?(?:方式|形式|渠道|途径|平台|载体|媒介)',
    A: both,
    B: '(?:人大代表|人大|代表)(?:的)?建议(?:意见)?',
    C: '(?:政协委员|政协|委员)?(?:的)?提案',
  };
}
