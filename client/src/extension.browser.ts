import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from './client.js';
import { startWorker } from './worker.js';

/** Entry in the browser: the server is a worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const worker = await startWorker(vscode.Uri.joinPath(context.extensionUri, 'dist'));
  context.subscriptions.push({ dispose: () => worker.terminate() });
  await startClient(context, (options) => new LanguageClient('opgavenwijzer', 'Opgavenwijzer', worker, options));
}
