import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';

export const SERVER = join(import.meta.dirname, '../../dist/server.js');

export interface StartOptions {
  /** Without it the client does not ask for findings, so the server sends them. */
  readonly pull?: boolean;
  readonly rootUri?: string | null;
  readonly capabilities?: ClientCapabilities;
  /** Commands that the client says it has. */
  readonly commands?: readonly string[];
  /** Whether the person trusts the folders; without it nothing is said of that. */
  readonly isTrusted?: boolean;
  /** Another copy of the server, and another user to run it. */
  readonly server?: string;
  readonly uid?: number;
  /** Settings that it answers with; they may be changed while it runs. */
  readonly settings?: Record<string, unknown>;
}

/** The real server over its pipe, spoken to as an editor would. */
export class Client {
  private constructor(
    readonly process: ChildProcess,
    readonly connection: MessageConnection,
    readonly initialized: InitializeResult,
    private readonly published: PublishDiagnosticsParams[],
    /** What stands in the log so far. */
    readonly log: readonly string[],
  ) {}

  static async start(options: StartOptions = {}): Promise<Client> {
    const {
      pull = true,
      rootUri = null,
      capabilities = {},
      commands,
      isTrusted,
      settings,
      server = SERVER,
      uid,
    } = options;
    // Only after the start: Node itself may stand where the other user cannot go.
    const become = uid && `process.setgid(${uid}); process.setuid(${uid})`;
    const first = become ? ['--import', `data:text/javascript,${become}`] : [];
    const child = spawn(process.execPath, [...first, server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const published: PublishDiagnosticsParams[] = [];
    const log: string[] = [];
    connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => void published.push(params),
    );
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings));
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    const initialized: InitializeResult = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      capabilities: {
        ...capabilities,
        ...(settings ? { workspace: { ...capabilities.workspace, configuration: true } } : {}),
        textDocument: { ...capabilities.textDocument, ...(pull ? { diagnostic: {} } : {}) },
      },
      ...(commands || isTrusted !== undefined
        ? {
            initializationOptions: {
              ...(commands ? { commands } : {}),
              ...(isTrusted === undefined ? {} : { trusted: isTrusted }),
            },
          }
        : {}),
    });
    await connection.sendNotification('initialized', {});
    return new Client(child, connection, initialized, published, log);
  }

  ask<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest(method, params);
  }

  /** The next message of a kind that the server sends by itself; a request is answered with nothing. */
  next<Params>(method: string): Promise<Params> {
    return new Promise((done) => {
      const notified = this.connection.onNotification(method, (params: Params) => {
        notified.dispose();
        done(params);
      });
      const asked = this.connection.onRequest(method, (params: Params) => {
        asked.dispose();
        done(params);
        return null;
      });
    });
  }

  async open(uri: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  }

  async change(uri: string, version: number, contentChanges: unknown[]): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report: { items: Diagnostic[] } = await this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items;
  }

  /** The next findings that the server sends for a document. */
  nextFindings(uri: string): Promise<Diagnostic[]> {
    return new Promise((done) => {
      const listener = this.connection.onNotification(
        'textDocument/publishDiagnostics',
        (params: PublishDiagnosticsParams) => {
          if (params.uri !== uri) return;
          listener.dispose();
          done(params.diagnostics);
        },
      );
    });
  }

  /** The findings that the server sent for a version of a document. */
  pushed(uri: string, version: number): Promise<Diagnostic[]> {
    const known = this.published.find((params) => params.uri === uri && params.version === version);
    if (known) return Promise.resolve(known.diagnostics);
    return new Promise((done) => {
      const listener = this.connection.onNotification(
        'textDocument/publishDiagnostics',
        (params: PublishDiagnosticsParams) => {
          this.published.push(params);
          if (params.uri !== uri || params.version !== version) return;
          listener.dispose();
          done(params.diagnostics);
        },
      );
    });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  }

  completion(uri: string, position: Position): Promise<CompletionList | null> {
    return this.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
  }

  resolve(item: CompletionItem): Promise<CompletionItem> {
    return this.connection.sendRequest('completionItem/resolve', item);
  }

  /** Ends the server as the protocol says; gives its exit code. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((done) => this.process.once('exit', done));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    return ended;
  }
}
