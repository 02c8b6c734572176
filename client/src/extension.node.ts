import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Exports, start } from './start.js';

/** Entry in Node: the server is a process beside the editor. */
export async function activate(context: vscode.ExtensionContext): Promise<Exports> {
  const module = context.asAbsolutePath('dist/server.js');
  let client: NodeClient | undefined;
  return start(
    context,
    (options) => {
      client = new NodeClient(
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

/**
 * Ends a server that does not answer in time before anything else is begun: the client takes the end of any server for that
 * of the one it has by then, and would let go of a good one.
 */
class NodeClient extends LanguageClient {
  override async stop(timeout?: number): Promise<void> {
    const server = this.serverProcess;
    try {
      await super.stop(timeout);
    } catch (error) {
      if (server && server.exitCode === null && server.signalCode === null) {
        const closed = new Promise((done) => server.once('close', done));
        server.kill('SIGKILL');
        await closed;
      }
      throw error;
    }
  }
}
