import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Exports, start } from './start.js';

/** Entry in Node: the server is a process beside the editor. */
export async function activate(context: vscode.ExtensionContext): Promise<Exports> {
  const module = context.asAbsolutePath('dist/server.js');
  let client: QuietClient | undefined;
  return start(
    context,
    (options) => {
      client = new QuietClient(
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

/** What goes wrong stands in the log; what needs a person, `Crashes` says, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
