import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from './client.js';

/** Entry in the browser: the server is a worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true);
  await startClient(
    context,
    (options) => new LanguageClient('opgavenwijzer', 'Opgavenwijzer', new Worker(script), options),
  );
}
