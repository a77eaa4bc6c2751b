/** What a clause says, without its numbering, its time, its adverbs and the agency's own name. */
import { isOwnName, namesIn } from '../own-name.ts';
import type { Report } from '../report.ts';

const numbering = /^[·•●◆■]*(?:[((]?[一二三四五六七八九十\d]{1,2}(?:[))、.]|是))?/;
const time =
  /全年度?|本年度?|今年以来|今年|当年|年度|年内|报告期内?|一年来|截[至止]到?|年底|年末|12月(?:31日|底)|局机关|委机关|全[局委]|(?:局|镇|乡|县|区|市)(?:政府|机关)?(?=全年|共|累计|主动|依法)|[我本](?:局|委|厅|办|单位|机关|部门|中心|院|会|[县市区省州旗镇乡])/g;
const adverb =
  /(?:各类|各种|多种|各|多个)(?:公开)?(?:渠道|平台|途径|载体)|其中|一共|总共|共计|总计|合计|累计|共|先后|主动|及时|依法|已|均|并|通过|利用|依托|借助|运用|运营|在|于|向社会|对外|面向社会|的|各类|各项|各种|相关/g;

export function bare(text: string, { agency, region, year }: Report): string {
  let rest = text
    .replace(numbering, '')
    .replaceAll(`${year}年度`, '')
    .replaceAll(`${year}年`, '')
    .replace(/^(?:本年度|本年|全年|今年)/, '');
  if (agency !== null && /[局委厅府办]/.test(rest))
    for (const { name } of namesIn(rest))
      if (name.length >= 3 && isOwnName(name, agency, region)) rest = rest.replace(name, '');
  return rest
    .replace(time, '')
    .replace(adverb, '')
    .replace(/^[、和及]|[、]$/g, '');
}
