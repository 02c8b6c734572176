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
  // The server asks its own client for files where it has no file system: in the browser.
  client.onRequest('opgavenwijzer/leesBestand', async (uri: string) => {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
    } catch {
      return null;
    }
  });
  client.onRequest('opgavenwijzer/markdownIn', async (folder: string) => {
    const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), '**/*.{md,markdown}');
    const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**');
    return found.map(String).sort();
  });
  await client.start();
  return client;
}
