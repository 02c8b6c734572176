import type { URI } from 'vscode-uri';
import {
  filesOfStudy,
  MOST_CHARACTERS,
  readLanguage,
  readMunicipalities,
  readStudy,
  type Service,
  STUDY_FILE,
  type StudyReading,
  type StudyText,
} from '../core/index.js';
import type { FolderEntry } from '../protocol/files.js';
import { FileFault, type FileSystem, faultOf } from './file-system.js';
import { isPassedOver } from './markdown-files.js';
import { readText } from './read-text.js';
import { childOf, isIn, nameOf, parentOf, ResourceMap, uriOf } from './uris.js';

/** All of them together. */
const MOST_TOGETHER = 2 * MOST_CHARACTERS;
/** So many files of a study are read. */
const MOST_FILES = 50;

/** A study that a writer brings, as it was found in a folder. */
export interface OwnStudy {
  readonly folder: URI;
  /** By which a configuration sets it to work. */
  readonly name: string;
  readonly texts: readonly StudyText[];
  readonly reading: StudyReading;
  /** Why there is nothing to read, in a sentence without a capital. */
  readonly missing?: string;
  /** Its key, where it is the one that comes along: whoever maintains that reads it, and it works already. */
  readonly along?: string;
}

/** Reads a study beside those that come along: it may have none of their keys, unless it is that study itself. */
export function readBeside({ alongKeys, studies }: Service, texts: readonly StudyText[]): StudyReading {
  const readWith = (taken: readonly string[]): StudyReading =>
    readStudy(texts, readLanguage(), readMunicipalities, taken);
  const reading = readWith(alongKeys);
  if (reading.read) return reading;
  const withAnyKey = readWith([]);
  const own = withAnyKey.read?.study.info;
  return studies.some(({ info }) => info.key === own?.key && info.title === own.title) ? withAnyKey : reading;
}

/** What is said of a study that brings no study along. */
export function unusable({ missing, along, reading, texts }: OwnStudy): string | undefined {
  if (along !== undefined)
    return `zij komt met Opgavenwijzer mee. Zet ‘${along}’ bij ‘studies’, of geef haar een eigen key`;
  if (reading.read) return undefined;
  if (missing !== undefined) return missing;
  const [fault] = reading.faults;
  const text = texts.find(({ name }) => name === fault?.file)?.text ?? '';
  const line = text.slice(0, fault?.from ?? 0).split('\n').length;
  return `in ${fault?.file}, regel ${line}: ${fault?.message.replace(/\.$/, '') ?? 'er staat niets in'}`;
}

/**
 * The paths in a folder of the files that make up its study, the one that it begins with first. It may be split over the
 * folders in it; one that has a study of its own, or that cannot be looked into, is no part.
 */
export async function studyFilesIn(files: Pick<FileSystem, 'readFolder'>, folder: URI): Promise<string[]> {
  const entriesIn = async (uri: URI): Promise<FolderEntry[]> =>
    (await files.readFolder(uri)).filter(({ name }) => !isPassedOver(name));
  const entries = await ofFolder(entriesIn(folder));
  const paths = entries.filter(isNoFolder).map(({ name }) => name);
  if (!paths.includes(STUDY_FILE)) throw new FileFault('ENOENT', () => `in deze map staat geen ${STUDY_FILE}`);
  for (const { name, type } of entries) {
    if (type !== 'folder') continue;
    const inside = await entriesIn(childOf(folder, name)).catch(() => []);
    if (inside.some((one) => one.name === STUDY_FILE)) continue;
    paths.push(...inside.filter(isNoFolder).map((one) => `${name}/${one.name}`));
  }
  return filesOfStudy(paths);
}

/** What is asked of the folder of a study; where that cannot be answered, the folder is what is told about. */
async function ofFolder<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const { code, message } = faultOf(error);
    throw new FileFault(code, () => `de map ${message}`);
  }
}

const isNoFolder = ({ type }: FolderEntry): boolean => type !== 'folder';

