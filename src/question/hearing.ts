/** What a question holds once its pieces are recognised: what every rule reads, and the draft of a plan that a rule makes. */

import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Bilingual } from '../report/report.ts';
import type { Context } from './context.ts';
import { fires, type Mark, type Marks, sense } from './marks.ts';
import type { Language, PlanInput } from './plan.ts';
import type { Roster } from './roster.ts';
import type { Body } from './rules/bodies/body.ts';
import type { When } from './rules/years.ts';
import type { Typed } from './typed.ts';

export interface Hearing {
  readonly question: Typed;
  readonly language: Language;
  readonly marks: Marks;
  readonly bodies: readonly Body[];
  /** Bodies that are left out ("other than Ankang"); none of `bodies`. */
  readonly excluded: readonly Body[];
  readonly when: When;
  /** Kinds of applicants that the question names: ids of index/applicants.json. */
  readonly applicants: readonly string[];
  readonly roster: Roster;
  readonly lexicon: Lexicon;
  readonly context: Context;
}

/** A plan without its scope, and what the scope must be. */
export interface Draft {
  /** The rule that made it, as `explain` prints it. */
  readonly rule: string;
  readonly plan: Omit<PlanInput, 'language' | 'scope'>;
  /** `one`: it is about one agency's report · `many`: agencies and regions restrict · `none`: about no report. */
  readonly needs: 'one' | 'many' | 'none';
  /** The words name several figures of which only one can be ranked, added or listed: to be asked back. */
  readonly either?: {
    readonly start: number;
    readonly end: number;
    readonly measures: readonly string[];
    /** Rates that the same words can mean. */
    readonly rates?: readonly string[];
    /** What stands for the words in the question of a choice, where its usual name does not fit there. */
    readonly said?: Readonly<Record<string, Bilingual>>;
  };
  /** In a thread: `it` is about the only agency of the last answer, `all` about every agency, whatever was spoken of, `anywhere`
   *  about agencies of the same kind in every place, `ever` about the same agencies in every year, `before` in the
   *  year before the one that was spoken of as well, `same` about the very reports of the last question, `those` about
   *  the reports that its answer named, `added` about what is named now as well. */
  readonly of?: 'it' | 'all' | 'anywhere' | 'ever' | 'before' | 'same' | 'those' | 'added';
  /** The bodies that restrict, where one that is named is asked about among others. */
  readonly bodies?: readonly Body[];
  /** Its plan says in words of its own what the question says in others. */
  readonly rewords?: boolean;
  /** What says first or last of dates names no year. */
  readonly undated?: boolean;
  /** The rule took a default because the question left something open. */
  readonly assumed?: readonly { readonly slot: string; readonly value: string; readonly alternative: string | null }[];
}

/** A rule: a name that a person understands, and what it makes of a question; null where it does not fire. */
export interface Rule {
  readonly name: string;
  make(hearing: Hearing): Draft | null;
}

/** Words that carry no meaning of their own in any reading. */
const soft = [
  'filler',
  'plain',
  'and',
  'ask',
  'unit.case',
  'which',
  'all',
  'follow',
  'section.show',
  'claim',
  'greeting',
  'thanks',
  'group.agency',
  'go.anywhere',
];

/** Words that ask for agencies or reports one by one: 哪些单位, "which agencies", 谁, "list". */
const several =
  /单位|部门|机关|机构|报告|年报|家|份|局|谁|政府|地方|地区|名单|列|^which (of|one)|agenc|depart|bureau|bod(y|ies)|office|authorit|report|\bwho(?:m|se)?\b|list|name|enumerate|roll|roster|catalogue|名录|清单|花名册|名册|单子|unit|government|place|^ones$|any/;

/** Nothing follows that could be what is asked for. */
const standsLast = ({ all }: Marks, index: number): boolean => {
  const next = all[index + 1];
  return next === undefined || next.start > all[index]!.end || fires(next, 'filler');
};

/** 有哪些江苏省单位, "what county-level agencies": a place or a level stands between. */
const asksWithin = ({ all }: Marks): boolean =>
  all.some((mark, at) => {
    if (!/^(?:有|都有|)(?:哪些|哪几个|哪几家)$|^(?:which|what)$/.test(mark.text)) return false;
    const next = all
      .slice(at + 1)
      .findIndex((each) => !sense(each, 'region') && !fires(each, 'level') && each.text !== '的');
    return (
      next > 0 &&
      /^(?:单位|部门|机关|机构|局|agencies|bodies|departments|bureaus|offices|units)$/.test(all[at + 1 + next]!.text)
    );
  });

/** True where the question is about many, whatever else it says. */
export const asksWhich = (marks: Marks): boolean => marks.once(findsWhich);

