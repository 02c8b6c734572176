import { type URI, Utils } from 'vscode-uri';
import type { SourcePlace } from '../convert/converted.js';
import type { Convert } from '../convert/converter.js';
import {
  type Analysis,
  type Configuration,
  type ConfigurationLayer,
  countsAlone,
  DEFAULT_CONFIGURATION,
  layered,
  type ProgrammeDocument,
  type Service,
} from '../core/index.js';
import { CONFIGURATION_FILE } from '../protocol/programme-files.js';
import { type ClosedDocument, ClosedDocuments } from './closed-documents.js';
import { type Known, knownTo, type ReadConfiguration, readConfiguration, studyPaths } from './configuration.js';
import { FileFault, type FileSystem, faultOf } from './file-system.js';
import { type PassedOver, textsIn } from './markdown-files.js';
import { OwnStudies, type OwnStudy, unusable } from './own-studies.js';
import { readText } from './read-text.js';
import { isReadable } from './source-files.js';
import { childOf, isIn, isSame, nameOf, parentOf, ResourceMap, uriOf } from './uris.js';

/** The documents that answer for each other: those under one configuration file, or one document alone. */
export interface Programme {
  /** Folder of the configuration file; undefined for a document alone. */
  readonly folder: URI | undefined;
  readonly configuration: Configuration;
}

/** What the configuration of a document is made of. */
export interface Layers {
  readonly folder: URI | undefined;
  readonly personal: ConfigurationLayer;
  readonly own: ConfigurationLayer;
}

/** A document of a programme, under the URI by which its door knows it. */
export interface MemberDocument extends ProgrammeDocument {
  readonly uri: URI;
  /** Of what is no Markdown itself: where in the file the lines come from. */
  readonly places?: readonly SourcePlace[] | undefined;
}

/** A programme with its documents. */
export interface ProgrammeOf extends Programme {
  readonly documents: readonly MemberDocument[];
  /** Folder whose documents count together; undefined where a document counts alone. */
  readonly together: URI | undefined;
}

/** What counts together by its configuration, or all that lies in the folder however it counts. */
type Extent = 'document' | 'programme' | 'folder';

/** A text that someone is writing: it counts in the place of the file. */
export interface OpenText {
  /** As its editor spells it. */
  readonly uri: string;
  /** For what a configuration sets to work. */
  analysisFor(configuration: Configuration): Analysis;
  getText(): string;
}

/** The texts that are open. */
export interface OpenTexts {
  get(uri: URI | string): OpenText | undefined;
  all(): readonly OpenText[];
}

const NOTHING_OPEN: OpenTexts = { get: () => undefined, all: () => [] };

/** What makes up a programme, and what in its folder does not. */
export interface Gathered {
  readonly members: readonly URI[];
  /** Of another programme, with a configuration file of its own. */
  readonly elsewhere: readonly URI[];
  readonly passedOver: readonly (readonly [uri: URI, why: PassedOver])[];
  /** Where was looked; the folder itself, but for a programme that reaches outside the workspace. */
  readonly within: readonly URI[];
}

/** Markdown files of a folder, and what was passed over there. */
interface Found {
  readonly files: readonly URI[];
  readonly passedOver: Gathered['passedOver'];
}

/** Hears what was read and what stands in the way, to say it in the words of its door. */
export interface Listener {
  leftAside(uri: URI, fault: FileFault): void;
  /** @param line one-based */
  misconfigured(uri: URI, line: number, message: string): void;
  /** A study was read that a configuration names; it may have faults. */
  studied?(study: OwnStudy): void;
  configured?(uri: URI, text: string, read: Pick<ReadConfiguration, 'layer' | 'faults'>): void;
  /** The documents of a programme were looked for. */
  gathered?(folder: URI, found: Gathered): void;
  /** A document that is not open was read. */
  analysed?(uri: URI, analysis: Analysis): void;
}

