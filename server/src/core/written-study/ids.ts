/** No id that follows from a title is longer. */
const LONGEST_ID = 60;

/** An id that follows from a title: its words with hyphens. */
export function idOf(title: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .match(/[a-z0-9]+/g);
  let id = '';
  for (const word of words ?? []) {
    const longer = id === '' ? word : `${id}-${word}`;
    if (longer.length > LONGEST_ID) break;
    id = longer;
  }
  return id === '' ? (words?.[0] ?? '').slice(0, LONGEST_ID) : id;
}

/** The key of a study that follows from the name of a document or folder: like an id, and it begins with a letter. */
export const keyOf = (name: string): string => idOf(name).replace(/^[^a-z]+/, '') || 'studie';
