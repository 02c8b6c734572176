/** Weights are kept in steps of this size. */
export const STEP = 0.05;

/** Weights in the order of the names of what they weigh, and a start for each label by its number. */
export interface Scorer {
  readonly features: readonly number[];
  readonly labels: readonly number[];
}

/** What was learned of themes. */
export interface ThemeModel {
  /** Weighs signals, and then signals and words together. */
  readonly first: Scorer;
  readonly combined: Scorer;
  /** Weighs what the blocks around say; without it they say nothing. */
  readonly neighbours?: readonly number[];
  /** From this probability on a theme is raised. */
  readonly certain: number;
}

/** What was learned of opgaven. */
export interface OpgaveModel {
  readonly first: Scorer;
  /** Whether a choice is made about it, whatever the sentence does. */
  readonly combined: Scorer;
  /** Whether it is what the block is about. */
  readonly named: Scorer;
  /** Weighs the subject and what the sentences do. */
  readonly taken: readonly number[];
  /** Whether the block stands against it. */
  readonly opposed: Scorer;
  /** From these probabilities on a block takes it up, possibly does, does so clearly, names it, and stands against it. */
  readonly certain: number;
  readonly possible: number;
  readonly clear: number;
  readonly about: number;
  readonly against: number;
}

/** So many places fit into a {@link saying}. */
export const MOST_PLACES = 256;
/** A weight and the place of what it weighs in one number: half as much has to be read for every word. */
export const saying = (place: number, weight: number): number => (weight << 8) | place;
/** The place in a {@link saying}. */
export const placeIn = (saying: number): number => saying & (MOST_PLACES - 1);
/** The weight in a {@link saying}. */
export const weightIn = (saying: number): number => saying >> 8;

/** What words say of labels. */
export interface WordsModel {
  /** Numbers of the labels, and where each starts. */
  readonly labels: readonly number[];
  readonly bias: readonly number[];
  /**
   * Names of features, a line each, and how many labels each says something of; which and how much stands behind each other.
   * One text and two lists are read far sooner than a list for each, and take less room in the package.
   */
  readonly features: string;
  readonly counts: Int32Array;
  /** Weights of labels by their places in {@link labels}, a number each: see {@link saying}. */
  readonly says: Int32Array;
}

/** What words and their order say of what a sentence does: above zero it chooses, below it only names. */
export interface StanceModel {
  readonly bias: number;
  readonly features: Readonly<Record<string, number>>;
}

/** What was learned, bound to the numbers of a signal table, in steps of {@link STEP}: the form in which it ships. */
export interface ModelData {
  readonly opgaven: OpgaveModel;
  readonly themes: ThemeModel;
  /** A hit of one label speaks for another: label, target, weight of a strong hit, weight of a weak one; and so on. */
  readonly between: Int32Array;
  /** Signals with weights of their own: signal, for its own opgave, for its theme; and so on. */
  readonly signals: ArrayLike<number>;
  readonly words: WordsModel;
  readonly stance: StanceModel;
  /** The same for what a choice is: above zero against, below it for. */
  readonly direction: StanceModel;
}
