/** Words that frame a figure and restrict nothing: counters, verbs of handling, the library that all questions are about. */
import { fires, type Marks, sense } from '../../marks.ts';
import { outcome } from '../measures/cluster.ts';
import type { Figure } from '../measures/figure.ts';
import type { rateIn } from '../rates.ts';
import { cameAbout } from '../search.ts';

const outcomeWord = /^(outcomes?|results?|dispositions?|(处理|办理|答复)?(的)?结果)$/;

/** Counters and words for all outcomes that stand with a figure. */
export function useCounters(marks: Marks, figures: readonly Figure[]): void {
  // "How many times was it sued" counts cases.
  marks.use(...marks.firing('unit.text').filter(({ text }) => countsCases(text, figures)));
  // "Not held" outcomes, 无法提供的结果: a word for all outcomes right behind the one that is meant.
  marks.use(
    ...marks
      .firing('outcomes')
      .filter(
        ({ text, start }) => outcomeWord.test(text) && figures.some(({ end }) => start - end >= 0 && start - end < 3),
      ),
  );
}

/** 打了几场官司, 新出台的规章几部: counters of these things, as 件 is. */
const countsCases = (text: string, figures: readonly Figure[]): boolean =>
  /次|times|occasions/.test(text) ||
  (/[回场起]$/.test(text) && every(figures, /^(review|litigation)\./)) ||
  (/[部份]$/.test(text) && every(figures, /^(rules|normative)\./));

const every = (figures: readonly Figure[], test: RegExp): boolean =>
  figures.length > 0 && figures.every(({ ids }) => ids.every((id) => test.test(id)));

/** Verbs that leave a question about cells what it is. */
const plain =
  /^(collect|collects|collecting|charge|charged|levy|levied|take in|took in|收缴|征收|公布|发布|收取|有过|在|落实|做了|做过|办过|搞过|published?|issued?|released?|collected?|charged?|report|gave|give|provided?|via|through|made public|add|added|办了|完成|produced?|send|sent)$/;

const charging = /^(charge|charges|charged|levy|levied|征收|收缴)$/;

/** What stands around a figure: the library that all questions are about, the money that fees come in, plain verbs. */
export function useFrames(marks: Marks, figures: readonly Figure[], rate: ReturnType<typeof rateIn>): void {
  marks.useRule('whichYear', 'definition', 'section.how');
  // "Dropped because it was not corrected in time": what was done to it has a name of its own.
  if (figures.length > 0 && figures.every(({ ids }) => ids.every((id) => outcome.test(id))))
    marks.useRule('outcome.act');
  // 出现过“无法提供”的答复: that there was one is what is asked.
  marks.use(...marks.all.filter(({ text }) => cameAbout.test(text)));
  marks.use(...marks.firing('library').filter(({ text }) => held.test(text)));
  // What is reported of a year is as it stood when the year ended.
  marks.useRule('frame', 'endOfYear');
  useOver(marks);
  // 内部事务信息（三类）: the number is a part of what the law calls them.
  const laws = figures.flatMap(({ ids }) => ids.flatMap((id) => kindsOf[id] ?? []));
  marks.use(...marks.firing('kinds').filter(({ text }) => laws.some((law) => law.test(text))));
  const money = figures.every(({ ids }) => ids.every((id) => id.endsWith('.amount') || id.startsWith('fees.')));
  if (money) marks.useRule('unit.money');
  if (rate !== null) marks.useRule('pooled');
  // "How many applications were charged" is asked of applications, and no fee.
  const paid = figures.some(({ ids }) => ids.some((id) => id.endsWith('.amount') || id.startsWith('fees.')));
  // Verbs of handling say nothing beside a cell; verbs of the text (held, 举办) would change what is asked.
  // "…, and when were the reports published": a date is asked for as well.
  const dated = marks.all.some(({ text }) => /^(?:when|什么时候|何时|哪天|哪一天|几号|几月几号)$/.test(text));
  marks.use(
    ...marks
      .firing('verb')
      .filter(
        (mark) =>
          plain.test(mark.text) && (paid || !charging.test(mark.text)) && !(dated && fires(mark, 'meta.publishedDate')),
      ),
  );
}

/** How many kinds of information a ground of refusal names. */
const kindsOf: Readonly<Record<string, RegExp>> = {
  'applications.refused.internalAffairs': /三|3|three/,
  'applications.refused.process': /四|4|four/,
};

/** "Averaged over police bureaus": over what, where no number follows. */
function useOver(marks: Marks): void {
  marks.use(
    ...marks.firing('cmp.gt').filter((mark) => {
      const at = marks.all.indexOf(mark);
      return (
        mark.text === 'over' &&
        marks.all
          .slice(at + 1, at + 4)
          .some((each) => sense(each, 'department') || fires(each, 'all') || sense(each, 'region')) &&
        !marks.all.slice(at + 1, at + 4).some((each) => sense(each, 'number') && !sense(each, 'years'))
      );
    }),
  );
}

/** 库里全部报告, "over all reports held". */
const held =
  /^(you have|you hold|you got|we have|do you have|do you hold|have you got|your library|in your library|stored|is held|are available|is available|available|你有|你们有|你这里|手里|手头|收录|收录了|已收录|系统|馆藏|资料库|库里|库中|库内|数据库|库|知识库|系统里|这里有|library|in the library|held|are held|database|in the database|collection|on file|in store)$/;
