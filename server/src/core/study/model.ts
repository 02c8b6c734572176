/**
 * The study as the core knows it. Words of the field stay Dutch: see docs/architecture.md.
 * Page numbers are the study's own; `[first, last]`, both inclusive.
 */

export type Pages = readonly [first: number, last: number];

/** A number as the study prints it, with what it measures. */
export interface Figure {
  readonly text: string;
  readonly unit: string;
  readonly about: string;
  readonly page: number;
  readonly date?: string;
  /** Municipality, region or group (G4, G40, M50); absent for the Netherlands. */
  readonly area?: string;
}

interface EntryBase {
  readonly id: string;
  readonly title: string;
  readonly pages: Pages;
  /** Page where the opening of the chapter already makes the point, when that lies outside `pages`. */
  readonly opening?: number;
  readonly inventory: readonly string[];
  /** One or two sentences, for a hover. */
  readonly short: string;
  readonly summary: string;
  readonly aliases: readonly string[];
  readonly figures: readonly Figure[];
  readonly see: readonly string[];
}

export interface Theme extends EntryBase {
  readonly kind: 'theme';
  /** Short name for lists and lenses. */
  readonly name: string;
  /** Chapter number, for display only. */
  readonly section: string;
}

export interface Trend extends EntryBase {
  readonly kind: 'trend';
  readonly theme: string;
  readonly section: string;
  /** The opgaven that follow from this trend, and why. */
  readonly opgaven: readonly { readonly id: string; readonly why: string }[];
}

export interface Opgave extends EntryBase {
  readonly kind: 'opgave';
  readonly theme: string;
  readonly section: string;
  /** Neutral first sentence of a paragraph that takes the opgave up. */
  readonly stance: string;
  readonly directions: readonly string[];
}

export interface Perspective extends EntryBase {
  readonly kind: 'perspective';
  readonly theme: string;
  readonly section: string;
  readonly directions: readonly string[];
  readonly questions: readonly string[];
  /** The opgaven that this way to act serves. */
  readonly serves: readonly string[];
}

export interface Term {
  readonly kind: 'term';
  readonly id: string;
  /** The usual spelling; `title` equals it, so that every entry can be shown alike. */
  readonly title: string;
  readonly variants: readonly string[];
  readonly definition: string;
  /** What has changed since the study appeared; shown apart, because the study does not say it. */
  readonly later?: string;
  /** The page to cite first, then the others that name it, in order. */
  readonly pages: readonly number[];
  readonly see: readonly string[];
  readonly theme: string;
}

/** What has a place in the study's chapters. */
export type Entry = Theme | Trend | Opgave | Perspective;
/** What a citation can name. */
export type Citable = Entry | Term;

/** What the study says about a municipality or its region beyond the figures, in our own words. */
export interface LocalNote {
  readonly text: string;
  readonly page: number;
  /** The entry it belongs to. */
  readonly see: string;
}

export interface Municipality {
  readonly name: string;
  readonly group: 'G4' | 'G40' | 'M50';
  readonly province: string;
  readonly variants: readonly string[];
  /** Empty where the study is silent. */
  readonly notes: readonly LocalNote[];
}

export interface StudyInfo {
  /** First half of a citation key: `trendstudie` in `@trendstudie:wijkenaanpak`. */
  readonly key: string;
  /** What it is called within a sentence, article included: `de trendstudie`. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  /** Also the author: the study names no persons on its title page. */
  readonly publisher: string;
  readonly place: string;
  readonly year: number;
  readonly url: string;
}

export interface Study {
  readonly info: StudyInfo;
  readonly themes: readonly Theme[];
  readonly trends: readonly Trend[];
  readonly opgaven: readonly Opgave[];
  readonly perspectives: readonly Perspective[];
  readonly terms: readonly Term[];
  readonly municipalities: readonly Municipality[];
}
