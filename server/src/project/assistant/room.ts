/** So many characters an answer has when its door does not say: some 3,500 tokens of Dutch. */
export const ROOM = 12_000;
/** In less than this nothing can be said. */
export const LEAST_ROOM = 1_000;

/**
 * Parts of an answer, one below the other, as far as there is room: whole parts, and then how many were left out.
 * @param told what to say of those that were left out
 */
export function inRoom(parts: readonly string[], room: number, told: (left: number) => string): string {
  const kept: string[] = [];
  let used = 0;
  for (const [index, part] of parts.entries()) {
    const left = parts.length - index;
    const note = told(left);
    const isLast = left === 1;
    if (used + part.length + 1 + (isLast ? 0 : note.length) > room) return [...kept, note].join('\n');
    kept.push(part);
    used += part.length + 1;
  }
  return kept.join('\n');
}
