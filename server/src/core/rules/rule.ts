import type { Analysis, Found } from '../analysis.js';
import type { Configuration, Level } from '../configuration.js';
import type { ProgrammeCoverage } from '../coverage/programme.js';
import type { StudyIndex } from '../study/index.js';

export interface RuleContext {
  readonly study: StudyIndex;
  readonly analysis: Analysis;
  readonly configuration: Configuration;
  /** Coverage within the scope that the configuration sets, and whether a finding belongs in this document. */
  readonly programme: ProgrammeCoverage;
  /** Key of this document within the programme. */
  readonly document: string;
  /** The codes of all rules. */
  readonly codes: readonly string[];
}

/** What a rule yields; the registry adds code and level. */
export type RuleFinding = Found;

/** One rule: one file, listed in the registry. The documentation is generated from these texts. */
export interface Rule {
  readonly code: string;
  readonly level: Level;
  /** Dutch, for the documentation: what it sees, an example, what to do. */
  readonly title: string;
  readonly description: string;
  readonly example: string;
  readonly remedy: string;
  check(context: RuleContext): Iterable<RuleFinding>;
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

/** The level that the configuration gives a rule. */
export function levelOf(rule: Rule, configuration: Configuration): Level {
  return configuration.regels[rule.code] ?? rule.level;
}
