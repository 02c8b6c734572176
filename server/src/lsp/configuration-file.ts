import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  InsertTextFormat,
  MarkupKind,
  type Position,
  type Range,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import { escapeMarkdown, type Service } from '../core/index.js';
import {
  type ConfigurationFault,
  type Known,
  type ReadConfiguration,
  readConfiguration,
} from '../project/configuration.js';
import { configurationChoices, configurationHover } from '../project/configuration-choices.js';
import { configurationSchema, type Schema } from '../project/configuration-schema.js';
import { uriOf } from '../project/uris.js';
import { isConfiguration } from './documents.js';
import { workspaceEdit } from './edits.js';
import { rangeIn, type Session } from './session.js';

type Shared = Pick<Session, 'connection' | 'service' | 'documents' | 'log' | 'client'>;

/** What the editor shows of the configuration file of a programme: its faults, what can stand where, what it means. */
export class ConfigurationFile {
  private schemaOf: { readonly studies: Service['studies']; readonly schema: Schema } | undefined;

  /** @param knownIn what a file of this text may name */
  constructor(
    private readonly session: Shared,
    private readonly knownIn: (uri: URI, text: string) => Promise<Known>,
  ) {}

  /** By the studies that there are now. */
  private get schema(): Schema {
    const { studies } = this.session.service;
    if (this.schemaOf?.studies !== studies) this.schemaOf = { studies, schema: configurationSchema(studies) };
    return this.schemaOf!.schema;
  }

  listen(): void {
    const { documents } = this.session;
    documents.onDidChangeContent(({ document: { uri } }) => this.showAgain(uri));
    documents.onDidClose(({ document: { uri } }) => {
      if (isConfiguration(uri)) this.forget(uri);
    });
  }

  /** Its text is no longer known; what stands on disk shows its faults when it is read. */
  forget(uri: string): void {
    const { connection, log } = this.session;
    log.attempt('Meldingen wissen', connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  /** A file was read from disk. The faults of one that is open are those of its text. */
  read(uri: URI, text: string, { faults }: Pick<ReadConfiguration, 'faults'>): void {
    if (this.session.documents.configuration(uri)) return;
    this.send(TextDocument.create(uri.toString(), 'json', 0, text), faults);
  }

  hover(uri: string, position: Position): Hover | null | undefined {
    const document = this.session.documents.configuration(uri);
    if (!document) return undefined;
    const found = configurationHover(this.schema, document.getText(), document.offsetAt(position));
    return found
      ? { contents: { kind: MarkupKind.Markdown, value: escapeMarkdown(found.text) }, range: rangeIn(document, found) }
      : null;
  }

  completions(uri: string, position: Position): CompletionItem[] | undefined {
    const { documents, client } = this.session;
    const document = documents.configuration(uri);
    if (!document) return undefined;
    return configurationChoices(this.schema, document.getText(), document.offsetAt(position)).map(
      ({ label, text, json, snippet, ...place }, rank) => ({
        label,
        kind: CompletionItemKind.Property,
        documentation: text,
        // The quotation marks stand in what is typed as well.
        filterText: JSON.stringify(label),
        sortText: String(rank).padStart(4, '0'),
        insertTextFormat: client.snippetCompletions ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: { range: rangeIn(document, place), newText: client.snippetCompletions ? snippet : json },
      }),
    );
  }

  async actions(uri: string, { start, end }: Range, asked: readonly Diagnostic[]): Promise<CodeAction[] | undefined> {
    const document = this.session.documents.configuration(uri);
    if (!document) return undefined;
    const [first, last] = [document.offsetAt(start), document.offsetAt(end)];
    return (await this.faultsOf(document))
      .filter(({ offset, length }) => offset <= last && offset + length >= first)
      .flatMap(({ offset, length, message, suggestions = [] }) =>
        suggestions.map(
          (text): CodeAction => ({
            title: `Vervangen door ${text.replace(/^"(.*)"$/, '‘$1’')}`,
            kind: CodeActionKind.QuickFix,
            diagnostics: asked.filter((one) => one.message === sentence(message)),
            edit: workspaceEdit(this.session, document, [{ from: offset, to: offset + length, text }]),
          }),
        ),
      );
  }

  /** Shows the faults of an open file: it changed, or a study that it names did. Without a file: of all that are open. */
  showAgain(uri?: string): void {
    const { documents, log } = this.session;
    const uris = uri === undefined ? documents.configurations() : [uri];
    for (const one of uris) log.attempt('Meldingen bij de instellingen', this.show(one));
  }

  private async show(uri: string): Promise<void> {
    const document = this.session.documents.configuration(uri);
    if (!document) return;
    const { version } = document;
    const faults = await this.faultsOf(document);
    if (document.version === version && this.session.documents.configuration(uri)) this.send(document, faults);
  }

  private async faultsOf(document: TextDocument): Promise<readonly ConfigurationFault[]> {
    const text = document.getText();
    return readConfiguration(text, await this.knownIn(uriOf(document.uri), text)).faults;
  }

  private send(document: TextDocument, faults: readonly ConfigurationFault[]): void {
    const { connection, log } = this.session;
    const diagnostics = faults.map(
      ({ offset, length, message }): Diagnostic => ({
        range: rangeIn(document, { from: offset, to: offset + length }),
        severity: DiagnosticSeverity.Warning,
        source: 'opgavenwijzer',
        message: sentence(message),
      }),
    );
    const { uri } = document;
    log.attempt('Meldingen bij de instellingen', connection.sendDiagnostics({ uri, diagnostics }));
  }
}

/** On the command line the message stands behind the name of the file; here it stands by itself. */
const sentence = (message: string): string => `${message[0]!.toUpperCase()}${message.slice(1)}`;
