import { IN_NAME, type Vocabulary, type WordList } from '../dutch/words.js';
import { FIRST_SIGN, STEP, type WordsModel } from '../study/learned.js';
import type { LabelCounts } from './signal-counts.js';

/** Words that say nothing of a subject. */
const FUNCTION_WORDS = new Set(
  (
    'de het een en van in op te voor met dat die is zijn er aan om ook als bij of door wij we onze ons dit deze naar uit over dan tot worden wordt niet maar kan ' +
    'kunnen zich hun heeft hebben moet moeten willen wil wat nog meer zo zodat wel al ze hij zij u je uw men daar hier daarom hiermee daarmee waar waarin waarbij ' +
    'waarmee gaan gaat ga komt komen zou zullen zal mag mogen was waren werd bent ben hebt had doen doet via per onder tussen tegen zonder veel alle elke iedere ' +
    'iedereen ander andere anderen geen'
  ).split(' '),
);

const PARTS = [4, 6, 8];

/**
 * What is learned of a word form: the form itself, the parts of a hyphenated one, and how a longer one begins and ends, so
 * that a compound that nobody met says what its parts say. None for a word that says nothing of a subject.
 */
export function featuresOfForm(form: string): string[] {
  const closed = form.replaceAll('-', '');
  if (closed.length < 2 || FUNCTION_WORDS.has(closed) || /^\d+$/.test(closed)) return [];
  const found = [`w ${closed}`];
  if (closed !== form) for (const part of form.split('-')) if (part.length > 2) found.push(`w ${part}`);
  if (closed.length >= 6)
    for (const length of PARTS)
      if (closed.length > length) found.push(`p ${closed.slice(0, length)}`, `q ${closed.slice(-length)}`);
  return found;
}

/** The same of signals of a label in the block. */
export const featureOfHit = (id: string, { strong }: LabelCounts): string => `${strong > 0 ? 's' : 'k'} ${id}`;

/** A word counts less each further time. */
export const repeated = (times: number): number => 1 + Math.log(times);

/** What headings from the nearest up, and the sentence that introduces a list, count for beside the block's own words. */
export const OF_NEAREST_HEADING = 0.5;
export const OF_FURTHER_HEADING = 0.3;
export const OF_LEAD_IN = 0.4;

/** So many words share what the words of a block say; of fewer each says no more for it. */
const FEWEST = 4;
export const shareOf = (size: number): number => 1 / Math.sqrt(Math.max(FEWEST, size));

/** What the words of one block say of each label, added up. */
export interface WordSums {
  /** By place in {@link WordsModel.labels}. */
  readonly sums: readonly number[];
  /** Words that say anything of a subject, each further time squared as it counts. */
  readonly size: number;
}

/** What one word form says. */
export interface WordWeights {
  /** Side by side. Small typed arrays would take more time and room. */
  readonly places: readonly number[];
  readonly weights: readonly number[];
  /** It says something of a subject, known or not. */
  readonly counts: boolean;
}

/** Tells what words say of labels, by what was learned. What a form says is found out once. */
export class Words {
  /** Where a label stands; -1 where nothing was learned of it. */
  readonly placeOf: Int16Array;
  private vocabulary: Vocabulary | undefined;
  private known: (WordWeights | undefined)[] = [];
  /** How often each form stands in the block that is read; 0 in between. */
  private times = new Uint16Array(1024);
  private readonly met: number[] = [];
  /** Of the block that is read. */
  private readonly sums: Float64Array;
  private readonly hits = new Map<string, WordWeights>();

  constructor(
    readonly model: WordsModel,
    private readonly ids: readonly string[],
  ) {
    this.sums = new Float64Array(model.labels.length);
    this.placeOf = new Int16Array(ids.length).fill(-1);
    for (const [place, label] of model.labels.entries()) this.placeOf[label] = place;
  }

  read(words: WordList, vocabulary: Vocabulary, hits: readonly LabelCounts[]): WordSums {
    if (this.sums.length === 0) return { sums: NOTHING, size: 0 };
    const { sums } = this;
    sums.fill(0);
    if (vocabulary !== this.vocabulary) {
      this.vocabulary = vocabulary;
      this.known = [];
    }
    if (this.times.length < vocabulary.forms.length) this.times = new Uint16Array(vocabulary.forms.length * 2);
    const { times, met } = this;
    met.length = 0;
    for (let w = 0; w < words.count; w++) {
      if ((words.flags[w]! & IN_NAME) !== 0) continue;
      const form = words.form[w]!;
      if (times[form] === 0) met.push(form);
      times[form]!++;
    }
    let size = 0;
    for (const form of met) {
      const weights = this.ofForm(form, vocabulary);
      const counted = repeated(times[form]!);
      times[form] = 0;
      if (!weights.counts) continue;
      size += counted * counted;
      addTo(sums, weights, counted);
    }
    for (const hit of hits) addTo(sums, this.ofHit(hit), repeated(hit.strong + hit.weak));
    return { sums: Array.from(sums), size };
  }

  /** What a word form of the vocabulary says. */
  private ofForm(form: number, vocabulary: Vocabulary): WordWeights {
    this.known[form] ??= this.weightsOf(featuresOfForm(vocabulary.forms[form]!));
    return this.known[form];
  }

  ofHit(hit: LabelCounts): WordWeights {
    const feature = featureOfHit(this.ids[hit.label]!, hit);
    const known = this.hits.get(feature) ?? this.weightsOf([feature]);
    this.hits.set(feature, known);
    return known;
  }

  /** What features say together. */
  weightsOf(features: readonly string[]): WordWeights {
    const places: number[] = [];
    const weights: number[] = [];
    for (const feature of features) {
      const told = this.model.features[feature];
      if (told === undefined) continue;
      for (let at = 0; at < told.length; ) {
        const place = told.charCodeAt(at) - FIRST_SIGN;
        let end = at + 1;
        while (end < told.length && told.charCodeAt(end) < FIRST_SIGN) end++;
        const weight = Number(told.slice(at + 1, end)) * STEP;
        at = end;
        const known = places.indexOf(place);
        if (known >= 0) weights[known]! += weight;
        else {
          places.push(place);
          weights.push(weight);
        }
      }
    }
    if (places.length === 0) return features.length > 0 ? UNKNOWN : SILENT;
    return { places, weights, counts: true };
  }
}

const NOTHING: readonly number[] = [];
/** Most words say nothing that was learned: they share what is known of them. */
const UNKNOWN: WordWeights = { places: NOTHING, weights: NOTHING, counts: true };
const SILENT: WordWeights = { places: NOTHING, weights: NOTHING, counts: false };

function addTo(sums: Float64Array, { places, weights }: WordWeights, times: number): void {
  for (let k = 0; k < places.length; k++) sums[places[k]!]! += times * weights[k]!;
}
