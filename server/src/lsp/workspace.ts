import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  type Configuration,
  type ConfigurationLayer,
  layered,
  type ProgrammeDocument,
  readConfiguration,
  type Service,
} from '../core/index.js';
import { CONFIGURATION_FILE, isMarkdown, MOST_BYTES } from '../protocol/programme-files.js';
import { type Files, parentOf, shownUri, tooLarge, Unreadable } from './files.js';
import type { Log } from './log.js';
import type { OpenDocument } from './open-document.js';
import type { PersonalSettings } from './settings.js';

/** The documents that answer for each other: those under one configuration file, or one document alone. */
export interface Programme {
  /** Folder of the configuration file; undefined for a document alone. */
  readonly folder: string | undefined;
  readonly configuration: Configuration;
}

/** A programme with its documents. */
export interface ProgrammeOf extends Programme {
  readonly documents: readonly ProgrammeDocument[];
}

/** What is open, what is on disk beside it, and what is known of both. */
export class Workspace {
  private readonly closed = new Map<string, Promise<Analysis | undefined>>();
  private readonly closedTexts = new WeakMap<Analysis, TextDocument>();
  /** By folder: what its configuration file says, or undefined without one. */
  private readonly layers = new Map<string, Promise<ConfigurationLayer | undefined>>();
  /** By folder: the nearest one, itself included, with a configuration file. */
  private readonly folders = new Map<string, Promise<string | undefined>>();
  private readonly members = new Map<string, Promise<string[]>>();

  constructor(
    private readonly service: Service,
    private readonly files: Files,
    private readonly open: { get(uri: string): OpenDocument | undefined; all(): OpenDocument[] },
    private readonly settings: PersonalSettings,
    private readonly log: Log,
    private workspaceFolders: readonly string[],
  ) {}

  forgetDocument(uri: string): void {
    this.closed.delete(uri);
    this.settings.forget(uri);
  }

