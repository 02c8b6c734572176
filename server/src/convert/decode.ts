/** The text of bytes: by the mark at their start, else by what they say of themselves, else UTF-8, else Windows-1252. */
export function decode(bytes: Uint8Array, said?: string): string {
  for (const encoding of [markOf(bytes), said, 'utf-8', 'windows-1252']) {
    const text = encoding === undefined ? undefined : decodeAs(encoding, bytes);
    if (text !== undefined) return text;
  }
  return '';
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** Undefined when the encoding is not known, or the bytes are not of it. */
function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
