/** What about: the words that a search looks for, that a part of a section treats, or that the text counts. */

import { isPlain } from '../../lexicon/plain.ts';
import type { Hearing } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import { originalOf } from '../typed.ts';

/** Words that frame a topic and never belong to it. */
const frames = [
  'filler',
  'and',
  'ask',
  'which',
  'all',
  'follow',
  'section',
  'search',
  'library',
  'count',
  'op',
  'unit',
  'year',
  'verb',
  'definition',
  'greeting',
  'show',
  'group',
  'export',
  'themes',
  'not',
  'order',
  'meta',
  'audit',
];

const besideUnknown = (mark: Mark, all: readonly Mark[]) =>
  all.some((each) => each.senses.length === 0 && (each.end === mark.start || each.start === mark.end));

/** A number that begins an unknown word belongs to it: 24小时. */
const counted = (mark: Mark, next: Mark | undefined) =>
  sense(mark, 'number') !== undefined && next !== undefined && next.start === mark.end && next.senses.length === 0;

/** One character right behind an unknown word ends it, unless it is a particle: 花 of 元青花. */
const tail = (mark: Mark, before: Mark | undefined) =>
  mark.text.length === 1 &&
  before?.end === mark.start &&
  before.senses.length === 0 &&
  /[\u4e00-\u9fff]$/.test(before.text) &&
  /[\u4e00-\u9fff]/.test(mark.text) &&
  !/[的了在有和与及或是为被把吗呢么吧没不最多少几个次件份条]/.test(mark.text);

const framing = (mark: Mark) =>
  mark.senses.some(
    (each) => each.kind === 'word' && frames.some((rule) => each.rule === rule || each.rule.startsWith(`${rule}.`)),
  );
const naming = (mark: Mark) =>
  mark.senses.length === 0 ||
  ['topic', 'part', 'quoted', 'theme', 'measure', 'applicant', 'definition', 'rate', 'section'].some((kind) =>
    mark.senses.some((each) => each.kind === kind),
  );

/** 干得最卖力: how something was done, or who did it most, is said of no text. */
const ofManner = ({ senses, text }: Mark): boolean => senses.length === 0 && /^得|得[最更很不]|^最/.test(text);

/** 其他几家都没提吗: the other bodies, and no word that is looked for. */
const ofOthers = ({ text }: Mark, all: readonly Mark[]): boolean =>
  /^(?:其他|其它|别的|其余|另外)$/.test(text) &&
  /^(?:的)?[几两三四]?(?:家|份|个|单位|报告|部门|机关|年报)/.test(
    all[all.findIndex((mark) => mark.text === text) + 1]?.text ?? '',
  );

export interface Topic {
  /** Normalised: simplified Chinese where the vocabulary knows it, else as typed. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** English words that no part of the vocabulary knows. */
  readonly foreign: boolean;
}

