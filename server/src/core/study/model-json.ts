import type { ModelData } from './learned.js';
import { packedJson, unpackNumbers } from './packed-numbers.js';

/** Writes what was learned as JSON, for the build. */
export const writeModel = (model: ModelData): string => packedJson(model);

/** Reads what {@link writeModel} wrote. */
export function readModel(json: string): ModelData {
  const model = JSON.parse(json) as ModelJson;
  const { words } = model;
  return {
    ...model,
    between: unpackNumbers(model.between),
    signals: unpackNumbers(model.signals),
    words: {
      ...words,
      counts: unpackNumbers(words.counts),
      says: unpackNumbers(words.says),
    },
  };
}

/** The same fields, its many numbers packed. */
type ModelJson = Omit<ModelData, 'between' | 'signals' | 'words'> & {
  readonly between: string;
  readonly signals: string;
  readonly words: Omit<ModelData['words'], 'counts' | 'says'> & {
    readonly counts: string;
    readonly says: string;
  };
};
