import { type Box, boxUnder, type Matrix } from './drawing.js';

/** A straight line that is drawn along the page or down it: where it stands, and from where to where it goes. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The lines that part what stands on a page. */
export interface Rules {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** A map or a picture of lines has more of them: no table is looked for there. */
const MOST = 1_500;
/** A line is no thicker, and a field no thinner. */
const THICKEST = 3;
const NEAR = 2;

const [MOVE, LINE, CURVE, QUADRATIC] = [0, 1, 2, 3];

/** The boxes around the straight lines of a path that run along the page or down it; of a field these are its edges. */
export function straightIn(matrix: Matrix, path: ArrayLike<number>, stroked: boolean): Box[] {
  const found: Box[] = [];
  let points: [number, number][] = [];
  const close = (): void => {
    if (stroked)
      for (const [k, [x, y]] of points.slice(1).entries())
        found.push(boxUnder(matrix, points[k]![0], points[k]![1], x, y));
    else if (points.length >= 4 && points.length <= 6) {
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      found.push(...edgesOf(boxUnder(matrix, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))));
    }
    points = [];
  };
  for (let k = 0; k < path.length; ) {
    const what = path[k]!;
    if (what === MOVE) close();
    if (what === MOVE || what === LINE) {
      points.push([path[k + 1]!, path[k + 2]!]);
      k += 3;
    } else if (what === CURVE || what === QUADRATIC) {
      // Nothing with a curve is a rule.
      points = [];
      k += what === CURVE ? 7 : 5;
    } else {
      if (points.length > 2) points.push(points[0]!);
      k++;
    }
  }
  close();
  return found.filter(isRule);
}

const width = ({ left, right }: Box): number => right - left;
const height = ({ top, bottom }: Box): number => bottom - top;
const isRule = (box: Box): boolean =>
  Math.min(width(box), height(box)) <= THICKEST && Math.max(width(box), height(box)) > 2 * THICKEST;

function edgesOf(box: Box): Box[] {
  if (Math.min(width(box), height(box)) <= THICKEST) return [box];
  const { left, top, right, bottom } = box;
  return [
    { ...box, bottom: top },
    { ...box, top: bottom },
    { ...box, right: left },
    { ...box, left: right },
  ];
}

/** The lines of a page, those in parts as one. */
export function rulesOf(boxes: readonly Box[]): Rules {
  if (boxes.length > MOST) return { across: [], down: [] };
  const across = boxes.filter((box) => width(box) >= height(box));
  const down = boxes.filter((box) => width(box) < height(box));
  return {
    across: joined(across.map(({ left, top, right, bottom }) => ({ at: (top + bottom) / 2, from: left, to: right }))),
    down: joined(down.map(({ left, top, right, bottom }) => ({ at: (left + right) / 2, from: top, to: bottom }))),
  };
}

function joined(rules: readonly Rule[]): Rule[] {
  const result: Rule[] = [];
  for (const rule of [...rules].sort((a, b) => a.from - b.from)) {
    const k = result.findIndex((other) => Math.abs(other.at - rule.at) <= NEAR && rule.from <= other.to + THICKEST);
    if (k < 0) result.push(rule);
    else result[k] = { ...result[k]!, to: Math.max(result[k]!.to, rule.to) };
  }
  return result;
}

/** Lines that cross or touch each other: the edges of cells. */
export interface Grid extends Rules {
  /** Where its columns and its rows begin, and last where they end. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** How far apart the frames around the rows of a table may be drawn. */
const BETWEEN_FRAMES = 15;

/** The grids of two columns and two rows or more; a table may have a frame around each of its rows. */
export function gridsOf({ across, down }: Rules, texts: readonly Text[]): Grid[] {
  const left = new Set(down);
  const grids: Grid[] = [];
  for (const first of down) {
    if (!left.delete(first)) continue;
    const own = { across: new Set<Rule>(), down: new Set([first]) };
    for (const rule of own.down) {
      for (const other of across) {
        if (own.across.has(other) || !touch(other, rule)) continue;
        own.across.add(other);
        for (const next of left) if (touch(other, next) && left.delete(next)) own.down.add(next);
      }
    }
    const grid = { across: [...own.across], down: [...own.down] };
    const xs = places(grid.down, grid.across);
    const ys = places(grid.across, grid.down);
    if (xs.length > 2 && ys.length > 1) grids.push({ ...grid, xs, ys });
  }
  grids.sort((a, b) => a.ys[0]! - b.ys[0]!);
  return grids.reduce<Grid[]>((above, grid) => stacked(above, grid, texts), []).filter(({ ys }) => ys.length > 2);
}

/** Where text stands. */
type Text = Pick<Box, 'left' | 'right'> & { readonly y: number; readonly size: number };

/** A grid that stands right below another, parted as that is and with no text between them, is more rows of it. */
function stacked(above: readonly Grid[], grid: Grid, texts: readonly Text[]): Grid[] {
  const [top, left, right] = [grid.ys[0]!, grid.xs[0]!, grid.xs.at(-1)!];
  const k = above.findLastIndex(({ xs, ys }) => {
    const bottom = ys.at(-1)!;
    const isNear = top - bottom > -THICKEST && top - bottom < BETWEEN_FRAMES;
    const isBetween = (text: Text): boolean => {
      const middle = text.y - 0.3 * text.size;
      return middle > bottom && middle < top && text.left < right && text.right > left;
    };
    return isNear && (areAmong(xs, grid.xs) || areAmong(grid.xs, xs)) && !texts.some(isBetween);
  });
  const other = above[k];
  if (!other) return [...above, grid];
  const [across, down] = [
    [...other.across, ...grid.across],
    [...other.down, ...grid.down],
  ];
  return above.with(k, { across, down, xs: apart([...other.xs, ...grid.xs]), ys: apart([...other.ys, ...grid.ys]) });
}

/** Whether places are all among others, the first and the last one too: in a row some cells may be one. */
const areAmong = (places: readonly number[], others: readonly number[]): boolean =>
  Math.abs(places[0]! - others[0]!) <= THICKEST &&
  Math.abs(places.at(-1)! - others.at(-1)!) <= THICKEST &&
  places.every((place) => others.some((other) => Math.abs(place - other) <= THICKEST));

const touch = (across: Rule, down: Rule): boolean =>
  down.at > across.from - NEAR &&
  down.at < across.to + NEAR &&
  across.at > down.from - NEAR &&
  across.at < down.to + NEAR;

/** Where lines stand, and those that cross them begin and end. */
function places(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const ends = crossing.flatMap(({ from, to }) => [from, to]);
  return apart([...rules.map(({ at }) => at), Math.min(...ends), Math.max(...ends)].filter(Number.isFinite));
}

/** Places in their order, those that are nearly the same once. */
function apart(places: number[]): number[] {
  places.sort((a, b) => a - b);
  return places.filter((place, k) => k === 0 || place - places[k - 1]! > THICKEST);
}
