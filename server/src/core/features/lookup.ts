import type { Analysis } from '../analysis.js';
import type { Mention } from '../recognition/mentions.js';
import type { StudyIndex } from '../study/index.js';
import type { Citable, Term } from '../study/model.js';
import { isSkipped } from '../text/blocks.js';
import type { Citation } from '../text/citation.js';

/** What stands at a place in a document, with the exact range of its words. */
export interface Found {
  readonly item: Citable;
  readonly from: number;
  readonly to: number;
  readonly by: 'citation' | 'words' | 'term';
  /** A term of the study at the same words, beside the entry that they mention. */
  readonly term?: Term;
}

/** What stands at an offset: a citation first, then a trend, a term, and what else was recognised. */
export function lookup(study: StudyIndex, analysis: Analysis, offset: number): Found | undefined {
  const citation = citationAt(analysis, offset);
  if (citation) {
    const item = study.find(citation.id);
    return item && { item, from: citation.from, to: citation.to, by: 'citation' };
  }
  const term = termAt(study, analysis, offset);
  const mention = mentionsAt(analysis, offset)
    .filter(({ kind, certain }) => certain && (kind === 'trend' || !term))
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || b.strength - a.strength)[0];
  if (mention) {
    const { from, to } = mention;
    return { item: study.find(mention.id)!, from, to, by: 'words', ...(term ? { term: term.term } : {}) };
  }
  return term && { item: term.term, from: term.from, to: term.to, by: 'term' };
}

const ORDER = { trend: 0, opgave: 1, theme: 2 } as const;

/** The citation at an offset, at sign and locator included. */
export function citationAt({ citations }: Analysis, offset: number): Citation | undefined {
  return citations.find(({ from, to, locators }) => offset >= from - 1 && offset <= (locators.at(-1)?.to ?? to));
}

/** Every mention of which a word stands at an offset. */
export function mentionsAt(analysis: Analysis, offset: number): Mention[] {
  return analysis.at(offset)?.mentions.filter(({ spans }) => within(spans, offset)) ?? [];
}

function within(spans: readonly number[], offset: number): boolean {
  for (let k = 0; k < spans.length; k += 2) if (offset >= spans[k]! && offset <= spans[k + 1]!) return true;
  return false;
}

/** A term of the study that stands at an offset, longest first. Code and link targets are no prose. */
function termAt(
  study: StudyIndex,
  analysis: Analysis,
  offset: number,
): { term: Term; from: number; to: number } | undefined {
  const block = analysis.at(offset)?.block;
  if (!block || isSkipped(block.skip, offset)) return undefined;
  const content = analysis.slice(block.from, block.to);
  const at = offset - block.from;
  const start = content.lastIndexOf('\n', at - 1) + 1;
  const end = content.indexOf('\n', at);
  const written = content.slice(start, end < 0 ? content.length : end);
  const lowered = written.toLowerCase();
  const lineFrom = block.from + start;
  let best: { term: Term; from: number; to: number } | undefined;
  for (const { term, needle, inCapitals } of formsOf(study)) {
    const line = inCapitals ? written : lowered;
    for (let at = line.indexOf(needle); at >= 0; at = line.indexOf(needle, at + 1)) {
      const from = lineFrom + at;
      const to = from + needle.length;
      if (offset < from || offset > to || isLetter(line[at - 1]) || isLetter(line[at + needle.length])) continue;
      if (!best || to - from > best.to - best.from) best = { term, from, to };
    }
  }
  return best;
}

/** A way to write a term. */
interface Form {
  readonly term: Term;
  readonly needle: string;
  /** An abbreviation is meant only in capitals: MIT and VIS are terms, 'mit' and 'vis' are not. */
  readonly inCapitals: boolean;
}

const forms = new WeakMap<StudyIndex, readonly Form[]>();

function formsOf(study: StudyIndex): readonly Form[] {
  let known = forms.get(study);
  if (!known) {
    known = study.terms.flatMap((term) =>
      [term.title, ...term.variants].map((form) => {
        const inCapitals = /^[A-Z]{2,}$/.test(form);
        return { term, needle: inCapitals ? form : form.toLowerCase(), inCapitals };
      }),
    );
    forms.set(study, known);
  }
  return known;
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
