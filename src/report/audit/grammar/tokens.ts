/** The reader of plain statements' words. */
import type { Report } from '../../report.ts';
import { Lexer, type Token } from '../lexer.ts';
import { patterns, vocabulary } from './words.ts';

export type { Token } from '../lexer.ts';

/** Counters of applications and cases; what is done several times (次, 人次) is counted otherwise. */
const counters = new Set(['件', '件次', '份', '起', '宗', '例', '条', '个', '项', '笔', '封', null]);
const lexer = new Lexer(vocabulary, patterns, counters);

export const tokensOf = (text: string, report: Report): readonly Token[] | null => lexer.tokensOf(text, report);

/** One letter a token, as they stand. */
export const rawCodesOf = (tokens: readonly Token[]) => tokens.map((token) => token.code).join('');

/** 均 matters only before a figure that several things share. */
export const codesOf = (tokens: readonly Token[]) => rawCodesOf(tokens).replaceAll('l', 'a');
