import { IN_NAME, type Vocabulary, type WordList } from '../dutch/words.js';
import { placeIn, STEP, type WordsModel, weightIn } from '../study/learned.js';
import { FeatureTable } from './feature-table.js';
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

/** Takes a feature of a word: its kind, and the text that it is in another's. */
type Give = (kind: string, text: string, from: number, to: number) => void;

/**
 * What is learned of a word form: the form itself, the parts of a hyphenated one, and how a longer one begins and ends, so
 * that a compound that nobody met says what its parts say. None for a word that says nothing of a subject.
 * @returns whether there is any
 */
function eachFeature(form: string, give: Give): boolean {
  const closed = form.includes('-') ? form.replaceAll('-', '') : form;
  if (closed.length < 2 || FUNCTION_WORDS.has(closed) || /^\d+$/.test(closed)) return false;
  give('w', closed, 0, closed.length);
  if (closed !== form) for (const part of form.split('-')) if (part.length > 2) give('w', part, 0, part.length);
  if (closed.length >= 6)
    for (const length of PARTS) {
      if (closed.length <= length) break;
      give('p', closed, 0, length);
      give('q', closed, closed.length - length, closed.length);
    }
  return true;
}

/** The same by their names. */
export function featuresOfForm(form: string): string[] {
  const found: string[] = [];
  eachFeature(form, (kind, text, from, to) => void found.push(`${kind} ${text.slice(from, to)}`));
  return found;
}

/** The same of signals of a label in the block. */
export const featureOfHit = (id: string, { strong }: LabelCounts): string => `${strong > 0 ? 's' : 'k'} ${id}`;

/** A word counts less each further time. */
export const repeated = (times: number): number => 1 + Math.log(times);

/** What the sentence that introduces a list counts for beside the block's own words. */
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

/** Tells what words say of labels, by what was learned. Which features a form has is found out once. */
export class Words {
  /** Where a label stands; -1 where nothing was learned of it. */
  readonly placeOf: Int16Array;
  private readonly features: FeatureTable;
  /** Per feature where in the lists of the model begins what it says; at the end where the last ends. */
  private readonly starts: Int32Array;
  private readonly says: Int32Array;
  private vocabulary: Vocabulary | undefined;
  /** Features of the forms of the vocabulary by number, one behind the other: lists of their own would take more time and room. */
  private found: number[] = [];
  /** Per form where its own begin and end; a beginning of {@link UNMET} or {@link SILENT} stands for none. */
  private from = new Int32Array(1024);
  private to = new Int32Array(1024);
  /** How often each form stands in the block that is read; 0 in between. */
  private times = new Uint16Array(1024);
  private readonly met: number[] = [];
  private readonly zeros: readonly number[];

  constructor(
    readonly model: WordsModel,
    private readonly ids: readonly string[],
  ) {
    this.placeOf = new Int16Array(ids.length).fill(-1);
    for (const [place, label] of model.labels.entries()) this.placeOf[label] = place;
    this.features = new FeatureTable(model.features, model.counts.length);
    this.says = model.says;
    this.starts = new Int32Array(model.counts.length + 1);
    for (let i = 0; i < model.counts.length; i++) this.starts[i + 1] = this.starts[i]! + model.counts[i]!;
    // An engine that has once seen a fraction in a list lays it out for fractions, and so its copies.
    this.zeros = model.labels.map(() => 0.5).fill(0);
  }

  read(words: WordList, vocabulary: Vocabulary, hits: readonly LabelCounts[]): WordSums {
    const sums = this.zeros.slice();
    if (sums.length === 0) return { sums, size: 0 };
    if (vocabulary !== this.vocabulary) this.begin(vocabulary);
    if (this.times.length < vocabulary.forms.length) this.grow(vocabulary.forms.length * 2);
    const { times, met, from, to, found } = this;
    met.length = 0;
    for (let w = 0; w < words.count; w++) {
      if ((words.flags[w]! & IN_NAME) !== 0) continue;
      const form = words.form[w]!;
      if (times[form] === 0) met.push(form);
      times[form]!++;
    }
    let size = 0;
    for (const form of met) {
      const counted = repeated(times[form]!);
      times[form] = 0;
      if (from[form] === UNMET) this.meet(form, vocabulary.forms[form]!);
      const start = from[form]!;
      if (start === SILENT) continue;
      size += counted * counted;
      for (let i = start; i < to[form]!; i++) this.add(sums, found[i]!, counted);
    }
    for (const hit of hits) {
      const feature = this.featureOf(featureOfHit(this.ids[hit.label]!, hit));
      if (feature >= 0) this.add(sums, feature, repeated(hit.strong + hit.weak));
    }
    return { sums, size };
  }

  /** Adds what a feature says so many times. */
  private add(sums: number[], feature: number, times: number): void {
    const { starts, says } = this;
    const share = times * STEP;
    const end = starts[feature + 1]!;
    for (let k = starts[feature]!; k < end; k++) {
      const one = says[k]!;
      sums[placeIn(one)]! += share * weightIn(one);
    }
  }

  private begin(vocabulary: Vocabulary): void {
    this.vocabulary = vocabulary;
    this.from.fill(UNMET);
    this.found = [];
  }

  private grow(forms: number): void {
    this.times = new Uint16Array(forms);
    const [from, to] = [new Int32Array(forms).fill(UNMET), new Int32Array(forms)];
    from.set(this.from);
    to.set(this.to);
    this.from = from;
    this.to = to;
  }

  /** Finds out which features a word form of the vocabulary has. */
  private meet(form: number, text: string): void {
    const { found } = this;
    const start = found.length;
    const speaks = eachFeature(text, this.note);
    this.from[form] = speaks ? start : SILENT;
    this.to[form] = found.length;
  }

  private readonly note: Give = (kind, text, from, to) => {
    const feature = this.features.find(kind, text, from, to);
    if (feature >= 0) this.found.push(feature);
  };

  private featureOf(name: string): number {
    return this.features.find(name[0]!, name, 2, name.length);
  }

  /** What a word form says of the label at a place, in log-odds. */
  weightOf(form: string, place: number): number {
    const sums = this.zeros.slice();
    for (const name of featuresOfForm(form)) {
      const feature = this.featureOf(name);
      if (feature >= 0) this.add(sums, feature, 1);
    }
    return sums[place] ?? 0;
  }
}

const UNMET = -2;
const SILENT = -1;
