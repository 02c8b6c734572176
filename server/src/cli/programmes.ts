import { existsSync, lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Configuration,
  DEFAULT_CONFIGURATION,
  type ProgrammeDocument,
  readConfiguration,
  type Service,
} from '../core/index.js';
import { CONFIGURATION_FILE } from '../protocol/programme-files.js';
import type { Context } from './command.js';
import { type InputFile, readFile, readText, shownPath, walk } from './files.js';
import { Problem } from './problem.js';
import type { Progress } from './terminal.js';

type Report = (message: string) => void;

/** Files that answer for each other. */
export interface Programme {
  readonly configuration: Configuration;
  /** Folder of the configuration file, or undefined without one: then each file is a programme of its own. */
  readonly folder: string | undefined;
  /** The files that were asked for. */
  readonly files: readonly InputFile[];
  /** The rest of the programme: it counts, and nothing is said about it. The editor sees it likewise. */
  readonly others: readonly InputFile[];
}

/** A document of a programme, with what is needed to point at its lines. */
export interface ReadDocument extends ProgrammeDocument {
  readonly file: InputFile;
  readonly document: TextDocument;
}

/** Divides files into programmes by the configuration that is nearest to them. */
export function programmesOf(service: Service, files: readonly InputFile[], problem: Report): Programme[] {
  const byFolder = new Map<string, InputFile[]>();
  const alone: Programme[] = [];
  for (const file of files) {
    const folder = configurationFolder(folderOf(file));
    if (folder === undefined) alone.push({ configuration: DEFAULT_CONFIGURATION, folder, files: [file], others: [] });
    else byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  const joined = [...byFolder].map(([folder, members]) => {
    const configuration = loadConfiguration(service, folder, problem);
    const others = configuration.reikwijdte === 'programma' ? othersIn(folder, members, problem) : [];
    return { configuration, folder, files: members, others };
  });
  return [...joined, ...alone];
}

/** The configuration nearest to a file. */
export function configurationOf(service: Service, file: InputFile, problem: Report): Configuration {
  const folder = configurationFolder(folderOf(file));
  return folder === undefined ? DEFAULT_CONFIGURATION : loadConfiguration(service, folder, problem);
}

const folderOf = ({ path }: InputFile): string => (path === undefined ? resolve('.') : dirname(resolve(path)));

function othersIn(folder: string, files: readonly InputFile[], problem: Report): InputFile[] {
  const asked = new Set(files.flatMap(({ path }) => (path === undefined ? [] : [resolve(path)])));
  const others: InputFile[] = [];
  const add = (path: string): void => {
    if (!asked.has(path) && configurationFolder(dirname(path)) === folder) others.push({ name: shownPath(path), path });
  };
  // Symbolic links aside, as in the editor: what they lead to may belong to another programme.
  walk(folder, add, problem, lstatSync);
  return others;
}

function configurationFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, CONFIGURATION_FILE))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function loadConfiguration({ known }: Service, folder: string, problem: Report): Configuration {
  const path = join(folder, CONFIGURATION_FILE);
  let text: string;
  try {
    text = readFile(shownPath(path), path, false);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    problem(error.message);
    return DEFAULT_CONFIGURATION;
  }
  const { configuration, faults } = readConfiguration(text, known);
  for (const { offset, message } of faults)
    problem(`${shownPath(path)}:${text.slice(0, offset).split('\n').length}: ${message}`);
  return configuration;
}

/** Reads and analyses files; one that cannot be read is reported, the others are still read. */
export async function readDocuments(
  { service, problem }: Pick<Context, 'service' | 'problem'>,
  files: readonly InputFile[],
  progress: Progress,
): Promise<ReadDocument[]> {
  const documents: ReadDocument[] = [];
  for (const file of files) {
    progress.step(file.name);
    try {
      const text = await readText(file);
      const document = TextDocument.create(file.name, 'markdown', 0, text);
      documents.push({ key: file.name, file, document, analysis: service.analyse(text) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem(error.message);
    }
  }
  return documents;
}
