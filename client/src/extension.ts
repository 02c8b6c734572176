import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient } from './client.js';

/** Entry in Node: the server is a process beside the editor. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  await startClient(
    context,
    (options) =>
      new LanguageClient(
        'opgavenwijzer',
        'Opgavenwijzer',
        { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } },
        options,
      ),
  );
}
