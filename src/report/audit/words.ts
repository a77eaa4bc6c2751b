/**
 * The words that the audit's readers of sentences know, as data. All are matched in folded text: NFKC (so punctuation is
 * half width), no white space. Alternatives are joined longest first, so that none hides a longer one.
 */
export const any = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');

/** Words of a list, white space between them. */
export const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Counters that applications, reviews and lawsuits are counted in. */
export const caseCounters = list('件次 人次 件 条 份 起 宗 例 个 次 项 笔 封');

/** Counters of anything else that a report counts. */
export const otherCounters = list(`
  万元 亿元 元 篇 篇次 期 场次 场 家 部 人 名 户 张 册 处 类 批 页 字 卷 批次 轮 档 款 幅 段
  集 讲 堂 所 座 台 套 支 组 位 门 本
`);

/** The clause is about a part of what came in: a channel, a form, a topic. */
export const channels = list(`
  网络 网上 线上 线下 信函 邮寄 来函 书面 当面 现场 窗口 电子邮件 邮件 传真 平台 网站 在线 电话
  微信 邮箱 口头 来访 挂号信 快递 互联网 关于 同一申请人 信件申请 信件渠道 信件方式 通过信件 以信件
`);

/** Part of a year: a figure of it is compared with nothing. */
export const partOfYear = list('上半年 下半年 季度 月份 每月 每季 每年 每周 月均 年均 日均 平均 每件 每一');

/** Figures that are goals, differences or sums over years: compared with nothing. */
export const notThisYear = list(`
  前两年 前三年 前五年 前几年 过去 近两年 近四年 三年来 五年来 几年来 多年来
  计划 拟 力争 预计 争取 不少于 至少 同比 环比 历年 以来 近年 往年 近三年 近五年 上年同期
  去年同期 较上年 较去年 比上年 比去年 较上一年 与去年相比 与上年相比 增加 减少 增长 下降 上升 降低
`);

/** Everyone below or beside the agency: in a department's report these figures are someone else's. */
export const widerScopes = list(`
  全市 全县 全区 全省 全州 全旗 全镇 全乡 全自治区 全盟 我市 我县 我区 我省 我州 我旗 我镇 我乡
  本市 本县 本区 本省 各级 各部门 各单位 各乡镇 各街道 各镇 各地 全系统 各县 各区 各市 市本级
  县本级 区本级 省本级 县直 市直 区直 下属 所属 辖区 系统各 全国 省级部门 市级部门 县级部门 区级部门 省级单位 市级单位
`);
/** Of these, the ones that are a part of a government's own consolidated figures. */
export const narrowerScopes = list(`
  本级 县直 市直 区直 下属 所属 各部门 各单位 各乡镇 各街道 各镇 各地 各县 各区 办公室 办公厅
  部门 街道办 乡镇 镇街 镇村 教育系统 卫生系统 卫健系统 公安系统
`);

/** Bodies beside the one that reports, by the ends of their names that no department has. */
export const otherBodies = list(`
  残联 妇联 文联 侨联 科协 工商联 供销社 供销联社 团委 工会 融媒体中心 法院 检察院 医院 学校 中学 小学 学院 大学
  公司 集团 银行 协会 商会 合作社 管委会 居委会 村委会 社区 图书馆 档案馆 开发区 园区
`);

/** Nouns that other things are counted by: a clause with one, and no word for applications, is about that thing. */
export const otherThings = list(`
  提案 建议 议案 信访 投诉 举报 热线 留言 咨询 许可 处罚 强制 项目 专利 资金 补贴 公众号 微博
  抖音 头条 视频 新闻 稿件 动态 公文 文件 规章 培训 会议 解读 公告 公示 栏目 目录 清单 指南
  审批 环评 认定 申报 预约 派单 仲裁 公证 异议
  制度 报道 收费 费用 舆情 检查 整改 问题 意见 来信 工单 诉求 证照 粉丝 图文 调研 活动 志愿
  宣传 采购 备案 催办 沟通 主动公开 监测 通报 案例 错误 链接 预算 决算
`);

/** What is made or put in order for applications, and counted itself: 修订依申请公开办事流程7项, 规范申请答复模板3件. */
export const madeThings = list(`
  流程 程序 制度 指南 目录 清单 专栏 栏目 渠道 窗口 模板 范本 样表 样本 表格 手册 机制 办法 规定 规范 细则 台账
  培训 会议 案例 问题 难点 环节 平台 系统 措施 类型 情形 标准 要点 指引 图解 课程 题 场所 事项清单 表单 文书样式
`);

