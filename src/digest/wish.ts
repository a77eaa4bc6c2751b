/** `宁夏 科技局 09:00`, `Ningxia science bureau weekdays 09:00`: what a person asks to be told, read from their words. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Scope, Wish } from './digest.ts';
import { isZone } from './schedule.ts';

/** Most words that are read as one name ("science and technology bureau"). */
const LONGEST = 6;
/** Most words, and characters of one, that a wish is read from. */
const WORDS = 40;
const CHARACTERS = 60;

const weekdays = [1, 2, 3, 4, 5];
/** Words for days; both languages of a meaning stand together. */
const days: Readonly<Record<string, readonly number[]>> = {
  ...{ daily: [], everyday: [], 每天: [], 每日: [], weekdays: weekdays, 工作日: weekdays },
  ...{
    monday: [1],
    mondays: [1],
    mon: [1],
    周一: [1],
    星期一: [1],
    tuesday: [2],
    tuesdays: [2],
    tue: [2],
    周二: [2],
    星期二: [2],
  },
  ...{ wednesday: [3], wednesdays: [3], wed: [3], 周三: [3], 星期三: [3], thursday: [4], thursdays: [4], thu: [4] },
  ...{ 周四: [4], 星期四: [4], friday: [5], fridays: [5], fri: [5], 周五: [5], 星期五: [5] },
  ...{
    saturday: [6],
    saturdays: [6],
    sat: [6],
    周六: [6],
    星期六: [6],
    sunday: [7],
    sundays: [7],
    sun: [7],
    周日: [7],
    星期日: [7],
    周天: [7],
  },
};
const findings = new Set(['findings', 'errors', 'problems', '问题', '发现', '核查发现', '有问题', '有问题的']);
const everything = new Set([
  'all',
  'everything',
  'at',
  'for',
  'in',
  'and',
  'the',
  'on',
  'report',
  'reports',
  '全部',
  '所有',
  '报告',
  '年报',
  '和',
  '的',
]);

/**
 * Reads a wish. The `usual` time and zone hold where none is said. Words that name nothing known are words of texts. What is left out
 * stays as `before` has it.
 */
export function readWish(text: string, lexicon: Lexicon, usual: { time: string; zone: string }, before?: Wish): Wish {
  const { time, zone } = before ?? usual;
  const words = text
    .split(/[\s,，、;；]+/u)
    .filter((word) => word !== '' && word.length <= CHARACTERS)
    .slice(0, WORDS);
  const scope: Scope = { regions: [], kinds: [], words: [], findings: false };
  const wish = { scope, time, zone, days: [] as number[] };
  let dayed = false;
  const names: { zh: string[]; en: string[] } = { zh: [], en: [] };
  const tell = (zh: string, en: string) => {
    names.zh.push(zh);
    names.en.push(en);
  };
  for (let at = 0; at < words.length; ) {
    const word = (words[at] as string).replace('：', ':');
    const lower = word.toLowerCase();
    const clock = /^(\d{1,2}):(\d{2})$/.exec(word);
    at += 1;
    if (clock && Number(clock[1]) < 24 && Number(clock[2]) < 60)
      wish.time = `${clock[1]?.padStart(2, '0')}:${clock[2]}`;
    else if (Object.hasOwn(days, lower)) {
      dayed = true;
      wish.days.push(...(days[lower] ?? []));
    } else if (/^[A-Z]/.test(word) && (word.includes('/') || word === 'UTC') && isZone(word)) wish.zone = word;
    else if (findings.has(lower)) {
      scope.findings = true;
      tell('有问题的', 'with findings');
    } else if (!everything.has(lower)) {
      const { used, told } = place(words.slice(at - 1, at - 1 + LONGEST), scope, lexicon);
      if (told) tell(told.zh, told.en);
      else {
        scope.words.push(word);
        tell(`「${word}」`, `"${word}"`);
      }
      at += used - 1;
    }
  }
  const label = {
    zh: names.zh.length === 0 ? '全部报告' : names.zh.join(' '),
    en: names.en.length === 0 ? 'all reports' : names.en.join(' '),
  };
  const kept = before && names.zh.length === 0 ? { scope: before.scope, label: before.label } : { scope, label };
  const on = before && !dayed ? before.days : [...new Set(wish.days)].toSorted();
  return { ...wish, days: on, ...kept };
}

/** The longest name of a region, of a kind, or of both, that the words begin with. */
function place(
  words: readonly string[],
  scope: Scope,
  lexicon: Lexicon,
): { used: number; told: { zh: string; en: string } | null } {
  for (let used = words.length; used >= 1; used -= 1) {
    const name = words.slice(0, used).join(' ');
    const kind = kindOf(name, lexicon);
    if (kind) {
      scope.kinds.push(kind.id);
      return { used, told: kind };
    }
    const [span] = lexicon.divisionsIn(name);
    if (span?.start !== 0) continue;
    const rest = name.slice(span.end).trim();
    const department = rest === '' ? null : kindOf(rest, lexicon);
    if (rest !== '' && !department) continue;
    const [first] = span.divisions;
    if (!first) continue;
    // A name that several divisions of one level share means each of them.
    const meant = span.divisions.filter(({ level }) => level === first.level);
    const named = meant.map(({ region }) => ({ ...region }));
    // 陕西 安康市 is the city, not the province and the city: what is named inside of an earlier one narrows it.
    scope.regions = [...scope.regions.filter((wider) => !named.some((each) => holds(wider, each))), ...named];
    if (department) scope.kinds.push(department.id);
    return {
      used,
      told: {
        zh: [first.zh, department?.zh].filter(Boolean).join(' '),
        en: [first.en, department?.en].filter(Boolean).join(' '),
      },
    };
  }
  return { used: 1, told: null };
}

function holds(wider: Scope['regions'][number], region: Scope['regions'][number]): boolean {
  return (['province', 'city', 'county'] as const).every(
    (level) => wider[level] === null || wider[level] === region[level],
  );
}

function kindOf(name: string, { kinds }: Lexicon) {
  const lower = name.toLowerCase();
  return kinds.find(
    ({ zh, en, endings, english }) =>
      zh === name ||
      endings.includes(name) ||
      en.toLowerCase() === lower ||
      english.some((each) => each.toLowerCase() === lower),
  );
}
