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
  /** Absent where the study has no pages. */
  readonly page?: number;
  readonly date?: string;
  /** Municipality, region or group (G4, G40, M50); absent for the Netherlands. */
  readonly area?: string;
  /** Number of the note that the study prints beside it. */
  readonly note?: number;
  /** What the study names as its source, such as CBS StatLine. */
  readonly source?: string;
  readonly erratum?: string;
}

/** A note of the study beside a claim. */
export interface Note {
  readonly note: number;
  readonly page?: number;
  /** The claim, in a few words. */
  readonly about: string;
}

/** What holds of everything that can be cited. */
export interface Remarks {
  /** What has changed since the study appeared; shown apart, because the study does not say it. */
  readonly later?: string;
  /** A slip of the study's own, for who quotes it. */
  readonly erratum?: string;
}

interface EntryBase extends Remarks {
  readonly id: string;
  /** Short and plain, for lists; what the study says above it is its heading. */
  readonly title: string;
  /** Absent where the study has no pages, or does not say on which it stands. */
  readonly pages?: Pages;
  /** Where it stands in a study without pages, in the words of its writer: `§ 2.1`. */
  readonly place?: string;
  /** Pages outside `pages` where the study makes the same point: its summary, the opening of the chapter. */
  readonly elsewhere: readonly number[];
  readonly inventory: readonly string[];
  /** One or two sentences, for a hover. */
  readonly short: string;
  readonly summary: string;
  readonly aliases: readonly string[];
  readonly figures: readonly Figure[];
  readonly notes: readonly Note[];
  readonly see: readonly string[];
}

/** What stands under a heading of its own in a chapter. */
interface Headed extends EntryBase {
  readonly theme: string;
  /** Empty in a study without numbers. */
  readonly section: string;
  /** The study's own heading. */
  readonly heading: string;
}

export interface Theme extends EntryBase {
  readonly kind: 'theme';
  /** Short name for lists and lenses. */
  readonly name: string;
  /** Chapter number, for display only; empty in a study without numbers. */
  readonly section: string;
  /** Beginnings of words that touch it: a passage with one is not about the theme as a whole. Folded. */
  readonly aside?: readonly string[];
}

/** A tie of a trend to an opgave. */
export interface Link {
  /** The opgave. */
  readonly id: string;
  readonly why: string;
  /** Page where the study itself makes the tie. */
  readonly page?: number;
  /** The study makes the tie, and has no pages to say where; without this and a page it only stands to reason. */
  readonly stated?: true;
  /**
   * The opgave touches the trend but is not its answer, as mobility in new areas touches a housing shortage. Such a tie is
   * explained; as a warning it convinces nobody.
   */
  readonly indirect?: true;
}

export interface Trend extends Headed {
  readonly kind: 'trend';
  /** The opgaven that follow from this trend. */
  readonly opgaven: readonly Link[];
}

/** Who can act, according to the study. */
export type Actor = 'gemeente' | 'regio' | 'rijk' | 'partners';

/** A direction in which the study looks for an answer. */
export interface Direction {
  readonly text: string;
  /** Absent where the study has no pages. */
  readonly page?: number;
  readonly who: readonly Actor[];
  /** An example of ours, which the study does not give. */
  readonly example?: true;
}

/** A dilemma as the study puts it: what can be chosen above the other. */
export interface Choice {
  readonly options: readonly [string, string];
  readonly page?: number;
}

export interface Opgave extends Headed {
  readonly kind: 'opgave';
  /** Neutral first sentence of a paragraph that takes the opgave up. */
  readonly stance: string;
  readonly directions: readonly Direction[];
  /** Empty where the study puts no dilemma. */
  readonly choices: readonly Choice[];
}

export interface Perspective extends Headed {
  readonly kind: 'perspective';
  readonly directions: readonly Direction[];
  readonly questions: readonly string[];
  /** The opgaven that this way to act serves. */
  readonly serves: readonly string[];
}

/** A publication that the study names by its title. */
export interface Publication {
  readonly author: string;
  readonly year: number;
  readonly title: string;
}

export interface Term extends Remarks {
  readonly kind: 'term';
  readonly id: string;
  /** The usual spelling; `title` equals it, so that every entry can be shown alike. */
  readonly title: string;
  readonly variants: readonly string[];
  readonly definition: string;
  readonly publication?: Publication;
  /** The page to cite first, then the others that name it, in order; empty where the study has no pages. */
  readonly pages: readonly number[];
  readonly see: readonly string[];
  readonly theme: string;
}

/** A part of the study before its chapters: the management summary, the introduction. */
export interface Part extends EntryBase {
  readonly kind: 'part';
  readonly heading: string;
}

/** What has a place in the study's chapters. */
export type Entry = Theme | Trend | Opgave | Perspective;
/** What a citation can name. */
export type Citable = Entry | Term | Part;

/** What the study says about a municipality or a region beyond the figures, in our own words. */
export interface LocalNote {
  /** The municipality or region, as the study names it. */
  readonly area: string;
  readonly text: string;
  readonly page?: number;
  /** The entry it belongs to. */
  readonly see: string;
}

/** A chart or map of the study that shows municipalities one by one. */
export interface Chart {
  /** Its number, such as 2.1. */
  readonly figure: string;
  readonly page?: number;
  /** The entry it belongs to. */
  readonly see: string;
  /** What it shows. */
  readonly about: string;
  /** The municipalities in it, as the study names them; absent where all of them are. */
  readonly areas?: readonly string[];
}

/** A group of municipalities for which the study was made. */
export type Group = 'G4' | 'G40' | 'M50';

/** A municipality of today, whether the study speaks of it or not. */
export interface Municipality {
  readonly name: string;
  readonly province: string;
  /** Other spellings. */
  readonly variants: readonly string[];
  /** Municipalities that have merged into it. */
  readonly former: readonly string[];
  readonly group?: Group;
  /** What the study may call it: its own name, those that have merged into it, its regions. */
  readonly areas: readonly string[];
}

export interface StudyInfo {
  /** First half of a citation key: `woonvisie` in `@woonvisie:wijkenaanpak`. */
  readonly key: string;
  /** What it is called within a sentence, article included: `de woonvisie`. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  /** Also the author: the study names no persons on its title page. */
  readonly publisher: string;
  readonly place: string;
  /** Absent where nobody has said it. */
  readonly year?: number;
  readonly url: string;
  /** What it calls its parts, where that differs from the usual: one, and several of them. */
  readonly names?: { readonly [kind in NamedKind]?: readonly [one: string, several: string] };
}

/** Kinds that a study may call by a name of its own. */
export type NamedKind = 'theme' | 'trend' | 'opgave';

export interface Study {
  readonly info: StudyInfo;
  readonly parts: readonly Part[];
  readonly themes: readonly Theme[];
  readonly trends: readonly Trend[];
  readonly opgaven: readonly Opgave[];
  readonly perspectives: readonly Perspective[];
  readonly terms: readonly Term[];
  readonly municipalities: readonly Municipality[];
  readonly localNotes: readonly LocalNote[];
  readonly charts: readonly Chart[];
}