/** What may stand in a plain statement of applications, reviews or lawsuits without narrowing what it counts. */
export const plain = list(`
  截至 截止 年底 年末 全年度 全年 本年度 本年 今年 年度 年内 当年 一年来 期间 报告期内 统计期限内
  我局 本局 我委 本委 我厅 本厅 我办 本办 我单位 本单位 本机关 我机关 我部门 本部门 我中心 本中心
  我院 本院 我镇 本镇 我街道 本街道 我会 本会 我队 局机关 机关 各类 各种 全部 所有 任何 一切
  上述 该 此 共计 总计 累计 合计 一共 总共 共 均 都 已 也 还 又 并 且 则 就 仅 只 实际
  目前 现 按时 按期 依法 依规 依照 及时 规范 严格 妥善 认真 积极 如期 限期 法定期限内 法定时限内
  期限内 规定 在 其中 另有 另外 另 包括 包含 含有 含 有 为 是 系 的 了 和 与 及 以及 或者
  或 等 至 到 于 由 向 对 数量 总数 总量 件数 数 量 情况 情形 事项 案件 事件 件 信件 工作
  发生 出现 产生 存在 涉及 引发 引起 导致 因 被 提出 提交 提起 收到 受理 接收到 接收 接到 收取
  收办 收 新收 新增 新 登记 办理 处理 处置 答复 回复 办结 完成 完毕 办 结 依申请公开 依申请
  政府信息公开申请 政府信息公开 信息公开 政务公开 政府信息 政务信息 公开申请 申请公开 申请书 申请件
  申请人 申请 公开 信息 公开类 公民 法人 其他组织 其它组织 个人 自然人 社会公众 公众 群众 人 组织
  单位 申请量 上年度 上一年度 上一年 上年 去年 结转 下一年度 下一年 下年度 下年 次年 继续 转入 转
  行政复议 行政诉讼 复议 诉讼 起诉 应诉 行政 相关 有关 方面 结果 予以 部分 不予 无法 提供 同意
  准予 仍 仍有 尚有 剩余 其余 在办 正在 未办结 其他 其它 维持 纠正 尚未 审结 未 没有 没 无 零 暂 从 尚 即
`);

/** After a negation: what was not seen is a fault, so the clause says nothing of how much came in. */
export const faults = list(`
  超期 逾期 超时 投诉 举报 追责 追究 泄密 失密 泄露 违规 违法 收费 费 纠错 被纠正 败诉 不规范
  不及时 负面 舆情 异议 不满 失误 差错 问题 通报 问责 责任 滞后 及时 规范 到位 完善
`);

/** What the body that reports does, right after its name or the year. */
export const deeds = list(`
  坚持 认真 积极 主动 严格 深入 高度 始终 持续 不断 扎实 切实 全面 依法 共 全年 累计 未 没有 收到 受理 通过
  按照 根据 围绕 紧紧 紧扣 紧盯 聚焦 结合 进一步 贯彻 落实 以习近平 以党 高质量 充分 着力 大力 牢固 牢牢 立足
  按 把 对照 对标 严把 突出 强化 加强 深化 推进 推动 健全 完善 规范 提升 优化 创新 稳步 有序 统筹 狠抓 抓好 做好 坚决 高位 多措并举 不折不扣 精心 秉持 秉承 恪守 着眼 紧密 牢记 深刻 履行
`);
/** 以制度建设为抓手, 以公开促落实. */
export const deedPhrase = '以[\\u4e00-\\u9fff、“”]{2,14}?(?:为|促)';

/** Things that a year is the name of: 2022年度部门决算, 2022年公开目录; the report of the next year speaks of them. */
export const thingsOfAYear = list(`
  年报 年度报告 报告 总结 决算 预算 要点 方案 计划 规划 考核 考评 评估 评议 测评 评价 评比 评选 检查 督查 督导 巡察 巡视
  审计 通报 排名 名次 得分 等次 结果 名单 目录 清单 台账 年鉴 公报 白皮书 整改 反馈 印发 出台 修订 施行 实施 以来 档案
  归档 汇编 普查 调查 统计 三公 补贴 资金 项目 经费 课题 试点 任务 目标 案卷 文件 工作会议 意见征集 招考 招录 双随机
`);

/** What happens to a body once, and is told for its own sake. */
export const events = list(`
  被 获 荣获 荣膺 因 由于 机构改革 更名 改名 挂牌 成立 设立 建成 建立 开通 上线 改版 启用 搬迁 迁至 首 组建 新设 划转 划入 划归 合署
  合并 接受 通过验收 试点 网站 平台 公众号 职能 的 和 与
`);

/** What begins a plan right after 将, 要, 计划. */
export const planAims = list(`
  继续 进一步 结合 加强 不断 严格 认真 按 持续 着力 重点 坚持 围绕 努力 采取 积极 深入 大力 加大 健全 完善 强化 创新 切实
  紧紧 紧扣 聚焦 全面 立足 针对 更加 推进 推动 开展 提升 提高 从 以 在 做好 抓好 扎实 严把 优化 拓展 深化 充分 对照 对标
  通过 抓住 抓紧 抓实 抓细 狠抓 补齐 补短 扩大 拓宽 规范 建立 组织 举办 定期 主动 及时 着眼 着重 依托 依法 依据 突出 落实
  增强 增加 增设 改进 把
`);

/** After 将 as 把: what something was done with, and what that was. */
export const thingsMoved = list(`
  其 该 此 这 各 全部 所有 上级 政府 政务 信息 公开 主动公开 依申请 工作 任务 责任 要点 要求 要件 目录 专栏 专区 专题 栏目
  指南 制度 平台 网站 门户 公众号 考核 培训 文件 公文 政策 群众 公众 企业 办事 权力 行政 财政 重大 重点领域 重点工作 民生
  社会 年度 有关 相关 原 涉 部门 整改 问题 意见 我 全局 全县 全市 全区 全镇 全乡 《 “ 20
`);
export const doneWithThings = list(`
  纳入 列入 列为 作为 融入 贯穿 摆在 摆上 放在 放到 下沉 下放 分解 整合 合并 归并 细化 落实到 公布 上传 上墙 挂 报送 报至
  转至 转交 移交 交由 置于 调整 与 同 到 至 为 成 进 给
`);

/** An office of the agency that answers for all of it, after the agency's own name. */
export const ownOffices = list('政务公开办公室 政务公开办 信息公开办公室 信息公开办 政府信息公开办公室 办公室');
