/** Point: one of the points that the section shown last counts (第二个呢, "the last one"), or how many there are (一共几条). */
import { type Look, since } from './look.ts';
import { saidIn } from './said.ts';

const about =
  '(?:问题|不足|措施|举措|做法|建议|内容|意见|毛病)?(?:的)?(?:是|又是)?(?:什么|啥|怎么说的?|怎么写的?|具体(?:是什么|怎么说的?|内容|说了?什么)?|详细(?:说说|讲讲|点|内容|是什么)?|展开(?:说说|讲讲|说|讲)?|说(?:说|什么|的是什么|了什么)?|讲(?:讲|什么|的是什么|了什么)?|什么内容|内容|原文|全文|完整(?:的|内容)?|写了?什么)?';
const asks: readonly RegExp[] = [
  new RegExp(
    `^(?:那|这|它的?|他们的?|详细|具体|展开|只|单|说说|讲讲|看看|看|说|讲|把|详细说说|展开说说|展开讲讲|具体说说|具体讲讲|发|念)*(?:第(?<zh>[一二三四五六七八九十]|\\d{1,2})|(?<end>最后一?|末一?))(?:个|条|点|项|方面|款)${about}(?:发我|给我|发给我|看看)?$`,
    'u',
  ),
  /^(?:and |just |only |what about |what is |what's |what was |how about |tell me (?:more )?about |more (?:on|about) |explain |read (?:me )?|expand (?:on )?|elaborate on |go into |see )*(?:the )?(?<en>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?: (?:one|point|item|problem|measure|issue|of them|of these|of those|shortcoming|step))?(?: (?:in (?:full|detail|more detail)|say|says|again|exactly|about|more))*$/u,
];
const counts: readonly RegExp[] = [
  /^(?:它|他们)?(?:一共|总共|共|都|总)?(?:有|列了?|写了?|提了?|说了?|提出了?)?(?:几|多少)(?:个|条|点|项|方面)(?:问题|不足|措施|举措|做法|内容)?$/u,
  /^(?:and )?how many (?:points|items|problems|measures|issues|steps|of them|of these)?(?: ?(?:are there|are they|is that|in all|altogether|in total|does it (?:name|list|give|mention)|did it (?:name|list)|do they (?:name|list)|were (?:there|named|listed)))*$/u,
];

const numbers = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

export const point: Look = {
  name: 'one point of the section shown last',
  make({ question, bodies, when }, [last]) {
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    const { operation, scope, themeKind, topic, points } = last.plan;
    // "What problems does it name" is answered by themes: the points are those of the section that they stand in.
    const themed = operation === 'themes' && last.plan.themes.length === 0 && !last.plan.shared;
    const [only, ...more] = scope.agencies.length > 0 ? scope.agencies : (last.agencies ?? []);
    if ((operation !== 'section' && !themed) || only === undefined || more.length > 0) return null;
    const said = saidIn(question);
    const told = asks.map((each) => each.exec(said)).find((match) => match !== null)?.groups;
    // 多少条 after a part about an account: its posts, and no points.
    const counted = topic === null || points !== null;
    if (told === undefined && !(counted && counts.some((each) => each.test(said)))) return null;
    // 存在哪些问题: of its problems, also where the whole section was shown.
    const side =
      themeKind ?? (faults.test(`${last.question} ${said}`) && !remedies.test(last.question) ? 'problem' : null);
    const plan = themed
      ? { ...since(last), operation: 'section' as const, sections: [5], having: null, order: null, groupBy: null }
      : since(last);
    return {
      ...plan,
      scope: { ...scope, agencies: [only], regions: [] },
      themeKind: side,
      points: { at: told === undefined ? null : placeOf(told) },
    };
  },
};

const faults = /问题|不足|毛病|短板|困难|problem|shortcoming|weakness|issue/;
const remedies = /措施|改进|整改|打算|举措|第五|五部分|measure|improve|remed|section|part/;

function placeOf({ zh, end, en }: Record<string, string | undefined>): number {
  if (end !== undefined || en === 'last') return -1;
  if (en !== undefined) return numbers.indexOf(en) + 1;
  return /^\d+$/.test(zh ?? '') ? Number(zh) : '一二三四五六七八九十'.indexOf(zh ?? '一') + 1;
}
