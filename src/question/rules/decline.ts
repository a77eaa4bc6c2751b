/** What is not answered: each reason with the words that show it and the sentence that says it, in both languages. */
import type { Bilingual } from '../../report/report.ts';
import type { Draft } from '../hearing.ts';

export interface Refusal {
  readonly code:
    | 'offTopic'
    | 'invents'
    | 'changesData'
    | 'identifiesApplicant'
    | 'judgesPersons'
    | 'secrets'
    | 'notUnderstood'
    | 'unsupported';
  readonly zh: RegExp;
  readonly en: RegExp;
  readonly text: Bilingual;
}

const can: Bilingual = {
  zh: '可以问报告里的数字、名单、排名、比较、章节、原文、核查发现和资料库内容，例如“哪些单位2020年收到了申请”。',
  en: 'You can ask for figures, lists, ranks, comparisons, sections, passages, audit findings and what the library holds, for example “which agencies received applications in 2020”.',
};
const say = (zh: string, en: string): Bilingual => ({ zh: `${zh}${can.zh}`, en: `${en} ${can.en}` });

/** Tried in order on the folded question. */
const refusals: readonly Refusal[] = [
  {
    code: 'secrets',
    zh: /(令牌|密钥|密码|口令|系统提示|提示词|环境变量|源代码|token|api ?key|prompt|配置文件|签名密钥|内部指令|你的指令|你的规则)/,
    en: /\b(tokens?|passwords?|api keys?|credentials?|system prompt|your (?:prompt|instructions|rules|source code|configuration)|env(?:ironment)? variables?|signing secret|private key|\.env|secrets? (?:key|token)|reveal your|print your|(?:your|the bot's|bot) secrets?)\b/,
    text: say(
      '令牌、密码、系统设置这类内容不会提供。',
      'Tokens, passwords and the bot’s own set-up are not given out.',
    ),
  },
  {
    code: 'secrets',
    zh: /(忽略|无视|忘记|忘掉|绕过|抛开|放下|别管|甭管|不用管|不要管|不管|别理|不理|不用理|跳过|违反|打破)(?:你|您)?(?:之前|以前|原来|上面|前面|所有|那些|这些|什么|以上|的|一切){0,4}(指令|指示|规则|规矩|规定(?!的|时|期)|要求|限制|提示|设定|约束)|(扮演|假装你是|你现在是|从现在起你是)/,
    en: /\b(ignore|disregard|forget|bypass|override) (?:all |any |the |your |previous |prior |above |earlier |of |these |those ){0,5}(instructions?|rules?|prompts?|guidelines?|restrictions?|directions?)\b|\b(pretend (?:to be|you are)|act as (?:a|an|if)|you are now|jailbreak|developer mode)\b/,
    text: say(
      '只回答关于报告的问题，不执行改变规则的要求。',
      'Only questions about the reports are answered; requests to change the rules are not followed.',
    ),
  },
  {
    code: 'changesData',
    zh: /(删除|删掉|删了|修改|改成|改为|改一下|更正|更改|篡改|覆盖|替换|改写|写入|清除|清空|抹掉|调成|添加|加上一|录入)(?!.{0,6}(对话|上下文|重新|情况|措施))(?=.{0,30}(数字|数据|报告|记录|申请|数量|文件|值|库|为|成|\d))|(?:这条|那条|这一条|那一条|这个发现|该发现).{0,14}(?:别报|别再报|不要报|不用报|别提示|忽略掉?|撤掉|撤销)|把.{1,40}(清空|清除|抹掉|清零|去掉|改成|改为|删|调成|设为|设成|写成(?!了)|换成)|\b(drop table|delete from|insert into|update .{1,40} set)\b/,
    en: /\b(delete|remove|erase|wipe out|overwrite|modify|alter|edit|amend|tamper|falsify|rewrite|replace|insert|set|fix|correct|change(?! (?:in|of|from|between|over)\b)|update|drop|upload|add(?! up))\b (?:the |this |that |these |all |its |their |a |an |every |one |report |my |out ){0,4}(?:[\w'&-]+ ){0,8}(?:to (?:be )?\d|to (?:zero|none|one|two|three)|(?:from|in|into|to) the (?:library|database|table|report|data)|reports?(?=$| ?[,.;!?]| please)|reports? (?:for|of|from)|figures?|numbers?|data|database|table|records?|values?|files?)\b|\bdrop table\b|\bdelete from\b|\binsert into\b/,
    text: say(
      '机器人不修改报告和数据；要更正核查发现请用命令 nianbao finding，要移除报告请用 nianbao remove。',
      'The bot changes no report and no figure; use the command nianbao finding for verdicts and nianbao remove to take a report out.',
    ),
  },
  {
    code: 'invents',
    zh: /(预测|预计(?!划)|估计|估算|推测|猜测|猜一?猜|猜猜|编(造|一个|个)|估(?:一个|个|一下|一估|个数)|填上算了|凑个?(?:一个)?数(?!据)|瞎填|补个?(?:一个)?数(?!据)|虚构|捏造|假设|假如|如果.{1,30}会|推断|大胆|模拟|(?:帮|替|代|给)(?:我|咱|俺|我们|咱们)?(?:写|起草|拟|草拟|撰写|代写|编写)(?:一|个|份|篇|下|出){0,3}.{0,30}(?:年报|年度报告)|未来.{0,6}(会|将)|明年.{0,12}(会|将|能)|随便给)/,
    en: /\b(predict|predicts|predicted|prediction|forecast|estimates?|estimated|extrapolate|guess|guesstimate|(?<!(?:kinds|types|categories|sorts) )make up|(?<!\b(?:is|are|was|were|that|it|this) (?:[\w'’]+ ){0,6})made up(?! of)|invent|imagine|suppose|hypothetical(?:ly)?|assume|assuming|project(?:ed)? figure|what would|would have been|will (?:[\w']+ ){0,6}(?:receive|get|be|have|publish|grow|increase)|(?:likely|probably|expected|going) to (?:receive|get|be|have)|approximate(?:ly)? how|interpolate|ballpark|fill (?:in |up )?(?:the |that |this |those )?(?:blanks?|gaps?|holes?|missing)|next year'?s|(?:write|draft|compose) (?:me |us |up )?(?:a|an|the|our|my|its|their) (?:[\w'-]+ ){0,8}annual report)\b/,
    text: say(
      '只给报告里印着的数字，不预测、不估计、不补造。',
      'Only printed figures are given: nothing is predicted, estimated or made up.',
    ),
  },
  {
    code: 'identifiesApplicant',
    zh: /身份证|护照号|真实姓名|姓甚名谁|叫啥名|家庭住址|私人(?:电话|手机|地址|号码)|个人手机|(申请人|提出申请的人|申请公开的(?:那个|那位|这个|这位)?人|申请的(?:那个|那位|这个|这位)人|来申请的人|提申请的(?:那个|那位|这个|这位)?人|申请者|谁)(的|是|叫)?(的)?(姓名|名字|身份证|身份|住址|住哪|住在哪|家在哪|电话|联系方式|叫什么|叫啥|是哪位|真实身份|真名|个人信息)|(申请|提交|提出|递交)(?:信息公开|信息)?(?:申请)?的?人(?:到底|究竟)?(?:是|叫)(?:谁|什么名)|(哪个人|哪位|具体是谁|是谁)(提出|提交|申请|提的|来申请)|谁(提交|提出|递交|写)了?(这|那|该)(件|个|份|条)?(申请|信访)|(这|那|该|唯一)(一)?(件|个|份|条)申请(是)?(谁|哪个人|哪位)|申请人(具体)?是(谁|哪位|哪个人)(?!.{0,4}(类|型))|(谁|哪个人|哪位)(是|当)(那个|这个|该)?申请人|(?:跟|向|找|问|朝|去|到).{1,20}(?:要|索要|索取|讨要|打听|申请|查询|询问|了解)(?:过|了)?的?(?:政府)?(?:信息|材料|资料|东西|文件|公开|情况){0,2}的?(?:那个|那位|这个|这位|那)?(?:个人|人|市民|百姓|群众|公民|老乡)?(?:到底|究竟|具体|都)?(?:是|叫)(?:谁|哪位|哪个(?![单部机局])|什么人|何人|何许人|啥人|什么名|啥名)|谁(?:向|跟|找|去|到|朝|问).{2,20}(?:申请|索要|索取|讨要|打听|要(?:过|了|的|信息|材料|资料))|申请(?:到底|究竟)?(?:是|由)(?:哪个|哪位|何人)(?:提|交|递|写|申请|打)|哪[位个](?:市民|公民|百姓|老百姓|群众|居民|村民|老乡|网友|先生|女士)/,
    en: /^(?:and |so )?who(?:,| was it| exactly| was that)*,? by name\b|\b(?:home|private|personal) (?:address|phone|telephone|mobile|number)\b|\bwho (?:asked|applied|requested|filed|complained|wrote in)\b.{0,80}\b(?:phone|telephone|names?|address|contacts?|emails?)\b|\bname of the (?:guy|man|woman|person|people|citizen|individual|company|firm) (?:who|that)\b|\b(?:id|identity|passport|national id) (?:card )?(?:numbers?|nos?|cards?)\b|\bwho (?:is|was|are|were) the (?:person|people|individuals?|citizens?|man|woman|natural person)\b|\b(name|names|identity|identities|address|phone|who is|who was|who were|who are|which person|identify)\b (?:and (?:address|phone|name) |number )?(?:of |behind |is |was |are |were )?(?:the |that |this |each |those |single |only |one )*(?:applicants?|requesters?|person who (?:applied|asked|requested|filed)|people who (?:applied|asked|requested|filed)|individuals? who (?:applied|asked|requested|filed)|natural persons?|citizen|complainants?)\b|\bwho (?:was it |is it |it was |it is )?(?:that |who )?(?:exactly |personally |actually )?(?:filed|made|submitted|sent|lodged|wrote|put in) (?:[\w&'-]+ ){0,4}?(?:the|that|this|their|its) (?!most |fewest |least |largest |highest )(?:[\w&'-]+ ){0,3}(?:application|request|complaint)\b|\bwhose (?:application|request|complaint)(?: (?:is|was) (?:it|that|this)|\?|$)|\b(?:from|by) whom (?:did|was|were|is) (?:[\w&'-]+ ){0,6}(?:application|request|complaint)\b|\bapplicants?'?s? (?:name|names|identity|address|phone)\b|\bwho (?:is|was) behind (?:the|that|this)\b|\bwho(?:'s| is| was)? the (?:guy|fellow|one|lady|bloke|chap|resident)\b (?:who|that|behind|asking|requesting)\b|\b(?:which|what) (?:persons?|individuals?|citizens?|guy|man|woman|residents?) (?:[\w']+ ){0,2}?(?:wanted|asked|requested|applied|filed|sent|made|submitted|sought|lodged|wrote)\b|\bnames? of (?:whoever|who|those who|the ones? who|anyone who)\b|\bwhoever (?:asked|applied|requested|filed|wanted|submitted|sent|lodged)\b/,
    text: say(
      '报告只按类别统计申请人，机器人也不查申请人是谁。',
      'Reports count applicants by kind only, and the bot does not say who an applicant is.',
    ),
  },
  {
    code: 'judgesPersons',
    zh: /(勤快|偷懒|贪官|清官|庸官|昏官|贪污犯|狗官|好官)|(局长|主任|领导|县长|市长|书记|负责人|工作人员|官员|干部|张伟|谁).{0,12}(称职|腐败|贪污|能力(?:怎么样|如何|差|强|行不行)|好不好|怎么样|人品|该(?:被)?(?:处分|撤职|开除|免职|批评|下台)|懒|失职|渎职|水平(?:怎么样|如何|差)|合格|负责任|靠谱|优秀|违法|犯罪|撒谎|说谎|坏|好人)|(称职|腐败|贪污|渎职|无能|撒谎|说谎|懒政|不作为)|(谁的错|谁的责任|谁该负责|该追究谁|谁来负责)|(怎么|如何)评价.{0,10}(局长|主任|领导|县长|市长|书记|负责人|官员|干部)|(局长|主任|领导|县长|市长|书记|负责人|官员|干部).{0,10}(?:最|更|比较|很|太)不?(?:负责|认真|敬业|尽职|努力|勤奋|能干|廉洁)|(最(懒|差|坏|烂|腐败|不负责|不透明|透明|阳光|敷衍|上心|用心))的?(单位|部门|局|机关|领导|干部)|(单位|部门|局|机关|谁|哪家|哪个|政府).{0,12}(做|干|搞|办|表现|工作)得?(最|更|比较)(不)?(好|差|糟|烂|棒|优秀|出色|到位|敷衍|认真)/,
    en: /\b(?:mayors?|directors?|officials?|leaders?|bosses|secretar(?:y|ies))\b.{0,20}\b(?:best|worst|laziest|smartest)\b|\b(?:worst|best|laziest|dumbest|nicest|smartest|weakest|bad|terrible|useless|stupid)\b (?:\w+ ){0,2}(?:directors?|mayors?|chiefs?|heads?|leaders?|officials?|boss(?:es)?|secretary|officers?|staff|person|people|managers?|civil servants?|clerks?)\b|\b(corrupt|corruption|incompetent|lazy|lying|liars?|dishonest|guilty|criminal|honest|trustworthy person|competent|negligent|bribes?|should\b.{0,40}\b(?:fired|dismissed|punished|sacked|resign)|good person|bad person|doing a (?:good|bad) job|to blame|(?:best|worst|better|worse|good|bad) (?:at|in) (?:its |their |information |government |open )?(?:transparency|openness|disclosure|disclosing|being (?:open|transparent))|(?:most|least|more|less) (?:transparent|open|secretive|accountable|diligent)|(?:best|worst)[- ]performing|(?:whose|who is at) fault|officials? responsible|hiding something|cover(?:ing)? up)\b|\b(?:opinion|think|judge|rate|assess|evaluate|feel) (?:of|about)? ?(?:the |its |their )?(?:director|mayor|chief|head|leader|official|officials|boss|secretary|staff)\b|\bis the (?:director|mayor|chief|head|leader|official|boss|secretary) (?:any )?(?:good|bad|able|capable|responsible|honest)/,
    text: say(
      '机器人不评价个人和单位的好坏，也不下结论说谁失职。',
      'The bot does not judge persons or bodies, nor conclude who is at fault.',
    ),
  },
  {
    code: 'unsupported',
    zh: /(发|寄|转发|抄送)(一?封|个)?(电子)?(邮件|邮箱|短信|传真)(给|到)|发到.{0,6}(邮箱|手机)/,
    en: /\b(?:e-?mail|fax|text|cc) (?:it|this|that|them|me|us|him|her|the (?:answer|results?|report))\b/,
    text: say(
      '机器人不代发邮件、短信；可以把答案导出为文件。',
      'The bot sends no mail; an answer can be exported as a file.',
    ),
  },
  {
    code: 'unsupported',
    zh: /(?:我|咱|俺)(?:们)?(?:该不该|应不应该|要不要|能不能|可不可以|是否应该|应该|可以)(?:去)?(?:起诉|告|申请复议|打官司|上诉)|(?:能|会|可以)(?:打|告|胜)?(?:赢|胜诉)吗|胜算|(?:帮|替|代|给)(?:我|咱|俺)(?:们)?(?:写|起草|拟|草拟|填|填写|代写|撰写)(?:一|个|封|份|篇){0,2}.{0,6}(?:信|状|书|申请|材料|投诉|举报|答辩|诉状)|(?:帮|替|代)(?:我|咱|俺)(?:们)?(?:去|来|把)?(?:交|递|递交|提交|提|寄|申请|起诉|投诉|举报)(?:给|一|个|份|到|上|去|$)/,
    en: /\b(?:should|can|could|may) (?:i|we) (?:sue|appeal|file a (?:lawsuit|suit|complaint)|take (?:them|it|him|her) to court|litigate)\b|\b(?:will|would|could|can) (?:i|we) win\b|\b(?:draft|write|compose|prepare|file|submit|lodge|fill (?:in|out)) (?:me |us |for me |for us )?(?:a|an|my|our|the) (?:[\w-]+ ){0,2}(?:lawsuit|complaint|petition|appeal letter|appeal|letter|application form|request letter|statement of claim)\b|\b(?:file|submit|lodge|send|make|hand in) (?:a|an|my|our|this) (?:[\w-]+ ){0,2}(?:application|request)\b.{0,30}\b(?:for me|for us|on my behalf|on our behalf)\b|\blegal advice\b/,
    text: say(
      '机器人不给法律意见，也不代写、代交申请和文书。',
      'The bot gives no legal advice, and writes or files nothing for anyone.',
    ),
  },
  {
    code: 'secrets',
    zh: /秘密.{0,15}(?:透露|泄露|泄漏|爆料|写的啥|写了啥|到底写)|(?:透露|泄露|泄漏|爆料).{0,12}秘密|(?:不予公开|没公开|被拒)的(?:那些|那份|那个|)(?:内容|信息|文件)(?:是什么|给我看|透露|发我)/,
    en: /\b(?:reveal|leak|disclose to me|tell me|show me|give me) (?:the |that |those |what the )*(?:contents? of the )?(?:state )?secrets?\b|\bwhat (?:was|is|were|are) (?:in )?the (?:state )?secrets? (?:about|information)\b/,
    text: say(
      '报告只统计不予公开的件数，不含被拒信息的内容。',
      'Reports only count what was refused; they do not hold the information itself.',
    ),
  },
  {
    code: 'unsupported',
    zh: /众数|标准差|方差|四分位|百分位数|相关系数|回归分析|人均|每万人/,
    en: /\b(mode of|standard deviation|variance|quartiles?|percentiles?|per capita|per head|per inhabitant|correlations?|regression)\b/,
    text: say(
      '统计量只有合计、平均、中位数、最多最少和比率，没有标准差、人均这类。',
      'Statistics are sums, means, medians, ranks and rates; there are no deviations or figures per head.',
    ),
  },
  {
    code: 'unsupported',
    zh: /(?:写|说|讲|编)得(?:最|更|比较|很|太|怎么样|好不好)(?:为)?(?:长|短|详|简|笼统|具体|空|清楚|认真|啰嗦|扎实|充实|好|差|糟)|(?:谁|哪一?[家份个]|哪个单位)(?:(?!哪).)*(?:写|讲|说)得最[多少](?!的)|篇幅|字数|多少个?字|文风|文笔|(?:报告|年报|部分|章节|篇幅)最(?:长|短|详细|简短|简略|简单|啰嗦|笼统)|最(?:长|短|详细|简短|简略|啰嗦|笼统)的(?:报告|年报|部分|一份|一篇)/,
    en: /\b(?:longest|shortest|lengthiest|wordiest|briefest|vaguest|best[- ]written|worst[- ]written|most (?:detailed|thorough|verbose|specific|concise))\b.{0,30}\b(?:reports?|sections?|texts?|parts?|descriptions?|write-?ups?)\b|\b(?:reports?|sections?|texts?|parts?)\b.{0,30}\b(?:longest|shortest|lengthiest|wordiest|briefest|vaguest|most (?:detailed|thorough|verbose|concise))\b|\bword counts?\b|\bhow many (?:words|characters|pages)\b|\bhow long (?:is|are) (?:the |its |their )?(?:[\w'’]+ ){0,5}(?:reports?|sections?|texts?)\b/,
    text: say('不比较报告的篇幅、字数和文风。', 'Length, wording and style of reports are not compared.'),
  },
  {
    code: 'offTopic',
    zh: /(天气|下雨|落雨|落雪|出太阳|下不下雨|下雪|刮风|气温|降雨|股票|股价|笑话|写诗|写一首|写首|唱歌|电影|菜谱|食谱|彩票|星座|翻译(?:成|一下|.{0,8}(?:小说|文章|论文|英文|诗|歌|课文|邮件))|算命|游戏|足球|篮球|比赛|旅游攻略|订(?:票|机票|酒店)|红烧|做饭|新闻联播|代码|编程|python|汇率|总统|美国|主席是谁|人口|gdp|房价|几点了|今天星期|星期几|写(?:一封|封|篇|一篇)|作文|情书|减肥|感冒|医院挂号|明星|歌曲|音乐|面馆|餐馆|饭店|餐厅|饭馆|火锅|奶茶|咖啡馆|好吃的|高铁|火车|动车|车票|机票|船票|门票|打车|叫车|网约车|外卖|快递|充值|话费|(?:买|订|抢|退|改签|预订|预约)(?:一|两|几|\d)?(?:张|份|个|间|束|杯|部|台|辆)|几点(?:开门|下班|上班|出发)|导航|怎么走)/,
    en: /\b(weather|rain|raining|snow|snowing|temperature|(?<!in )stocks?|share price|jokes?|poems?|songs?|movies?|recipes?|lottery|horoscope|translate|football|soccer|basketball|nba|restaurants?|hotels?|flights?|president of|capital of|population of|gdp|bitcoin|crypto|python code|javascript|write (?:a|me|an|some) (?:code|story|letter|essay|email|poem|song|function|program)|what time is it|what day is it|meaning of life|who won|celebrity|diet|cook|sing|dance|world cup|exchange rate|house prices?|tell me a story|favou?rite|(?:train|bus|plane|air|movie|concert|ferry) tickets?|train to|buy me|book (?:me )?(?:a|an|the) (?:ticket|train|table|room|taxi|cab|seat|car)|order (?:me )?(?:a|some) (?:pizza|food|coffee|taxi|cab|meal)|taxi|uber|pizza|takeaway|groceries|directions to)\b/,
    text: say('这个问题不在报告的范围内。', 'That is not a matter of these reports.'),
  },
];

export const notUnderstood = (words: readonly string[]): Bilingual => {
  const list = words.slice(0, 3).map((word) => word.slice(0, 40));
  const zh = list.length > 0 ? `没有看懂“${list.join('”“')}”，为免答错，不作回答。` : '没有看懂这个问题。';
  const en =
    list.length > 0
      ? `“${list.join('”, “')}” was not understood, and rather than answer wrongly nothing is answered.`
      : 'The question was not understood.';
  return say(zh, en);
};

export const offTopic: Bilingual = refusals.at(-1)!.text;

/** Of a draft that no plan says: a share has no name, or what is compared cannot be put into one plan. */
export const unsupported = ({ plan }: Draft): Bilingual =>
  plan.operation === 'rate' ? unsupportedShare : unsupportedComparison;

const unsupportedComparison = say(
  '这样的比较还不能直接回答；请分别问其中的每个数，例如按年份、按单位各问一次。',
  'That comparison cannot be answered yet; ask for its figures one by one, for example for each year or each agency.',
);

const unsupportedShare: Bilingual = say(
  '这个比例没有现成的定义（有的是予以公开率、不予公开率、无法提供率、不予处理率、结转率、复议和诉讼纠错率）；表二没有总计，其中各项没有占比；可以分别问分子和分母。',
  'That share is none of the defined rates (disclosure, refusal, unable to provide, not processed, carry-forward, corrected reviews and lawsuits), and table 2 has no totals to share in; ask for its two figures instead.',
);

/** The first reason not to answer that the folded question shows. */
export function refusalOf(text: string): Refusal | null {
  return refusals.find(({ zh, en }) => zh.test(text) || en.test(text)) ?? null;
}
