/**
 * Requested: whoever wants information from a body applies for it (找科技局要过资料, "asked the science bureau for information"). The body
 * stands between the verb and its object, so that no name holds both.
 */
export interface Requested {
  readonly start: number;
  readonly end: number;
  /** The verb says that somebody applied; what is wanted says nothing more. */
  readonly part: 'verb' | 'object';
}

const chinese =
  /(?:前来|跑来|上门|[来去想]|)(?:(?<![主重需必摘纪概提只须首还就才])要|讨要|索要|索取|打听)(?<past>过|了|)(?:一些|几份|点儿?|些|份)?(?:政府|相关|有关|什么|啥)?的?(?:信息|资料|材料)(?!公开|化|员|更新|发布|报送)/gu;
/** Somebody asks, or somebody is asked: 要信息 alone may be what must be published. */
const asker = /[向找跟问从来去人谁者]|[公市村居]民|百姓|群众|企业|记者|律师/u;

const english =
  /\b(?<verb>(?:ask(?:s|ed|ing)?|appl(?:y|ied|ies|ying)|approach(?:ed)?|wrote|written|turned|came|went)(?: to)?) (?<who>[a-z'&, -]{3,70}?) (?<object>for (?:any |some |its |their |the |more )?(?:government |public |official )?(?:information|disclosures?|records|documents|data))\b/g;
/** "How many people applied to Ankang": what for is left unsaid. */
const plainly =
  /\b(?:people|persons?|any(?:one|body)|some(?:one|body)|no ?(?:one|body)|citizens|residents|compan(?:y|ies)|business(?:es)?|firms?|organi[sz]ations?|lawyers?|journalists?|times) (?:has |have |had |ever )?(?<verb>appl(?:y|ied) to)\b(?! (?:be|have|get)\b)/g;
const clause = /\b(?:to|that|if|whether|about|not|for|when|which|who|how|because|and it)\b/;

export function requestsIn(text: string): Requested[] {
  const found: Requested[] = [];
  for (const { 0: said, index, groups } of text.matchAll(chinese))
    if (groups?.past || asker.test(text.slice(Math.max(0, index - 24), index + 1)))
      found.push({ start: index, end: index + said.length, part: 'verb' });
  for (const { 0: said, index, groups } of text.matchAll(english)) {
    const { verb = '', who = '', object = '' } = groups ?? {};
    if (clause.test(who)) continue;
    const end = index + said.length;
    found.push({ start: index, end: index + verb.length, part: 'verb' });
    found.push({ start: end - object.length, end, part: 'object' });
  }
  for (const { 0: said, index, groups } of text.matchAll(plainly)) {
    const end = index + said.length;
    if (found.every((each) => each.end <= index || each.start >= end))
      found.push({ start: end - (groups?.verb?.length ?? 0), end, part: 'verb' });
  }
  return found;
}
