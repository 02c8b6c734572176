import { resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Configuration, countsAlone, faultLines, type ProgrammeDocument } from '../core/index.js';
import { nodeFiles } from '../node/file-system.js';
import { FileFault } from '../project/file-system.js';
import { fileUri, ResourceMap } from '../project/uris.js';
import { Workspace } from '../project/workspace.js';
import type { Context } from './command.js';
import { type InputFile, noteRemarks, readInput, shownPath, uriOfInput } from './files.js';
import type { PlacedText } from './formats/place.js';
import type { Progress } from './terminal.js';

/** Files that answer for each other. Plain data: it goes to other threads. */
export interface Programme {
  readonly configuration: Configuration;
  /** Path of the folder whose files count together; undefined where each file is a programme of its own. */
  readonly folder: string | undefined;
  /** The files that were asked for. */
  readonly files: readonly InputFile[];
  /** The rest of the programme: it counts, and nothing is said about it. The editor sees it likewise. */
  readonly others: readonly InputFile[];
}

/** One of the programmes that are held side by side. */
export interface ListedProgramme {
  /** As its reader knows it: a file or a folder. */
  readonly path: string;
  readonly files: readonly InputFile[];
  readonly configuration: Configuration;
}

/** A document of a programme, with what is needed to point at places in its file. */
export interface ReadDocument extends ProgrammeDocument, PlacedText {
  readonly file: InputFile;
}

/** The programmes on the disk of this machine. What stands in the way is a problem, a line each. */
export function workspaceOf({ service, problem }: Pick<Context, 'service' | 'problem'>): Workspace {
  return new Workspace(
    service,
    nodeFiles,
    {
      leftAside: ({ fsPath }, fault) => problem(fault.about(shownPath(fsPath))),
      misconfigured: ({ fsPath }, line, message) => problem(`${shownPath(fsPath)}:${line}: ${message}`),
      // Of a study that does not come along its configuration tells.
      studied(study) {
        if (study.reading.read)
          for (const line of faultLines(study.reading.faults, study.texts))
            problem(`${shownPath(study.folder.fsPath)}/${line}`);
      },
    },
    { studyRoots: [fileUri(resolve('.'))] },
  );
}

/** Divides files into programmes by the configuration that is nearest to them. */
export async function programmesOf(
  context: Pick<Context, 'service' | 'problem'>,
  files: readonly InputFile[],
): Promise<Programme[]> {
  const workspace = workspaceOf(context);
  const asked = new ResourceMap<InputFile>();
  for (const file of files) asked.set(uriOfInput(file), file);
  const joined = new Map<string, Programme & { readonly files: InputFile[] }>();
  const alone: Programme[] = [];
  for (const file of files) {
    const { folder, configuration } = await workspace.programmeOf(uriOfInput(file));
    const known = folder && joined.get(folder.fsPath);
    if (!folder || countsAlone(configuration))
      alone.push({ configuration, folder: undefined, files: [file], others: [] });
    else if (known) known.files.push(file);
    else {
      const members = await workspace.membersOf(folder, uriOfInput(file));
      const others = members.filter((uri) => !asked.has(uri));
      joined.set(folder.fsPath, {
        configuration,
        folder: folder.fsPath,
        files: [file],
        others: others.map(({ fsPath }) => ({ name: shownPath(fsPath), path: fsPath })),
      });
    }
  }
  return [...joined.values(), ...alone];
}

/**
 * Reads and analyses files; one that cannot be read is reported, the others are still read. What is to be known of a
 * conversion is a note, where someone takes notes.
 */
export async function readDocuments(
  { service, problem, note }: Pick<Context, 'service' | 'problem'> & Partial<Pick<Context, 'note'>>,
  files: readonly InputFile[],
  progress: Progress,
  configuration?: Configuration,
): Promise<ReadDocument[]> {
  const documents: ReadDocument[] = [];
  for (const file of files) {
    progress.step(file.name);
    try {
      const read = await readInput(file);
      if (note) noteRemarks(note, file, read);
      const { text, places } = read;
      const document = TextDocument.create(file.name, 'markdown', 0, text);
      documents.push({ key: file.name, file, document, places, analysis: service.analyse(text, configuration) });
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      problem(error.about(file.name));
    }
  }
  return documents;
}
