import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** Makes the language client: the Node and the browser entry each have their own. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** What both entries start: the client, and what the extension shows. */
export async function startClient(
  context: vscode.ExtensionContext,
  makeClient: ClientFactory,
): Promise<BaseLanguageClient> {
  const watcher = vscode.workspace.createFileSystemWatcher('**/{*.md,*.markdown,.opgavenwijzer.json}');
  context.subscriptions.push(watcher);
  const client = makeClient({
    documentSelector: [{ language: 'markdown' }],
    synchronize: { fileEvents: watcher },
    outputChannelName: 'Opgavenwijzer',
    markdown: { isTrusted: { enabledCommands: ['opgavenwijzer.openStudie', 'opgavenwijzer.bronInvoegen'] } },
  });
  context.subscriptions.push({ dispose: () => void client.stop() });
  await client.start();
  return client;
}
