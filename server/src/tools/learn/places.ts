import { answeredBy, asSaid } from '../../core/recognition/answers.js';
import type { BlockInContext } from '../../core/recognition/block-in-context.js';
import type { Recogniser } from '../../core/recognition/recogniser.js';
import { type CodedDocument, type Sign, SOURCES, type Source } from './corpus.js';

export type Kind = 'opgaven' | 'themes';

/** A block of a coded document, with what the readings say of it. */
export interface Place {
  readonly document: number;
  readonly block: number;
  readonly context: BlockInContext;
  readonly isCoded: boolean;
  /** Its number among all places, and where its document's places begin. */
  readonly number: number;
  readonly first: number;
  /** Number of the place whose words it has: its own, or of a statement that of the heading. */
  readonly words: number;
}

/** What the readings say of a label in every place: the truth between 0 and 1, and how much it counts. */
export interface LabelTruth {
  readonly y: Float32Array;
  readonly weight: Float32Array;
}

/** What a document that is not about a municipality counts for. */
const OF_ELSEWHERE = 0.5;
/**
 * What was made up tells less of themes: opgave by opgave it keeps to a few and names them sparingly, and a point by itself
 * has no heading that names one.
 */
const OF_THEME: Partial<Record<Source, number>> = { 'by-opgave': 0.2, 'by-point': 0.3 };
/** Without signs what is only named is not coded: that an opgave is not what a passage is about is then less sure. */
const UNSIGNED_ABSENT = 0.4;

/** Every block of every document, with the truth of every theme and opgave by label. */
export class Places {
  readonly all: readonly Place[];
  /** Statements that are answered, as they are said: numbered behind all places. Nothing is learned from them. */
  readonly statements: readonly Place[];
  /** Whether a theme is raised, or a choice made about an opgave. */
  readonly taken = new Map<number, LabelTruth>();
  /** Whether an opgave is what the block is about. */
  readonly named = new Map<number, LabelTruth>();
  /** Whether a stand is taken against an opgave, where signs say so. */
  readonly opposed = new Map<number, LabelTruth>();
  /** Signs by place and label, where there are any. */
  readonly signs = new Map<number, Map<number, Sign>>();

  constructor(recogniser: Recogniser, documents: readonly CodedDocument[]) {
    const places: Place[] = [];
    for (const [document, { contexts, units }] of documents.entries()) {
      const coded = new Set(units.flatMap(({ blocks }) => blocks));
      const first = places.length;
      for (const [block, context] of contexts.entries())
        places.push({
          document,
          block,
          context,
          isCoded: coded.has(block),
          number: places.length,
          first,
          words: places.length,
        });
    }
    this.all = places;
    const answered = new Set(places.flatMap(({ context }) => answeredBy(context)?.heading ?? []));
    const headings = places.filter(({ context }) => answered.has(context));
    this.statements = headings.map((heading, i) => ({
      ...heading,
      context: asSaid(heading.context),
      isCoded: false,
      number: places.length + i,
    }));
    const size = places.length + headings.length;
    const starts = documents.map((_, document) => places.findIndex((place) => place.document === document));
    const themes = codesOf(recogniser, 'themes');
    const opgaven = codesOf(recogniser, 'opgaven');
    const truths = (labels: Iterable<number>, into: Map<number, LabelTruth>): void => {
      for (const label of labels) into.set(label, { y: new Float32Array(size), weight: new Float32Array(size) });
    };
    truths([...themes.keys(), ...opgaven.keys()], this.taken);
    truths(opgaven.keys(), this.named);
    truths(opgaven.keys(), this.opposed);
    const add = ({ y, weight }: LabelTruth, at: number, is: boolean, counts: number): void => {
      weight[at]! += counts;
      if (is) y[at]! += counts;
    };
    for (const [document, { units, local }] of documents.entries()) {
      for (const unit of units) {
        const counts = SOURCES[unit.source] * (local ? 1 : OF_ELSEWHERE);
        for (const block of unit.blocks) {
          const at = starts[document]! + block;
          for (const [label, codes] of themes)
            if (!codes.some((code) => unit.themesMaybe.has(code)))
              add(
                this.taken.get(label)!,
                at,
                codes.some((code) => unit.themes.has(code)),
                (OF_THEME[unit.source] ?? 1) * counts,
              );
          for (const [label, codes] of opgaven) {
            if (codes.some((code) => unit.opgavenMaybe.has(code))) continue;
            const sign = codes.map((code) => unit.opgaven.get(code)).find((found) => found !== undefined);
            add(this.taken.get(label)!, at, sign === '+' || sign === '-', counts);
            const sure = unit.hasSigns || sign !== undefined ? 1 : UNSIGNED_ABSENT;
            add(this.named.get(label)!, at, sign !== undefined, counts * sure);
            if (!unit.hasSigns) continue;
            add(this.opposed.get(label)!, at, sign === '-', 1);
            if (sign === undefined) continue;
            const signs = this.signs.get(at) ?? new Map<number, Sign>();
            this.signs.set(at, signs.set(label, sign));
          }
        }
      }
    }
    for (const truth of [...this.taken.values(), ...this.named.values(), ...this.opposed.values()])
      for (let i = 0; i < places.length; i++) if (truth.weight[i]! > 0) truth.y[i]! /= truth.weight[i]!;
  }
}

/** The numbers of the inventory that a label stands for. */
export function codesOf({ study, labels }: Recogniser, kind: Kind): Map<number, readonly string[]> {
  const coded = (codes: readonly string[]): readonly string[] => codes.filter((code) => /^o?\d/.test(code));
  if (kind === 'themes') return new Map(study.themes.map((theme, i) => [labels.ofTheme[i]!, [theme.section]]));
  return new Map(labels.opgaven.map((label) => [label, coded(study.opgave(labels.ids[label]!)!.inventory)]));
}

/**
 * Divides documents into parts of about the same size, those of one place over different parts: what is learned is
 * measured on the part that it was not learned from.
 */
export function partsOf(documents: readonly CodedDocument[], parts: number): Int32Array {
  const size = documents.map(({ units }) => units.reduce((sum, { blocks }) => sum + blocks.length, 0));
  const order = [...documents.keys()].sort((a, b) => size[b]! - size[a]! || a - b);
  const filled = new Array<number>(parts).fill(0);
  const towns = filled.map(() => new Map<string, number>());
  const found = new Int32Array(documents.length);
  for (const i of order) {
    const town = documents[i]!.name.split('-')[0]!;
    let best = 0;
    const cost = (part: number): number => filled[part]! + 300 * (towns[part]!.get(town) ?? 0);
    for (let part = 1; part < parts; part++) if (cost(part) < cost(best)) best = part;
    found[i] = best;
    filled[best]! += size[i]!;
    towns[best]!.set(town, (towns[best]!.get(town) ?? 0) + 1);
  }
  return found;
}
