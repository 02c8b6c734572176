import {
  type CompletionItem,
  CompletionItemKind,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  InsertTextFormat,
  MarkupKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { citationStart, citationText, StudySearch } from '../core/features/completion.js';
import { describe, hover } from '../core/features/hover.js';
import { createEngine } from '../core/service.js';
import type { StudyProvider } from '../core/study/index.js';
import { toDiagnostic } from './convert.js';
import type { Files } from './files.js';
import { Workspace } from './workspace.js';

/** Wires a connection to the core. Everything the server does is asked for through it. */
export function startServer(connection: Connection, provider: StudyProvider, files: Files): void {
  const engine = createEngine(provider);
  const { study } = engine;
  const search = new StudySearch(study);
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(engine, files, documents);
  let pulls = false;

  connection.onInitialize(({ capabilities }) => {
    pulls = capabilities.textDocument?.diagnostic !== undefined;
    return {
      serverInfo: { name: 'opgavenwijzer' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['@', ':'], resolveProvider: true },
        ...(pulls
          ? {
              diagnosticProvider: {
                identifier: 'opgavenwijzer',
                interFileDependencies: true,
                workspaceDiagnostics: false,
              },
            }
          : {}),
      },
    };
  });

  const diagnostics = async (document: TextDocument): Promise<Diagnostic[]> => {
    const findings = await workspace.findings(document);
    return findings.map((finding) => toDiagnostic(document, finding, (uri) => documents.get(uri)));
  };

  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return { kind: DocumentDiagnosticReportKind.Full, items: document ? await diagnostics(document) : [] };
  });

  documents.onDidChangeContent(async ({ document }) => {
    if (pulls) return;
    const { uri, version } = document;
    const found = await diagnostics(document);
    // The document mutates in place: a result for an older version is not worth showing.
    if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics: found });
  });
  documents.onDidClose(({ document }) => {
    workspace.forgetDocument(document.uri);
    if (!pulls) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.fileChanged(uri);
    if (pulls) connection.languages.diagnostics.refresh();
  });

  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const context = {
      engine,
      analysis: workspace.analysisOf(document),
      programme: await workspace.coverage(document),
      municipality: (await workspace.programmeOf(document.uri)).configuration.gemeente,
      lineOf: (offset: number) => document.positionAt(offset).line + 1,
      document: document.uri,
    };
    const found = hover(context, document.offsetAt(position));
    if (!found) return null;
    return {
      contents: { kind: MarkupKind.Markdown, value: found.markdown },
      range: { start: document.positionAt(found.from), end: document.positionAt(found.to) },
    };
  });

  connection.onCompletion(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const start = citationStart(document.getText(), document.offsetAt(position), study.info.key);
    if (!start) return null;
    const range = { start: document.positionAt(start.from), end: position };
    const typed = document.getText(range);
    const items = search.choices(start.query).map(
      ({ item, detail }, rank): CompletionItem => ({
        label: item.title,
        labelDetails: { description: detail },
        kind: CompletionItemKind.Reference,
        // The editor filters again, by prefix and letters: the fuzzy result must survive that.
        filterText: typed,
        sortText: String(rank).padStart(3, '0'),
        insertTextFormat: InsertTextFormat.Snippet,
        textEdit: { range, newText: citationText(study.info.key, item, { bracket: !start.bracket, snippet: true }) },
        data: item.id,
      }),
    );
    return { isIncomplete: true, items };
  });

  connection.onCompletionResolve((item) => {
    const entry = study.find(String(item.data));
    if (!entry) return item;
    const markdown = describe(
      { engine, programme: new Map(), municipality: undefined, lineOf: () => 0, document: '', analysis: undefined! },
      entry,
    );
    return { ...item, documentation: { kind: MarkupKind.Markdown, value: markdown } };
  });

  documents.listen(connection);
  connection.listen();
}
