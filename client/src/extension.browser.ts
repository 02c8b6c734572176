import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from './client.js';

/** Entry in the browser: the server is a worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const worker = await startWorker(vscode.Uri.joinPath(context.extensionUri, 'dist/browser/server.js'));
  context.subscriptions.push({ dispose: () => worker.terminate() });
  await startClient(context, (options) => new LanguageClient('opgavenwijzer', 'Opgavenwijzer', worker, options));
}

/** VS Code makes no worker from an extension on a remote machine; from the same bytes it does. */
async function startWorker(script: vscode.Uri): Promise<Worker> {
  if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true));
  const bytes = await vscode.workspace.fs.readFile(script);
  return new Worker(URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/javascript' })));
}
