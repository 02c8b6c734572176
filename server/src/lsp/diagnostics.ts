import isEqual from 'fast-deep-equal';
import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DiagnosticData, toDiagnostic } from './convert.js';
import type { OpenDocument } from './open-document.js';
import { cancelled, type Session, writersDocument } from './session.js';
import { Typing } from './typing.js';

/** What was last shown of a document. */
interface Shown {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
  /** A change since then came near one of them: its mark in the editor may be gone, though the finding still stands. */
  touched: boolean;
}

/** Shows the findings of open documents: to a client that asks, or sent to one that does not. */
export class Diagnostics {
  private readonly typing = new Typing((uri) => this.paused(uri));
  private readonly shown = new Map<string, Shown>();
  /** Documents of which something was kept back because its line is being typed. */
  private readonly keptBack = new Set<string>();
  /** Documents to be checked although nobody types: opened or saved, or a person asked for it. */
  private readonly due = new Map<string, 'event' | 'asked'>();
  private readonly scheduled = new Set<string>();
  private results = 0;

  constructor(private readonly session: Session) {}

  listen(): void {
    const { connection, documents } = this.session;
    connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
      this.report(textDocument.uri, previousResultId, token),
    );
    documents.onDidOpen(({ document }) => this.isDue(document.uri, 'event'));
    documents.onDidSave(({ document }) => {
      this.isDue(document.uri, 'event');
      this.session.log.attempt('Controle na opslaan', this.showSaved(document.uri));
    });
    documents.onDidChangeContent(({ document }) => this.push(document.uri));
    documents.onDidClose(({ document: { uri } }) => {
      this.typing.forget(uri);
      for (const known of [this.shown, this.keptBack, this.due]) known.delete(uri);
      if (!this.session.client.pullsDiagnostics)
        this.session.log.attempt('Meldingen wissen', connection.sendDiagnostics({ uri, diagnostics: [] }));
    });
  }

  /** Hears of changes before they are applied. */
  note(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.typing.note(uri, changes);
    const shown = this.shown.get(uri);
    if (shown) shown.touched ||= changes.some((change) => isNear(change, shown.items));
  }

  /** A person asked for a check: it is shown whatever the settings say. */
  check(uri: string): void {
    this.isDue(uri, 'asked');
    this.showAgain([uri]);
  }

  /** Something outside these documents changed: a file, the settings. Without documents: all of them. */
  showAgain(uris: readonly string[] = this.session.documents.keys()): void {
    const { client, connection, log } = this.session;
    if (!client.pullsDiagnostics) for (const uri of uris) this.push(uri);
    else if (client.refreshesDiagnostics)
      log.attempt('Meldingen verversen', connection.sendRequest(DiagnosticRefreshRequest.type));
  }

  private isDue(uri: string, why: 'event' | 'asked'): void {
    if (this.due.get(uri) !== 'asked') this.due.set(uri, why);
  }

  private async showSaved(uri: string): Promise<void> {
    const { configuration } = await this.session.workspace.programmeOf(uri);
    if (configuration.controle === 'opslaan') this.showAgain([uri]);
  }

  private paused(uri: string): void {
    if (this.keptBack.delete(uri)) this.showAgain([uri]);
  }

  /** Sends findings to a client that does not ask; several changes that come in together are one. */
  private push(uri: string): void {
    if (this.session.client.pullsDiagnostics || this.scheduled.has(uri)) return;
    this.scheduled.add(uri);
    setTimeout(() => {
      this.scheduled.delete(uri);
      this.session.log.attempt(`Controle van ${uri}`, this.send(uri));
    }, 0);
  }

  private async send(uri: string): Promise<void> {
    const document = writersDocument(this.session, uri);
    if (!document) return;
    const report = await this.report(uri, this.shown.get(uri)?.resultId);
    if (report.kind === DocumentDiagnosticReportKind.Unchanged) return;
    const { version } = document;
    await this.session.connection.sendDiagnostics({ uri, version, diagnostics: report.items });
  }

  private async report(
    asked: string,
    previous: string | undefined,
    token?: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const document = writersDocument(this.session, asked);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { uri } = document;
    const { configuration } = await this.session.workspace.programmeOf(uri);
    if (token?.isCancellationRequested) throw cancelled();
    const { controle } = configuration;
    const why = this.due.get(uri);
    const shown = this.shown.get(uri);
    if (controle !== 'typen' && why !== 'asked' && !(controle === 'opslaan' && why)) {
      this.due.delete(uri);
      // What was shown stays, where the editor's own marks have moved along with the text.
      if (shown && shown.resultId === previous)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: shown.resultId };
      return { kind: DocumentDiagnosticReportKind.Full, items: [...(shown?.items ?? [])], ...withId(shown) };
    }
    const items = this.keepBack(document, await this.diagnose(document), shown);
    // Called off, it is asked again: what was due still is.
    if (token?.isCancellationRequested) throw cancelled();
    this.due.delete(uri);
    // An editor that asks and still shows the same is told so: in a long text that is far less than showing it again.
    // One that is sent findings gets those of each version.
    const { pullsDiagnostics } = this.session.client;
    if (pullsDiagnostics && shown && shown.resultId === previous && !shown.touched && isEqual(shown.items, items))
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: shown.resultId };
    const resultId = String(++this.results);
    this.shown.set(uri, { resultId, items, touched: false });
    return { kind: DocumentDiagnosticReportKind.Full, items, resultId };
  }

  private async diagnose(document: OpenDocument): Promise<Diagnostic[]> {
    const { service, workspace } = this.session;
    const { findings } = service.check(await workspace.programmeWith(document));
    return findings.map((finding) => toDiagnostic(document, finding));
  }

  /** Leaves out what is new on the line that is being typed; it comes when the line is left, or after a pause. */
  private keepBack({ uri }: TextDocument, items: Diagnostic[], shown: Shown | undefined): Diagnostic[] {
    this.keptBack.delete(uri);
    const line = this.typing.lineIn(uri);
    const { pullsDiagnostics, refreshesDiagnostics } = this.session.client;
    if (line === undefined || (pullsDiagnostics && !refreshesDiagnostics)) return items;
    const before = (shown?.items ?? []).filter(({ range }) => range.start.line === line);
    const kept = items.filter((item) => item.range.start.line !== line || before.some((one) => isAlike(one, item)));
    if (kept.length < items.length) this.keptBack.add(uri);
    return kept;
  }
}

/** Whether a change is on a line of one of the findings, or moves lines. */
function isNear(change: TextDocumentContentChangeEvent, items: readonly Diagnostic[]): boolean {
  if (!('range' in change)) return true;
  const { line } = change.range.start;
  if (line !== change.range.end.line || /[\r\n]/.test(change.text)) return true;
  return items.some(({ range }) => range.start.line <= line && range.end.line >= line);
}

const opgavenOf = ({ data }: Diagnostic): readonly string[] => (data as DiagnosticData | undefined)?.opgaven ?? [];

/** Whether a finding says what was said before, if of fewer or more opgaven: it stays while one types on. */
function isAlike(before: Diagnostic, now: Diagnostic): boolean {
  const opgaven = opgavenOf(now);
  return before.code === now.code && (opgaven.length === 0 || opgavenOf(before).some((id) => opgaven.includes(id)));
}

const withId = (shown: Shown | undefined): { resultId?: string } => (shown ? { resultId: shown.resultId } : {});
