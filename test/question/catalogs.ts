/** Catalogs to read questions against: the five shipped reports, and a made-up library of several years. */
import { loadLexicon } from '../../src/lexicon/load.ts';
import type { Catalog, CatalogAgency } from '../../src/question/catalog.ts';
import type { RegionFilter } from '../../src/question/plan.ts';

const lexicon = loadLexicon();
const ningxia = '宁夏回族自治区';

const region = (province: string, city: string | null = null, county: string | null = null): RegionFilter => ({
  province,
  city,
  county,
});

function agency(
  name: string,
  where: RegionFilter,
  years: readonly number[],
  printed: readonly string[] = [name],
): CatalogAgency {
  const { key, kind } = lexicon.agency(name, where);
  return { key, names: [...printed], region: where, kind, years: [...years] };
}

function catalogOf(agencies: readonly CatalogAgency[], version = 1): Catalog {
  const years = [...new Set(agencies.flatMap((each) => each.years))].sort((a, b) => a - b);
  return {
    agencies,
    years,
    forms: years.some((year) => year > 2020) ? ['2019', '2021'] : ['2019'],
    reports: agencies.flatMap((each) => each.years).length,
    version,
  };
}

export const five = catalogOf([
  agency('彭阳县科学技术局', region(ningxia, '固原市', '彭阳县'), [2020]),
  agency('安康市科学技术局', region('陕西省', '安康市'), [2020], ['安康市科技局']),
  agency('彭阳县机关事务服务中心', region(ningxia, '固原市', '彭阳县'), [2020]),
  agency('盐池县科学技术局', region(ningxia, '吴忠市', '盐池县'), [2023]),
  agency('兴庆区科学技术局', region(ningxia, '银川市', '兴庆区'), [2019], ['银川市兴庆区科学技术局']),
]);

const places: readonly RegionFilter[] = [
  region(ningxia, '吴忠市', '盐池县'), region(ningxia, '吴忠市', '同心县'), region(ningxia, '固原市', '彭阳县'), region(ningxia, '固原市'),
  region('陕西省', '安康市'), region('陕西省', '西安市'), region('甘肃省', '兰州市'), region('上海市'),
]; // biome-ignore format: places
const offices = ['科学技术局', '教育局', '财政局', '人民政府'];

/** Eight places with three departments and a government each, 2019 to 2023. */
export const wide = catalogOf(
  places.flatMap((where) =>
    offices.map((office) =>
      agency(`${where.county ?? where.city ?? where.province}${office}`, where, [2019, 2020, 2021, 2022, 2023]),
    ),
  ),
);

/** Towns beside the departments and governments of what they lie in. */
export const towns = catalogOf([
  agency('如皋市白蒲镇人民政府', region('江苏省', '南通市', '如皋市'), [2021, 2022]),
  agency('如皋市财政局', region('江苏省', '南通市', '如皋市'), [2021, 2022]),
  agency('如皋市教育局', region('江苏省', '南通市', '如皋市'), [2021, 2022]),
  agency('杭州市萧山区瓜沥镇人民政府', region('浙江省', '杭州市', '萧山区'), [2021, 2022]),
  agency('萧山区财政局', region('浙江省', '杭州市', '萧山区'), [2021, 2022]),
  agency('萧山区人民政府', region('浙江省', '杭州市', '萧山区'), [2021, 2022]),
]);

/** A county with its government, towns and departments of two fields, and a second county's government. */
export const county = catalogOf(
  [
    agency('通渭县人民政府', region('甘肃省', '定西市', '通渭县'), [2020, 2021, 2022]),
    agency('通渭县平襄镇人民政府', region('甘肃省', '定西市', '通渭县'), [2020, 2021, 2022]),
    agency('通渭县碧玉镇人民政府', region('甘肃省', '定西市', '通渭县'), [2020, 2021, 2022]),
    agency('通渭县教育体育局', region('甘肃省', '定西市', '通渭县'), [2020, 2021, 2022]),
    agency('通渭县文化体育和旅游局', region('甘肃省', '定西市', '通渭县'), [2020, 2021, 2022]),
    agency('鹿邑县人民政府', region('河南省', '周口市', '鹿邑县'), [2020, 2021, 2022]),
  ],
  3,
);

export { lexicon };
