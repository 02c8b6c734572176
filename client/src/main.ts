import type * as vscode from 'vscode';
import type { Exports } from './start.js';

/**
 * What VS Code reads while it starts, where the editor has Node. The extension itself, with a language client of half a megabyte,
 * is read in a turn of its own: nothing that starts beside it waits for that.
 */
export async function activate(context: vscode.ExtensionContext): Promise<Exports> {
  await new Promise((resolve) => setImmediate(resolve));
  const extension = await import('./extension.js');
  return extension.activate(context);
}
