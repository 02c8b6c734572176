/** The candidates nearest to a misspelled key, by edits of one letter (insert, delete, replace, swap), nearest first. */
export function nearest(word: string, candidates: Iterable<string>, most = 3): string[] {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return [...candidates]
    .map((candidate) => ({ candidate, distance: distance(word, candidate, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** The one candidate that a misspelled key must have meant: an edit or two away, and every other one clearly further. */
export function clearlyNearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = 2;
  let best: string | undefined;
  let least = limit + 1;
  let second = limit + 3;
  for (const candidate of candidates) {
    const edits = distance(word, candidate, limit + 2);
    if (edits < least) {
      second = least;
      least = edits;
      best = candidate;
    } else second = Math.min(second, edits);
  }
  return second > least + 1 ? best : undefined;
}

/** Optimal string alignment distance; anything past `limit` counts as `limit + 1`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const past = limit + 1;
  let before = new Uint16Array(b.length + 1);
  let previous = new Uint16Array(b.length + 1);
  let row = new Uint16Array(b.length + 1);
  for (let j = 0; j <= b.length; j++) previous[j] = Math.min(j, past);
  let least = 0;
  for (let i = 1; i <= a.length; i++) {
    const leastBefore = least;
    // Further from the diagonal than the limit lies nothing within it.
    const first = Math.max(1, i - limit);
    const last = Math.min(b.length, i + limit);
    row[first - 1] = first === 1 ? Math.min(i, past) : past;
    least = row[first - 1]!;
    for (let j = first; j <= last; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1), past);
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        best = Math.min(best, before[j - 2]! + 1);
      row[j] = best;
      least = Math.min(least, best);
    }
    if (last < b.length) row[last + 1] = past;
    // Two rows past it are enough: a swap reaches back one row further than the other edits.
    if (least > limit && leastBefore > limit) return past;
    [before, previous, row] = [previous, row, before];
  }
  return previous[b.length]!;
}