/** What a workspace has beside its files, when an editor has it open. */
export interface WorkspaceOptions {
  readonly open?: OpenTexts;
  /** What is personal, for a document: it lies below what the programme's own file says. */
  readonly personal?: (uri: URI) => Promise<ConfigurationLayer>;
  readonly folders?: readonly URI[];
  /** Where studies may stand beside the folder of a configuration: by default in the folders of the workspace. */
  readonly studyRoots?: readonly URI[];
  /** Whether the folders are trusted: a study in one that is not is left alone. */
  readonly isTrusted?: boolean;
  /** Makes Markdown of a source; without it there is only Markdown. */
  readonly convert?: Convert | undefined;
}

/** The programmes on a file system: which documents belong together, how they are configured, and what they say. */
export class Workspace {
  private readonly closed: ClosedDocuments;
  /** By folder: what its configuration file says, or undefined without one. */
  private readonly layers = new ResourceMap<Promise<ConfigurationLayer | undefined>>();
  /** By folder: the nearest one, itself included, with a configuration file. */
  private readonly configured = new ResourceMap<Promise<URI | undefined>>();
  /** By folder: the Markdown files in it. */
  private readonly found = new ResourceMap<Promise<Found>>();
  /** What the listener has heard of. */
  private readonly told = new WeakSet<Found>();
  protected readonly studies: OwnStudies;
  private readonly studyRoots: readonly URI[];
  private isTrusted: boolean;
  private readonly open: OpenTexts;
  private readonly personal: (uri: URI) => Promise<ConfigurationLayer>;
  /** Those that are open as a whole; nothing else is read unless someone names it. */
  folders: readonly URI[];

  constructor(
    private readonly service: Service,
    protected readonly files: FileSystem,
    private readonly listener: Listener,
    {
      open = NOTHING_OPEN,
      personal = () => Promise.resolve({}),
      folders = [],
      studyRoots = [],
      isTrusted = true,
      convert,
    }: WorkspaceOptions = {},
  ) {
    this.studies = new OwnStudies(service, files);
    this.studyRoots = studyRoots;
    this.isTrusted = isTrusted;
    this.closed = new ClosedDocuments(
      files,
      convert,
      async (uri, text) => service.analyse(text, (await this.programmeOf(uri)).configuration),
      listener,
    );
    this.open = open;
    this.personal = personal;
    this.folders = folders;
  }

  /** A document was closed: from now on what stands on disk counts. */
  forgetDocument(uri: string): void {
    this.closed.forget(uri);
  }

  /** Folders were added to the workspace, or taken out of it. */
  foldersChanged(added: readonly URI[], removed: readonly URI[]): void {
    const stays = (folder: URI): boolean => !removed.some((one) => isSame(one, folder));
    this.folders = [...this.folders.filter(stays), ...added];
    this.found.clear();
  }

  /** A file changed on disk: what was derived from it is read anew. */
  fileChanged(written: string): void {
    const uri = uriOf(written);
    this.closed.forget(uri);
    this.found.clear();
    if (nameOf(uri) !== CONFIGURATION_FILE && !this.studies.fileChanged(uri)) return;
    this.forgetConfigurations();
  }

  /** The person trusts the folders from now on. */
  trust(): void {
    this.isTrusted = true;
    this.forgetConfigurations();
  }

  /** Configurations and what they name are read anew. */
  forgetConfigurations(): void {
    this.layers.clear();
    this.configured.clear();
    this.closed.clear();
  }

  /** The programme of a document. */
  async programmeOf(document: URI | string): Promise<Programme> {
    const { folder, personal, own } = await this.layersOf(document);
    return { folder, configuration: layered(personal, own) };
  }

  /** What is personal and what the programme's own file says, each by itself. */
  async layersOf(document: URI | string): Promise<Layers> {
    const uri = typeof document === 'string' ? uriOf(document) : document;
    const personal = await this.personal(uri);
    const folder = await this.folderOf(uri);
    return { folder, personal, own: (folder && (await this.layerIn(folder))) ?? {} };
  }

  /** Text of the configuration file in a folder, as it was saved; undefined without one. */
  async configurationIn(folder: URI): Promise<string | undefined> {
    const uri = childOf(folder, CONFIGURATION_FILE);
    return (await this.files.stat(uri).catch(() => undefined)) && readText(this.files, uri);
  }