  /** Folders were added to the workspace, or taken out of it. */
  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    this.workspaceFolders = [...this.workspaceFolders.filter((uri) => !removed.includes(uri)), ...added];
    this.members.clear();
  }

  /** A file changed on disk: what was derived from it is read anew. */
  fileChanged(uri: string): void {
    this.closed.delete(uri);
    this.members.clear();
    if (!uri.endsWith(`/${CONFIGURATION_FILE}`)) return;
    this.layers.clear();
    this.folders.clear();
  }

  /** The programme of a document, with the editor's settings for it below those of the programme's own file. */
  async programmeOf(uri: string): Promise<Programme> {
    const { layer: personal } = await this.settings.of(uri);
    const folder = await this.folderOf(uri);
    const own = folder === undefined ? undefined : await this.layerIn(folder);
    return { folder, configuration: layered(personal, own ?? {}) };
  }

  /** Folder of the nearest configuration file. */
  private folderOf(uri: string): Promise<string | undefined> {
    const parent = parentOf(uri) ?? '';
    let folder = this.folders.get(parent);
    if (!folder) {
      folder = this.findFolder(parent);
      this.folders.set(parent, folder);
    }
    return folder;
  }

  private async findFolder(parent: string): Promise<string | undefined> {
    for (let folder: string | undefined = parent; folder; folder = parentOf(folder))
      if (await this.layerIn(folder)) return folder;
    return undefined;
  }

  private layerIn(folder: string): Promise<ConfigurationLayer | undefined> {
    let layer = this.layers.get(folder);
    if (!layer) {
      layer = this.loadLayer(`${folder}/${CONFIGURATION_FILE}`);
      this.layers.set(folder, layer);
    }
    return layer;
  }

  private async loadLayer(uri: string): Promise<ConfigurationLayer | undefined> {
    const text = this.open.get(uri)?.getText() ?? (await this.files.read(uri));
    if (text === undefined) return undefined;
    const shown = shownUri(uri);
    if (text instanceof Unreadable) {
      this.log.warnOnce(`${shown}: ${text.reason}`);
      return {};
    }
    const { layer, faults } = readConfiguration(text, this.service.known);
    this.log.info(`Instellingen gelezen: ${shown}`);
    for (const { offset, message } of faults)
      this.log.warnOnce(`${shown}:${text.slice(0, offset).split('\n').length}: ${message}`);
    return layer;
  }

  /**
   * A document with those that answer for each other, itself first. Whatever has to be waited for comes first: the
   * analyses of open documents are those of the moment at which the answer is there, and fit their texts until the
   * next message comes in.
   * @param scope default: what the configuration sets
   */
  async programmeWith(document: OpenDocument, scope?: 'document' | 'programme'): Promise<ProgrammeOf> {
    const { folder, configuration } = await this.programmeOf(document.uri);
    const wide = scope === undefined ? configuration.reikwijdte === 'programma' : scope === 'programme';
    const others = folder === undefined || !wide ? [] : await this.othersIn(folder, document.uri);
    const documents: ProgrammeDocument[] = [{ key: document.uri, analysis: document.analysis }];
    for (const { uri, closed } of others) {
      const open = this.open.get(uri);
      const analysis = open ? open.analysis : closed;
      if (analysis) documents.push({ key: uri, analysis });
    }
    return { folder, configuration, documents };
  }

  /** The other documents of a programme; of those that are not open, the analysis. */
  private async othersIn(folder: string, own: string): Promise<{ uri: string; closed: Analysis | undefined }[]> {
    const open = this.open
      .all()
      .map(({ uri }) => uri)
      .filter((uri) => uri.startsWith(`${folder}/`));
    const others: { uri: string; closed: Analysis | undefined }[] = [];
    const members = await Promise.all(this.rootsOf(folder, own).map((root) => this.membersOf(root)));
    for (const uri of new Set([...members.flat(), ...open])) {
      if (uri === own || (await this.folderOf(uri)) !== folder) continue;
      others.push({ uri, closed: this.open.get(uri) ? undefined : await this.closedAnalysis(uri) });
    }
    return others;
  }

  /**
   * Where the files of a programme are looked for. A configuration above the workspace counts for it, and makes nothing
   * outside it be read; a document from elsewhere that someone opens brings its own programme along.
   */
  private rootsOf(folder: string, document: string): readonly string[] {
    const lies = (uri: string, within: string): boolean => uri.startsWith(`${within}/`);
    if (!this.workspaceFolders.some((root) => lies(document, root))) return [folder];
    const above = this.workspaceFolders.filter((root) => lies(root, folder));
    return above.length > 0 ? above : [folder];
  }

  private membersOf(folder: string): Promise<string[]> {
    let members = this.members.get(folder);
    if (!members) {
      members = this.markdownIn(folder).then((uris) => {
        this.log.info(`Programma ${shownUri(folder)}: ${uris.length} ${uris.length === 1 ? 'bestand' : 'bestanden'}.`);
        return uris;
      });
      this.members.set(folder, members);
    }
    return members;
  }

  private markdownIn(folder: string): Promise<string[]> {
    return this.files.markdownIn(folder, (uri, { reason }) => this.leftAside(uri, reason));
  }

  private leftAside(uri: string, reason: string): void {
    this.log.warnOnce(`Overgeslagen: ${shownUri(uri)}: ${reason}`);
  }

  private closedAnalysis(uri: string): Promise<Analysis | undefined> {
    let analysis = this.closed.get(uri);
    if (!analysis) {
      analysis = this.readClosed(uri);
      this.closed.set(uri, analysis);
    }
    return analysis;
  }

  private async readClosed(uri: string): Promise<Analysis | undefined> {
    const read = await this.files.read(uri);
    const text = typeof read === 'string' && read.length > MOST_BYTES ? tooLarge(read.length) : read;
    if (text instanceof Unreadable) this.leftAside(uri, text.reason);
    return typeof text === 'string' ? this.service.analyse(text) : undefined;
  }

  /** The documents at a URI, open or not: one file, or every Markdown file of a folder. */
  async programmeAt(uri: string): Promise<ProgrammeDocument[]> {
    const uris = isMarkdown(uri) || this.open.get(uri) ? [uri] : await this.markdownIn(uri);
    const closed = new Map<string, Analysis | undefined>();
    for (const key of uris) if (!this.open.get(key)) closed.set(key, await this.closedAnalysis(key));
    return uris.flatMap((key) => {
      const open = this.open.get(key);
      const analysis = open ? open.analysis : closed.get(key);
      return analysis ? [{ key, analysis }] : [];
    });
  }

  /** The text of a document of a programme, to turn offsets into positions: the open one, or the one on disk. */
  textOf({ key, analysis }: ProgrammeDocument): TextDocument {
    const open = this.open.get(key);
    if (open) return open;
    let text = this.closedTexts.get(analysis);
    if (!text) {
      text = TextDocument.create(key, 'markdown', 0, analysis.text);
      this.closedTexts.set(analysis, text);
    }
    return text;
  }
}
