import { ANYTHING, basesOf, changedPlurals } from './inflection.js';
import type { LexiconData } from './lexicon.js';
import type { Atom, Group, Signal } from './signal.js';
import { separate } from './verbs.js';

/** Signals of all entries, compiled at build time into tables of numbers that the matcher reads. */
export interface SignalTable {
  readonly lexicon: LexiconData;
  /** Atoms of each phrase, in order. */
  readonly phrases: readonly (readonly number[])[];
  /** Phrases of which one is enough. */
  readonly groups: readonly (readonly number[])[];
  /** Per form of a signal: its number, groups that stand near each other, phrases that must be absent. */
  readonly forms: readonly (readonly [signal: number, near: readonly number[], not: readonly number[]])[];
  /** As written, for explanations. */
  readonly sources: readonly string[];
  /** Per signal the label (an id of the study, or a cue) that it speaks for, as an index into `labels`. */
  readonly labelOf: readonly number[];
  readonly labels: readonly string[];
  readonly weak: readonly (0 | 1)[];
}

/** A particle of a separable verb counts only at the end of a clause; it has an atom of its own. */
const PARTICLE = 'particle:';

/**
 * Compiles signals by label.
 * @param signalsOf labels with their signals, in a stable order: numbers of signals follow it
 */
export function compileSignals(signalsOf: Iterable<readonly [label: string, signals: readonly Signal[]]>): SignalTable {
  const atoms = new Numbering();
  const phraseNumbers = new Numbering();
  const groupNumbers = new Numbering();
  const phrases: number[][] = [];
  const groups: number[][] = [];
  const refs = new Map<string, number[]>();
  const table = {
    forms: [] as [number, number[], number[]][],
    sources: [] as string[],
    labelOf: [] as number[],
    labels: [] as string[],
    weak: [] as (0 | 1)[],
  };

  const atomNumber = (atom: Atom): number => {
    const [number, isNew] = atoms.of(`${atom.kind}:${atom.text}`);
    if (isNew) for (const [base, endings, inside] of shapes(atom)) push(refs, base, endings, number, inside);
    return number;
  };
  const particleNumber = (particle: string): number => {
    const [number, isNew] = atoms.of(PARTICLE + particle);
    if (isNew) push(refs, particle, 1, number, 0);
    return number;
  };
  const phraseNumber = (numbers: number[]): number => {
    const [number, isNew] = phraseNumbers.of(numbers.join(' '));
    if (isNew) phrases.push(numbers);
    return number;
  };
  const particles = new Set<number>();
  const partNumber = (part: Part): number => {
    if (part.kind !== 'particle') return atomNumber(part);
    const number = particleNumber(part.text);
    particles.add(number);
    return number;
  };
  const groupNumber = (group: readonly (readonly Part[])[]): number => {
    const numbers = group.map((phrase) => phraseNumber(phrase.map(partNumber)));
    const [number, isNew] = groupNumbers.of(numbers.join(' '));
    if (isNew) groups.push(numbers);
    return number;
  };

  for (const [label, signals] of signalsOf) {
    const labelNumber = table.labels.push(label) - 1;
    for (const signal of signals) {
      const number = table.sources.push(signal.source) - 1;
      table.labelOf.push(labelNumber);
      table.weak.push(signal.weak ? 1 : 0);
      const not = signal.not.map((phrase) => phraseNumber(phrase.map(atomNumber)));
      for (const near of separated(signal.near)) table.forms.push([number, near.map(groupNumber), not]);
    }
  }
  const bases = [...refs.keys()].sort();
  return {
    lexicon: { bases, refs: bases.map((base) => refs.get(base)!) },
    phrases: phrases.map((phrase) => phrase.map((atom) => (particles.has(atom) ? ~atom : atom))),
    groups,
    ...table,
  };
}

type Part = Atom | { readonly kind: 'particle'; readonly text: string };

/** The groups as they are, and with each separable verb that stands alone taken apart. */
function* separated(near: readonly Group[]): Generator<readonly (readonly (readonly Part[])[])[]> {
  yield near;
  for (const [i, group] of near.entries()) {
    const others = near.filter((_, k) => k !== i);
    for (const phrase of group) {
      const taken = phrase.length === 1 && phrase[0]!.kind === 'word' ? separate(phrase[0]!.text) : undefined;
      if (!taken) continue;
      const [particle, verb] = taken;
      yield [[[{ kind: 'word', text: verb }]], [[{ kind: 'particle', text: particle }]], ...others];
      yield [
        [
          [
            { kind: 'form', text: particle },
            { kind: 'form', text: 'te' },
            { kind: 'word', text: verb },
          ],
        ],
        ...others,
      ];
    }
  }
}

/** The beginnings of word forms by which an atom is found, with the endings that complete them. */
function* shapes(atom: Atom): Generator<[base: string, endings: number, inside: 0 | 1]> {
  switch (atom.kind) {
    case 'form':
      yield [atom.text, 1, 0];
      return;
    case 'word':
      for (const { text, endings } of basesOf(atom.text)) yield [text, endings, 0];
      return;
    case 'prefix':
      yield [atom.text, ANYTHING, 0];
      // The plural may be spelled otherwise, and a compound may begin with it: scholen, huizenprijzen, stedenbouw.
      for (const { text, endings } of basesOf(atom.text)) if (!text.startsWith(atom.text)) yield [text, endings, 0];
      for (const plural of changedPlurals(atom.text)) yield [plural, ANYTHING, 0];
      return;
    case 'suffix':
      for (const { text, endings } of basesOf(atom.text)) yield [text, endings, 1];
      return;
    case 'infix':
      yield [atom.text, ANYTHING, 1];
      return;
  }
}

function push(refs: Map<string, number[]>, base: string, endings: number, atom: number, inside: 0 | 1): void {
  const list = refs.get(base);
  if (list) list.push(endings, atom, inside);
  else refs.set(base, [endings, atom, inside]);
}

class Numbering {
  private readonly numbers = new Map<string, number>();
  of(key: string): [number: number, isNew: boolean] {
    const known = this.numbers.get(key);
    if (known !== undefined) return [known, false];
    const number = this.numbers.size;
    this.numbers.set(key, number);
    return [number, true];
  }
}
