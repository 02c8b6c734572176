import { basename, extname, join, resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { drawStudy, STUDY_FILE } from '../../core/index.js';
import { faultOf } from '../../project/file-system.js';
import { placeInFile } from '../../project/source-places.js';
import { type Context, EXIT } from '../command.js';
import { filesOf, type InputFile, noteRemarks, readInput } from '../files.js';
import { claimOutput, makeFolder, writeOutput } from '../output.js';
import { Problem } from '../problem.js';

/** Where a drawn study goes: a folder, or the screen. */
interface Drawing {
  readonly uitvoer: string | undefined;
  readonly overschrijven: boolean;
}

/** Draws a first study from a document. */
export async function studyFrom(context: Context, path: string, drawing: Drawing): Promise<number> {
  const { uitvoer: folder, overschrijven } = drawing;
  const output = { uitvoer: folder === undefined ? undefined : join(folder, STUDY_FILE), overschrijven };
  claimOutput(output);
  const [file, ...more] = await filesOf(path, context.problem);
  if (more.length > 0) throw new Problem(`${path}: ‘studie uit’ neemt één bestand.`);
  if (!file) return EXIT.failed;
  const key = folder === undefined ? basename(file.name, extname(file.name)) : basename(resolve(folder));
  const { text, placeOf } = await textIn(context, file);
  const { yaml, themes, opgaven, names } = drawStudy(text, key, file.name, placeOf);
  if (opgaven === 0)
    throw new Problem(
      `${file.name}: geen zin of punt dat iets kiest (‘wij gaan’, ‘er komt’); er is niets van te maken.`,
    );
  if (folder !== undefined) makeFolder(folder);
  writeOutput(context, output, yaml);
  context.note(
    `${opgaven} ${opgaven === 1 ? names.opgave : names.opgaven} in ${themes} ${themes === 1 ? 'thema' : "thema's"}. Lees ze na en haal weg wat geen keuze is.`,
  );
  return EXIT.clean;
}

/** What a file says, and where in it an offset stands. */
async function textIn({ note }: Context, file: InputFile) {
  try {
    const read = await readInput(file);
    noteRemarks(note, file, read);
    const { text, places } = read;
    const document = TextDocument.create(file.name, 'markdown', 0, text);
    return { text, placeOf: (offset: number) => placeInFile(places, document.positionAt(offset).line).label };
  } catch (error) {
    throw new Problem(faultOf(error).about(file.name));
  }
}
