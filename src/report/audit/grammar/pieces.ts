/** A sentence in pieces, each read for itself. */

export interface Piece {
  readonly text: string;
  readonly start: number;
  /** What ended the piece before it. */
  readonly mark: string;
  /** 除2件在办外: what the rest is told of next to. */
  readonly excepted?: true;
}

/** Pieces between commas, semicolons and colons outside brackets; a colon before nothing but a figure or 无 stays inside. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let [start, depth, mark] = [0, 0, ''];
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    const ends =
      character === undefined ||
      (depth === 0 &&
        (character === ';' ||
          (character === ',' && !/^\d,\d{3}/.test(text.slice(at - 1, at + 4))) ||
          (character === ':' &&
            !/^(?:无|零|没有|0|[\d零一二两三四五六七八九十百]+[件宗起份条]?)(?:[,;、]|$)/.test(text.slice(at + 1)))));
    if (!ends) continue;
    if (at > start) pieces.push(...unwrapped(withoutExcept({ text: text.slice(start, at), start, mark })));
    start = at + 1;
    mark = character ?? '';
  }
  return pieces;
}

/** 除2件结转下年外: without 除 and 外. */
function withoutExcept(piece: Piece): Piece {
  const inner = /^除了?([^()]*\d[^()]*?)[之以]?外$/.exec(piece.text)?.[1];
  if (inner === undefined) return piece;
  return { ...piece, text: inner, start: piece.start + piece.text.indexOf(inner), excepted: true };
}

/** 12件(自然人10件, 法人2件): a list in a bracket behind the figure is read as the clauses that it is. */
function unwrapped(piece: Piece): Piece[] {
  const bracket = /^([^()]*\d[^()\d]{1,3})\(([^()]*\d[^()]*)\)$/.exec(piece.text);
  if (bracket === null) return [piece];
  const [, outer, inner] = bracket as unknown as [string, string, string];
  const start = piece.start + outer.length + 1;
  const listed = piecesOf(inner).map((each) => ({ ...each, start: start + each.start, mark: '(' }));
  return [{ ...piece, text: outer }, ...listed];
}
