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

/** Simplifies each character. */
function simplifyAll(text: string): string {
  let folded = '';
  for (const character of text) folded += pairs.get(character) ?? character;
  return folded;
}

const white = /[\s\u200b\ufeff]+/g;
/** By UTF-16 unit, what it folds to: another unit, or one of these marks. Private use: no unit folds to them. */
const table = new Uint16Array(0x10000);
const [unseen, dropped, several, whole] = [0, 0xe000, 0xe001, 0xe002];
const expansions = new Map<number, string>();
/** Marks and jamo join the character before them, surrogates the one beside: such a text is normalised as a whole. */
const joining = /[\p{M}\p{Cs}\p{Co}\u1100-\u11ff\0]/u;

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const normal = character.normalize('NFKC').replace(white, '');
  const found = simplifyAll(normal);
  let entry = found.length === 0 ? dropped : found.length === 1 ? found.charCodeAt(0) : several;
  if (joining.test(character) || joining.test(normal) || joining.test(found)) entry = whole;
  else if (entry === several) expansions.set(unit, found);
  table[unit] = entry;
  return entry;
}

const units = new Uint16Array(4096);

/**
 * The text for matching: NFKC (full width, Kangxi radicals), radicals of the supplement and traditional characters
 * folded to simplified ones, all white space removed. Case and punctuation stay.
 */
export function fold(text: string): string {
  let result = '';
  let filled = 0;
  let changed = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let entry = table[unit]!;
    if (entry === unseen) entry = learn(unit);
    if (filled >= 4000) {
      result += String.fromCharCode.apply(null, units.subarray(0, filled) as unknown as number[]);
      filled = 0;
    }
    if (entry === unit) units[filled++] = unit;
    else {
      changed = true;
      if (entry === whole) return simplifyAll(text.normalize('NFKC').replace(white, ''));
      if (entry === several) {
        const expansion = expansions.get(unit)!;
        for (let i = 0; i < expansion.length; i++) units[filled++] = expansion.charCodeAt(i);
      } else if (entry !== dropped) units[filled++] = entry;
    }
  }
  if (!changed) return text;
  return result + String.fromCharCode.apply(null, units.subarray(0, filled) as unknown as number[]);
}
