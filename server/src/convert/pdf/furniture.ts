import type { Box } from './drawing.js';
import { type Line, linesOf, sameStyle } from './line.js';
import type { Rules } from './rules.js';
import type { Segment } from './words.js';

/** How many lines at the head and at the foot of a page may be running heads, feet and page numbers. */
const depth = 4;

export interface SegmentedPage {
  readonly page: number;
  readonly height: number;
  readonly segments: readonly Segment[];
  readonly pictures: readonly Box[];
  readonly rules: Rules;
}

interface Edge {
  readonly page: number;
  readonly line: Line;
  readonly key: string;
  /** From the outside inwards. */
  readonly at: number;
  readonly head: boolean;
}

/** The pages without what is printed on each of them: running heads, feet, page numbers. */
export function withoutFurniture<P extends SegmentedPage>(pages: readonly P[]): P[] {
  const edges = pages.flatMap(edgesOf);
  const repeated = edges.filter((edge) => edge.key !== '' && isRepeated(edge, edges));
  const numbered = pageNumbers(edges);
  const furniture = new Set<Edge>([...repeated, ...numbered]);
  // Where running heads stand, one that occurs on two pages only is one as well.
  for (const edge of edges) {
    if (repeated.some((other) => inSamePlace(edge, other) && sameStyle(edge.line.style, other.line.style))) {
      if (twins(edge, edges).length >= 2) furniture.add(edge);
    }
  }
  return pages.map((page) => {
    const gone = new Set<number>();
    for (const head of [true, false]) {
      const side = edges.filter((edge) => edge.page === page.page && edge.head === head);
      for (const edge of side.sort((a, b) => a.at - b.at)) {
        if (!furniture.has(edge)) break;
        gone.add(edge.line.y);
      }
    }
    if (gone.size === 0) return page;
    const isGone = (segment: Segment): boolean => [...gone].some((y) => Math.abs(segment.y - y) <= 0.35 * segment.size);
    return { ...page, segments: page.segments.filter((segment) => !isGone(segment)) };
  });
}

function edgesOf({ page, height, segments }: SegmentedPage): Edge[] {
  const lines = linesOf(segments, page);
  const edge = (line: Line, at: number, head: boolean): Edge => ({ page, line, at, head, key: keyOf(line.text) });
  const margin = 0.15 * height;
  return [
    ...lines.slice(0, depth).map((line, at) => edge(line, at, true)),
    ...lines
      .slice(-depth)
      .reverse()
      .map((line, at) => edge(line, at, false)),
  ].filter(({ line, head }) => (head ? line.y < margin : line.y > height - margin));
}

/** A line whatever number it bears. */
function keyOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}

const inSamePlace = (a: Edge, b: Edge): boolean => a.head === b.head && Math.abs(a.line.y - b.line.y) <= 3;

const twins = (edge: Edge, edges: readonly Edge[]): Edge[] =>
  edges.filter((other) => other.key === edge.key && inSamePlace(edge, other));

/** The same words in the same place on three pages that lie near each other. */
function isRepeated(edge: Edge, edges: readonly Edge[]): boolean {
  const near = new Set(
    twins(edge, edges)
      .map(({ page }) => page)
      .filter((page) => Math.abs(page - edge.page) <= 6),
  );
  return near.size >= 3;
}

/** Lines with nothing but a number that runs with the pages. */
function pageNumbers(edges: readonly Edge[]): Edge[] {
  const bare = edges.flatMap((edge) => {
    const [, number] = /^\W*(?:pagina |p\. ?|blz\. ?)?(\d{1,4})\W*$/i.exec(edge.line.text) ?? [];
    return number === undefined ? [] : [{ edge, offset: Number(number) - edge.page }];
  });
  return bare
    .filter(({ offset }) => bare.filter((other) => other.offset === offset).length >= 3)
    .map(({ edge }) => edge);
}
