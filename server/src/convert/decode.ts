/** The text of bytes: by the mark at their start, else by what they say of themselves, else UTF-8, else Windows-1252. */
export function decode(bytes: Uint8Array, said?: string): string {
  // What says of itself in single bytes that it is UTF-16 is not.
  const own = said !== undefined && /^(?:utf-?16|ucs-?2|unicode$)/i.test(said.trim()) ? undefined : said;
  for (const encoding of [markOf(bytes), own, 'utf-8', 'windows-1252']) {
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
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    // Node 20 takes it for Latin-1, which has no letters there.
    return decoder.encoding === 'windows-1252' ? text.replace(/[\u0080-\u009F]/g, ofWindows) : text;
  } catch {
    return undefined;
  }
}

const ofWindows = (control: string): string => WINDOWS[control.charCodeAt(0) - 0x80] ?? control;
const WINDOWS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'];
