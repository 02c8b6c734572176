import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Exports, start } from './start.js';

/** Entry in Node: the server is a process beside the editor. */
export async function activate(context: vscode.ExtensionContext): Promise<Exports> {
  const module = context.asAbsolutePath('dist/server.js');
  let client: LanguageClient | undefined;
  return start(
    context,
    (options) => {
      client = new LanguageClient(
        'opgavenwijzer',
        'Opgavenwijzer',
        { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } },
        options,
      );
      return client;
    },
    () => client?.serverProcess?.pid,
  );
}
