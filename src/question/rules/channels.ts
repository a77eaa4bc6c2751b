/** How many channels there are (几个公众号, "how many accounts"), which is not how many items were published there. */
import type { Hearing } from '../hearing.ts';
import { sense } from '../marks.ts';
import type { Topic } from './topics.ts';

const before = /(?:几|多少)\s*[个家]?\s*(?:政务|官方|政府)?$|how many (?:\w+ ){0,2}$/;
const after = /^\s*(?:一共|总共|共)?(?:有|开了?|开设了?|建了?|开通了?)?(?:几|多少)[个家](?!\p{Script=Han}*[条篇件])/u;
/** English words of things that are published, which name their channel as well: "how many WeChat posts". */
const items = /\b(?:posts|messages|articles|stories|videos?)\b/;

/** Whether the question counts the channel itself. */
export function countsChannels({ lexicon, question }: Hearing, topic: Topic): boolean {
  const noun = topic.marks.findLast((mark) => sense(mark, 'topic'));
  const names = lexicon.words.topics.filter(({ channel }) => channel).flatMap(({ zhNames }) => zhNames);
  if (noun === undefined || items.test(noun.text) || !names.some((name) => topic.text.endsWith(name))) return false;
  return before.test(question.text.slice(0, noun.start)) || after.test(question.text.slice(noun.end));
}
