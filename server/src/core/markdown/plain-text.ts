/** Prose on one line as a reader sees it: without the marks of Markdown, comments, notes and citations. */
export function plainText(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s*\[[^\][]*@[^\][]*\]|\[\^[^\]\s]+\]/g, '')
    .replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|[-*+]|>|\d+[.)])[ \t]+/gm, '')
    .replace(/\*\*|__|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
