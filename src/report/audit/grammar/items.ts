/** The items of a clause, each with its own figure. */
import type { Token } from './tokens.ts';

/** Items between 、 (or what `by` says). */
export function splitItems(tokens: readonly Token[], by = /,/): Token[][] {
  const items: Token[][] = [[]];
  let figure = false;
  for (const token of tokens) {
    // 12件申请中自然人10件: 中 ends what stands before it; 及 between two figures is a 、.
    if (by.test(token.code) || (token.code === 'h' && figure)) items.push([]);
    else {
      items.at(-1)!.push(token);
      if (token.code === 'n' && items.at(-1)!.some((each) => each.code === 'Q')) items.push([]);
    }
    // 结转的2件申请与新收的9件: the noun belongs to its figure.
    figure = token.code === 'Q' || (figure && token.code === 'O');
  }
  return items.at(-1)!.length === 0 && items.length > 1 && tokens.at(-1)?.code === 'n' ? items.slice(0, -1) : items;
}
