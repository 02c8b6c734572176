/** Of the headings around a place, those that stay around it when a heading of this depth begins: those that are less deep. */
export function headingsAround<T>(
  headings: readonly T[],
  depth: number,
  depthOf: (heading: T) => number,
): readonly T[] {
  const around = headings.filter((heading) => depthOf(heading) < depth);
  return around.length === headings.length ? headings : around;
}
