import type { Block } from './blocks.js';

/** Stands for what is left out while the marks around it are still to be read. */
const GAP = '\0';

/** The words of a heading as a reader sees them, on one line: no marks, attributes, notes, comments, addresses or citations. */
export function headingWords(text: string, { from, to, skip }: Block): string {
  const line = from + /^[^\n]*/.exec(text.slice(from, to))![0].length;
  let words = '';
  let at = from;
  for (let k = 0; k < skip.length && skip[k]! < line; k += 2) {
    const part = text.slice(skip[k], skip[k + 1]);
    words += text.slice(at, skip[k]) + shown(part);
    at = skip[k + 1]!;
  }
  words += text.slice(at, Math.max(at, line));
  return words
    .replace(/\^?\[\^?[^[\]]*\]/g, (bracket) => (/^\^|^\[\^|@/.test(bracket) ? GAP : bracket))
    .replace(/!?\[([^[\]]*)\](?:\([\s\0]*\)|\0)/g, '$1')
    .replaceAll(GAP, '')
    .trim()
    .replace(/^#{1,6}(?:\s+|$)|(?:^|\s+)#+$/g, '')
    .replace(/(?<!\\)(\*{1,3})(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_\\])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Of what is no prose a reader sees code, and a tag that means nothing here. */
function shown(part: string): string {
  if (part.startsWith('`')) return part.replace(/^`+ ?| ?`+$/g, '');
  return /^<[^!][^<>]*>$/.test(part) ? part : GAP;
}

/** Whether a block is a heading to which the text links by a name or by words that it has of itself: what is put in it changes both. */
export function isLinkedHeading(text: string, block: Block): boolean {
  if (block.kind !== 'heading' || /\{[^{}]*#[^{}]*\}/.test(text.slice(block.from, block.to))) return false;
  const words = headingWords(text, block).toLowerCase();
  const name = words
    .replace(/[^\p{L}\p{N}_.\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/^[^\p{L}]+/u, '');
  const all = text.toLowerCase();
  return all.includes(`](#${name})`) || all.includes(`[${words}]`);
}
