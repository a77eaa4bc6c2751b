/** Example questions that this library can answer, built from what it holds. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Catalog, CatalogAgency } from '../question/catalog.ts';
import type { Choice } from '../question/reading.ts';
import type { Desk } from './desk.ts';

/** Up to five complete questions in the plan's language. */
export function examplesFor({ plan, lexicon, library }: Desk): Choice[] {
  return examples(library.catalog, lexicon, plan.language);
}

/** Up to five complete questions; none where the library is empty. */
export function examples(catalog: Catalog, lexicon: Lexicon, language: 'zh' | 'en'): Choice[] {
  const agency = [...catalog.agencies].sort((a, b) => b.years.length - a.years.length)[0];
  const year = catalog.years.at(-1);
  if (agency === undefined || year === undefined) return [];
  const own = agency.years.at(-1) ?? year;
  const name = shortName(agency, lexicon, language);
  const questions =
    language === 'zh'
      ? [
          `${name}${own}年收到多少件申请`,
          `${year}年哪些单位收到过申请`,
          `看看${name}${own}年报告的存在问题部分`,
          '哪些报告前后数字对不上',
          '资料库里有哪些报告',
        ]
      : [
          `how many applications did the ${name} receive in ${own}`,
          `which agencies received applications in ${year}`,
          `show the problems section of the ${name}'s ${own} report`,
          'which reports contradict themselves',
          'what is in the library',
        ];
  return questions.map((question) => ({ label: question, question }));
}

function shortName(agency: CatalogAgency, lexicon: Lexicon, language: 'zh' | 'en'): string {
  const names = lexicon.agencyNames(agency)[language];
  return language === 'zh' ? (agency.names[0] ?? agency.key) : (names[0] ?? agency.key);
}
