/** Copies between agencies: what was copied with name, year and figures changed, and what everybody writes alike. */
import { describe, expect, it } from 'vitest';
import { auditLibrary } from '../../../src/report/audit/audit.ts';
import { balanced, buildReport } from '../../helpers/report-builder.ts';

const values = balanced('2021', { natural: { outcomes: { 'applications.disclosed': 3 } } });

/** What nearly every report says, with figures of its own. */
const common = (n: number) =>
  `一是主动公开的内容还不够全面，全年公开${n}条，与群众期待还有差距；二是业务培训仅开展${n % 5}期，工作人员能力有待提升；三是政策解读形式较为单一，以文字为主。下一步，将加强组织领导，健全工作机制，丰富公开内容，提高工作人员业务水平，推动政府信息公开工作再上新台阶。`;
const rare = (name: string, n: number) =>
  `${name}在老渔港设的“潮汐窗口”按船期开门，全年接待船老大${n}人次，退潮后的夜班轮值还不稳定；海蛎养殖补贴的公示仍贴在鱼市旧墙上，雨季字迹模糊，${n + 2}户渔民反映看不清。明年拟在防波堤加装避雨公示架，请老渔民担任读报员，把休渔期政策编成闽南语顺口溜，随冰块一同送上渔船，让守着灯塔的人也能听见；“读报声”录音存进渔村茶棚的旧收音机，赶海归来随手一拧就知道补贴几时到账。`;

const kinds = ['水务局', '教育局', '财政局', '民政局', '审计局', '司法局', '林业局', '商务局'];
const report = (at: number, text: string, year = 2023) => {
  const agency = `盐池县${kinds[at]}`;
  const built = buildReport({ values, agency, year, text: { 5: [text] } });
  return { report: { ...built, report: `${at}-${year}` }, agencyKey: agency, kind: null };
};
const found = (entries: Parameters<typeof auditLibrary>[0]) =>
  auditLibrary(entries)
    .filter(({ finding }) => finding.rule === 'copy')
    .map(({ report: at, finding }) => `${at} ${finding.severity}`);

describe('sections of two agencies', () => {
  const own = kinds.map((name, at) => report(at, `${name}：${common(at * 7 + 3)}`));

  it('that everybody writes alike are no copies, whatever their figures', () => {
    expect(found(own)).toEqual([]);
  });

  it('with name, year and figures changed are a copy at the later one', () => {
    const copied = [...own.slice(2), report(0, rare('盐池县水务局', 41), 2022), report(1, rare('盐池县教育局', 87))];
    expect(found(copied)).toEqual(['1-2023 warning']);
  });

  it('that three agencies or more share are nobody’s', () => {
    const shared = [0, 1, 2, 3, 4].map((at) => report(at, rare(`盐池县${kinds[at]}`, at * 13 + 20)));
    expect(found([...shared, ...own.slice(5)])).toEqual([]);
  });

  it('are still found where a third of it is new', () => {
    const half = rare('盐池县教育局', 87).replace(/明年拟在防波堤加装避雨公示架，/, '今年起改由社区代办并按月回访，');
    expect(found([...own.slice(2), report(0, rare('盐池县水务局', 41), 2022), report(1, half)])).toEqual([
      '1-2023 warning',
    ]);
  });
});

describe('what the text says goes on, where the cell is blank', () => {
  const blank = (year: number, text: string, over: number) => {
    const built = buildReport({
      values: balanced('2021', { natural: { outcomes: { 'applications.disclosed': 9 }, over } }),
      agency: '盐池县水务局',
      year,
      text: { 1: [text] },
    });
    const facts = built.facts.map((fact) =>
      year === 2022 && fact.measure === 'applications.carriedForward'
        ? { ...fact, state: 'blank' as const, value: null, raw: '' }
        : fact,
    );
    return { report: { ...built, facts, report: `w-${year}` }, agencyKey: '盐池县水务局', kind: null };
  };
  const judge = (over: number) =>
    auditLibrary([
      blank(2022, '全年收到政府信息公开申请9件，3件转入2023年继续办理。', 0),
      blank(2023, '依法公开。', over),
    ]).map(({ report: at, finding }) => `${at} ${finding.rule}`);

  it('is held against what the next year carried over', () => {
    expect(judge(3)).toEqual([]);
    expect(judge(5)).toEqual(['w-2023 year.carry']);
  });
});
