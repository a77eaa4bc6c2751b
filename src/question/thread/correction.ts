/** Correction: a question that sets the last one right ("no, I meant Pengyang", 我说的不是诉讼，是复议), less what it takes back. */

/** What comes before what is meant: it takes back, and asks nothing. */
const openings: readonly RegExp[] = [
  /^(?:哦|噢|嗯|啊|呃|抱歉|对不起|不好意思|等等|等一下|不|不对|不是|错了|搞错了|弄错了|说错了|问错了|不不|算了|(?:我|刚才|是我)?(?:记混|记错|说错|看错|写错|打错|问错|搞混)了?)[，,。.!！、\s]+/u,
  /^(?:no|nope|nah|oh|oops|ah|wait|sorry|my mistake|my bad|apologies|pardon|excuse me|hold on|actually|not that|wrong|that'?s (?:wrong|not it|not right|not what i (?:meant|asked))|you (?:misread|misunderstood|misheard|got) (?:me|it|that)(?: wrong)?)[\s,.:;!-]+(?=\S)/iu,
  // 回到盐池，…: what follows is asked of the one that is named; of what was asked before the thread itself knows.
  /^(?:我们|咱们)?(?:再)?(?:回到|说回到?|回过头来?看|回头看|返回到?)(?!刚才|之前|前面|上面|先前|上一|前一|最|一开始|原来|第|去|这|那|头)/u,
  /^(?:let'?s )?(?:go |get |come |now )?back to (?!the |my |what|where|it|that|this|square|first|previous|last)(?=\S)/iu,
  // "Ok, then at least how many …", 那起码收到多少: a smaller wish, and no bound.
  /^(?:(?:ok|okay|well|alright|fine|then|so|and)[, ]+)*at (?:the very )?least(?:,|) (?=how |what |which |who |tell |give |show )/iu,
  /^(?:那|那么|好吧|行吧)?[，, ]*(?:至少|起码|最起码)(?:说说|告诉我|给我|讲讲|看看)/u,
];

/** 我问的是Y, "I meant Y". */
const meant: readonly RegExp[] = [
  /^我?(?:想|要)?(?:说|问|讲|指|要|想问|想看|想要|查)的?(?:应该|其实)?是(?!不是)(?<what>.+)$/u,
  /^(?:我的意思是|意思是|应该是|其实是)(?<what>.+)$/u,
  /^(?:and )?i (?:really |actually )?(?:meant|mean|was asking (?:about|for)|asked (?:about|for)|am asking (?:about|for)|wanted|want|need|ask(?:ed)? for|said)(?: to (?:say|ask)(?: about| for)?)? (?<what>.+)$/iu,
  /^是(?<what>[^不].{1,14})$/u,
];

/** 不是X，是Y; "not the total, only companies". */
const denied: readonly RegExp[] = [
  /^(?:我?(?:想|要)?(?:说|问|讲|指|要|查)的?)?(?:并)?不是.{1,14}?[，,、\s]*(?:而是|是|我(?:说|问|讲|指|要)的?是)(?<what>.{1,20})$/u,
  /^not (?:the |in the |for |in |from )?[\w' -]{2,30}[,;:] ?(?:but |rather |it'?s )?(?<what>(?:only |just )?[\w' -]{2,40})[.?!]*$/iu,
];

/** Y，不是X; "forward, not over": of something short, so that nothing of a whole question is taken back. */
const insteadOf: readonly RegExp[] = [
  /^(?<what>[^，,]{1,8})[，,]\s*(?:而)?不是[^，,]{1,10}$/u,
  /^(?<what>[\w'-]+(?: [\w'-]+){0,3}), (?:and )?not (?:the |in the |in )?[\w' -]{2,30}[.?!]*$/iu,
];

/** What the question means to ask, without what it takes back; null where it takes nothing back. */
export function correctionOf(question: string): string | null {
  let rest = question.trim();
  for (let round = 0; round < 3; round++) {
    const opening = openings.find((each) => each.test(rest));
    if (opening === undefined) break;
    rest = rest.replace(opening, '');
  }
  for (const pattern of [...denied, ...meant, ...insteadOf]) {
    const what = pattern.exec(rest)?.groups?.what?.trim();
    if (what) return what;
  }
  return rest !== question.trim() && rest !== '' ? rest : null;
}

const fresh =
  /^(?:算了|换个问题|换个话题|不说这个了?|不聊这个了?|重新来|重新开始|重来|新问题|另一个问题|never ?mind|forget (?:it|that)|start (?:over|fresh|again|afresh)|new (?:question|topic)|different (?:question|topic)|scratch that|change of (?:subject|topic))[\s,，。.:：;；!！-]+(?=\S)/iu;

/** "Never mind, start fresh: …": the question behind, which stands alone; null where none begins so. */
export function freshOf(question: string): string | null {
  let rest = question.trim();
  while (fresh.test(rest)) rest = rest.replace(fresh, '');
  return rest !== question.trim() ? rest : null;
}
