/** What stands before the subject of a sentence: a numbering, a time, a clause that leads up to it. */
export interface Preface {
  /** Offset of the subject in the sentence. */
  readonly end: number;
  /** A year is named. */
  readonly dated: boolean;
  /** 下一步, 针对上述问题, 2024年 in a report of 2023: what follows is to be done. */
  readonly ahead: boolean;
  /** 在县委领导下, 按照《条例》规定. */
  readonly guided: boolean;
}

export const numberingOrTime =
  /^(?:[((]?[一二三四五六七八九十\d]{1,2}(?:[))、.]|是))?(?:(?:截至|截止)?20\d\d年(?:度)?(?:\d{1,2}月(?:底|末|\d{1,2}日)?)?(?:以来)?,?|今年以来,?|一年来,?|(?:过去|刚刚?过去的?|这)一年,?|全年,?|本年度,?)?(?:[现特](?:[将就对]|(?=[公发])))?/;
const guide = '(?:在[^,;。]{2,40}下|(?:按照|根据|依据|遵照)[^,;。]{2,50}),';
/** 下一步工作中. */
export const later =
  '在?(?:下一步|下步|下一?阶段|今后|接下来|未来|明年|来年|下一?年度?|新的一年)的?(?:工作)?[中里内]?,?';
const occasion =
  '(?:针对|对于|鉴于|基于)[^,;。]{2,30},|[为对因]此,?|(?:改进|整改)(?:措施|打算)?:|(?:下一步|下步)(?:工作)?(?:措施|打算|计划)?:';
const opening = new RegExp(`^(?:(?<guide>${guide})|(?<ahead>${occasion}|${later}))`);

export function prefaceOf(text: string, year: number | null): Preface {
  let [end, ahead, guided] = [0, false, false];
  for (let steps = 0; steps < 4; steps += 1) {
    end += numberingOrTime.exec(text.slice(end))?.[0].length ?? 0;
    const opened = opening.exec(text.slice(end));
    if (opened === null) break;
    ahead ||= opened.groups!.ahead !== undefined;
    guided ||= opened.groups!.guide !== undefined;
    end += opened[0].length;
  }
  const named = /20\d\d(?=年)/.exec(text.slice(0, end))?.[0];
  return { end, dated: named !== undefined, ahead: ahead || (year !== null && Number(named) > year), guided };
}
