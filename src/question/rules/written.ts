/** What is written of a matter that the tables count as well: 对申请办理是怎么说的 asks for the words, not for the number. */
import type { Hearing } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';

/** Whoever asks for what is written wants the words. */
export const asksWhatIsWritten = ({ marks }: Pick<Hearing, 'marks'>): boolean =>
  marks
    .firing('section.how')
    .some(({ text }) =>
      /写|说|讲|描述|表述|阐述|\bsay|said|write|written|wrote|describe|words on|report(?:s|ed)? (?:about|on)/.test(
        text,
      ),
    );

/** Numbers that are asked, and whoever is asked for. */
const counting = ['ask.quantity', 'which', 'order', 'count', 'op', 'by', 'cmp'];

/** The section, or the matter as reports call it, and the words that name it; null where a certain cell is named. */
export function writtenOf(
  hearing: Hearing,
): { readonly sections: readonly number[]; readonly topic: string | null; readonly marks: readonly Mark[] } | null {
  const { marks, bodies, applicants } = hearing;
  const cells = marks.with('measure').filter(({ mark }) => !marks.used(mark) && !fires(mark, 'filler'));
  if (cells.length === 0 || bodies.length !== 1 || applicants.length > 0 || marks.has(...counting)) return null;
  if (!asksWhatIsWritten(hearing) || marks.with('number').length > 0) return null;
  if (marks.all.some((mark) => naming.some((kind) => sense(mark, kind) !== undefined))) return null;
  const broad = cells.every(({ sense: { ids } }) => ids.length > 2 || /\.(?:received|handled|total)$/.test(ids[0]!));
  const ids = cells.flatMap(({ sense: { ids: all } }) => all);
  const used = cells.map(({ mark }) => mark);
  if (broad && ids.every((id) => id.startsWith('applications.')))
    return { sections: [], topic: '依申请公开', marks: used };
  if (broad && ids.every((id) => /^(?:review|litigation)\./.test(id)))
    return { sections: [4], topic: null, marks: used };
  return null;
}

const naming = ['section', 'part', 'topic', 'quoted', 'rate'] as const;