/** The topic among the marks that are still free. Words between two of its pieces belong to it; frames around it do not. */
export function topicOf(hearing: Hearing, among: (mark: Mark) => boolean = () => true): Topic | null {
  const { marks, question } = hearing;
  const all = marks.all.filter((mark) => !marks.used(mark) && among(mark));
  // Ordinary words are no topic beside another one: "summarise its problems".
  const ordinary = (mark: Mark) => mark.senses.length === 0 && isPlain(mark.text, hearing.lexicon.words.plain);
  const free = all.some((mark) => naming(mark) && !framing(mark) && !ordinary(mark))
    ? all.filter((mark) => !ordinary(mark))
    : all;
  const quoted = free.flatMap((mark) => (sense(mark, 'quoted') ? [{ mark, text: quotedIn(mark, question) }] : []));
  if (quoted.length > 0)
    return {
      text: quoted.map(({ text }) => text).join(' '),
      marks: free.filter((mark) => naming(mark) || framing(mark)),
      foreign: false,
    };
  const solid = free.filter(
    (mark, index) =>
      counted(mark, free[index + 1]) ||
      tail(mark, free[index - 1]) ||
      (naming(mark) && (!framing(mark) || mark.senses.some((each) => each.kind === 'topic' || each.kind === 'part'))),
  );
  const first = solid[0];
  const last = solid.at(-1);
  if (!first || !last || solid.some(ofManner) || ofOthers(first, marks.all)) return null;
  const within = free.filter((mark) => mark.start >= first.start && mark.end <= last.end);
  // "In total" says how figures are taken, and no word of what they count.
  const used = within.filter((mark) => !translated(mark, within, question.text) && !fires(mark, 'op.sum'));
  const words: string[] = [];
  let end = -1;
  for (const mark of used) {
    if (!naming(mark) && !/^\d/.test(mark.text)) {
      // Inside a Chinese phrase even 的 and 在 belong to it where nothing separates them.
      const inner =
        /[\u4e00-\u9fff]/.test(mark.text) && mark.start === end && !/^(的|了|在|有|和|与|是)$/.test(mark.text);
      // Single characters beside an unknown word are parts of it: 24小时读网.
      const part = inner && mark.text.length === 1 && besideUnknown(mark, used);
      if (part) {
        words[words.length - 1] = `${words.at(-1) ?? ''}${mark.text}`;
        end = mark.end;
      } else if (inner && !framing(mark)) words.push(mark.text);
      continue;
    }
    const word = wordOf(mark, hearing);
    const joined = mark.start === end && /[\u4e00-\u9fff]$/.test(words.at(-1) ?? '') && /^[\u4e00-\u9fff]/.test(word);
    if (joined) words[words.length - 1] += word;
    else words.push(word);
    end = mark.end;
  }
  // 安康公众号和盐池公众号: said of each, it is one word.
  const text = [...new Set(words)].join(' ').trim().slice(0, 500);
  if (text === '') return null;
  return {
    text,
    marks: within,
    foreign:
      /[A-Za-z]{3,}/.test(text.replace(/IPv6|COVID/gi, '')) &&
      used.some((mark) => mark.senses.length === 0 && /[a-z]{3,}/.test(mark.text)),
  };
}

/** "Spirulina (螺旋藻)", 螺旋藻（spirulina）: a word and what it is in Chinese, one of the two in brackets, are one term. */
const translated = (mark: Mark, all: readonly Mark[], text: string): boolean =>
  /^[a-z][a-z ]*$/.test(mark.text) &&
  all.some(({ start, end, text: other }) => {
    if (!/^[\u4e00-\u9fff]+$/.test(other)) return false;
    const [before, after] = start >= mark.end ? [mark, end] : [{ end }, mark.end];
    const between = text.slice(before.end, start >= mark.end ? start : mark.start);
    return /^ ?\( ?$/.test(between) && /^ ?\)/.test(text.slice(after));
  });

/** A piece of the topic: the Chinese that reports print, where an English word is known. */
function wordOf(mark: Mark, { question, lexicon }: Hearing): string {
  const typed = originalOf(question, mark.start, mark.end);
  const chinese = /[\u4e00-\u9fff]/.test(mark.text);
  // 怎么管政府信息: asked for by how it is done.
  if (chinese) return (/^(?:怎么|如何|怎样|咋)/.test(mark.text) ? sense(mark, 'part')?.zh : undefined) ?? mark.text;
  const known = sense(mark, 'topic')?.zh ?? sense(mark, 'part')?.zh;
  if (known !== undefined) return known;
  for (const [kind, list] of [
    ['applicant', lexicon.applicants],
    ['definition', lexicon.definitions],
    ['rate', lexicon.words.rates],
  ] as const) {
    const found = sense(mark, kind);
    if (found) return list.find(({ id }) => id === found.id)?.zh ?? typed;
  }
  const measure = sense(mark, 'measure');
  if (measure?.ids.length === 1)
    return (
      lexicon.measures
        .find(({ id }) => id === measure.ids[0])
        ?.zh.split(/[：:]/)
        .at(-1) ?? typed
    );
  return typed;
}

/** As typed, without its quotation marks; the number of a document has none. */
const quotedIn = ({ start, end, text }: Mark, question: Hearing['question']): string =>
  /^["《]/.test(text) ? originalOf(question, start + 1, end - 1) : originalOf(question, start, end);

export const anyTopic = (hearing: Hearing): boolean =>
  hearing.marks.all.some(
    (mark) =>
      !hearing.marks.used(mark) &&
      (mark.senses.length === 0 ||
        sense(mark, 'quoted') !== undefined ||
        sense(mark, 'topic') !== undefined ||
        sense(mark, 'part') !== undefined),
  );
