import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { createService, type StudyProvider } from '../core/index.js';
import { STUDY_SCHEME } from '../protocol/requests.js';
import { VERSION } from '../version.js';
import { ACTION_KINDS } from './actions.js';
import { type Host, serve } from './serve.js';
import { abilitiesOf, type ClientAbilities } from './session.js';

/**
 * Starts a server. An editor waits for the answer to `initialize` before it goes on: the core and its studies are read behind
 * it, before the next message is handled.
 * @param connect makes the connection
 */
export function startServer(
  connect: (options: ConnectionOptions) => Connection,
  providers: () => readonly [StudyProvider, ...StudyProvider[]],
  hostOf: (connection: Connection) => Host,
): void {
  let isStarted = false;
  let begin: (() => void) | undefined;
  const connection = connect({
    messageStrategy: {
      handleMessage(message, handle) {
        begin?.();
        handle(message);
      },
    },
  });
  const host = hostOf(connection);
  connection.onInitialize((params) => {
    if (isStarted) throw new ResponseError(ErrorCodes.InvalidRequest, 'De server is al gestart.');
    isStarted = true;
    const client = abilitiesOf(params);
    begin = () => {
      begin = undefined;
      serve(connection, createService(providers()), host, client);
    };
    return { serverInfo: { name: 'opgavenwijzer', version: VERSION }, capabilities: capabilitiesFor(client) };
  });
  connection.listen();
}

/** Only what is really given; what VS Code's own Markdown has (outline, folding, rename) is left to it. */
function capabilitiesFor(client: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    // A point ends `p.` before a page.
    completionProvider: { triggerCharacters: ['@', ':', '.'], resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    codeLensProvider: {},
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // Our own client has the pages as files.
      ...(client.commands.size === 0 ? { textDocumentContent: { schemes: [STUDY_SCHEME] } } : {}),
    },
    codeActionProvider: { codeActionKinds: ACTION_KINDS },
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'opgavenwijzer',
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}
