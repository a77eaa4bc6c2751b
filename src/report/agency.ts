/** Whose report it is: the publishing body's name, in the fullest form that the document gives. */
import type { Names } from '../lexicon/lexicon.ts';
import { datesIn } from '../text/dates.ts';
import { ideographs } from '../text/ideographs.ts';
import { columnOf } from './columnOf.ts';
import { agencyOfTitle, comparable, isName, plainName } from './names.ts';
import type { Region } from './report.ts';
import { proseOf, type ReadSections } from './sections.ts';

const rest = new RegExp(
  `^(?:人民政府(?:办公厅|办公室)?|(?:经济|高新|[${ideographs}]{1,8}(?:开发|示范|产业))[${ideographs}]{0,10}?区(?:管委会|管理委员会)?|[${ideographs}]{1,8}?(?:镇|乡|街道)(?:人民政府|办事处)|[${ideographs}、]{1,20}?(?:局|委员会|委(?![员托派])|办公厅|办公室|厅|中心|研究院|总队|支队|大队|联合会|总工会|管委会))`,
  'u',
);
const elsewhere = new RegExp(`^(?:门户|官方)?(?:网站|网(?![${ideographs}]{0,3}信))`, 'u');

/** Names that begin with divisions of the national list, in order. */
function mentionsIn(text: string, lexicon: Names): string[] {
  const plain = text.replace(/\s+/g, '');
  const folded = comparable(plain);
  const found: string[] = [];
  let from = -1;
  let before = -1;
  const spans = lexicon.divisionsIn(plain);
  for (const [index, span] of spans.entries()) {
    if (span.start !== before) from = span.start;
    before = span.end;
    if (spans[index + 1]?.start === span.end) continue;
    const tail = rest.exec(folded.slice(span.end, span.end + 40))?.[0].length;
    if (tail === undefined) continue;
    const end = span.end + tail;
    const whole = plain.slice(from, end);
    if (elsewhere.test(folded.slice(end, end + 6))) continue;
    // A label of a quoted title: 《彭阳县科学技术局权力清单》 names the agency, a notice's issuer does not come here.
    if (isName(plainName(whole))) found.push(plainName(whole));
  }
  return found;
}

/** The divisions that stand right before each occurrence of `base`: 淮安市 + 洪泽区人民政府. */
function extended(base: string, text: string, lexicon: Names): string {
  let best = base;
  let at = text.indexOf(base);
  for (let count = 0; at >= 0 && count < 20; count++, at = text.indexOf(base, at + 1)) {
    const head = text.slice(Math.max(0, at - 16), at);
    const spans = lexicon.divisionsIn(head + base);
    const own = spans.find(({ start, end }) => start <= head.length && end > head.length);
    if (!own || own.start !== head.length) continue;
    let from = head.length;
    for (const span of spans.toReversed()) {
      if (span.end !== from) continue;
      const above = span.divisions.some((upper) =>
        own.divisions.some(
          (lower) =>
            upper.code !== lower.code && (lower.region.province === upper.zh || lower.region.city === upper.zh),
        ),
      );
      if (!above) break;
      from = span.start;
    }
    const whole = head.slice(from) + base;
    if (whole.length > best.length) best = whole;
  }
  return best;
}

/** 本报告由某局依照…: the report is no part of the name. */
const introducing = /^(?:本|该)?(?:年度)?报告(?:是|系)?由?/;

