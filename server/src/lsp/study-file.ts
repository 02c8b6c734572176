import { type Diagnostic, DiagnosticSeverity, type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import { escapeMarkdown, filesOfStudy, type StudyReading, type StudyText } from '../core/index.js';
import { foldersOfStudy, type OwnStudy, readBeside } from '../project/own-studies.js';
import { studyHover } from '../project/study-hover.js';
import { childOf, isIn, isSame, nameOf, parentOf, ResourceMap, shownUri, uriOf } from '../project/uris.js';
import { STUDY_FILE } from '../protocol/programme-files.js';
import { isStudyFile } from './documents.js';
import type { OpenDocument } from './open-document.js';
import { rangeIn, type Session } from './session.js';

type Shared = Pick<Session, 'connection' | 'service' | 'documents' | 'log'>;

/** What the editor shows of the files of a study while they are written: their faults, and what a key or a line means. */
export class StudyFile {
  /** By folder: the texts that were read from disk. */
  private readonly onDisk = new ResourceMap<Pick<OwnStudy, 'folder' | 'texts'>>();
  /** By file that is open: the search for the study that it is of. */
  private readonly sought = new ResourceMap<Promise<void>>();

  /** @param studyOf reads the study of which something is a file, also one that is not at work; nothing where it may not be read */
  constructor(
    private readonly session: Shared,
    private readonly studyOf: (file: URI) => Promise<OwnStudy | undefined>,
  ) {}

  listen(): void {
    const { documents, connection, log } = this.session;
    documents.onDidChangeContent(({ document: { uri } }) => this.show(uri));
    documents.onDidClose(({ document: { uri } }) => {
      if (!isStudyFile(uri)) return;
      this.sought.delete(uri);
      log.attempt('Meldingen wissen', connection.sendDiagnostics({ uri, diagnostics: [] }));
    });
  }

  /** A study was read from disk. The faults of a file that is open are those of its text. */
  read({ folder, texts, reading }: OwnStudy): void {
    this.onDisk.set(folder, { folder, texts });
    for (const { name, text } of texts) {
      const uri = childOf(folder, name);
      if (this.opened(uri.toString())) continue;
      this.send(TextDocument.create(uri.toString(), 'yaml', 0, text), name, reading.faults);
    }
  }

  async hover(uri: string, position: Position): Promise<Hover | null | undefined> {
    const document = this.opened(uri);
    if (!document) return undefined;
    const own = uriOf(uri);
    await this.search(own);
    const folder = this.folderOf(own);
    const reading = folder && this.readingOf(folder);
    if (!reading) return null;
    const shown = studyHover(reading, shownUri(own, folder), document.getText(), document.offsetAt(position));
    return shown
      ? { contents: { kind: MarkupKind.Markdown, value: markdownOf(shown) }, range: rangeIn(document, shown) }
      : null;
  }

  /** A file was written, came or went: what is open of its study, or may be now, is held against it anew. */
  fileChanged(written: string): void {
    const uri = uriOf(written);
    const changed = [...this.onDisk.values()].map(({ folder }) => folder);
    const stale = changed.filter((folder) => isIn(folder, uri) || isIn(uri, folder));
    for (const folder of stale) this.onDisk.delete(folder);
    const above = nameOf(uri) === STUDY_FILE ? parentOf(uri) : undefined;
    if (above) stale.push(above);
    this.showAgain((own) => stale.some((folder) => isIn(folder, own)));
  }

  /** What is open is held anew against its study. */
  showAgain(isMeant: (own: URI) => boolean = () => true): void {
    const open = this.session.documents.studyFiles().filter(({ uri }) => isMeant(uriOf(uri)));
    for (const { uri } of open) this.sought.delete(uri);
    for (const { uri } of open) this.show(uri);
  }

  private show(uri: string): void {
    if (isStudyFile(uri)) this.session.log.attempt('Studie lezen', this.showFaults(uriOf(uri)));
  }

  private async showFaults(own: URI): Promise<void> {
    const search = this.search(own);
    await search;
    // A file changed meanwhile, or this one was closed: what is shown then comes of that.
    if (this.sought.get(own) !== search) return;
    const folder = this.folderOf(own);
    const document = this.opened(own.toString());
    if (folder) this.showStudy(folder);
    else if (document) this.send(document, '', []);
  }

  /** Looks once which study a file is of, and reads it. */
  private search(own: URI): Promise<void> {
    const known = this.sought.get(own);
    if (known) return known;
    const search = this.studyOf(own).then((study) => {
      if (study && this.sought.get(own) === search) this.onDisk.set(study.folder, study);
    });
    this.sought.set(own, search);
    return search;
  }

  /** The faults of every file of a study that is open: what is wrong in one may come of another. */
  private showStudy(folder: URI): void {
    const open = this.openIn(folder);
    const reading = open.length > 0 ? this.readingOf(folder) : undefined;
    if (reading)
      for (const document of open) this.send(document, shownUri(uriOf(document.uri), folder), reading.faults);
  }

  /** The study as it is being written; undefined without the file that it begins with. */
  private readingOf(folder: URI): StudyReading | undefined {
    const texts = new Map(this.onDisk.get(folder)?.texts.map(({ name, text }) => [name, text]));
    for (const document of this.openIn(folder)) texts.set(shownUri(uriOf(document.uri), folder), document.getText());
    if (!texts.has(STUDY_FILE)) return undefined;
    const inOrder = filesOfStudy([...texts.keys()]).map((name): StudyText => ({ name, text: texts.get(name)! }));
    return readBeside(this.session.service, inOrder);
  }

  private openIn(folder: URI): OpenDocument[] {
    return this.session.documents.studyFiles().filter(({ uri }) => {
      const of = this.folderOf(uriOf(uri));
      return of !== undefined && isSame(of, folder);
    });
  }

  /** The folder of the study of which this is a file, once that was read: a study may be split over the folders in it. */
  private folderOf(own: URI): URI | undefined {
    if (nameOf(own) === STUDY_FILE) return parentOf(own);
    return foldersOfStudy(own).find((folder) => this.onDisk.has(folder));
  }

  private opened(uri: string): OpenDocument | undefined {
    return this.session.documents.studyFiles().find((one) => isSame(uriOf(one.uri), uriOf(uri)));
  }

  private send(document: TextDocument, name: string, faults: StudyReading['faults']): void {
    const { connection, log } = this.session;
    const { uri } = document;
    const diagnostics = faults
      .filter(({ file }) => file === name)
      .map(
        ({ from, to, message }): Diagnostic => ({
          range: rangeIn(document, { from, to }),
          severity: DiagnosticSeverity.Warning,
          source: 'opgavenwijzer',
          message: `${message[0]!.toUpperCase()}${message.slice(1)}`,
        }),
      );
    log.attempt('Meldingen bij de studie', connection.sendDiagnostics({ uri, diagnostics }));
  }
}

/** Text of a study stays text; signals are shown as they are written. */
function markdownOf({ text, signals }: { readonly text: string; readonly signals?: string }): string {
  if (signals === undefined) return escapeMarkdown(text);
  const fence = '`'.repeat(Math.max(3, ...[...signals.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${escapeMarkdown(text)}\n\n${fence}\n${signals}\n${fence}`;
}
