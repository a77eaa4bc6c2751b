/** Sections in questions about the checks: which are meant, and that one is missing. */
import { asksWhich, type Draft, type Hearing } from '../../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../../marks.ts';

interface Named {
  readonly mark: Mark;
  readonly sense: { readonly number: number };
}

const unwritten = /[没未](?:有)?(?:写|列|单列|单写)(?!错)/;

/** Sections by number, or by name beside a word for sections: "the reviews and litigation section", 复议诉讼那一块. */
export function sectionsIn({ marks, question: { text } }: Hearing): Named[] {
  const free = marks.with('section').filter(({ mark }) => !marks.used(mark));
  const explicit = free.filter(({ mark }) => /部分|章|节|section|part|chapter/.test(mark.text));
  if (explicit.length > 0) return explicit;
  // 哪家没写存在的问题: what is written is a section.
  if (unwritten.test(text)) return free;
  return free.filter(({ mark }) => {
    const next = marks.all[marks.all.indexOf(mark) + 1];
    return next !== undefined && fires(next, 'section.word') && /section|part|chapter|块|部分|章|节|段/.test(next.text);
  });
}

/** 漏写了某个部分, "skipped a section entirely": some section is not there, whichever it is. */
export const lacksSome = (marks: Marks, cues: readonly Mark[]): boolean =>
  marks.firing('section.word').some(({ text }) => /section|chapter|\b(?:whole|entire) |章|部分|板块/.test(text)) &&
  cues.every(
    ({ text }) =>
      /[缺漏少没丢省略跳]|missing|lack|omi|skip|left out|leav|absent|not there/.test(text) &&
      !/[全齐整]|complete/.test(text),
  );

/** What the sections are about, said beside their number: 复议诉讼的第四部分. */
export function standFor({ marks }: Hearing, sections: readonly Named[]): Mark[] {
  const numbers = new Set(sections.map(({ sense: { number } }) => number));
  const about: readonly (readonly [number, RegExp])[] = [
    [2, /^(rules|normative|licensing|penalties|coercion|fees|procurement)/],
    [3, /^applications/],
    [4, /^(review|litigation)/],
  ];
  return marks.all.filter((mark) => {
    const named = sense(mark, 'section');
    if (named && numbers.has(named.number)) return true;
    const cells = sense(mark, 'measure');
    return (
      cells !== undefined &&
      about.some(([number, test]) => numbers.has(number) && cells.ids.every((id) => test.test(id)))
    );
  });
}

/** 哪些报告没有第四部分 · "does Ankang's report have all six sections": a section is missing. */
export function lackingSection(hearing: Hearing): Draft | null {
  const { marks, bodies } = hearing;
  const sections = sectionsIn(hearing);
  // "Which sections does it lack": whichever they are.
  const six = marks.has('section.six', 'meta.sections');
  const asks =
    asksWhich(marks) ||
    marks.has('library.missing') ||
    bodies.length > 0 ||
    marks.has('ask.exists', 'ask.yesno', 'count');
  if (
    (sections.length === 0 && !six) ||
    !marks.has('not', 'state.missing', 'library.missing') ||
    !asks ||
    (marks.has('ask.quantity') && !marks.has('meta.sections'))
  )
    return null;
  marks.use(...sections.map(({ mark }) => mark), ...standFor(hearing, sections));
  marks.useRule('not', 'state', 'which', 'section', 'library', 'count', 'search', 'verb', 'meta.sections', 'ask');
  return {
    rule: 'missing section',
    needs: 'many',
    plan: {
      operation: 'audit',
      audit: { rules: ['layout.missingSection'] },
      sections: [...new Set(sections.map(({ sense: { number } }) => number))],
    },
  };
}
