/** A page stays with the `p.` before it. */
const PAGE = /(?<=\bp\.) (?=\d)/g;

/** Breaks between words, never in one; every line but the first gets the indent. */
export function wrap(text: string, indent: string, width: number): string {
  const lines = [''];
  for (const word of text.replace(PAGE, '\u00a0').split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && indent.length + line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => line.trimEnd().replaceAll('\u00a0', ' ')).join(`\n${indent}`);
}
