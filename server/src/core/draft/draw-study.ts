import { createEngine } from '../service.js';
import { builtinStudy } from '../study/builtin.js';
import { draftStudy } from './draft-study.js';
import { DRAWN_NAMES, draftYaml } from './study-yaml.js';

/** A drawn study as a file, and how much is in it. */
export interface DrawnStudy {
  readonly yaml: string;
  readonly themes: number;
  readonly opgaven: number;
  /** What the study calls its opgaven. */
  readonly names: typeof DRAWN_NAMES;
}

/**
 * Draws a first study from a Markdown document, for its writer to prune.
 * @param key of the study
 * @param source name of the document
 * @param placeOf where its reader finds an offset, such as `p. 12`; by default the line
 */
export function drawStudy(text: string, key: string, source: string, placeOf?: (offset: number) => string): DrawnStudy {
  // What tells a choice from a description was learned beside the built-in study, and holds for any text.
  const study = draftStudy(createEngine(builtinStudy), text, key, placeOf);
  return {
    yaml: draftYaml(study, source),
    names: DRAWN_NAMES,
    themes: study.themes.length,
    opgaven: study.themes.reduce((sum, { opgaven }) => sum + opgaven.length, 0),
  };
}
