import { LARGE_LETTER, type Segment } from './words.js';

/** The segments with a large letter that stands beside the first lines of a paragraph in the word it begins. */
export function withDropCaps(segments: readonly Segment[]): Segment[] {
  const changed = new Map<Segment, Segment | undefined>();
  for (const letter of segments.filter(isLetter)) {
    const lines = segments.filter((segment) => isBeside(letter, segment)).sort((a, b) => a.y - b.y);
    const [first] = lines;
    if (!first || lines.length < 2) continue;
    changed.set(letter, undefined);
    for (const line of lines) changed.set(line, { ...line, left: letter.left });
    const [word, ...words] = first.words;
    const whole = { ...word!, text: letter.words[0]!.text + word!.text, left: letter.left };
    changed.set(first, { ...first, left: letter.left, words: [whole, ...words] });
  }
  return segments.flatMap((segment) => (changed.has(segment) ? (changed.get(segment) ?? []) : [segment]));
}

const isLetter = ({ words }: Segment): boolean => words.length === 1 && /^[‘“"']?\p{Lu}$/u.test(words[0]!.text);

/** Whether a line begins beside a letter that is so much larger and stands no lower. */
function isBeside(letter: Segment, { left, y, size }: Segment): boolean {
  const gap = left - letter.right;
  return (
    letter.size > LARGE_LETTER * size &&
    gap > -0.2 * size &&
    gap < 1.5 * size &&
    y > letter.y - 0.9 * letter.size &&
    y < letter.y + 0.3 * size
  );
}
