/** Many short lists of numbers in two flat arrays: list `i` is `items[starts[i]] … items[starts[i + 1] - 1]`. */
export interface Lists {
  readonly starts: Numbers;
  readonly items: Numbers;
}

/** Numbers in half the room where none is too large for that, as in every study of this size. */
export type Numbers = Uint16Array | Int32Array;

const room = (length: number, most: number): Numbers =>
  most < 2 ** 16 ? new Uint16Array(length) : new Int32Array(length);

/** The same numbers, none below zero or above `most`, in as little room as they need. */
export function narrowed(numbers: ArrayLike<number>, most: number): Numbers {
  const narrow = room(numbers.length, most);
  narrow.set(numbers);
  return narrow;
}

/** Number of lists. */
export const countOf = ({ starts }: Lists): number => starts.length - 1;

export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  const items: number[] = [];
  let most = 0;
  for (let i = 0; i < lists.length; i++) {
    for (const item of lists[i]!) {
      if (item > most) most = item;
      items.push(item);
    }
    starts[i + 1] = items.length;
  }
  return { starts: narrowed(starts, items.length), items: narrowed(items, most) };
}

/** The other way round: for every item `0 … count - 1` the lists that hold it, ascending. */
export function inverted({ starts, items }: Lists, count: number): Lists {
  const inverse = { starts: room(count + 1, items.length), items: room(items.length, starts.length) };
  for (let k = 0; k < items.length; k++) inverse.starts[items[k]! + 1]!++;
  for (let i = 0; i < count; i++) inverse.starts[i + 1]! += inverse.starts[i]!;
  const next = inverse.starts.slice(0, count);
  for (let list = 0; list < starts.length - 1; list++)
    for (let k = starts[list]!; k < starts[list + 1]!; k++) inverse.items[next[items[k]!]!++] = list;
  return inverse;
}

/** Flat pairs of list and item as lists `0 … count - 1`, in the order of the pairs. @param most no item is above it */
export function grouped(pairs: readonly number[], count: number, most: number): Lists {
  const starts = room(count + 1, pairs.length);
  const items = room(pairs.length / 2, most);
  for (let k = 0; k < pairs.length; k += 2) starts[pairs[k]! + 1]!++;
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice(0, count);
  for (let k = 0; k < pairs.length; k += 2) items[next[pairs[k]!]!++] = pairs[k + 1]!;
  return { starts, items };
}
