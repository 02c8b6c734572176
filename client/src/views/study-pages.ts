import * as vscode from 'vscode';
import {
  type Explanation,
  STUDY_SCHEME,
  studyPagesRequest,
  studyRequest,
} from '../../../server/src/protocol/requests.js';
import { editorOf } from '../documents.js';
import type { Environment } from '../environment.js';

/** Pages on which the last explanation stands, beside those of the study: in words, and in figures. VS Code opens the first of the alphabet. */
const EXPLANATIONS = ['waarom-telt-dit.md', 'zo-gewogen.md'];

/**
 * The studies as read-only files, a folder each (`opgavenwijzer-studie:/studie/ruimte-en-wonen.md`): so links, outline, search and preview work
 * as in any Markdown file. What the reader's programme does shows on the pages, so they change along with it.
 */
export class StudyPages implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly contents = new Map<string, Uint8Array>();
  private names: readonly string[] | undefined;
  /** Grows with each change: an editor reads a page again when it is newer. */
  private time = 1;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly environment: Environment) {
    this.subscriptions = [
      vscode.workspace.registerFileSystemProvider(STUDY_SCHEME, this, { isReadonly: true, isCaseSensitive: true }),
      environment.active.onDidChange(() => this.readAgain()),
      this.changed,
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Opens an entry beside the text, to be read; without a key, the contents. */
  async open(key?: string): Promise<void> {
    const { server, active } = this.environment;
    const reader = active.uri === undefined ? {} : { uri: active.uri.toString() };
    const page = await server.ask(studyRequest, key === undefined ? reader : { id: key, ...reader });
    if (!page) throw new Error(`de studie kent ‘${key}’ niet.`);
    const uri = vscode.Uri.parse(page.uri).with({ fragment: page.anchor });
    const writing = active.uri && editorOf(active.uri);
    // ‘Beside’ is beside the text, also when the attention is with a page that was opened before.
    if (writing) await vscode.window.showTextDocument(writing.document, writing.viewColumn ?? vscode.ViewColumn.Active);
    // Locked: it stays with the study while the writer goes on.
    await vscode.commands.executeCommand(
      writing ? 'markdown.showLockedPreviewToSide' : 'markdown.showPreview',
      uri,
      undefined,
      { locked: true },
    );
  }

  /** Keeps an explanation as pages, and gives their addresses. */
  explain({ markdown, figures }: Explanation): vscode.Uri[] {
    const pages = [markdown, ...(figures === undefined ? [] : [figures])];
    this.time++;
    return pages.map((text, index) => {
      const name = EXPLANATIONS[index]!;
      const uri = vscode.Uri.from({ scheme: STUDY_SCHEME, path: `/${name}` });
      this.contents.set(name, new TextEncoder().encode(text));
      this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
      return uri;
    });
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const file = { ctime: 0, mtime: this.time, permissions: vscode.FilePermission.Readonly };
    if (await this.isFolder(uri)) return { ...file, type: vscode.FileType.Directory, size: 0 };
    return { ...file, type: vscode.FileType.File, size: (await this.readFile(uri)).length };
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const folder = pathOf(uri);
    const paths = await this.pageNames();
    if (folder === '') return [...new Set(paths.map(folderOf))].map((name) => [name, vscode.FileType.Directory]);
    return paths
      .filter((path) => folderOf(path) === folder)
      .map((path) => [path.slice(folder.length + 1), vscode.FileType.File]);
  }

  /** The root, or the folder of a study. */
  private async isFolder(uri: vscode.Uri): Promise<boolean> {
    const path = pathOf(uri);
    return path === '' || (await this.pageNames()).some((page) => folderOf(page) === path);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const name = pathOf(uri);
    const known = this.contents.get(name);
    if (known) return known;
    // Asked for by name only where there is such a page: VS Code tries names of its own.
    if (!(await this.pageNames()).includes(name)) throw vscode.FileSystemError.FileNotFound(uri);
    const { server, active } = this.environment;
    const reader = active.uri === undefined ? {} : { uri: active.uri.toString() };
    const page = await server.ask(studyRequest, { id: name, ...reader });
    if (!page) throw vscode.FileSystemError.FileNotFound(uri);
    const content = new TextEncoder().encode(page.markdown);
    this.contents.set(name, content);
    return content;
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  private async pageNames(): Promise<readonly string[]> {
    this.names ??= await this.environment.server.ask(studyPagesRequest, {});
    return this.names;
  }

  private readAgain(): void {
    for (const name of this.contents.keys()) if (!EXPLANATIONS.includes(name)) this.contents.delete(name);
    this.time++;
    const open = vscode.workspace.textDocuments.filter(
      ({ uri }) => uri.scheme === STUDY_SCHEME && !EXPLANATIONS.includes(pathOf(uri)),
    );
    if (open.length > 0) this.changed.fire(open.map(({ uri }) => ({ type: vscode.FileChangeType.Changed, uri })));
  }
}

/** Path of a page or folder, without slashes around it. */
const pathOf = (uri: vscode.Uri): string => uri.path.replace(/^\/+|\/+$/g, '');

const folderOf = (page: string): string => page.split('/')[0]!;
