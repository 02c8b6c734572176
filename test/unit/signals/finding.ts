import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';
import { compileSignals } from '../../../server/src/core/signals/compile-signals.js';
import { hitsOf } from '../../../server/src/core/signals/hits.js';
import { Matcher } from '../../../server/src/core/signals/matcher.js';
import { parseSignals } from '../../../server/src/core/signals/signal.js';

/** A matcher for signals in the notation, each line a label of its own. */
export function matcherFor(signals: string): Matcher {
  return new Matcher(compileSignals([['test', parseSignals(signals)]]));
}

/**
 * The words by which signals are found in a text: for each hit its first to last word, in order.
 * @param text plain prose, one block
 */
export function found(signals: string, text: string): string[] {
  const matcher = matcherFor(signals);
  const { hits } = matcher.read(text, 0, text.length, []);
  return hitsOf(hits)
    .map(({ spans }) => [spans[0]!, spans.at(-1)!] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([from, to]) => text.slice(from, to));
}

/** The words that a single signal meets among the words of a list. */
export function formsAmong(signal: string, words: string): string[] {
  const matcher = matcherFor(signal);
  return words.split(/\s+/).filter((word) => matcher.read(word, 0, word.length, []).hits.length > 0);
}

/** The folded words of a text. */
export function wordsOf(text: string): string[] {
  const matcher = matcherFor('niets');
  const { words } = matcher.read(text, 0, text.length, []);
  return Array.from({ length: words.count }, (_, w) => matcher.formOf(w));
}

/** The prose of a Markdown text: every block with what is no prose blanked. */
export function proseOf(markdown: string): string[] {
  return parseMarkdown(markdown).blocks.map(({ from, to, skip }) => {
    let text = markdown.slice(from, to);
    for (let k = 0; k < skip.length; k += 2) {
      const [start, end] = [skip[k]! - from, skip[k + 1]! - from];
      text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
    }
    return text.replace(/\s+/g, ' ').trim();
  });
}
