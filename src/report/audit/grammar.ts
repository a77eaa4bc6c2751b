/**
 * Statements that are certain: every word of the clause belongs to a closed vocabulary, the item with the figure has a plain
 * shape, and nothing around it speaks of another time, body or scope. A claim that this reader does not make may still be
 * worth a look; an error it is not.
 */
import type { Report } from '../report.ts';
import { namesTopic, type Topic } from './claim-kinds.ts';
import { isTakenBackNext } from './grammar/frame.ts';
import { type Certain, SentenceReader, type SentencesBefore } from './grammar/sentence.ts';
import type { Passage } from './passage.ts';
import { mayCount } from './quantity.ts';

/** Reads the passage's sentences one after the other; `heading` is what its section or title is about. */
export function certainIn(report: Report, passage: Passage, heading: Topic): Certain[] {
  const found: Certain[] = [];
  const fresh: SentencesBefore = { time: false, body: false, part: false, topic: heading };
  let before = fresh;
  for (const [index, sentence] of passage.sentences.entries()) {
    const next = passage.sentences[index + 1]?.text ?? '';
    // What claims nothing is read only for what it leaves open to the next.
    if (!mayClaim(sentence.text, before.topic) && !mayClaim(next, heading)) {
      before = fresh;
      continue;
    }
    const reader = new SentenceReader(report, sentence, before);
    const read = reader.read();
    before = reader.after(read.length > 0, heading);
    if (read.length > 0 && !isTakenBackNext(next)) found.push(...read);
  }
  return found;
}

/** Without a figure or a negation nothing is claimed; a figure under no topic is of applications or cases only where they are named. */
const mayClaim = (text: string, topic: Topic): boolean =>
  /[零未无没]|不存在|[为是:]0/.test(text) || ((topic !== null || namesTopic.test(text)) && mayCount(text));