  /** Folder of the nearest configuration file. */
  private async folderOf(uri: URI): Promise<URI | undefined> {
    const parent = parentOf(uri);
    return parent && remembered(this.configured, parent, () => this.findFolder(parent));
  }

  private async findFolder(parent: URI): Promise<URI | undefined> {
    for (let folder: URI | undefined = parent; folder; folder = parentOf(folder))
      if (await this.layerIn(folder)) return folder;
    return undefined;
  }

  private layerIn(folder: URI): Promise<ConfigurationLayer | undefined> {
    return remembered(this.layers, folder, () => this.loadLayer(childOf(folder, CONFIGURATION_FILE)));
  }

  /** What counts is what was saved: while a value is being typed the file says nothing that holds. */
  private async loadLayer(uri: URI): Promise<ConfigurationLayer | undefined> {
    const found = await this.files.stat(uri).catch(() => undefined);
    if (!found) return undefined;
    let text: string;
    try {
      text = await readText(this.files, uri);
    } catch (error) {
      this.listener.leftAside(uri, faultOf(error));
      // A folder or pipe of that name configures nothing; a file that cannot be read leaves the defaults.
      return found.type === 'file' ? {} : undefined;
    }
    const { layer, faults } = readConfiguration(text, await this.knownIn(uri, text));
    this.listener.configured?.(uri, text, { layer, faults });
    for (const { offset, message } of faults)
      this.listener.misconfigured(uri, text.slice(0, offset).split('\n').length, message);
    return layer;
  }

  /** What a configuration may name, with the studies that its text brings along. */
  async knownIn(file: URI, text: string): Promise<Known> {
    const folder = parentOf(file) ?? file;
    const own = new Map<string, { readonly name: string } | { readonly fault: string }>();
    const brought = new Map<string, string>();
    const along = this.service.atWork({});
    const studies = [...along];
    for (const path of studyPaths(text)) {
      if (own.has(path)) continue;
      const place = Utils.resolvePath(folder, path.replaceAll('\\', '/'));
      const refused = this.refusal(folder, place);
      if (refused !== undefined) {
        own.set(path, { fault: refused });
        continue;
      }
      const study = await this.studies.at(place);
      this.listener.studied?.(study);
      const fault = unusable(study);
      const { read } = study.reading;
      const other = read && brought.get(read.study.info.key);
      if (!read || fault !== undefined) own.set(path, { fault: fault ?? 'zij is niet te lezen' });
      else if (other !== undefined)
        own.set(path, {
          fault: `haar sleutel ‘${read.study.info.key}’ is die van ‘${other}’. Geef een van beide een andere`,
        });
      else {
        brought.set(read.study.info.key, path);
        own.set(path, { name: study.name });
        studies.push(...this.service.atWork({ studies: [study.name] }));
      }
    }
    return { ...knownTo(studies), studies: along.map(({ info }) => info.key), own };
  }

  /** Why a study is not read, whatever it says. */
  protected refusal(folder: URI, place: URI): string | undefined {
    if (![folder, ...this.folders, ...this.studyRoots].some((root) => isIn(root, place)))
      return 'haar map ligt buiten de map van het programma en de geopende mappen. Zet haar daarin';
    return this.isTrusted
      ? undefined
      : 'in een map die niet wordt vertrouwd, wordt een eigen studie niet gelezen. Vertrouw de map om haar te gebruiken';
  }

  /**
   * An open document with those that answer for each other, itself first. Whatever has to be waited for comes first:
   * analyses of open documents are those of the moment of the answer, and fit their texts until the next message comes in.
   */
  async programmeWith(document: OpenText, scope: Extent = 'programme'): Promise<ProgrammeOf> {
    const own = uriOf(document.uri);
    const { folder, configuration } = await this.programmeOf(own);
    const together = scope === 'folder' || (scope === 'programme' && !countsAlone(configuration)) ? folder : undefined;
    const others = together ? await this.membersOf(together, own) : [];
    const documents = await this.analysed(others.filter((uri) => !isSame(uri, own)));
    return { folder, together, configuration, documents: [memberOf(document, configuration), ...documents()] };
  }

