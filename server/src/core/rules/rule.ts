import type { Analysis, Found } from '../analysis.js';
import { type Configuration, type Level, silenceOf } from '../configuration.js';
import type { ProgrammeCoverage, ProgrammeDocument } from '../coverage/programme.js';
import type { Edit } from '../features/edit.js';
import type { Fix, FixContext } from '../features/fixes/fix.js';
import type { Directive } from '../markdown/directives.js';
import type { StudyIndex } from '../study/index.js';
import type { Study } from '../study/model.js';
import type { Finding } from './finding.js';

export interface RuleContext {
  readonly study: StudyIndex;
  /** All that are at work, this one among them. What is the document's own is told beside the first. */
  readonly studies: readonly StudyIndex[];
  readonly analysis: Analysis;
  readonly configuration: Configuration;
  /** Coverage within the scope that the configuration sets, and whether a finding belongs in this document. */
  readonly programme: ProgrammeCoverage;
  /** The documents that this coverage is of. */
  readonly documents: readonly ProgrammeDocument[];
  /** Key of this document among them. */
  readonly document: string;
  /** The codes of all rules. */
  readonly codes: readonly string[];
  /** Comments that silence none of the findings though their rule is at work, and those that say of words that they do not count where nothing counted. Known to rules that no comment silences: they run last. */
  readonly unusedDirectives: readonly Directive[];
}

/** What a rule yields; the registry adds code and level. */
export type RuleFinding = Found;

/** One rule: one file with what it sees, its texts and its fixes, listed in the registry. Its page is generated from it. */
export interface Rule {
  readonly code: string;
  readonly level: Level;
  /** Dutch, for the documentation: what it sees, an example (in which `@studie:` is for the key of the study), what to do. */
  readonly title: string;
  readonly description: string;
  readonly example: string;
  readonly remedy: string;
  /** What it looks at: the text beside a study, once for each that is at work, or the document alone, once. */
  readonly of: 'study' | 'document';
  /** Which comments silence it: any; only one for the whole file, where its findings have no room for one; or none. */
  readonly silencedBy: 'any' | 'file' | 'none';
  /** What its findings can be about, each to be silenced by itself; without it, only the rule as a whole. */
  readonly subjects?: (study: StudyIndex) => readonly { readonly id: string }[];
  check(context: RuleContext): Iterable<RuleFinding>;
  /** What can be done about a finding, in the order in which a writer considers it; by default its suggestions fill its range. */
  fixes?(context: FixContext, finding: Finding): readonly Fix[];
  /** The edits that mend a finding without a choice; empty where there is one to make. */
  safeFix?(context: FixContext, finding: Finding): readonly Edit[];
}

/** A question that a rule asks of citations, made once for a study: the answers are remembered by it. */
export function ofStudy<Q>(make: (study: StudyIndex) => Q): (study: StudyIndex) => Q {
  const made = new WeakMap<StudyIndex, Q>();
  return (study) => {
    const question = made.get(study) ?? make(study);
    made.set(study, question);
    return question;
  };
}

/** The example of a rule, beside a study. */
export const exampleOf = ({ example }: Rule, { info }: Pick<Study, 'info'>): string =>
  example.replaceAll('@studie:', `@${info.key}:`);

/** Whether the writer wants to hear a rule no more on something of the study. */
export const isSilent = ({ configuration }: Pick<RuleContext, 'configuration'>, code: string, id: string): boolean =>
  configuration.nietMelden.includes(silenceOf(code, id));

/** The level that the configuration gives a rule. */
export function levelOf(rule: Rule, configuration: Configuration): Level {
  return configuration.regels[rule.code] ?? rule.level;
}
