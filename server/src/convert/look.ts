/** How a paragraph looks, in a document whose headings may be no more than that. */
export interface Look {
  readonly text: string;
  /** In points, or in whatever the document measures. */
  readonly size: number;
  /** All of it. */
  readonly bold: boolean;
  /** An item of a list. */
  readonly item: boolean;
}

/** A heading says what the text below it is about; a statement that parties answer is one too. */
const LONGEST = 100;
/** So many in a row are no headings: slogans, an address. */
const IN_A_ROW = 4;
/** So much larger than running text. */
const LARGER = 1.05;

/**
 * Which paragraphs are headings by how they look, and at what level: short lines on their own that are bold, in
 * capitals, or larger than the running text. What looks the same has the same level; numbers as in 2.1 go a level deeper.
 */
function levelsByLook(looks: readonly Look[]): (number | undefined)[] {
  const body = bodySize(looks);
  const kinds = looks.map((look, index) => {
    const listed = look.item && (looks[index - 1]?.item || looks[index + 1]?.item);
    return listed ? undefined : kindOf(look, body);
  });
  for (let from = 0, to: number; from < kinds.length; from = to) {
    const key = kinds[from]?.key;
    to = from + 1;
    while (key !== undefined && kinds[to]?.key === key) to++;
    // What ends the document heads nothing; a document begins with its title, and lines that go with that.
    if (to === kinds.length) kinds.fill(undefined, from, to);
    else if (to - from >= IN_A_ROW) kinds.fill(undefined, from === 0 ? 1 : from, from === 0 ? to - 1 : to);
  }
  const ranks = [...new Map(kinds.flatMap((kind) => (kind ? [[kind.key, kind] as const] : []))).values()]
    .sort((a, b) => b.size - a.size || b.weight - a.weight || a.depth - b.depth)
    .map(({ key }) => key);
  return kinds.map((kind) => kind && Math.min(ranks.indexOf(kind.key) + 1, 6));
}

/** A paragraph, or something else that stands between paragraphs. */
export interface Block {
  /** Of the heading that its style says it is. */
  readonly level?: number | undefined;
  /** Undefined of what cannot be a heading. */
  readonly look?: Look | undefined;
}

/**
 * The level of each block that is a heading: by its style; by its look when more headings are told by that, below those
 * that have a style.
 */
export function headingLevels(blocks: readonly Block[]): (number | undefined)[] {
  const looks = levelsByLook(blocks.map(({ level, look }) => (level === undefined && look) || NO_LOOK));
  const styled = blocks.map(({ level }) => level);
  const deepest = Math.max(0, ...styled.map((level) => level ?? 0));
  const byLook = count(looks) > count(styled);
  return styled.map((level, index) => {
    const look = byLook ? looks[index] : undefined;
    return level ?? (look && Math.min(deepest + look, 6));
  });
}

const NO_LOOK: Look = { text: '', size: 0, bold: false, item: false };

const count = (levels: readonly unknown[]): number => levels.filter((level) => level !== undefined).length;

/** The size that most letters have. */
function bodySize(looks: readonly Look[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of looks) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((most, size) => (size[1] > most[1] ? size : most), [0, 0])[0];
}

interface Kind {
  readonly key: string;
  readonly size: number;
  readonly weight: number;
  /** Of its number: two of 2.1. */
  readonly depth: number;
}

function kindOf({ text, size, bold }: Look, body: number): Kind | undefined {
  const words = text.trim();
  if (words.length > LONGEST || !/\p{L}{2}/u.test(words) || /[,;:]$/.test(words)) return undefined;
  const capitals = !/\p{Ll}/u.test(words) && /\p{Lu}{4}/u.test(words);
  const large = size >= body * LARGER;
  if (!bold && !capitals && !large) return undefined;
  const number = /^(\d+(?:\.\d+)*)\.?\s/.exec(words)?.[1];
  const depth = number?.split('.').length ?? 1;
  const weight = (bold ? 2 : 0) + (capitals ? 1 : 0);
  return { key: `${size} ${weight} ${depth}`, size, weight, depth };
}
