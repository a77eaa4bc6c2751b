/** Words that are looked for as they stand: what a report is said to mention, and all that is written about a matter. */
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { type Mark, sense } from '../marks.ts';

const end = String.raw`[?？。!！]?\s*$`;
const texts = '(?:内容|段落|文字|说法|表述|提法|描述|记载|句子)';
const about = '(?:找出|找到|查出|查找|列出|列举|整理|汇总|收集|)(?:所有|全部|一切|)(?:关于|(?<!所)有关(?!于)|涉及到?)';

/** Nothing else than passages is asked for: 所有关于区块链的内容, 关于区块链都说了些什么, 区块链出现在哪份报告里, "everything about 区块链". */
const collecting = [
  {
    pattern: new RegExp(
      `${about}(?<words>.{2,20}?)的(?:全部|所有|一切|相关|)${texts}(?:(?:都|)有(?:哪些|什么)|(?:都|)在哪(?:里|儿|)|)${end}`,
      'u',
    ),
    ofText: true,
  },
  {
    pattern: new RegExp(
      `${about}(?<words>.{2,20}?)(?:的|)(?:各家|各个?单位|各部门|各局|各报告|大家|)(?:都|)(?:有哪些|(?:说|写|讲|谈)(?:了|过)些?什么|(?:是|)怎么(?:说|写|讲|谈)的?)${end}`,
      'u',
    ),
    ofText: false,
  },
  {
    pattern: new RegExp(
      `^(?<words>.{2,20}?)(?:出现|写|记|记载|提|见|说|)[在于]哪(?:一|几|)[份些篇](?:报告|年报|)(?:里面?|中|上|)${end}`,
      'u',
    ),
    ofText: true,
  },
  {
    pattern: new RegExp(
      String.raw`(?:(?:find|show|list|get|search for) |)(?:me |)(?:everything|anything|all|passages) (?:about|on|mentioning) (?<words>[\u4e00-\u9fff]{2,20})${end}`,
      'u',
    ),
    ofText: true,
  },
];
const mentioning = new RegExp(
  `(?:(?:提到|提及|谈到|谈及|讲到|写到|说到|涉及到?)(?:了|过|)|mention(?:s|ed|ing|) )(?<words>[^,，、。;；:：]{2,20}?)(?:的|吗|呢|么|)${end}`,
  'u',
);
/** What is more than the name of a matter: a second condition, a question, a number. */
const more = /提[到及]|[没未但或最谁几哪]|除了|除.*外|还是|什么|多少|超过|至少|以[上下]|[a-z]|\d/u;

/** 所有关于区块链的内容: said of no body, it is looked for everywhere. */
export const collected: Rule = {
  name: 'all about a matter',
  make(hearing) {
    if (hearing.context.turns.length > 0) return null;
    for (const { pattern, ofText } of collecting) {
      const found = wordsIn(hearing, pattern);
      // 关于申请的都有哪些: of what the tables count, figures are asked for.
      const counted = found?.marks.some((mark) => sense(mark, 'measure') ?? sense(mark, 'rate'));
      if (found && (ofText || !counted) && outside(hearing, found).length === 0)
        return drafted(this.name, hearing, found);
    }
    return null;
  },
};

/** 哪份报告提到无人机: words that were taken for others (无人, 机), where no other rule reads them. */
export const mentioned: Rule = {
  name: 'full text: as it stands',
  make(hearing) {
    const asks = asksWhich(hearing.marks) || hearing.marks.has('ask.exists', 'ask.yesno');
    const found = asks ? wordsIn(hearing, mentioning) : null;
    return found && drafted(this.name, hearing, found);
  },
};

interface Standing {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** Marks of the words, and those that ask for them. */
  readonly marks: readonly Mark[];
  readonly asking: readonly Mark[];
}

function wordsIn({ question, marks }: Hearing, pattern: RegExp): Standing | null {
  const match = pattern.exec(question.text);
  const words = match?.groups?.words?.trim() ?? '';
  if (!match || words.length < 2 || more.test(words)) return null;
  const start = match.index + match[0].indexOf(words);
  const end = start + words.length;
  const among = (from: number, to: number) => marks.all.filter((mark) => mark.start < to && from < mark.end);
  return { words, start, end, marks: among(start, end), asking: among(match.index, match.index + match[0].length) };
}

/** Bodies that are named beside the words: 古城 of 古城墙 is none. */
const outside = ({ bodies }: Hearing, found: Standing) =>
  bodies.filter((body) => body.end <= found.start || found.end <= body.start);

function drafted(rule: string, hearing: Hearing, found: Standing): Draft {
  const { marks } = hearing;
  marks.use(...found.asking);
  marks.useRule('all', 'ask.exists');
  return {
    rule,
    needs: 'many',
    bodies: outside(hearing, found),
    plan: { operation: 'search', topic: found.words },
  };
}
