import type * as vscode from 'vscode';
import type { Exports } from './start.js';

/**
 * Entry of the extension in both hosts. One bundle, because what the two have in common is nearly all of it; of the two
 * halves below only the one that is asked for is run.
 */
export async function activate(context: vscode.ExtensionContext): Promise<Exports> {
  const inWebWorker = 'importScripts' in globalThis;
  const entry = await (inWebWorker ? import('./extension.browser.js') : import('./extension.node.js'));
  return entry.activate(context);
}