const findsWhich = (marks: Marks): boolean =>
  marks.all.some(
    (mark, index) =>
      /^(哪些|哪几个|哪几家|哪个|哪家|which|what)$/.test(mark.text) &&
      (sense(marks.all[index + 1] ?? mark, 'department') !== undefined ||
        // 哪些乡镇收到过申请.
        fires(marks.all[index + 1] ?? mark, 'level')),
  ) ||
  marks.all.some(
    (mark, index) =>
      /^(有哪些|是哪些|有哪几个|都有哪些|有谁|哪些)$/.test(mark.text) &&
      // 彭阳科技局有哪些制度 asks for what it has.
      standsLast(marks, index) &&
      listedOf(marks.all, index),
  ) ||
  asksAmong(marks) ||
  asksWithin(marks) ||
  asksBehind(marks) ||
  asksAtFirst(marks) ||
  marks.all.some(
    (mark, index) =>
      fires(mark, 'which') &&
      !relative(mark, marks.all[index - 1]) &&
      !applicantsAsked(mark, marks) &&
      // 没收到申请的有哪些 asks for agencies, 彭阳科技局没办完的有哪些 for what that one has.
      !(/^的/.test(mark.text) && !several.test(mark.text) && named(marks)) &&
      (/^的/.test(mark.text) || several.test(mark.text) || /^(which|哪个|哪些|哪)$/.test(mark.text)),
  );

/** 哪些收到了申请, 其中哪些被起诉过: right before what was done. */
function asksAtFirst({ all }: Marks): boolean {
  const at = all.findIndex((mark) => !fires(mark, 'follow') || /^(?:哪些|哪几个)$/.test(mark.text));
  return (
    /^(?:哪些|哪几个|哪几家)$/.test(all[at]?.text ?? '') &&
    /^(?:收到|接到|受理|有|没有|没|被)/.test(all[at + 1]?.text ?? '')
  );
}

/** 乡镇里有哪些, 教育局中是哪些: a level or a kind of bodies, with nothing but 里 or 中 between. */
function listedOf(all: readonly Mark[], index: number): boolean {
  const before = all
    .slice(0, index)
    .findLast(
      (mark) =>
        !/^(?:里|中|内|之中|当中|里面|里头|的|有|[里中]有|单位|部门|机关)$/.test(mark.text) && !sense(mark, 'years'),
    );
  const told = all.slice(0, index).some((mark) => sense(mark, 'measure') !== undefined);
  return (
    before !== undefined &&
    (sense(before, 'department') !== undefined ||
      fires(before, 'level') ||
      // 申请上升的，河南省有哪些: what is true of them was said before.
      (told && sense(before, 'region') !== undefined))
  );
}

const named = (marks: Marks): boolean => marks.with('agency').length > 0 || marks.with('department').length > 0;

/** "Citizens who sent requests": nobody is asked for. */
const relative = ({ text }: Mark, before: Mark | undefined): boolean =>
  /^(who|whose)$/.test(text) && before !== undefined && sense(before, 'applicant') !== undefined;

/** One report, named by its agency or by a place that holds no other: what is said of it is true or not. */
export const ofOne = ({ bodies, when, marks }: Hearing): boolean => {
  const [body, ...more] = bodies;
  if (body === undefined || more.length > 0 || body.plural || when.years.length > 1) return false;
  if (marks.has('whichYear', 'group') || when.mode === 'all') return false;
  return body.by === 'name' ? body.agencies.length < 2 : body.by === 'region' && body.within.length === 1;
};

/** "Who filed requests, by type of applicant": those who applied are asked for, and no agencies. */
const applicantsAsked = ({ text }: Mark, marks: Marks): boolean =>
  /^(who|谁)$/.test(text) && marks.has('by.applicant') && named(marks);

/** 有没有单位被复议过, 有哪家局: whether there is any body is asked, right before the word for bodies. */
const asksAmong = (marks: Marks): boolean =>
  marks.all.some(
    (mark, index) =>
      /^(有没有|有无|是否有|是不是有|有|可有)$/.test(mark.text) &&
      /^(单位|部门|机关|机构|局|哪个单位|哪家单位|哪个部门)$/.test(marks.all[index + 1]?.text ?? ''),
  );

/** 县直部门哪些没收到申请, 那几家单位里有没有被起诉的: a word for bodies, and behind it what some of them did. */
const asksBehind = ({ all }: Marks): boolean =>
  all.some((mark, at) => {
    const which = /^(?:都有|有|)(?:哪些|哪几个|哪几家)$/.test(mark.text) && done.test(all[at + 1]?.text ?? '');
    const among = /^(?:有没有|有无)$/.test(mark.text) && /的$/.test(all.at(-1)!.text);
    return (which || among) && all.slice(0, at).some(({ text }) => /(?:单位|部门|机关|机构|家)(?:里|中)?$/.test(text));
  });
const done = /^(?:收|接|受理|有|没|未|被|都)/;

/** 哪些单位, "which agencies", 谁: agencies are asked for, not reports. */
export const asksAgencies = (marks: Marks): boolean =>
  marks
    .firing('which')
    .some(({ text }) =>
      /单位|部门|机关|机构|家|局|谁|agenc|depart|bureau|bod(y|ies)|office|authorit|\bwhom?\b/.test(text),
    ) || asksAmong(marks);

/** Marks that no part of the reading has used and that mean something. */
export function unused(marks: Marks, alsoSoft: readonly string[] = []): Mark[] {
  const free = [...soft, ...alsoSoft];
  return marks.all.filter(
    (mark) =>
      !marks.used(mark) &&
      !mark.senses.some(
        (each) => each.kind === 'word' && free.some((rule) => each.rule === rule || each.rule.startsWith(`${rule}.`)),
      ),
  );
}
