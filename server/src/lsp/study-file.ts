import { type Diagnostic, DiagnosticSeverity, type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import {
  escapeMarkdown,
  filesOfStudy,
  readLanguage,
  readMunicipalities,
  readStudy,
  type StudyReading,
  type StudyText,
} from '../core/index.js';
import type { OwnStudy } from '../project/own-studies.js';
import { studyHover } from '../project/study-hover.js';
import { childOf, isSame, nameOf, parentOf, ResourceMap, shownUri, uriOf } from '../project/uris.js';
import { STUDY_FILE } from '../protocol/programme-files.js';
import { isStudyFile } from './documents.js';
import type { OpenDocument } from './open-document.js';
import { rangeIn, type Session } from './session.js';

type Shared = Pick<Session, 'connection' | 'service' | 'documents' | 'log'>;

/** What the editor shows of the files of a study while they are written: their faults, and what a key or a line means. */
export class StudyFile {
  /** By folder: the texts that were read from disk. */
  private readonly onDisk = new ResourceMap<readonly StudyText[]>();

  /** @param studyIn reads the study of a folder, also one that is not at work; nothing where it may not be read */
  constructor(
    private readonly session: Shared,
    private readonly studyIn: (folder: URI) => Promise<OwnStudy | undefined>,
  ) {}

  listen(): void {
    const { documents, connection, log } = this.session;
    documents.onDidChangeContent(({ document }) => this.show(document));
    documents.onDidClose(({ document: { uri } }) => {
      if (isStudyFile(uri)) log.attempt('Meldingen wissen', connection.sendDiagnostics({ uri, diagnostics: [] }));
    });
  }

  /** A study was read from disk. The faults of a file that is open are those of its text. */
  read({ folder, texts, reading }: OwnStudy): void {
    this.onDisk.set(folder, texts);
    for (const { name, text } of texts) {
      const uri = childOf(folder, name);
      if (this.opened(uri.toString())) continue;
      this.send(TextDocument.create(uri.toString(), 'yaml', 0, text), name, reading);
    }
  }

  hover(uri: string, position: Position): Hover | null | undefined {
    const document = this.opened(uri);
    if (!document) return undefined;
    const found = this.readingOf(document);
    if (!found) return null;
    const { name, reading } = found;
    const shown = studyHover(reading, name, document.getText(), document.offsetAt(position));
    return shown
      ? { contents: { kind: MarkupKind.Markdown, value: markdownOf(shown) }, range: rangeIn(document, shown) }
      : null;
  }

  /** A file was written or went: what is open beside it is held against it anew. */
  fileChanged(uri: string): void {
    const folder = this.folderOf(uriOf(uri));
    if (!folder || !this.onDisk.delete(folder)) return;
    const first = this.opened(childOf(folder, STUDY_FILE).toString());
    if (first) this.show(first);
  }

  private show(document: OpenDocument): void {
    if (!isStudyFile(document.uri)) return;
    const own = uriOf(document.uri);
    const folder = parentOf(own);
    // What it begins with is split over files that nobody has read yet.
    if (nameOf(own) === STUDY_FILE && folder && !this.onDisk.has(folder))
      this.session.log.attempt('Studie lezen', this.showWhole(document, folder));
    else this.showFaults(document);
  }

  private async showWhole(document: OpenDocument, folder: URI): Promise<void> {
    const study = await this.studyIn(folder);
    if (study && !this.onDisk.has(folder)) this.onDisk.set(folder, study.texts);
    if (this.opened(document.uri)) this.showFaults(document);
  }

  private showFaults(document: OpenDocument): void {
    const found = this.readingOf(document);
    if (found) this.send(document, found.name, found.reading);
  }

  /** The study as it is being written, and the name of the file in it; undefined for a file that is no study's. */
  private readingOf(document: OpenDocument): { readonly name: string; readonly reading: StudyReading } | undefined {
    const own = uriOf(document.uri);
    const folder = this.folderOf(own);
    if (!folder) return undefined;
    const known = this.onDisk.get(folder) ?? [];
    const ownName = shownUri(own, folder);
    const names = filesOfStudy([...new Set([...known.map(({ name }) => name), ownName])]);
    const texts = names.flatMap((name): StudyText[] => {
      const open = isSame(childOf(folder, name), own) ? document : this.opened(childOf(folder, name).toString());
      const text = open?.getText() ?? known.find((one) => one.name === name)?.text;
      return text === undefined ? [] : [{ name, text }];
    });
    const reading = readStudy(texts, readLanguage(), readMunicipalities, this.session.service.alongKeys);
    return { name: ownName, reading };
  }

  /** The folder of the study of which this is a file: a study may be split over the folders in it. */
  private folderOf(own: URI): URI | undefined {
    const folder = parentOf(own);
    if (!folder || nameOf(own) === STUDY_FILE || this.onDisk.has(folder)) return folder;
    const above = parentOf(folder);
    return above && this.onDisk.get(above)?.some(({ name }) => name === shownUri(own, above)) ? above : undefined;
  }

  private opened(uri: string): OpenDocument | undefined {
    return this.session.documents.studyFiles().find((one) => isSame(uriOf(one.uri), uriOf(uri)));
  }

  private send(document: TextDocument, name: string, { faults }: StudyReading): void {
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
