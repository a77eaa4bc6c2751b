/** Single cells in questions about the checks: which of them are blank, missing, or cannot be told for certain. */
import type { Draft, Hearing } from '../../hearing.ts';
import type { Marks } from '../../marks.ts';
import { tablesIn } from './tables.ts';

/** What may be wrong with a cell, by the words that say so, and the findings that tell of it in many reports. */
const states = [
  {
    state: 'uncertain',
    words: ['audit.uncertain', 'state.uncertain'],
    rules: ['layout.lostColumns', 'layout.shiftedRow'],
  },
  { state: 'blank', words: ['audit.blank', 'state.blank'], rules: ['layout.blankCells'] },
  { state: 'missing', words: ['state.missing'], rules: ['layout.missingRow', 'layout.missingCells'] },
] as const;

const cell = /单元格|格子|[几少]格|个格|哪些格|\b(?:cells?|boxes|fields)\b/;

/** 表三有哪些格子是空白的 · "which cells could not be read for certain": the cells themselves, and no findings about them. */
export function cellsIn(hearing: Hearing): Draft | null {
  const { marks, question } = hearing;
  const asked = states.find(({ words }) => marks.has(...words));
  if (asked === undefined || marks.with('measure').length > 0) return null;
  const figures = asked.state === 'uncertain' && /数字|数据|数值|\b(?:figures|numbers|values)\b/.test(question.text);
  if (!cell.test(question.text) && !marks.has('audit.uncertain') && !figures) return null;
  // 哪些报告有空白格: reports are asked for.
  if (!marks.has('ask', 'cell', 'section.show', 'audit.uncertain') || reportsAsked(marks)) return null;
  const tables = tablesIn(marks);
  marks.use(
    ...marks.with('section').map(({ mark }) => mark),
    ...marks.with('number').flatMap(({ mark, sense: { value } }) => (tables.includes(value) ? [mark] : [])),
  );
  marks.useRule(
    'audit',
    'state',
    'cell',
    'which',
    'not',
    'verb',
    'section',
    'ask',
    'made.list',
    'library',
    'unit',
    'definition',
  );
  return {
    rule: 'cells of a table',
    needs: 'many',
    plan: {
      operation: 'audit',
      audit: { rules: [...asked.rules], tables, cells: asked.state },
    },
  };
}

const reportsAsked = (marks: Marks): boolean =>
  marks.all.some(({ text }) =>
    /^(?:哪些|哪份|哪几份|哪个|哪家|which|what)(?: ?(?:报告|年报|单位|reports?|agenc\w+))$/.test(text),
  ) ||
  marks.all.some(
    ({ text }, at) =>
      /^(?:哪些|哪份|哪几份|哪个|哪家|which|what|谁|who|whose)$/.test(text) &&
      /^(?:谁|who|whose)$|^(?:报告|年报|单位|部门|reports?|agencies|bureaus|bodies)$/.test(
        /^(?:谁|who|whose)$/.test(text) ? text : (marks.all[at + 1]?.text ?? ''),
      ),
  );
