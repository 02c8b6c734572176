/** @param {string[]} texts */
export function trimmed(texts) {
  return texts.map((text) => plainSpaces(text).trim()).filter(Boolean);
}

/**
 * The editor writes a space as a no-break space.
 * @param {string} text
 */
export function plainSpaces(text) {
  return text.replaceAll('\u00a0', ' ');
}
