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

/** Bodies whose seats are kept at hand. */
const mostKept = 50_000;

/** What a name says of a body: in the row of which reform it stands, on which side, and of which place it is. */
type Seats = readonly { readonly row: SuccessionRow; readonly old: boolean; readonly place: string }[];

/** How bodies stand to each other: `a` and `b` are keys of agencies; null where neither took over from the other. */
export function successionReader(rows: readonly SuccessionRow[]): (a: string, b: string) => Succession | null {
  const kept = new Map<string, Seats>();
  const seatsOf = (body: string): Seats => {
    const known = kept.get(body);
    if (known) return known;
    const name = offices.exec(body)?.[1] ?? '';
    const seats = rows.flatMap((row) => [
      ...row.from.flatMap((stem) => placeOf(name, stem).map((place) => ({ row, old: true, place }))),
      ...row.to.flatMap((stem) => placeOf(name, stem).map((place) => ({ row, old: false, place }))),
    ]);
    if (kept.size >= mostKept) kept.clear();
    kept.set(body, seats);
    return seats;
  };
  const one = (before: string, after: string): Succession | null => {
    const fresh = seatsOf(after);
    const seat =
      fresh.length === 0
        ? undefined
        : seatsOf(before).find(
            ({ row, old, place }) => old && fresh.some((each) => !each.old && each.row === row && each.place === place),
          );
    return seat ? { before, after, since: seat.row.since, source: seat.row.source } : null;
  };
  return (a, b) => (a === b ? null : (one(a, b) ?? one(b, a)));
}

/** Where the body is, if it is one of this name. A name that is nothing but the stem belongs to no place. */
function placeOf(body: string, stem: string): string[] {
  if (!body.endsWith(stem) || body.length === stem.length) return [];
  return [body.slice(0, -stem.length).replace(ofGovernment, '')];
}
