import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { newStudyText, STUDY_FILE } from '../../core/index.js';
import { faultOf } from '../../project/file-system.js';
import { type Context, EXIT } from '../command.js';
import { shownPath } from '../files.js';
import { Problem } from '../problem.js';

/** Makes a folder with a study to begin with. What is there already stays. */
export function newStudy({ out }: Context, path: string): number {
  const file = join(resolve(path), STUDY_FILE);
  try {
    mkdirSync(resolve(path), { recursive: true });
    writeFileSync(file, newStudyText(basename(resolve(path))), { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new Problem(
        `${shownPath(file)} bestaat al. Noem een andere map, of controleer haar: opgavenwijzer studie controleer ${path}`,
      );
    throw new Problem(faultOf(error).about(shownPath(file)));
  }
  out(`${shownPath(file)} is gemaakt. Vul het in, en controleer het met: opgavenwijzer studie controleer ${path}\n`);
  return EXIT.clean;
}