  isOpen(uri: URI): boolean {
    return this.open.get(uri) !== undefined;
  }

  /**
   * The documents at a URI, open or not: one file, or every Markdown file of a folder.
   * @param unread told of a file that cannot be read
   */
  async programmeAt(uri: URI, unread?: (fault: FileFault) => void): Promise<MemberDocument[]> {
    const single = isReadable(nameOf(uri)) || this.open.get(uri);
    return (await this.analysed(single ? [uri] : (await this.search(uri)).files, unread))();
  }

  /**
   * The files of a programme, with the open texts that lie in it.
   * @param document one of them
   */
  async membersOf(folder: URI, document: URI): Promise<URI[]> {
    const members = new ResourceMap<URI>();
    const roots = await this.rootsOf(folder, document);
    const searches = await Promise.all(roots.map((root) => remembered(this.found, root, () => this.search(root))));
    for (const uri of searches.flatMap(({ files }) => files)) members.set(uri, uri);
    for (const { uri } of this.open.all()) if (isIn(folder, uriOf(uri))) members.set(uri, uriOf(uri));
    const belonging: URI[] = [];
    const elsewhere: URI[] = [];
    for (const uri of members.values()) {
      // Where no file makes it a programme yet, these are the ones that would belong to it.
      const nearest = (await this.folderOf(uri)) ?? folder;
      (isSame(nearest, folder) ? belonging : elsewhere).push(uri);
    }
    if (searches.some((one) => !this.told.has(one))) {
      for (const one of searches) this.told.add(one);
      const passedOver = searches.flatMap((one) => one.passedOver);
      this.listener.gathered?.(folder, { members: belonging, elsewhere, passedOver, within: roots });
    }
    return belonging;
  }

  /**
   * Where the files of a programme are looked for. A configuration above the workspace counts for it, and makes nothing
   * outside it be read; a document from elsewhere that someone opens brings its own programme along, and without a file that
   * makes it one nothing: it may lie beside all that somebody has.
   */
  private async rootsOf(folder: URI, document: URI): Promise<readonly URI[]> {
    if (!this.folders.some((root) => isIn(root, document))) return (await this.folderOf(document)) ? [folder] : [];
    const within = this.folders.filter((root) => isIn(folder, root));
    return within.length > 0 ? within : [folder];
  }

  private async search(folder: URI): Promise<Found> {
    const passedOver: (readonly [URI, PassedOver])[] = [];
    const files = await textsIn(this.files, folder, {
      leftAside: (uri, fault) => this.listener.leftAside(uri, fault),
      passedOver: (uri, why) => passedOver.push([uri, why]),
    });
    return { files, passedOver };
  }

  /** The documents at these places; what is open is taken as it is when the answer is called. */
  private async analysed(uris: readonly URI[], unread?: (fault: FileFault) => void): Promise<() => MemberDocument[]> {
    const closed = new ResourceMap<ClosedDocument>();
    const configurations = new ResourceMap<Configuration>();
    for (const uri of uris) {
      if (this.open.get(uri)) {
        configurations.set(uri, (await this.programmeOf(uri)).configuration);
        continue;
      }
      const read = await this.closed.at(uri);
      if (!(read instanceof FileFault)) closed.set(uri, read);
      else if (read.code !== 'ENOENT') unread?.(read);
    }
    return () =>
      uris.flatMap((uri) => {
        const open = this.open.get(uri);
        if (open) return memberOf(open, configurations.get(uri) ?? DEFAULT_CONFIGURATION);
        const read = closed.get(uri);
        return read ? { key: uri.toString(), uri, ...read } : [];
      });
  }
}

const memberOf = (document: OpenText, configuration: Configuration): MemberDocument => ({
  key: document.uri,
  uri: uriOf(document.uri),
  analysis: document.analysisFor(configuration),
});

/** What a map has of a URI, made when it is first asked for. */
function remembered<T>(map: ResourceMap<Promise<T>>, uri: URI, make: () => Promise<T>): Promise<T> {
  const known = map.get(uri) ?? make();
  map.set(uri, known);
  return known;
}