/** The folders of which a file may be a part of the study, the nearest first. */
export function foldersOfStudy(file: URI): URI[] {
  const folder = parentOf(file);
  if (!folder || isPassedOver(nameOf(file))) return [];
  const above = isPassedOver(nameOf(folder)) ? undefined : parentOf(folder);
  return above ? [folder, above] : [folder];
}

/** The studies that writers keep in folders; each is read once, until one of its files changes. */
export class OwnStudies {
  private readonly known = new ResourceMap<{ readonly folder: URI; readonly study: Promise<OwnStudy> }>();

  constructor(
    private readonly service: Service,
    private readonly files: FileSystem,
  ) {}

  /** The study in a folder; from now on the service knows it under its name. */
  at(folder: URI): Promise<OwnStudy> {
    const known = this.known.get(folder) ?? { folder, study: this.load(folder) };
    this.known.set(folder, known);
    return known.study;
  }

  /** Makes sure that the service knows the studies that a configuration names. */
  async bring(names: readonly string[] = []): Promise<void> {
    for (const name of names) if (!this.service.knows(name)) await this.at(uriOf(name));
  }

  /** A file changed on disk. Gives whether a study was read from it, or from a file beside it. */
  fileChanged(uri: URI): boolean {
    let changed = false;
    for (const { folder } of [...this.known.values()]) {
      if (!isIn(folder, uri) && !isIn(uri, folder)) continue;
      this.known.delete(folder);
      changed = true;
    }
    return changed;
  }

  private async load(folder: URI): Promise<OwnStudy> {
    const name = folder.toString();
    let texts: StudyText[] = [];
    try {
      texts = await this.textsIn(folder);
    } catch (error) {
      this.service.bring(name, undefined);
      const reading = { faults: [], places: [] };
      return { folder, name, texts, reading, missing: faultOf(error).message };
    }
    const reading = readBeside(this.service, texts);
    const { read } = reading;
    const along = this.service.alongKeys.find((key) => key === read?.study.info.key);
    if (along !== undefined) {
      this.service.bring(name, undefined);
      return { folder, name, texts, reading, along };
    }
    this.service.bring(name, read && { study: () => read.study, signals: () => read.signals });
    return { folder, name, texts, reading };
  }

  /** The texts of its files, the one that it begins with first. */
  private async textsIn(folder: URI): Promise<StudyText[]> {
    const found = await ofFolder(this.files.stat(folder));
    if (found.type !== 'folder')
      throw new FileFault('ENOTDIR', () => `dit is geen map. Een studie is een map met ${STUDY_FILE}`);
    const names = await studyFilesIn(this.files, folder);
    if (names.length > MOST_FILES)
      throw new FileFault('EFBIG', () => `in deze map staan meer dan ${MOST_FILES} bestanden. Voeg ze samen`);
    const texts: StudyText[] = [];
    let together = 0;
    for (const name of names) {
      texts.push({ name, text: await this.textOf(childOf(folder, name)) });
      together += texts.at(-1)!.text.length;
      if (together > MOST_TOGETHER)
        throw new FileFault('EFBIG', () => 'de bestanden in deze map zijn samen groter dan 4 MB. Neem minder op');
    }
    return texts;
  }

  private async textOf(uri: URI): Promise<string> {
    const { size } = await this.files.stat(uri);
    if (size > MOST_CHARACTERS)
      throw new FileFault(
        'EFBIG',
        () =>
          `${nameOf(uri)} is ${megabytes(size)} MB; een bestand van een studie is hoogstens 2 MB. Verdeel het over meer bestanden, of neem minder op`,
      );
    try {
      return await readText(this.files, uri);
    } catch (error) {
      const fault = faultOf(error);
      throw new FileFault(fault.code, () => fault.about(nameOf(uri)).replace(/\.$/, ''));
    }
  }
}

const megabytes = (size: number): string => (size / 1024 / 1024).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
