import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Exports, start } from './start.js';
import { startWorker } from './worker.js';

/** Entry in the browser: the server is a worker. */
export async function activate(context: vscode.ExtensionContext): Promise<Exports> {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist');
  let worker: Worker | undefined;
  // Asked again at each start: a worker that was ended does not come back.
  const startServer = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = await startWorker(folder);
    // Not the worker itself: VS Code has a class of its own for it, which the client would not know for a worker.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return start(context, (options) => new LanguageClient('opgavenwijzer', 'Opgavenwijzer', startServer, options));
}
