import type { StudyText } from './read-study.js';
import type { StudyFault } from './yaml-file.js';

/** Faults in files of a study, a line each: `studie.yaml:4:7: …`. */
export const faultLines = (faults: readonly StudyFault[], texts: readonly StudyText[]): string[] =>
  faults.map(({ file, from, message }) => {
    const before = (texts.find(({ name }) => name === file)?.text ?? '').slice(0, from).split('\n');
    return `${file}:${before.length}:${before.at(-1)!.length + 1}: ${message}`;
  });
