/** Said: what a short question says, without the words around it that only go on. */
import type { Typed } from '../typed.ts';

const before =
  /^(?:那么|那就|那|嗯|好的|好|请|麻烦|帮我|给我|把|再|就|and|ok|okay|alright|so|then|now|please|pls|can you|could you|would you|let me see|show me|show|give me|list|tell me)(?:[\s,，、]+|(?=[\u4e00-\u9fff]))/u;
const behind =
  /(?:[\s,.!?，。！？~]|呢|吧|吗|啊|呀|(?<![什怎这那多])么|一下|好吗|, please| please| pls| then| now| instead)+$/u;

/** The question's folded words, less what opens and closes it. */
export function saidIn({ text }: Typed): string {
  let said = text.trim().replace(behind, '');
  while (before.test(said) && said.replace(before, '') !== '') said = said.replace(before, '');
  return said.trim();
}
