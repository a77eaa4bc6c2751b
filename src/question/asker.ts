/** Whoever asks may say who he is (我是记者，…, "as a student, …"): that restricts nothing; what he works on may be what he asks about. */

const persons =
  'journalist|reporter|student|undergraduate|researcher|scholar|academic|professor|lecturer|lawyer|solicitor|citizen|resident|villager|farmer|teacher|editor|analyst|intern|trainee|official|civil servant|clerk|newcomer|beginner|activist|volunteer|blogger|writer|auditor|inspector|taxpayer|member of the public|businessman|businesswoman|entrepreneur|consultant|librarian|archivist|parent|retiree';
const english = new RegExp(
  `^(?:(?:hi|hello|hey)[,.! ]+)?(?:i am|i'm|im|we are|we're|speaking as|as|being) (?:an? |the |just an? )?(?:[a-z-]+ ){0,2}?(?:${persons})s?(?: (?:at|from|with|in|of|for) [a-z' -]{2,40}?)?(?: (?:who is |and )?(?:writing|working|reporting|researching|studying|looking|interested|preparing)(?: a (?:story|paper|thesis|report|piece))?(?: (?:about|on|into|in))? (?<topic>[a-z' -]{3,60}?))?(?:[,.;:!]+ ?| and )(?:(?:and|so) )?(?<rest>.+)$`,
);
const chinese =
  /^(?:你好|您好)?[,，。! ]*(?:(?:我|本人|我们)(?:是|作为|身为)|作为|身为)(?:一?(?:名|位|个))?[\u4e00-\u9fff]{0,8}?(?:记者|学生|研究生|博士生|大学生|研究人员|研究者|学者|律师|市民|居民|村民|公民|群众|老百姓|老师|教师|编辑|分析师|实习生|新人|公务员|工作人员|志愿者|纳税人|家长|退休人员|企业主|创业者|法务|审计人员)[,，。;；:：! ]+(?:(?:正)?在(?:写|做|研究)(?:关于|有关)?(?<topic>[\u4e00-\u9fff]{2,20}?)(?:的(?:报道|论文|文章|研究|课题|稿子))?[,，。;；:： ]+)?(?:所以)?(?<rest>.+)$/u;

/** What asks in general, and leaves the subject to what went before. */
const general =
  /^(?:what (?:can|could) you tell me|what do you (?:have|know)|can you help(?: me)?|help me|(?:有|有没有)?什么(?:可以|能)?(?:看|用|说|查)的|能(?:告诉|提供)(?:我)?(?:些)?什么|有(?:什么|哪些)(?:资料|数据|内容))[?？。!]*$/u;

/** The question less who asks it; where it asks in general, what he works on. Null where nobody says who he is. */
export function withoutAsker(folded: string): string | null {
  const found = english.exec(folded) ?? chinese.exec(folded);
  const { rest, topic } = found?.groups ?? {};
  if (rest === undefined) return null;
  if (general.test(rest.trim())) return topic?.trim() ?? rest.trim();
  return rest.replace(/^(?:我)?(?:想|要|需要)(?:了解|知道|查|看)(?:一下|下)?/u, '').trim();
}
