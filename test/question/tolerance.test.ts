/** What may be left unread where no number is chosen, and what never is. */
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readQuestion } from '../../src/question/read.ts';
import { five, wide } from './catalogs.ts';

const lexicon = loadLexicon();
const read = (question: string, catalog = five) =>
  readQuestion(question, { catalog, today: '2026-11-22', turns: [] }, lexicon);
const unusedOf = (question: string) =>
  read(question).plan?.assumptions.find(({ slot }) => slot === 'unused')?.value ?? null;

describe('words that need not be read', () => {
  it.each([
    ['什么叫勾稽关系，讲人话', 'definition', '讲人话'],
    ['Explain cross-footing to a novice', 'definition', 'novice'],
    ['Blank cells: whose, and which rows?', 'audit', 'rows'],
    ['有没有照抄去年的懒人', 'audit', '懒人'],
    ['Title of the Yanchi paper, needed for a bibliography', 'metadata', 'bibliography'],
    ['想打电话给彭阳机关事务中心，号码多少', 'metadata', '想打'],
  ])('%s: %s, and “%s” is said to be unused', (question, operation, word) => {
    expect(read(question).plan?.operation).toBe(operation);
    expect(unusedOf(question)).toContain(word);
  });
});

describe('what looks misspelt', () => {
  const spellingOf = (question: string) =>
    read(question).plan?.assumptions.find(({ slot }) => slot === 'spelling')?.value ?? null;

  it('is a name with one wrong character, and no name that is whole before the next word', () => {
    expect(spellingOf('盐池县科学技木局2023年收到几件申请')).toBe('科学技木局 → 科学技术局');
    expect(spellingOf('彭阳县科技局通过公告栏公开了几条')).toBeNull();
    expect(spellingOf('盐池科技局通过微信发了几条')).toBeNull();
  });
});

describe('words that are never left', () => {
  it.each([
    // A figure is asked for.
    '盐池县科技局2023年收到几件懒人申请',
    'how many novice requests did Yanchi receive in 2023',
    // Denied, restricted, or perhaps the rest of a name.
    'Not assessable checks for Ankang, list',
    'the cleanest report with findings',
    'E-mail to reach the Pengyang flurb centre?',
    '彭阳县蓝天局的电话',
    'contradictions in the Zorbax report',
    '盐池县科技局第一季度的矛盾',
    // Only one thing was said that shows its kind.
    'novice errors',
  ])('%s', (question) => {
    const { plan } = read(question, wide);
    const cells = ['lookup', 'list', 'count', 'sum', 'rank'].includes(plan?.operation ?? '');
    expect(plan === null || (!cells && unusedOf(question) === null)).toBe(true);
  });
});
