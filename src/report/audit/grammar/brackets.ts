/** Tokens as their surroundings have them: what brackets add, and people who are set against organisations. */
import { codesOf, type Token } from './tokens.ts';

/** 个人申请6件、单位申请27件: people are natural persons, and what is no person an organisation. */
export const setAgainst = (token: Token): Token => {
  const code = token.code === 'p' ? 'A' : token.code === 'ω' ? 'B' : token.code;
  return code === token.code ? token : { ...token, code };
};

/** In brackets, what leaves the figure of all of them. */
const byAnyWay =
  /^(?:政府信息公开|信息公开|政务公开)(?:类|方面|领域)?$|^(?:含|包括|包含)(?:(?:网上|网络|在线|信函|当面|邮件|现场|书面|线上|线下)(?:申请)?(?:、|和|及)?){1,4}(?:申请)?$/;

/** 含上年结转 narrows nothing of what was answered; a bracket with a plain list is read like the clause around it. */
export function withoutBrackets(tokens: readonly Token[]): Token[] | null {
  const plain: Token[] = [];
  for (const token of tokens) {
    if (token.code !== 'b') plain.push(token);
    // 接收申请(含网上申请)5件: what they are besides is all of them.
    else if (byAnyWay.test(token.inner!)) continue;
    // 15件(次).
    else if (/^人?次$/.test(token.inner!) && plain.at(-1)?.code === 'Q') continue;
    else if (
      !/^(?:含|包括|包含|其中含)(?:上年度?|上一年度?|去年)结转(?:的?申请)?件?$/.test(token.inner!) ||
      !/H/.test(codesOf(tokens))
    )
      return null;
  }
  return plain;
}
