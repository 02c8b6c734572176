import type { Analysis } from '../../analysis.js';
import type { Configuration } from '../../configuration.js';
import type { ProgrammeCoverage } from '../../coverage/programme.js';
import type { StudyIndex } from '../../study/index.js';
import type { Edit } from '../edit.js';

/** Something that can be done about a finding with one choice. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The choice that is right more often than not. */
  readonly preferred?: boolean;
  /** The fix solves nothing; it keeps the rule quiet. */
  readonly silences?: boolean;
  /** The fix leaves this opgave out: an editor that can ask for the reason does so first. */
  readonly leavesOut?: string;
}

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
