import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { CONFIGURATION_LANGUAGE, STUDY_FILE, WATCHED_FILES } from '../../server/src/protocol/programme-files.js';
import { COMMANDS, type InitializationOptions, trustedNotification } from '../../server/src/protocol/requests.js';
import { Crashes } from './crashes.js';
import { isRead } from './documents.js';
import { serveFiles } from './workspace-files.js';

/** Makes the language client: the Node and the browser entry each have their own. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** The client that both entries start; what they show is built upon it. */
export function createClient(makeClient: ClientFactory, log: vscode.LogOutputChannel): BaseLanguageClient {
  const watcher = vscode.workspace.createFileSystemWatcher(WATCHED_FILES);
  const commands: readonly string[] = Object.values(COMMANDS);
  const crashes = new Crashes(log);
  const initializationOptions: InitializationOptions = { commands, trusted: vscode.workspace.isTrusted };
  const client = makeClient({
    documentSelector: [{ language: 'markdown' }, { language: CONFIGURATION_LANGUAGE }, { pattern: `**/${STUDY_FILE}` }],
    synchronize: { fileEvents: watcher },
    outputChannel: log,
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: commands } },
    errorHandler: crashes,
    initializationFailedHandler: (error) => crashes.initializationFailed(error),
    middleware: {
      // What no one writes in (the other side of a comparison, a page of the study) gets no findings.
      didOpen: async (document, next) => (isRead(document) ? next(document) : undefined),
      didChange: async (event, next) => (isRead(event.document) ? next(event) : undefined),
      didClose: async (document, next) => (isRead(document) ? next(document) : undefined),
    },
  });
  // What goes wrong stands in the log; what needs a person, `Crashes` says, once.
  const tell = client.error.bind(client);
  client.error = (message, data) => tell(message, data, false);
  vscode.workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(trustedNotification));
  serveFiles(client);
  return client;
}