const introduced = [
  /(?:本报告|本年度报告|报告)(?:是|系)?由?([\u3400-\u9fff（）()]{3,30}?)(?:根据|按照|依据|依照|编制)/,
  /现(?:将|发布|公布)[《“]?([\u3400-\u9fff（）()]{3,30}?)(?:关于)?(?:20\d\d|二[〇零])/,
  /《([\u3400-\u9fff（）()]{3,30}?)(?:关于)?20\d\d年?(?:年度|度)?政府信息公开/,
  /(?:请与|可与|直接与|请联系|可联系)([\u3400-\u9fff（）()]{3,30}?)(?:联系|[（(，,。])/,
  /^([\u3400-\u9fff（）()]{3,30}?)(?:根据|按照|依据|编制)/,
];

/** Which of them says whom to ask: often an office of the body, 某局办公室, 某局政务公开科. */
const asked = 3;
const office =
  /^(.{3,30}?(?:局|委员会|(?<![县市区省州旗党])委|厅|中心|院|办公室))[\u3400-\u9fff]{0,8}(?:办公室|科|股|处|室)$/;

/** Agencies named in a clause that introduces the report or says whom to ask. */
function ofClauses(text: string): string[] {
  const plain = plainName(text);
  const folded = comparable(plain);
  return introduced.flatMap((pattern, at) => {
    const match = pattern.exec(folded);
    if (match === null) return [];
    const words = match[1]!.replace(introducing, '');
    const end = match.index + match[0].indexOf(match[1]!) + match[1]!.length;
    const found = plain.slice(end - words.length, end);
    const body = at === asked ? (office.exec(found)?.[1] ?? found) : found;
    return isName(body) ? [body] : [];
  });
}

function ofSignature(text: string | undefined): string | null {
  if (text === undefined) return null;
  const [date] = datesIn(text);
  const found = plainName(date ? text.slice(0, date.start) : text).replace(/[（(](?:盖章|公章|章)[)）]$/, '');
  return isName(found) ? found : null;
}

/** The card of a page or of a sheet of figures: 填报单位：某局, or in a cell beside. */
const cardLabel =
  /(?:^|[\s\t])(?:填报|报告|编制|报送|公开|发布)?(?:单位|机关|机构)(?:名称)?(?:[:：]\s{0,3}|\t)([\u3400-\u9fff（）()]{3,30})/;

/** The same as the name of a column. */
const headLabel = /^(?:填报|报告|编制|报送|公开|发布)?(?:单位|机关|机构)(?:名称)?$/;

function ofCard(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = line.length > 200 ? undefined : cardLabel.exec(line)?.[1];
    if (found !== undefined && isName(plainName(found))) return plainName(found);
  }
  const listed = columnOf(lines, headLabel);
  return listed !== null && isName(plainName(listed)) ? plainName(listed) : null;
}

/** How much of the body is searched for other names of the agency, and for the divisions before its name. */
const searched = 1500;
const searchedForName = 20_000;

/**
 * The publishing body's name. The title says it, else the signature, else the clause that introduces the report or says
 * whom to ask, else the card around it, else the name that the text repeats; the fullest form of the same agency in the document is taken. Null where the
 * document never names it.
 */
export function readAgency(sections: ReadSections, lexicon: Names, hint: Region): string | null {
  const title = sections.title === null ? null : agencyOfTitle(sections.title);
  const signature = ofSignature(sections.signature?.text);
  const introduction = sections.preamble?.text ?? '';
  const prose = proseOf(sections);
  const closing = prose.slice(-4).join('\n');
  const clauses = [...ofClauses(introduction), ...ofClauses(closing)];
  const body = plainName(`${introduction}\n${prose.join('\n')}`.slice(0, searchedForName).replaceAll('\n', '。'));
  const early = `${introduction}\n${body.slice(0, searched)}\n${closing}`;
  const base =
    title ?? signature ?? clauses[0] ?? ofCard(sections.margins) ?? repeated(mentionsIn(early, lexicon), lexicon);
  if (base === null) return null;
  const { key } = lexicon.agency(base, hint);
  const place = lexicon.divisionsIn(base)[0]?.divisions[0]?.short;
  const mentions =
    place === undefined ? mentionsIn(early, lexicon) : mentionsAround(place, `${body}\n${closing}`, lexicon);
  // The same name stands in many places.
  let fullest = base;
  for (const each of new Set([title, signature, ...clauses, ...mentions]))
    if (each !== null && each.length > fullest.length && lexicon.agency(each, hint).key === key) fullest = each;
  return extended(fullest, body, lexicon);
}

/** Names in the text that hold the place's name, wherever they stand: only what is around it is read. */
function mentionsAround(place: string, text: string, lexicon: Names): string[] {
  const windows = new Set<string>();
  let at = text.indexOf(place);
  for (let count = 0; at >= 0 && count < 60; count++, at = text.indexOf(place, at + place.length)) {
    windows.add(text.slice(Math.max(0, at - 8), at + 28).replace(/^[^\n]*[\n，。；：、“《]/, ''));
  }
  return [...windows].flatMap((window) => mentionsIn(window, lexicon));
}

/** The agency that the text names most, where it does so more than once and more than any other. */
function repeated(mentions: readonly string[], lexicon: Names): string | null {
  const counts = new Map<string, { count: number; name: string }>();
  for (const each of mentions) {
    const { key } = lexicon.agency(each);
    const entry = counts.get(key) ?? { count: 0, name: each };
    counts.set(key, { count: entry.count + 1, name: entry.name.length >= each.length ? entry.name : each });
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  return first !== undefined && first.count >= 2 && first.count > (second?.count ?? 0) ? first.name : null;
}
