import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { STUDY_FILE } from '../core/written-study/file-names.js';

/** The folder of the study that is built in: the one below `data` that describes a study. */
export function builtInFolder(root: string): string {
  const data = join(root, 'data');
  return join(data, readdirSync(data).find((name) => existsSync(join(data, name, STUDY_FILE)))!);
}
