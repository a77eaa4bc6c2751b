/** The ruling lines of a PDF page, from its drawing operations: what a table's borders are drawn with. */

export type Matrix = readonly [number, number, number, number, number, number];

/** A straight line along an axis, in points from the page's top left corner: `at` across, `from` to `to` along. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rulings {
  readonly across: readonly Ruling[];
  readonly down: readonly Ruling[];
}

/** The numbers of the operations, as the PDF library names them. */
export interface Operations {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly stroke: number;
  readonly closeStroke: number;
  readonly fill: number;
  readonly eoFill: number;
  readonly fillStroke: number;
  readonly eoFillStroke: number;
  readonly closeFillStroke: number;
  readonly closeEOFillStroke: number;
}

/** Thicker than this (points) a filled shape is a background and no line; shorter than `shortest` a line is a dash or a dot. */
const thickest = 3;
const shortest = 3;

/** How many numbers follow each path command: move, line, cubic curve, quadratic curve, close. */
const operands = [2, 2, 6, 4, 0];

/** Collects lines and thin rectangles that are painted. `view` turns the page's coordinates into points from its top left. */
export function pageRulings(
  list: { fnArray: readonly number[]; argsArray: readonly unknown[] },
  ops: Operations,
  view: Matrix,
): Rulings {
  const across: Ruling[] = [];
  const down: Ruling[] = [];
  const stroked = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const filled = new Set([
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  let matrix: Matrix = view;
  const stack: Matrix[] = [];
  const add = (x1: number, y1: number, x2: number, y2: number) => {
    const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
    if (height <= thickest && width >= shortest && width > height) {
      across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    } else if (width <= thickest && height >= shortest) {
      down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
    }
  };
  for (const [index, operation] of list.fnArray.entries()) {
    const args = list.argsArray[index];
    if (operation === ops.save) stack.push(matrix);
    else if (operation === ops.restore || operation === ops.paintFormXObjectEnd) matrix = stack.pop() ?? view;
    else if (operation === ops.transform) matrix = times(matrix, args as Matrix);
    else if (operation === ops.paintFormXObjectBegin) {
      stack.push(matrix);
      const own = (args as [Matrix | null])[0];
      if (own) matrix = times(matrix, own);
    } else if (operation === ops.constructPath) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
      if (!path) continue;
      for (const points of subpaths(path)) {
        const placed = points.map(([x, y]) => apply(matrix, x, y));
        if (stroked.has(paint)) for (let at = 1; at < placed.length; at += 1) add(...placed[at - 1]!, ...placed[at]!);
        if (filled.has(paint)) add(...box(placed));
      }
    }
  }
  return { across, down };
}

type Point = [number, number];

function* subpaths(path: ArrayLike<number>): Generator<Point[]> {
  let points: Point[] = [];
  for (let at = 0; at < path.length; ) {
    const command = path[at]!;
    const count = operands[command] ?? 0;
    if (command === 0) {
      if (points.length > 1) yield points;
      points = [[path[at + 1]!, path[at + 2]!]];
    } else if (command === 1) points.push([path[at + 1]!, path[at + 2]!]);
    else if (command === 4) {
      if (points.length > 0) points.push(points[0]!);
    } else points = [];
    at += 1 + count;
  }
  if (points.length > 1) yield points;
}

function box(points: readonly Point[]): [number, number, number, number] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
  const greatest = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  return [least(xs), least(ys), greatest(xs), greatest(ys)];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [x, y] = apply(outer, e, f);
  return [
    outer[0] * a + outer[2] * b,
    outer[1] * a + outer[3] * b,
    outer[0] * c + outer[2] * d,
    outer[1] * c + outer[3] * d,
    x,
    y,
  ];
}
