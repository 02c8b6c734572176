import { municipalities } from '../../generated/municipalities.js';
import type { MunicipalityFacts } from './local-study.js';

/** The municipalities of today, for a study that tells them apart: compiled from `data/` at build time. */
export const readMunicipalities = (): readonly MunicipalityFacts[] => JSON.parse(municipalities);
