import * as vscode from 'vscode';
import { isMarkdown, isPassedOver, MOST_BYTES } from '../../server/src/protocol/programme-files.js';
import type { FileRead } from '../../server/src/protocol/requests.js';
import { decodeUtf8 } from '../../server/src/protocol/utf8.js';

/**
 * Every Markdown file in a folder of any file system. Walked, not searched for: VS Code searches only where someone
 * provides it, which a virtual file system need not.
 */
export async function markdownIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const { fs } = vscode.workspace;
  const entries = await fs.readDirectory(folder).then(undefined, () => []);
  const found: vscode.Uri[] = [];
  for (const [name, type] of entries) {
    if (isPassedOver(name)) continue;
    const uri = vscode.Uri.joinPath(folder, name);
    // A link to a folder may lead back to here.
    if (type === vscode.FileType.Directory) found.push(...(await markdownIn(uri)));
    else if (type & vscode.FileType.File && isMarkdown(name)) found.push(uri);
  }
  return found;
}

/** A file of any file system, for the server; null where it is not there. */
export async function readFile(uri: vscode.Uri): Promise<FileRead | null> {
  const { fs } = vscode.workspace;
  try {
    const { size } = await fs.stat(uri);
    return size > MOST_BYTES ? { bytes: size } : decodeUtf8(await fs.readFile(uri));
  } catch {
    return null;
  }
}
