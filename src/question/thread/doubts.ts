/** Doubts: whether the last figure holds (加起来对吗, 到底哪个对, "does the text agree"), in which part it stands, what else it counts. */
import type { Turn } from '../context.ts';
import { everyFinding, type Plan } from '../plan.ts';
import { type Look, since } from './look.ts';
import { saidIn } from './said.ts';

const says = (said: string, patterns: readonly RegExp[]): boolean => patterns.some((each) => each.test(said));

const addsUp: readonly RegExp[] = [
  /^(?:这|那|它们?|几项|各项|三项|两项|明细|分项|这几个数|这些数|这几项)?(?:数)?(?:加起来|加在一起|加总|合计|合起来|相加|总数)(?:的话)?(?:后)?(?:对|对得?上|对不对|对得上|一致|相符|等于总数|正确|没错|平|有没有问题|对得上总数|和总数对得上|跟总数对得上)(?:吗|不|总数|\d+)?$|^(?:加得|加不|对得|对不)(?:起来|上)$/u,
  /^(?:and )?(?:do|does|did) (?:they|it|those|these|the parts|the numbers|the figures|that) (?:really |actually )?(?:add up|sum up|tally|match|add up to (?:it|that|the total))$|^(?:is|are) (?:the|that|this) (?:sum|total|numbers?|figures?) (?:right|correct)$/u,
];
const right: readonly RegExp[] = [
  /^(?:到底|究竟|那|这)*(?:以)?(?:哪(?:个|一个|边|种|处|条)(?:数|数字|说法)?)(?:才)?(?:是)?(?:对|对的|准|准确|准确的|真的|正确|正确的|为准|可信|错了?|错的|有误)$|^(?:这|那|它)?(?:个)?(?:数|数字|数据|说法)?(?:可靠|准|准确|对|可信|有问题|有矛盾|有没有问题|有没有矛盾|矛盾|对得上|前后一致)$|^(?:和|跟|与)(?:正文|文字|表格|表里|表)(?:里)?(?:的)?(?:数|说法)?(?:一致|对得上|相符|一样|矛盾)$|^(?:正文|文字|表格|表里)(?:里)?(?:也)?(?:是|说|写)?(?:这么|这样|的)?(?:说|写|一致|一样|吻合)(?:的)?$|^为(?:什么|啥|何)(?:会)?(?:不一样|不一致|对不上|矛盾|有矛盾|不同|两个数)$/u,
  /^(?:and |so )?(?:which|which one|which (?:figure|number|of them|of the two))(?: is|'s| should be)? (?:right|correct|true|wrong|trusted|the right one|it then|reliable)$|^(?:and |so )?(?:does|do|did) (?:the )?(?:text|table|tables|report|rest of the report|other sections?)(?: really| also)? (?:agree|match|say so|say the same|confirm (?:it|that|this)|contradict (?:it|that|this))(?: with (?:it|that|this|the table|the text))?$|^(?:is|was) (?:it|that|this)(?: figure| number)? (?:right|correct|true|reliable|consistent|contradicted(?: anywhere)?)$|^why (?:do|does|are) (?:they|it|the figures|the numbers|the two) (?:differ|disagree|different|not match|contradict (?:each other|itself))$/u,
];

/** One report was asked about. */
const ofOne = ({ plan: { scope }, asked }: Turn): boolean =>
  asked !== true && scope.agencies.length === 1 && scope.years.length === 1;

const audited = (last: Turn): Plan => ({
  ...since(last),
  operation: 'audit',
  measures: [],
  rate: null,
  share: null,
  statement: null,
  claim: null,
  stands: null,
  topic: null,
  whole: false,
  groupBy: null,
  order: null,
  sections: [],
  themes: [],
  points: null,
  audit: { ...everyFinding, rules: ['text', 't3', 't4', 'range'] },
});

export const doubted: Look = {
  name: 'whether the last figure holds',
  make({ question, bodies, when }, [last]) {
    if (last === undefined || bodies.length > 0 || when.mode !== 'open' || !ofOne(last)) return null;
    const said = saidIn(question);
    const { operation, statement, measures, rate } = last.plan;
    if (operation === 'audit') return says(said, right) ? since(last) : null;
    const figures = statement !== null || measures.length > 0 || rate !== null;
    if (!figures || !['lookup', 'sum', 'rate', 'compare'].includes(operation)) return null;
    if (says(said, addsUp) && statement !== null && statement.parts.length === 0) {
      const whole =
        statement.subject === '' || statement.whole !== null
          ? statement.whole
          : { subject: statement.subject, quantity: null };
      if (whole === null) return null;
      return {
        ...since(last),
        operation: 'lookup',
        percent: false,
        statement: { ...statement, subject: '', unit: null, verb: null, whole },
      };
    }
    return says(said, addsUp) || says(said, right) ? audited(last) : null;
  },
};

const otherParts: readonly RegExp[] = [
  /^(?:剩下|剩余|其余|其他|余下|另外)(?:的|那些|几条|几项|部分)*(?:又)?(?:都)?(?:(?:是|有|包括)(?:什么|哪些|啥|些什么))?$/u,
  /^(?:and )?what (?:is|are|about) the (?:rest|others|remaining ones|other ones|remainder)$|^(?:and )?the (?:rest|others)$/u,
];

export const restOfWhole: Look = {
  name: 'the other parts of the figure',
  make({ question, bodies, when }, [last]) {
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    const { statement, operation } = last.plan;
    if (operation !== 'lookup' || statement === null || statement.whole === null || statement.subject === '')
      return null;
    if (!says(saidIn(question), otherParts)) return null;
    return { ...since(last), percent: false, statement: { ...statement, subject: '', unit: null, verb: null } };
  },
};

const where: readonly RegExp[] = [
  /^(?:这|它|那|这个数|这些|这几条|这句话?|这个|那句话?)?(?:是)?(?:写|印|出)在(?:哪|哪里|哪儿)$|^(?:这|它|那|这个数|这些|这几条|这句话?|这个|那句话?)?(?:是)?(?:写|印|出现|登|放|记|列|说|出自|来自)?(?:在)?(?:报告)?(?:的)?(?:里)?(?:哪|第几)(?:一)?(?:个)?(?:部分|段|节|章|章节|处|行|页)(?:里|中)?(?:说的|写的|提的|的)?$/u,
  /^(?:and )?(?:in )?(?:which|what) (?:section|part|paragraph|line|page)(?: (?:is|was) (?:that|it|this)(?: (?:in|on|from))?| does (?:it|that) (?:stand|say (?:so|that|it))(?: in)?| of the report(?: is (?:that|it))?)*$/u,
];

export const whereStands: Look = {
  name: 'where the last answer stands',
  make({ question, bodies, when }, [last]) {
    if (last === undefined || bodies.length > 0 || when.mode !== 'open' || !says(saidIn(question), where)) return null;
    const { operation, show } = last.plan;
    if (!['lookup', 'section', 'search', 'rate', 'compare', 'sum', 'audit'].includes(operation)) return null;
    return { ...since(last), show: show === 'why' ? show : 'sources' };
  },
};
