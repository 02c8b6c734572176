import * as vscode from 'vscode';
import { isMarkdown, isPassedOver } from '../../server/src/core/programme-files.js';

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
