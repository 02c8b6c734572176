import type { BlockInContext } from './block-in-context.js';
import type { Labels } from './labels.js';

/** A heading or lead-in says something of an opgave only about a block that goes on for a few words itself. */
const LEAST_WORDS = 6;

/** Longer lines are sentences, whatever they end on. */
const LONGEST_TITLE = 8;

/** A heading in all but its marks: a few words that announce what follows, or that end on no point and say what nobody does. */
export function isTitle({ kind, words, ending, counts }: BlockInContext['own']): boolean {
  if (kind === 'heading' || words > LONGEST_TITLE) return false;
  return ending === 'colon' || (ending === 'word' && kind === 'paragraph' && counts.cueIn.every((mask) => mask === 0));
}

/** Words that say less than this of a label, in log-odds, make it no candidate. */
const LEAST_SAID = -4.5;

/**
 * The labels that a block may raise or take up, themes first: by its signals, by its words, or as a stand against. What is
 * no candidate is estimated at 0.
 * @param bySignals those by its signals
 * @param said what words say of a label
 */
export function allCandidates(
  labels: Labels,
  { own }: BlockInContext,
  bySignals: readonly number[],
  said: (label: number) => number,
): number[] {
  if (isTitle(own)) return [];
  const heading = own.kind === 'heading';
  const among = (label: number): boolean => bySignals.includes(label) || said(label) > LEAST_SAID;
  const opgaven = heading ? [] : labels.opgaven.filter((label) => among(label) || own.counts.against.includes(label));
  const raised = new Set(opgaven.map((label) => labels.theme[label]!));
  return [...labels.ofTheme.filter((label, theme) => raised.has(theme) || among(label)), ...opgaven];
}

/**
 * The labels that signals of a block speak of: those of themes, then of opgaven. Signals of its own name them, or strong
 * ones of the headings above it or of what introduces the list do.
 */
export function candidatesOf(labels: Labels, { own, headings, leadIn }: BlockInContext): number[] {
  if (isTitle(own)) return [];
  const isRaised: boolean[] = [];
  const opgaven: number[] = [];
  for (const { label } of own.counts.labels) {
    isRaised[labels.theme[label]!] = true;
    if (labels.kind[label] === 'opgave') opgaven.push(label);
  }
  for (const above of leadIn ? [...headings, leadIn] : headings) {
    for (const { label, strong } of above.own.counts.labels) {
      if (strong === 0) continue;
      isRaised[labels.theme[label]!] = true;
      if (labels.kind[label] === 'opgave' && own.words >= LEAST_WORDS && !opgaven.includes(label)) opgaven.push(label);
    }
  }
  const themes = labels.ofTheme.filter((_, theme) => isRaised[theme]);
  return own.kind === 'heading' ? themes : [...themes, ...opgaven];
}
