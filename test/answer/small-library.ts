/** A library of six made-up reports for tests of answering: departments, a government, blanks, both forms, two years. */

import type { Answer } from '../../src/answer/answer.ts';
import { answerPlan } from '../../src/answer/answering.ts';
import { libraryOf } from '../../src/answer/catalog.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { namingOf } from '../../src/lexicon/naming.ts';
import { composeAnswer } from '../../src/message/compose.ts';
import { renderText } from '../../src/message/render/text.ts';
import { Plan, type PlanInput } from '../../src/question/plan.ts';
import type { Finding, Report } from '../../src/report/report.ts';
import { fakeStore, type Held } from '../helpers/fake-store.ts';
import { balanced, buildReport, setFact } from '../helpers/report-builder.ts';

export const lexicon = loadLexicon();
export const received = { measure: 'applications.received', applicant: 'total' } as const;
const ankang = { province: '陕西省', city: '安康市', county: null };

const made = (n: number, refused = 0) =>
  balanced('2019', {
    natural: { outcomes: { 'applications.disclosed': n - refused, 'applications.refused.stateSecret': refused } },
  });

const finding: Finding = {
  id: '111111111111',
  rule: 'text.table3',
  severity: 'error',
  message: { zh: '第六部分说未收到申请，表三为 1。', en: 'Section six says that none was received; table 3 says 1.' },
  evidence: [{ line: 6001, page: null, quote: '我局未收到政府信息公开申请。' }],
  concerns: ['applications.received/total'],
};

export const yanchi: Report = {
  ...buildReport({
    id: 'aaaaaaaaaaaa',
    agency: '盐池县科学技术局',
    year: 2023,
    values: balanced('2021', { natural: { outcomes: { 'applications.unavailable.notHeld': 1 } } }),
    text: {
      5: ['（一）存在问题', '一是更新不及时。', '（二）加强业务培训', '组织干部培训2次。'],
      6: ['我局未收到政府信息公开申请。'],
    },
  }),
  findings: [finding],
  statements: [
    statement('微信公众号发布信息', 37, '条', '微信公众号发布信息37条'),
    statement('通过网站、微信公众号、公告栏公开信息', 52, '条', '通过网站、微信公众号、公告栏公开信息52条'),
  ],
};

function statement(subject: string, quantity: number, unit: string, quote: string) {
  return { subject, quantity, approximate: false, unit, section: 1, line: 21, page: null, quote };
}

export const reports: readonly Report[] = [
  yanchi,
  buildReport({ id: 'bbbbbbbbbbbb', agency: '安康市科学技术局', year: 2020, region: ankang, values: made(3, 1) }),
  buildReport({ id: 'cccccccccccc', agency: '安康市财政局', year: 2020, region: ankang, values: made(5) }),
  buildReport({ id: 'dddddddddddd', agency: '安康市人民政府', year: 2020, region: ankang, values: made(20) }),
  setFact(
    buildReport({ id: 'eeeeeeeeeeee', agency: '安康市教育局', year: 2020, region: ankang, values: made(2) }),
    'applications.received/total',
    { state: 'blank', value: null, raw: '' },
  ),
  buildReport({
    id: 'ffffffffffff',
    agency: '安康市科学技术局',
    year: 2021,
    region: ankang,
    values: balanced('2021', { natural: { outcomes: { 'applications.disclosed': 6 } } }),
  }),
];

export type Loose = Omit<PlanInput, 'language' | 'scope'> & {
  language?: 'zh' | 'en';
  scope?: Partial<PlanInput['scope']>;
};

/** Answers a plan over these reports (default: the six), with its text. */
export async function answerOf(
  input: Loose,
  held: readonly (Report | Held)[] = reports,
): Promise<Answer & { text: string }> {
  const store = fakeStore(
    lexicon,
    held.map((each) => ('facts' in each ? { report: each } : each)),
  );
  const plan = Plan.parse({ language: 'zh', ...input });
  const answer = await answerPlan(plan, { store, lexicon, today: '2026-11-22' });
  const naming = namingOf(lexicon, (await libraryOf(store)).catalog, plan.language);
  return { ...answer, text: renderText(composeAnswer(answer, naming)) };
}

export const codes = (answer: Answer) => answer.warnings.map((each) => each.code);
