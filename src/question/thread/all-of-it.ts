/** All of it: whether all that one agency got came out so (都公开了吗, "were they all disclosed?") is asked about that agency by its name. */
import type { Turn } from '../context.ts';
import type { Hearing } from '../hearing.ts';
import { displayName } from '../refine/naming.ts';
import { saidIn } from './said.ts';

const chinese =
  /^(?:它们?|这些|那些|这几件|那几件|申请|是不是|有没有){0,2}(?:全都|全部都?|都|全)(?:给|被|予以|得到|已经?)*(?<act>公开|答复|办结|办完|处理|同意|批准|拒绝|驳回)(?:了|过|完|没有|没|不)*$/u;
const english =
  /^(?:(?:were|was|are|did|have|has|had|is) )?(?:(?:they|those|these|the requests|all requests|it) )?(?:been )?(?:all(?: of (?:them|those|these|it))?|every one(?: of them)?|each of them) (?:(?:been|get|got|were|was) )?(?<act>disclosed|granted|released|answered|refused|handled|rejected|processed|dealt with)(?: in full)?$/;

/** The question with the agency and the year of the last answer, which was about one report; null where it is none of these. */
export function allOfIt(
  { question, bodies, excluded, when, language, lexicon, roster, applicants }: Hearing,
  last?: Turn,
): string | null {
  if (
    last === undefined ||
    last.asked ||
    bodies.length + excluded.length + applicants.length > 0 ||
    when.mode !== 'open'
  )
    return null;
  const { scope, measures, operation } = last.plan;
  const [key, ...others] = scope.agencies;
  const [year, ...more] = scope.years;
  const agency = roster.byKey.get(key ?? '');
  if (!agency || year === undefined || others.length + more.length > 0 || !['lookup', 'rate'].includes(operation))
    return null;
  // 都办完了吗 after proposals: what the text counts is no application.
  if (last.plan.statement !== null || last.plan.topic !== null) return null;
  if (!measures.every(({ measure }) => measure.startsWith('applications.'))) return null;
  const said = saidIn(question);
  const act = (chinese.exec(said) ?? english.exec(said))?.groups?.act;
  if (act === undefined) return null;
  const name = displayName({ lexicon, language }, agency);
  return language === 'zh'
    ? `${name}${year}年收到的申请都${act}了吗`
    : `were all requests that ${name} received in ${year} ${act}`;
}
