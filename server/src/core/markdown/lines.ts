/** Offsets at which the lines of a text begin, but for the first. A line ends as editors see it: at LF, CRLF or CR. */
export type Lines = Uint16Array | Uint32Array;

export function linesOf(text: string): Lines {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return text.length < 65536 ? Uint16Array.from(starts) : Uint32Array.from(starts);
}
