import { hiddenElementAt } from './hidden-html.js';

/**
 * What stands in prose and is none, beside what CommonMark knows: attributes, shortcodes, math, LaTeX, embeds, what is
 * struck out or hidden, and addresses. Every pattern has a bounded length and is tried only where its first characters
 * stand, so that no text is gone through again and again.
 */

/** How the name of a host or a file ends. `.de` is left out: in Dutch it is most often a sentence without its space. */
const ENDINGS =
  'nl|be|eu|com|org|info|frl|amsterdam|gov|edu|pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|md|qmd|txt|html?|xml|json|ya?ml|png|jpe?g|gif|svg|webp|zip|mp[34]';

/** Where something may begin; an escaped character is passed over. */
const MARK = new RegExp(
  String.raw`\\[^]|[{$]|!?\[\[|%%|~~|\[[!^]|\]\]\(|<(?:del|s|strike|span|div|section|p)\b|:\/\/|\bmailto:|\bwww\.|\.(?:${ENDINGS})(?![\p{L}\p{N}_])|(?<=[\w.])@[\w-]+\.\w|(?<![^\s(])(?:\.{0,2}\/[\w.-]|[A-Za-z]:\\)`,
  'giu',
);

const sticky = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'yu');

/** By the first character of the mark; what the pattern finds is no prose. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  '{': sticky(
    // Shortcodes of Hugo and Quarto, templates, what critics crossed out or noted.
    String.raw`\{\{[^]{0,600}?\}\}`,
    String.raw`\{%[^]{0,600}?%\}`,
    String.raw`\{--[^]{0,1000}?--\}`,
    String.raw`\{>>[^]{0,1000}?<<\}`,
    String.raw`\{~~[^]{0,1000}?~>`,
    // The key of a citation.
    String.raw`(?<=@)\{[^{}\s]{1,200}\}`,
    // Attributes, and the format of what is raw.
    String.raw`\{(?:-|=[\w-]{1,40})\}`,
    String.raw`\{:?\s{0,20}(?:[#.][^\s{}"]|[\w:-]{1,40}=)(?:"[^"]{0,400}"|[^{}"]){0,600}\}`,
  ),
  $: sticky(String.raw`\$\$[^]{1,2000}?\$\$`, String.raw`\$(?=[^\s$])(?:[^$\\]|\\[^]){0,600}(?<=[^\s])\$(?!\d)`),
  '\\': sticky(
    String.raw`\\begin\{(\w{1,40}\*?)\}[^]{0,4000}?\\end\{\1\}`,
    String.raw`\\[A-Za-z]{1,40}\*?(?:\[[^\]\n]{0,200}\]|\{(?:[^{}]|\{[^{}]{0,400}\}){0,1000}\})*`,
    // Formulas only: brackets that a word processor's text brought with it are escaped in the same way.
    String.raw`\\\((?:(?!\\\))[^@=^_]){0,200}[=^_](?:(?!\\\))[^@]){1,400}\\\)`,
    String.raw`\\\[(?:(?!\\\])[^@=^_]){0,200}[=^_](?:(?!\\\])[^@]){1,1000}\\\]`,
  ),
  '[': sticky(
    String.raw`\[\[[^\]|\n]{1,400}\|`,
    String.raw`\[![\w-]{1,40}\][+-]?`,
    // The mark of a note stays; a label of words says nothing.
    String.raw`(?<=\[)\^`,
  ),
  // Where a link leads that has brackets in its words, as the mark of a note from Word has: `[[1]](#_ftn1)`.
  ']': sticky(String.raw`\]\]\([^()\s]{0,400}\)`),
  '!': sticky(String.raw`!\[\[[^\]\n]{0,400}\]\]`),
  '%': sticky('%%[^]{0,2000}?%%'),
  '~': sticky(String.raw`~~(?=[^\s~])[^]{0,2000}?(?<=[^\s])~~`),
  '<': sticky(String.raw`<(del|s|strike)>[^]{0,2000}?<\/\1>`),
};

const LABEL = sticky(String.raw`\[\^(?=[^\]\s]{0,80}\p{L}{3})[^\]\s]{1,80}\]`);

const ADDRESS_BEGINS = /[^\s<>()[\]{}"“”„‘’«»|`*,;]/u;
const ADDRESS = /(?:[^\s<>()[\]{}"“”„‘’«»|`*]|\([^\s()]{0,80}\))*/uy;
/** No address is longer before the mark by which it is known. */
const LONGEST_HOST = 200;

/** What is hidden is no longer than this. */
const LONGEST_HIDDEN = 2000;

/**
 * The parts of a block that are no prose, as flat pairs, ascending. All offsets count from `origin`.
 * @param skip parts that are known to be none, in which a mark is no mark
 */
export function pandocNotProse(content: string, origin: number, skip: readonly number[]): number[] {
  const found: number[] = [];
  let end = 0;
  let k = 0;
  MARK.lastIndex = 0;
  for (let mark = MARK.exec(content); mark; mark = MARK.exec(content)) {
    const at = origin + mark.index;
    while (k < skip.length && skip[k + 1]! <= at) k += 2;
    // A tag is one of those parts itself, and may hide what follows it.
    if (k < skip.length && at >= skip[k]! && !(mark[0][0] === '<' && at === skip[k])) {
      MARK.lastIndex = skip[k + 1]! - origin;
      continue;
    }
    const range = rangeAt(content, mark, end);
    if (range) {
      found.push(origin + range[0], origin + range[1]);
      end = range[1];
    }
    MARK.lastIndex = Math.max(mark.index + mark[0].length, end);
  }
  return found;
}

function rangeAt(text: string, mark: RegExpExecArray, least: number): [from: number, to: number] | undefined {
  const at = mark.index;
  const pattern = PATTERNS[mark[0][0]!];
  if (!pattern) return addressAt(text, at, least);
  if (mark[0] === '[^') {
    const label = lengthAt(LABEL, text, at);
    return label === 0 ? undefined : [at + 2, at + label - 1];
  }
  const length = lengthAt(pattern, text, at) || (mark[0][0] === '<' ? hiddenLengthAt(text, at) : 0);
  return length === 0 ? undefined : [at, at + length];
}

function hiddenLengthAt(text: string, at: number): number {
  const element = hiddenElementAt(text, at);
  if (!element) return 0;
  const end = element.endIn(text.slice(element.from, element.from + LONGEST_HIDDEN));
  return end < 0 ? 0 : element.from + end - at;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** The address around a mark: from white space or an opening bracket to the next, without punctuation at its end. */
function addressAt(text: string, at: number, least: number): [from: number, to: number] | undefined {
  let start = at;
  while (start > least && at - start < LONGEST_HOST && ADDRESS_BEGINS.test(text[start - 1]!)) start--;
  while (start < at && /[_~'-]/.test(text[start]!)) start++;
  ADDRESS.lastIndex = start;
  let end = start + ADDRESS.exec(text)![0].length;
  while (end > at && /[.,;:!?…_~'-]/.test(text[end - 1]!)) end--;
  return end > at && isAddress(text.slice(start, end)) ? [start, end] : undefined;
}

/** A path has a second slash or a name with an ending; the other marks are enough by themselves. */
const isAddress = (token: string): boolean =>
  token.startsWith('/') || token.startsWith('.')
    ? /^\.{0,2}\/[^/]+\/|\.\w{2,4}$/.test(token)
    : /[\p{L}\p{N}]/u.test(token[0] ?? '');
