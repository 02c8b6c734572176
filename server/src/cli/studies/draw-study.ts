import { mkdirSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { drawStudy, STUDY_FILE } from '../../core/index.js';
import { faultOf } from '../../project/file-system.js';
import { type Context, EXIT } from '../command.js';
import { filesOf, readInput, shownPath } from '../files.js';
import { claimOutput, writeOutput } from '../output.js';
import { Problem } from '../problem.js';

/** Where a drawn study goes: a folder, or the screen. */
interface Drawing {
  readonly uitvoer: string | undefined;
  readonly overschrijven: boolean;
}

/** Draws a first study from a Markdown document. */
export async function studyFrom(context: Context, path: string, drawing: Drawing): Promise<number> {
  const { uitvoer: folder, overschrijven } = drawing;
  const output = { uitvoer: folder === undefined ? undefined : join(folder, STUDY_FILE), overschrijven };
  claimOutput(output);
  const [file, ...more] = await filesOf(path, context.problem);
  if (more.length > 0) throw new Problem(`${path}: ‘studie uit’ neemt één bestand.`);
  if (!file) return EXIT.failed;
  const key = folder === undefined ? basename(file.name, extname(file.name)) : basename(resolve(folder));
  const { yaml, themes, opgaven } = drawStudy(await textIn(file), key, file.name);
  if (opgaven === 0)
    throw new Problem(
      `${file.name}: geen zin of punt dat iets kiest (‘wij gaan’, ‘er komt’); er is niets van te maken.`,
    );
  if (folder !== undefined) makeFolder(folder);
  writeOutput(context, output, yaml);
  context.note(
    `${opgaven} ${opgaven === 1 ? 'opgave' : 'opgaven'} in ${themes} ${themes === 1 ? 'thema' : "thema's"}. Lees ze na en haal weg wat geen keuze is.`,
  );
  return EXIT.clean;
}

async function textIn(file: Parameters<typeof readInput>[0]): Promise<string> {
  try {
    return await readInput(file);
  } catch (error) {
    throw new Problem(faultOf(error).about(file.name));
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Problem(faultOf(error).about(shownPath(folder)));
  }
}
