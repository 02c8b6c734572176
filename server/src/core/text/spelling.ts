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
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    // Two rows are enough: a swap reaches back one row further than the other edits.
    if (Math.min(...row) > limit && Math.min(...previous) > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
