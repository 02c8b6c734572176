import { language } from '../../generated/language.js';

/** What holds of the language whatever a study is about: compiled from `data/` at build time, as it was written there. */
export interface Language {
  /** Words that say nothing of a subject, and words of subjects that many programmes are about. */
  readonly empty: string;
  readonly general: string;
}

export const readLanguage = (): Language => JSON.parse(language);
