import type { Analysis } from '../../analysis.js';
import type { Configuration } from '../../configuration.js';
import type { ProgrammeCoverage } from '../../coverage/programme.js';
import type { StudyIndex } from '../../study/index.js';
import type { Edit } from '../edit.js';

/** What several fixes at a place have in common. An editor that can ask offers them as one line, and asks which is meant. */
export const QUESTIONS = {
  vervangen: 'Vervangen door…',
  oppakken: 'Opgave oppakken…',
  'bron-toevoegen': 'Al opgepakt: bron toevoegen…',
  'bewust-niet': 'Bewust niet opnemen…',
  'telt-dit': 'Telt dit mee?…',
  'niet-melden': 'Niet meer melden…',
} as const;
export type Question = keyof typeof QUESTIONS;

/** Something is to be silent beyond a text: what goes into the settings, of the programme or of the person. */
export interface Silence {
  readonly setting: 'nietMelden' | 'geenUitleg' | 'regels';
  readonly names: readonly string[];
}

/** Something that can be done about a finding with one choice. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The choice that is right more often than not. */
  readonly preferred?: boolean;
  /** The question it answers. */
  readonly answers?: Question;
  /** What it is called among the answers. */
  readonly answer?: string;
  /** What it is about, where its answer does not say so: a list shows it beside the answer. */
  readonly about?: string;
  /** The fix is no edit but a setting, for good. */
  readonly silences?: Silence & { readonly where: Reach };
  /** The fix leaves this opgave out: an editor that can ask for the reason does so first. */
  readonly leavesOut?: string;
}

/** How far a setting reaches: the programme, in its file, or everything that this person writes. */
export type Reach = 'programma' | 'overal';

export interface FixContext {
  readonly study: StudyIndex;
  /** All that are at work, this one among them. */
  readonly studies: readonly StudyIndex[];
  readonly analysis: Analysis;
  readonly configuration: Configuration;
  readonly programme: ProgrammeCoverage;
  /** Key of the document within its programme. */
  readonly document: string;
  /** Line of an offset, one-based. */
  lineOf(offset: number): number;
}
