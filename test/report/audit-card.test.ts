/** The report card (体检), as the command line prints it, against golden pages; a person's word on a finding; Slack's limits. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPlan } from '../../src/answer/answering.ts';
import { lastDue, linesOf } from '../../src/answer/card.ts';
import { catalogOf } from '../../src/answer/catalog.ts';
import { AuditOutput } from '../../src/commands/audit.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { namingOf } from '../../src/lexicon/naming.ts';
import { main } from '../../src/main.ts';
import { composeAnswer } from '../../src/message/compose.ts';
import { renderSlack } from '../../src/message/render/slack.ts';
import { Plan } from '../../src/question/plan.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import type { ReportHead } from '../../src/store/store.ts';

const golden = resolve(import.meta.dirname, '../golden/card');
const lexicon = loadLexicon();
let folder: string;

async function run(...args: string[]): Promise<string> {
  let out = '';
  await main([...args, '--data', folder], { out: (text) => (out += text), err: () => {}, interactive: false });
  process.exitCode = 0;
  return out;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-card-'));
  await run('ingest', 'data/reports');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the report card', () => {
  it.each([
    ['yanchi.zh', ['audit', '--card', '--agency', '盐池县科学技术局']],
    ['pengyang.en', ['audit', '--card', '--agency', '彭阳县科学技术局', '--lang', 'en']],
  ])('%s', async (name, args) => {
    await expect(await run(...args)).toMatchFileSnapshot(join(golden, `${name}.txt`));
  });

  it.each([
    ['ningxia.zh', '体检 宁夏'],
    ['ningxia.en', 'report card of Ningxia'],
  ])('%s', async (name, question) => {
    // What is not held depends on the day.
    await expect(await run('ask', question, '--now', '2026-11-22')).toMatchFileSnapshot(join(golden, `${name}.txt`));
  });

  it('is the same in chat as at the command line', async () => {
    const asked = await run('ask', '给盐池县科技局做个体检');
    expect(asked).toBe(await run('audit', '--card', '--agency', '盐池县科学技术局'));
  });

  it('as JSON names every check with its verdict, and as CSV a line a check', async () => {
    const { cards } = AuditOutput.parse(JSON.parse(await run('audit', '--card', '--json')));
    expect(cards).toHaveLength(5);
    const yanchi = cards?.find((card) => card.agency === '盐池县科学技术局');
    const verdicts = new Map(yanchi?.checks.map(({ rule, verdict }) => [rule, verdict]));
    expect(verdicts.get('t3.balance')).toBe('pass');
    expect(verdicts.get('text.table3')).toBe('fail');
    expect(verdicts.get('late')).toBe('not-assessable');
    const lines = (await run('audit', '--card', '--csv', '--agency', '盐池县科学技术局')).trim().split('\r\n');
    expect(lines).toHaveLength((yanchi?.checks.length ?? 0) + 1);
  });

  it('says that a name is not held', async () => {
    expect(await run('audit', '--card', '--agency', '盐池县教育局')).not.toContain('体检表');
  });

  it('keeps within Slack limits', async () => {
    const store = await openStore({ path: join(folder, 'library.db'), lexicon });
    for (const language of ['zh', 'en'] as const) {
      const plan = Plan.parse({ language, operation: 'audit', audit: { card: true } });
      const naming = namingOf(lexicon, await catalogOf(store), language);
      for (const reports of [[], ...(await store.heads()).map((head) => [head.report])]) {
        const answer = await answerPlan(
          { ...plan, scope: { ...plan.scope, reports } },
          { store, lexicon, today: '2026-11-22' },
        );
        for (const { text, blocks } of renderSlack(composeAnswer(answer, naming))) {
          expect(text.length).toBeLessThan(4000);
          expect(blocks.length).toBeLessThanOrEqual(50);
        }
      }
    }
    await store.close();
  });
});

describe("a person's word on a finding", () => {
  it('stands on the card, and survives ingesting and auditing again', async () => {
    const all = AuditOutput.parse(JSON.parse(await run('audit', '--json', '--agency', '盐池县科学技术局')));
    const [first, second] = all.findings.filter((each) => each.severity === 'error');
    await run('finding', 'confirm', first!.id);
    await run('finding', 'dismiss', second!.id, '--reason', '口径不同');
    const file = readdirSync('data/reports').find((name) => name.startsWith('003'))!;
    await run('remove', all.findings[0]!.report, '--reason', 'again');
    expect(readFileSync(join('data/reports', file)).length).toBeGreaterThan(0);
    await run('ingest', join('data/reports', file));
    const again = AuditOutput.parse(JSON.parse(await run('audit', '--json', '--agency', '盐池县科学技术局')));
    expect(again.findings.find(({ id }) => id === first!.id)?.status).toBe('confirmed');
    expect(again.findings.find(({ id }) => id === second!.id)?.status).toBe('dismissed');
    const card = await run('audit', '--card', '--agency', '盐池县科学技术局');
    expect(card).toContain('〔已确认：');
    expect(card).toContain('1 条已由人工排除');
    expect(card).toContain('有 1 处矛盾');
  });
});

describe('what is expected and not held', () => {
  const head = (agency: string, year: number) =>
    ({ report: `${agency}${year}`, agency, agencyKey: agency, year, region: {} }) as unknown as ReportHead;

  it('is counted up to the last year whose deadlines have passed', () => {
    expect([lastDue('2026-03-31'), lastDue('2026-04-01')]).toEqual([2024, 2025]);
    const [line] = linesOf([head('a', 2019), head('a', 2022)], [], 'agency', 2023);
    expect(line?.missing).toEqual([2020, 2021, 2023]);
  });
});
