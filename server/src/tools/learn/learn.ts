import { OPGAVE_FEATURES, THEME_FEATURES } from '../../core/recognition/features.js';
import { sigmoid } from '../../core/recognition/model.js';
import { NEIGHBOURS } from '../../core/recognition/neighbours.js';
import type { Recogniser } from '../../core/recognition/recogniser.js';
import type { CodedDocument } from './corpus.js';
import { type Example, examplesOf, type Kind, Sparse, withNeighbours } from './examples.js';
import { fit, type Row } from './logistic.js';

/** How firmly weights are held to 0: the fewer examples a weight rests on, the firmer. */
const SHRINK = {
  opgaven: { dense: 0.05, L: 0.5, S: 4, W: 4, H: 1.5 },
  themes: { dense: 0.05, L: 1, S: 4, W: 4, H: 5 },
} as const;
const SHRINK_NEIGHBOURS = 0.1;
/** What was seen less often than this has no weight of its own. */
const LEAST = 3;

/** What a document that is not about a municipality counts for. */
const OF_ELSEWHERE = 0.5;
/** What a passage counts for that two readings agree on: they err less than one. */
const OF_TWO_READINGS = 3;

/** What was learned for one kind of label from some of the documents. */
export interface Learned {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Everything needed to learn again and again, each time without some document. */
export class Lesson {
  readonly sparse: Record<Kind, Sparse> = { opgaven: new Sparse(), themes: new Sparse() };
  readonly examples: Record<Kind, Example[]>;
  readonly documents: readonly CodedDocument[];

  constructor(
    readonly recogniser: Recogniser,
    documents: readonly CodedDocument[],
  ) {
    this.documents = documents;
    this.examples = {
      themes: examplesOf(recogniser, documents, 'themes', this.sparse.themes),
      opgaven: examplesOf(recogniser, documents, 'opgaven', this.sparse.opgaven),
    };
  }

  /** Learns the first estimate from the documents that `use` admits. */
  first(kind: Kind, use: (document: number) => boolean): Float64Array {
    const examples = this.examples[kind].filter((example) => example.y !== undefined && use(example.document));
    const dense = (kind === 'opgaven' ? OPGAVE_FEATURES : THEME_FEATURES).length;
    const { keys } = this.sparse[kind];
    const seen = new Int32Array(keys.length);
    for (const { sparse } of examples) for (const number of sparse) seen[number]!++;
    const held = SHRINK[kind];
    const shrink = new Float64Array(dense + keys.length).fill(held.dense);
    for (const [i, key] of keys.entries()) shrink[dense + i] = held[key[0] as 'L' | 'S' | 'W' | 'H'];
    const rows = examples.map((example) => this.row(example, dense, (number) => seen[number]! >= LEAST));
    return fit(rows, dense, shrink);
  }

  /** Probabilities of the first estimate, for each example. */
  applyFirst(kind: Kind, weights: Float64Array): Float64Array {
    const dense = (kind === 'opgaven' ? OPGAVE_FEATURES : THEME_FEATURES).length;
    return Float64Array.from(this.examples[kind], (example) => {
      let z = 0;
      for (let i = 0; i < dense; i++) z += weights[i]! * example.dense[i]!;
      for (const number of example.sparse) z += weights[dense + number]!;
      return sigmoid(z);
    });
  }

  /**
   * The examples as the second estimate sees them.
   * @param related for opgaven the second estimates of themes, for themes the first estimates of opgaven
   */
  surrounded(kind: Kind, first: Float64Array, related: Float64Array): Example[] {
    const { labels } = this.recogniser;
    const place = ({ document, block, label }: Example): string => `${document} ${block} ${labels.theme[label]}`;
    const highest = new Map<string, number>();
    for (const [i, example] of this.examples[kind === 'themes' ? 'opgaven' : 'themes'].entries())
      highest.set(place(example), Math.max(related[i]!, highest.get(place(example)) ?? 0));
    return withNeighbours(this.documents, this.examples[kind], first, (example) => highest.get(place(example)) ?? 0);
  }

  second(examples: readonly Example[], use: (document: number) => boolean): Float64Array {
    const dense = NEIGHBOURS.length;
    const rows = examples.filter(({ y, document }) => y !== undefined && use(document));
    return fit(
      rows.map((example) => this.row(example, dense, () => false)),
      dense,
      new Float64Array(dense).fill(SHRINK_NEIGHBOURS),
    );
  }

  private row({ dense, sparse, y, document, unit }: Example, first: number, counts: (number: number) => boolean): Row {
    const weight = (this.documents[document]!.local ? 1 : OF_ELSEWHERE) * (unit!.measures ? OF_TWO_READINGS : 1);
    return { dense, sparse: sparse.filter(counts).map((number) => first + number), y: y!, weight };
  }
}

export function applySecond(examples: readonly Example[], weights: Float64Array): Float64Array {
  return Float64Array.from(examples, ({ dense }) => sigmoid(dense.reduce((z, value, i) => z + value * weights[i]!, 0)));
}
