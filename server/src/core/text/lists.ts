/** Many short lists of numbers in two flat arrays: list `i` is `items[starts[i]] … items[starts[i + 1] - 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** Number of lists. */
export const countOf = ({ starts }: Lists): number => starts.length - 1;

export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = starts[i]! + list.length;
  return { starts, items: Int32Array.from(lists.flat()) };
}

/** The other way round: for every item `0 … count - 1` the lists that hold it, ascending. */
export function inverted({ starts, items }: Lists, count: number): Lists {
  const inverse = { starts: new Int32Array(count + 1), items: new Int32Array(items.length) };
  for (let k = 0; k < items.length; k++) inverse.starts[items[k]! + 1]!++;
  for (let i = 0; i < count; i++) inverse.starts[i + 1]! += inverse.starts[i]!;
  const next = inverse.starts.slice(0, count);
  for (let list = 0; list < starts.length - 1; list++)
    for (let k = starts[list]!; k < starts[list + 1]!; k++) inverse.items[next[items[k]!]!++] = list;
  return inverse;
}

/** Flat pairs of list and item as lists `0 … count - 1`, in the order of the pairs. */
export function grouped(pairs: readonly number[], count: number): Lists {
  const lists = { starts: new Int32Array(count + 1), items: new Int32Array(pairs.length / 2) };
  for (let k = 0; k < pairs.length; k += 2) lists.starts[pairs[k]! + 1]!++;
  for (let i = 0; i < count; i++) lists.starts[i + 1]! += lists.starts[i]!;
  const next = lists.starts.slice(0, count);
  for (let k = 0; k < pairs.length; k += 2) lists.items[next[pairs[k]!]!++] = pairs[k + 1]!;
  return lists;
}
