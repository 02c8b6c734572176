/** A heading as far as it tells what stands below it. */
export interface Level {
  readonly depth: number;
  /** What it is counted as: 2 of ‘2. Wonen’. */
  readonly number?: number | undefined;
}

/**
 * What a heading is counted as, if it begins with one plain number; ‘2.1’ tells by itself where it belongs, and a number of
 * which the marks end before its title (‘**2.** Wonen’) is passed over.
 * @param text its Markdown
 */
export function headingNumber(text: string): number | undefined {
  const number = /^(?:#{1,6}[ \t]+)?[*_]{0,3}(\d{1,3})[.)][ \t]/.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** By depth, how far the headings before a place have counted. */
export type Counted = readonly (number | undefined)[];

/** The same past a heading. */
export const countedPast = (counted: Counted, { depth, number }: Level): Counted =>
  number === counted[depth] ? counted : Object.assign([...counted], { [depth]: number });

/**
 * Of the headings around a place, from the nearest up, those that stay around it when another begins: those that are less
 * deep. ‘2.’ stands beside ‘1.’ and not below it, also where its marks make it deeper, as in Markdown that was made from a
 * PDF; but not where its own depth counts on from the chapter before: then it is the next point of a chapter.
 */
export function headingsAround<T>(
  headings: readonly T[],
  { depth, number }: Level,
  levelOf: (heading: T) => Level,
  counted: Counted,
): readonly T[] {
  const before =
    number === undefined || counted[depth] === number - 1
      ? undefined
      : headings.find((heading) => levelOf(heading).number === number - 1);
  const least = before === undefined ? depth : Math.min(depth, levelOf(before).depth);
  const around = headings.filter((heading) => levelOf(heading).depth < least);
  return around.length === headings.length ? headings : around;
}
