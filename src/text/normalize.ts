/**
 * One form for characters that mean the same, so that words can be matched. The original is kept by whoever quotes:
 * what is folded is never shown.
 */
import traditional from 'opencc-js/dict/TSCharacters';

/** CJK radicals supplement (U+2E80-2EF3), radical and ideograph in turn: Unicode's EquivalentUnifiedIdeograph. NFKC folds
 *  the Kangxi radicals (U+2F00-2FD5), but not these. */
const radicals =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const pairs = new Map<string, string>();
for (const pair of traditional.split('|')) {
  const [from, to] = pair.split(' ');
  if (from && to) pairs.set(from, to);
}
const radicalCharacters = Array.from(radicals);
for (let i = 0; i + 1 < radicalCharacters.length; i += 2) {
  const ideograph = radicalCharacters[i + 1]!;
  pairs.set(radicalCharacters[i]!, pairs.get(ideograph) ?? ideograph);
}

/**
 * One character in its simplified form: radicals and traditional characters folded, everything else unchanged.
 * Takes a single code point (NFKC is the caller's); character by character, so that offsets can be mapped.
 */
export const simplify = (character: string): string => pairs.get(character) ?? character;

/** Simplifies each character; text without CJK is returned as it is. */
function simplifyAll(text: string): string {
  let folded = '';
  for (const character of text) folded += pairs.get(character) ?? character;
  return folded;
}

const remembered = new Map<string, string>();

/**
 * The text for matching: NFKC (full width, Kangxi radicals), radicals of the supplement and traditional characters
 * folded to simplified ones, all white space removed. Case and punctuation stay. Short texts are remembered: labels and
 * cells repeat within a report and from one to the next.
 */
export function fold(text: string): string {
  if (text.length > 80) return folded(text);
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const found = folded(text);
  if (remembered.size >= 20_000) remembered.clear();
  remembered.set(text, found);
  return found;
}

function folded(text: string): string {
  const normal = text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
  return /[\u2e80-\u9fff\uf900-\ufaff]/.test(normal) ? simplifyAll(normal) : normal;
}
