/** A worker thread of a build: cuts one page after the other, with the part of the lexicon that it is given first. */
import { parentPort } from 'node:worker_threads';
import type { LexiconPart } from '../../../lexicon/lexicon.ts';
import { partCutting } from '../../../lexicon/part.ts';
import { type Hand, handOf, type Page } from './page.ts';

/** What a thread is told: first the words, then pages. */
export type Told = { readonly words: LexiconPart } | { readonly page: Page };

let hand: Hand | undefined;

function begin(words: LexiconPart): void {
  const cutting = partCutting(words);
  // The dictionary is loaded before there is a page.
  cutting.analyze('政府信息公开');
  hand = handOf(cutting);
  parentPort?.postMessage('ready');
}

parentPort?.on('message', (told: Told) => {
  if ('words' in told) return begin(told.words);
  const cut = hand!(told.page);
  const { tokens, offsets, reports } = cut;
  parentPort?.postMessage(cut, [tokens.buffer, offsets.buffer, reports.buffer] as ArrayBuffer[]);
});
