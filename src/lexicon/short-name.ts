/** Short names of divisions: what people say for 盐池县, 延边朝鲜族自治州, 宁夏回族自治区. */

/** Peoples in the names of autonomous areas, with their usual English. Longer names first, so that 东乡族 is not 族. */
const peoples: Readonly<Record<string, string>> = {
  柯尔克孜族: 'Kyrgyz',
  柯尔克孜: 'Kyrgyz',
  哈萨克族: 'Kazakh',
  哈萨克: 'Kazakh',
  维吾尔族: 'Uygur',
  维吾尔: 'Uygur',
  达斡尔族: 'Daur',
  鄂温克族: 'Evenki',
  鄂伦春: 'Oroqen',
  土家族: 'Tujia',
  布依族: 'Buyei',
  仡佬族: 'Gelao',
  哈尼族: 'Hani',
  纳西族: 'Naxi',
  拉祜族: 'Lahu',
  景颇族: 'Jingpo',
  傈僳族: 'Lisu',
  独龙族: 'Derung',
  普米族: 'Pumi',
  朝鲜族: 'Korean',
  裕固族: 'Yugur',
  保安族: 'Bonan',
  东乡族: 'Dongxiang',
  撒拉族: 'Salar',
  毛南族: 'Maonan',
  仫佬族: 'Mulao',
  布朗族: 'Blang',
  塔吉克: 'Tajik',
  蒙古族: 'Mongol',
  蒙古: 'Mongol',
  锡伯: 'Xibe',
  满族: 'Manchu',
  回族: 'Hui',
  苗族: 'Miao',
  侗族: 'Dong',
  瑶族: 'Yao',
  壮族: 'Zhuang',
  黎族: 'Li',
  藏族: 'Tibetan',
  羌族: 'Qiang',
  彝族: 'Yi',
  水族: 'Sui',
  白族: 'Bai',
  傣族: 'Dai',
  佤族: 'Va',
  怒族: 'Nu',
  畲族: 'She',
  土族: 'Tu',
  各族: 'Multiethnic',
};

const generic = /(?:自治区|自治州|自治县|自治旗|地区|盟|省|特区|市|区|县|旗)$/;

/** The stem of an autonomous area's name and its peoples, in order: 积石山, [Bonan, Dongxiang, Salar]. */
function peel(name: string): { stem: string; names: string[] } {
  let stem = name.replace(/自治[区州县旗]$/, '');
  const names: string[] = [];
  if (stem === name) return { stem: name, names };
  for (let peeled = true; peeled; ) {
    peeled = false;
    for (const [people, english] of Object.entries(peoples)) {
      if (stem.length - people.length < 2 || !stem.endsWith(people)) continue;
      stem = stem.slice(0, -people.length);
      names.unshift(english);
      peeled = true;
      break;
    }
  }
  return { stem: stem.length > 2 ? stem.replace(/族$/, '') : stem, names };
}

/** Without the generic ending, where that leaves two characters or more; otherwise the name itself (和县, 东区). */
export function shortName(name: string): string {
  if (/自治[区州县旗]$/.test(name)) return peel(name).stem;
  // 井陉矿区 is never called 井陉 (another county), nor 城区 anything but that.
  if (name.endsWith('矿区')) return name;
  const stem =
    name === '神农架林区' ? '神农架' : /^.{2,}新区$/.test(name) ? name.slice(0, -2) : name.replace(generic, '');
  return stem.length >= 2 ? stem : name;
}

/** English names of the peoples that an autonomous area is named after; empty for others. */
export function ethnic(name: string): string[] {
  return peel(name).names;
}
