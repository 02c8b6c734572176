import type { Nodes } from 'hast';

/** Takes out of the text what is there for the setting of it alone: soft hyphens, fixed spaces, joined letters. */
export function cleanText(node: Nodes): void {
  if (node.type === 'text') node.value = clean(node.value);
  if ('children' in node) for (const child of node.children) cleanText(child);
}

const clean = (text: string): string =>
  text
    // Also what the numbering of blocks uses, and what Markdown cannot hold.
    .replace(/[\p{Cf}\uFDD0\uFDD1]|(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(/\u2011/g, '-')
    .replace(/[\uFB00-\uFB06\u0132\u0133]/g, (joined) => joined.normalize('NFKC'));
