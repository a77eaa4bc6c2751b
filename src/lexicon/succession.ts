/**
 * Bodies that took over from others, by index/agencies.json: 国土资源局 → 自然资源局. A successor is a body of its own: its figures are
 * never added to those of its predecessors, and who asks for the one is told of the other.
 */

/** A row of index/agencies.json: names without their office (局, 委员会 …). */
export interface SuccessionRow {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The year of the reform; where the body is of a county, it was carried out up to two years later. */
  readonly since: number;
  readonly source: string;
}

/** Two bodies of one place, by their keys. */
export interface Succession {
  readonly before: string;
  readonly after: string;
  readonly since: number;
  readonly source: string;
}

const offices = /^(.{2,60}?)(委员会办公室|领导小组办公室|委员会|办公室|办公厅|总局|分局|中心|局|厅)$/u;
/** 人民政府扶贫开发办公室 and 扶贫开发办公室 of one place are one. */
const ofGovernment = /人民政府$/u;

/** How bodies stand to each other: `a` and `b` are keys of agencies; null where neither took over from the other. */
export function successionReader(rows: readonly SuccessionRow[]): (a: string, b: string) => Succession | null {
  const one = (before: string, after: string): Succession | null => {
    const [old, fresh] = [offices.exec(before)?.[1], offices.exec(after)?.[1]];
    if (old === undefined || fresh === undefined) return null;
    for (const { from, to, since, source } of rows) {
      const places = from.flatMap((stem) => placeOf(old, stem));
      if (places.length > 0 && to.some((stem) => placeOf(fresh, stem).some((place) => places.includes(place))))
        return { before, after, since, source };
    }
    return null;
  };
  return (a, b) => (a === b ? null : (one(a, b) ?? one(b, a)));
}

/** Where the body is, if it is one of this name. A name that is nothing but the stem belongs to no place. */
function placeOf(body: string, stem: string): string[] {
  if (!body.endsWith(stem) || body.length === stem.length) return [];
  return [body.slice(0, -stem.length).replace(ofGovernment, '')];
}
