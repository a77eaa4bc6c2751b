/** In common: which problems, or measures, the bodies share that were spoken of one after another (这两家有什么共同的, "what do they share"). */
import type { Bilingual } from '../../report/report.ts';
import type { Turn } from '../context.ts';
import { type Look, since } from './look.ts';
import { saidIn } from './said.ts';

const asks: readonly RegExp[] = [
  /^(?:这|那|它们|他们|这些|那些|上面)?(?:(?<n>两|俩|二|三)(?:家|个|份|者|局|个单位|家单位|份报告)?)?(?:单位|报告|局|之间)?(?:提到?|写|说)?(?:的)?(?:问题|不足|措施|做法)?(?:里|中|上|之间)?(?:都)?(?:有没有|有什么|有哪些|有啥|有无|有|是否有|哪些|什么)?(?:的)?(?:共同(?:的)?(?:点|之处|问题|不足|措施)?|共通(?:之处|点)?|共性(?:问题)?|相同(?:的)?(?:点|之处|问题|地方)?|一样的(?:地方|问题)?|相似(?:点|之处|的地方)?|雷同(?:的地方|之处)?)(?:的)?(?:问题|不足|措施|地方)?(?:有)?(?:是)?(?:哪些|什么|没有|没)?$/u,
  /^(?:and )?(?:what|which (?:problems?|measures?|ones?)) (?:do|did) (?:they|these(?: two| three)?|those(?: two| three)?|the two|the three|both)(?: (?:of them|reports|bureaus|agencies|bodies))? (?:share|have in common|both name|both mention)$|^(?:and )?(?:do|did) they (?:share|have) (?:any|anything|something)(?: problems?| measures?)?(?: in common)?$|^(?:and )?(?:is|are) there anything (?:in common|they share)$|^(?:and )?(?:anything|what(?:'s| is| do they have)?) (?:in common|shared)(?: (?:between|by|to) (?:them|the two|these two|both))?$/u,
];

/** What a report says of its own faults, or what is done about them. */
const ofFaults = ({ plan: { operation, sections, topic } }: Turn): boolean =>
  (operation === 'section' && sections.length === 1 && sections[0] === 5 && topic === null) || operation === 'themes';

const whose: Bilingual = {
  zh: '要比哪几家、比什么，前面没有说全。请写出单位，以及要比的是问题还是措施。',
  en: 'Which of them are to be compared, and in what, was not said before. Please name them, and say whether their problems or their measures.',
};

const FEW = 3;

export const inCommon: Look = {
  name: 'what those that were spoken of have in common',
  make({ question, bodies, when }, turns) {
    const said = saidIn(question);
    const told = asks.map((each) => each.exec(said)).find((match) => match !== null);
    const [last] = turns;
    if (told == null || last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    const one = last.plan.scope.agencies.length === 1;
    if (!ofFaults(last)) return one ? { code: 'notUnderstood', text: whose } : null;
    const number = { 两: 2, 俩: 2, 二: 2, 三: 3 }[told.groups?.n ?? ''] ?? (/\btwo|both\b/.test(said) ? 2 : null);
    const other = turns.findIndex((turn) => !ofFaults(turn));
    const spoken = other < 0 ? turns : turns.slice(0, other);
    const named = new Map<string, number[]>();
    for (const { plan } of spoken) {
      const { agencies, years } = plan.scope;
      if (agencies.length > FEW || (agencies.length === 0 && named.size === 0)) break;
      for (const agency of agencies) if (!named.has(agency)) named.set(agency, [...years]);
      if (named.size >= (number ?? FEW)) break;
    }
    if (named.size < 2 || (number !== null && named.size !== number))
      return one ? { code: 'notUnderstood', text: whose } : null;
    const kinds = new Set(spoken.slice(0, named.size).map(({ plan }) => plan.themeKind));
    const years = [...named.values()].flat();
    const pairs = [...named].flatMap(([agency, own]) => (own.length === 1 ? [{ agency, year: own[0]! }] : []));
    const { pairs: _pairs, ...kept } = last.plan.scope;
    return {
      ...since(last),
      operation: 'themes',
      scope: {
        ...kept,
        agencies: [...named.keys()],
        regions: [],
        reports: [],
        years: pairs.length === named.size ? [...new Set(years)].sort((a, b) => a - b) : [],
        ...(pairs.length === named.size && new Set(years).size > 1 ? { pairs } : {}),
      },
      themes: [],
      themeKind: kinds.size === 1 ? last.plan.themeKind : null,
      topic: null,
      whole: false,
      sections: [5],
      shared: true,
      having: null,
      order: null,
      groupBy: null,
    };
  },
};
