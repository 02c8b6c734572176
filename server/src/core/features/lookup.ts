import type { Analysis } from '../analysis.js';
import { type Block, isSkipped } from '../markdown/blocks.js';
import type { Citation } from '../markdown/citation.js';
import { lineStart } from '../markdown/lines.js';
import type { Mention } from '../recognition/mentions.js';
import type { StudyIndex } from '../study/index.js';
import type { Citable, Term } from '../study/model.js';

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
  const here = analysis.at(offset);
  if (!here) return undefined;
  const term = termAt(study, analysis, here.block, offset);
  const mention = here.mentions
    .filter(({ spans }) => within(spans, offset))
    // A finding may stand at an opgave that is only named: there it is told what the finding is about.
    .filter(({ kind, certain, stance }) => (certain || stance === 'genoemd') && (kind === 'trend' || !term))
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
  return citations.find(
    ({ from, to, locators }) => offset >= from - 1 && offset <= Math.max(to, locators.at(-1)?.to ?? to),
  );
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
  block: Block,
  offset: number,
): { term: Term; from: number; to: number } | undefined {
  if (isSkipped(block.skip, offset)) return undefined;
  const { forms, longest } = formsOf(study);
  // No form that stands at the offset reaches further than this; a letter more on either side shows where a word ends.
  const nearby = Math.max(block.from, offset - longest - 1);
  const content = analysis.slice(nearby, Math.min(block.to, offset + longest + 1));
  const at = offset - nearby;
  const start = lineStart(content, at);
  const end = content.indexOf('\n', at);
  const written = content.slice(start, end < 0 ? content.length : end);
  const lowered = written.toLowerCase();
  const lineFrom = nearby + start;
  let best: { term: Term; from: number; to: number } | undefined;
  for (const { term, needle, inCapitals } of forms) {
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

interface Forms {
  readonly forms: readonly Form[];
  /** Length of the longest. */
  readonly longest: number;
}

const formsByStudy = new WeakMap<StudyIndex, Forms>();

function formsOf(study: StudyIndex): Forms {
  let known = formsByStudy.get(study);
  if (!known) {
    const forms = study.terms.flatMap((term) =>
      [term.title, ...term.variants].map((form) => {
        const inCapitals = /^[A-Z]{2,}$/.test(form);
        return { term, needle: inCapitals ? form : form.toLowerCase(), inCapitals };
      }),
    );
    known = { forms, longest: Math.max(...forms.map(({ needle }) => needle.length)) };
    formsByStudy.set(study, known);
  }
  return known;
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
