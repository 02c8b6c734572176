/** Breaks between words, never in one; every line but the first gets the indent. */
export function wrap(text: string, indent: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && indent.length + line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => line.trimEnd()).join(`\n${indent}`);
}
