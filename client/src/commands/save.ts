import * as vscode from 'vscode';

export interface Saving {
  /** Folder to propose; the workspace's when it cannot hold a file. */
  readonly folder: vscode.Uri | undefined;
  readonly fileName: string;
  readonly filters: Record<string, string[]>;
  /** Text for the extension that was chosen, without the dot. */
  content(extension: string): Promise<string>;
}

/** Asks where, and writes; undefined when the writer went back. An existing file is replaced only when they say so. */
export async function saveRendered({ folder, fileName, filters, content }: Saving): Promise<vscode.Uri | undefined> {
  const place = folder && folder.scheme !== 'untitled' ? folder : vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    filters,
    ...(place ? { defaultUri: vscode.Uri.joinPath(place, fileName) } : {}),
  });
  if (!target) return undefined;
  const extension = /\.([a-z]+)$/i.exec(target.path)?.[1]?.toLowerCase() ?? '';
  // Made before anything is touched: a text that cannot be made costs nobody a file.
  await writeWhole(target, await content(extension));
  vscode.window.setStatusBarMessage(`Opgeslagen: ${vscode.workspace.asRelativePath(target)}`, 5000);
  return target;
}

/** Writes beside the target and renames: who reads it meanwhile sees the old or the new, never a half. */
async function writeWhole(target: vscode.Uri, text: string): Promise<void> {
  const { fs } = vscode.workspace;
  const beside = target.with({ path: `${target.path}.${Math.random().toString(36).slice(2, 8)}.tmp` });
  await fs.writeFile(beside, new TextEncoder().encode(text));
  try {
    // The save dialog has asked about a file that is there.
    await fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await fs.delete(beside).then(undefined, () => undefined);
    throw error;
  }
}
